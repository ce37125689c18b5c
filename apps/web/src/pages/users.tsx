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
      title={say('users.title')}
      lead={say('users.lead', { council: session.councilName ?? '' })}
      actions={<LinkButton href={paths.invite()}>{say('users.invite')}</LinkButton>}
      width="wide"
    >
      <Section title={say('users.members')}>
        <Members />
      </Section>
      <Section title={say('users.invitations')}>
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
      caption={say('users.members')}
      columns={[
        { key: 'name', heading: say('users.name'), rowHeading: true, cell: ({ name }) => name },
        { key: 'email', heading: say('users.email'), cell: ({ email }) => <span className="sm-break">{email}</span> },
        { key: 'role', heading: say('users.role'), cell: ({ role }) => say(`roles.${role}`) },
        { key: 'for', heading: say('users.for'), cell: forWhom },
      ]}
      end={{
        button: say('users.end'),
        about: ({ name }) => say('users.about', { name }),
        instead: ({ accountId }) => (accountId === session.accountId ? say('users.yourself') : null),
        title: say('users.endAsk'),
        text: ({ name, role }) => say('users.endText', { name, role: say(`roles.${role}`) }),
        yes: say('users.endYes'),
      }}
    />
  );
}

function Invitations(): ReactNode {
  const say = useWords('accounts');
  return (
    <EndingTable
      list={useInvitations()}
      caption={say('users.invitations')}
      empty={<EmptyState title={say('users.noInvitations')} />}
      columns={[
        {
          key: 'email',
          heading: say('users.email'),
          rowHeading: true,
          cell: ({ email }) => <span className="sm-break">{email}</span>,
        },
        { key: 'role', heading: say('users.role'), cell: ({ role }) => say(`roles.${role}`) },
        { key: 'for', heading: say('users.for'), cell: forWhom },
        {
          key: 'sent',
          heading: say('users.sent'),
          cell: ({ invitedAt }) => sayShortDate(londonTime(invitedAt).toPlainDate().toString()),
        },
        {
          key: 'state',
          heading: say('users.state'),
          cell: ({ state }) => <Tag tone={TONE[state]}>{say(`users.states.${state}`)}</Tag>,
        },
      ]}
      end={{
        button: say('users.withdraw'),
        about: ({ email }) => say('users.aboutInvitation', { email }),
        instead: ({ state }) => (state === 'waiting' ? null : '–'),
        title: say('users.withdrawAsk'),
        text: ({ email }) => say('users.withdrawText', { email }),
        yes: say('users.withdrawYes'),
      }}
    />
  );
}
