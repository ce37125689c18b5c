// A website that somebody else typed: shown as a link only when it is one, and never a way to run anything.
import type { ReactNode } from 'react';

function webAddress(text: string): string | null {
  const candidate = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(candidate)) return null;
  const url = new URL(candidate);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

export function SafeLink({ address }: { readonly address: string }): ReactNode {
  const href = webAddress(address);
  const shown = address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  if (href === null) return shown;
  return (
    <a className="govuk-link sm-breaks" href={href} rel="noopener noreferrer external">
      {shown}
    </a>
  );
}
