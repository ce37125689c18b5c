// How to reach an organisation: only what it has given.

import type { ReactNode } from 'react';
import { Exact } from '../../../ui/exact.tsx';
import { SummaryList } from '../../../ui/lists.tsx';
import { useWords } from '../../../words/use-words.ts';
import { SafeLink } from './safe-link.tsx';

export type Contact = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly telephone: string | null;
  readonly email: string | null;
  readonly languages: readonly string[];
};

export function TelephoneLink({ telephone }: { readonly telephone: string }): ReactNode {
  return (
    <a className="govuk-link" href={`tel:${telephone.replace(/[^\d+]/g, '')}`}>
      <Exact>{telephone}</Exact>
    </a>
  );
}

export function EmailLink({ email }: { readonly email: string }): ReactNode {
  return (
    <a className="govuk-link sm-breaks" href={`mailto:${email}`}>
      <Exact>{email}</Exact>
    </a>
  );
}

/** The people to ask for, each with how to reach them and what they speak. */
export function People({ contacts }: { readonly contacts: readonly Contact[] }): ReactNode {
  const say = useWords('listings');
  if (contacts.length === 0) return null;
  return (
    <SummaryList
      plain
      rows={contacts.map((contact) => ({
        key: contact.id,
        label: contact.name || contact.role,
        value: (
          <>
            {contact.name && contact.role && <p>{contact.role}</p>}
            {contact.telephone && (
              <p>
                <TelephoneLink telephone={contact.telephone} />
              </p>
            )}
            {contact.email && (
              <p>
                <EmailLink email={contact.email} />
              </p>
            )}
            {contact.languages.length > 0 && (
              <p className="sm-soft">{say('contact.speaks', { languages: contact.languages.join(', ') })}</p>
            )}
          </>
        ),
      }))}
    />
  );
}

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
            value: <TelephoneLink telephone={telephone} />,
          },
        ]
      : []),
    ...(email
      ? [
          {
            key: 'email',
            label: say('contact.email'),
            value: <EmailLink email={email} />,
          },
        ]
      : []),
    ...(website ? [{ key: 'website', label: say('contact.website'), value: <SafeLink address={website} /> }] : []),
    ...(address ? [{ key: 'address', label: say('contact.address'), value: <Exact words>{address}</Exact> }] : []),
  ];
  return rows.length === 0 ? null : <SummaryList plain rows={rows} />;
}
