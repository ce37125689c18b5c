// How to reach an organisation: only what it has given.
import type { ReactNode } from 'react';
import { SummaryList } from '../../../ui/lists.tsx';
import { useWords } from '../../../words/use-words.ts';
import { SafeLink } from './safe-link.tsx';

export function ContactList({
  telephone,
  email,
  website,
  address,
}: {
  readonly telephone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly address?: string;
}): ReactNode {
  const say = useWords('listings');
  const rows = [
    ...(telephone
      ? [
          {
            key: 'phone',
            label: say('contact.phone'),
            value: (
              <a className="govuk-link" href={`tel:${telephone.replace(/[^\d+]/g, '')}`}>
                {telephone}
              </a>
            ),
          },
        ]
      : []),
    ...(email
      ? [
          {
            key: 'email',
            label: say('contact.email'),
            value: (
              <a className="govuk-link sm-breaks" href={`mailto:${email}`}>
                {email}
              </a>
            ),
          },
        ]
      : []),
    ...(website ? [{ key: 'website', label: say('contact.website'), value: <SafeLink address={website} /> }] : []),
    ...(address ? [{ key: 'address', label: say('contact.address'), value: address }] : []),
  ];
  return rows.length === 0 ? null : <SummaryList plain rows={rows} />;
}
