// Hands the components what they need from the product: the router's link, the house's words and its way to write money.
import { type ReactNode, useMemo } from 'react';
import { Link as RouterLink, useLocation } from 'react-router';
import { formatPence } from '../format/money.ts';
import { type UiKit, UiKitProvider, type UiLinkProps } from '../ui/kit.tsx';
import labels from '../words/en/ui.json';
import type { CameFrom } from './came-from.ts';

function Link({ href, children, ...rest }: UiLinkProps): ReactNode {
  const { pathname, search } = useLocation();
  // Files, feeds and other people's pages are not ours to route.
  if (/^(?:[a-z]+:|\/api\/|#)/.test(href)) {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  }
  const state: CameFrom = { from: pathname + search };
  return (
    <RouterLink to={href} state={state} {...rest}>
      {children}
    </RouterLink>
  );
}

export function ProductKit({ children }: { readonly children: ReactNode }): ReactNode {
  const kit = useMemo<UiKit>(() => ({ labels, formatMoney: formatPence, Link }), []);
  return <UiKitProvider kit={kit}>{children}</UiKitProvider>;
}
