// Who may do what in the council, and who has been asked to join: an administrator's page.
import type { ReactNode } from 'react';
import { useInvitations } from '../features/accounts/api/invitations.ts';
import { type Member, useMemberships } from '../features/accounts/api/memberships.ts';
import { EndingTable } from '../features/accounts/components/ending-table.tsx';
import { londonTime, sayShortDate } from '../format/dates.ts';
import { paths } from '../paths.ts';
import { Page as Frame } from '../shell/page.tsx';
import { SignedIn, useSession } from '../shell/session.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState, Section } from '../ui/layout.tsx';
import { Tag } from '../ui/marks.tsx';
import { useWords } from '../words/use-words.ts';

const TONE = { waiting: 'look', accepted: 'go', withdrawn: 'quiet', expired: 'quiet' } as const;

const forWhom = ({ organisationName, personReference }: Pick<Member, 'organisationName' | 'personReference'>): string =>
  organisationName ?? personReference ?? '–';

export function Page(): ReactNode {
  return (
    <SignedIn roles={['administrator']}>
      <Users />
    </SignedIn>
  );
}

function Users(): ReactNode {
  const say = useWords('accounts');
  const { session } = useSession();
  return (
    <Frame
      title={say('accounts.title')}
      lead={say('accounts.lead', { council: session.councilName ?? '' })}
      actions={<LinkButton href={paths.invite()}>{say('accounts.invite')}</LinkButton>}
      width="wide"
    >
      <Section title={say('accounts.members')}>
        <Members />
      </Section>
      <Section title={say('accounts.invitations')}>
        <Invitations />
      </Section>
    </Frame>
  );
}

function Members(): ReactNode {
  const say = useWords('accounts');
  const { session } = useSession();
  return (
    <EndingTable
      list={useMemberships()}
      caption={say('accounts.members')}
      columns={[
        { key: 'name', heading: say('accounts.name'), rowHeading: true, cell: ({ name }) => name },
        {
          key: 'email',
          heading: say('accounts.email'),
          cell: ({ email }) => <span className="sm-break">{email}</span>,
        },
        { key: 'role', heading: say('accounts.role'), cell: ({ role }) => say(`roles.${role}`) },
        { key: 'for', heading: say('accounts.for'), cell: forWhom },
      ]}
      end={{
        button: say('accounts.end'),
        about: ({ name }) => say('accounts.about', { name }),
        instead: ({ accountId }) => (accountId === session.accountId ? say('accounts.yourself') : null),
        title: say('accounts.endAsk'),
        text: ({ name, role }) => say('accounts.endText', { name, role: say(`roles.${role}`) }),
        yes: say('accounts.endYes'),
      }}
    />
  );
}

function Invitations(): ReactNode {
  const say = useWords('accounts');
  return (
    <EndingTable
      list={useInvitations()}
      caption={say('accounts.invitations')}
      empty={<EmptyState title={say('accounts.noInvitations')} />}
      columns={[
        {
          key: 'email',
          heading: say('accounts.email'),
          rowHeading: true,
          cell: ({ email }) => <span className="sm-break">{email}</span>,
        },
        { key: 'role', heading: say('accounts.role'), cell: ({ role }) => say(`roles.${role}`) },
        { key: 'for', heading: say('accounts.for'), cell: forWhom },
        {
          key: 'sent',
          heading: say('accounts.sent'),
          cell: ({ invitedAt }) => sayShortDate(londonTime(invitedAt).toPlainDate().toString()),
        },
        {
          key: 'state',
          heading: say('accounts.state'),
          cell: ({ state }) => <Tag tone={TONE[state]}>{say(`accounts.states.${state}`)}</Tag>,
        },
      ]}
      end={{
        button: say('accounts.withdraw'),
        about: ({ email }) => say('accounts.aboutInvitation', { email }),
        instead: ({ state }) => (state === 'waiting' ? null : '–'),
        title: say('accounts.withdrawAsk'),
        text: ({ email }) => say('accounts.withdrawText', { email }),
        yes: say('accounts.withdrawYes'),
      }}
    />
  );
}
