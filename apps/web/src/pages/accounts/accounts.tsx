// Who may do what in the council, and who has been asked to join: an administrator's page.

import { type ReactNode, useState } from 'react';
import { useInvitations } from '../../features/accounts/api/invitations.ts';
import { type Member, useMemberships } from '../../features/accounts/api/memberships.ts';
import { type PaperLetter as PaperLetterOf, printPaperCode } from '../../features/accounts/api/paper-accounts.ts';
import { EndingTable } from '../../features/accounts/components/ending-table.tsx';
import { PaperLetter } from '../../features/accounts/components/paper-letter.tsx';
import { londonTime, sayShortDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Exact } from '../../ui/exact.tsx';
import { EmptyState, Section } from '../../ui/layout.tsx';
import { Tag } from '../../ui/marks.tsx';
import { useWords } from '../../words/use-words.ts';

const TONE = { waiting: 'look', accepted: 'go', withdrawn: 'quiet', expired: 'quiet' } as const;

const forWhom = ({ organisationName, personReference }: Pick<Member, 'organisationName' | 'personReference'>): string =>
  organisationName ?? personReference ?? '–';

export function Page(): ReactNode {
  return (
    <SignedIn action="account.view">
      <Users />
    </SignedIn>
  );
}

function Users(): ReactNode {
  const say = useWords('accounts');
  const { session } = useSession();
  const [letter, setLetter] = useState<PaperLetterOf | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  if (fault) throw fault;
  const printCode = async (accountId: string): Promise<void> => {
    try {
      setLetter(await printPaperCode(accountId));
    } catch (cause) {
      setFault(cause);
    }
  };
  if (letter) {
    return (
      <Frame title={say('accounts.title')} width="reading">
        <PaperLetter letter={letter} onDone={() => setLetter(null)} />
      </Frame>
    );
  }
  return (
    <Frame
      title={say('accounts.title')}
      lead={say('accounts.lead', { council: session.councilName ?? '' })}
      actions={<LinkButton href={paths.invite()}>{say('accounts.invite')}</LinkButton>}
      width="wide"
    >
      <Section title={say('accounts.members')}>
        <Members onCode={printCode} />
      </Section>
      <Section title={say('accounts.invitations')}>
        <Invitations />
      </Section>
    </Frame>
  );
}

function Members({ onCode }: { readonly onCode: (accountId: string) => Promise<void> }): ReactNode {
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
          cell: ({ email, signInName, name, accountId }) =>
            email === null ? (
              <>
                <span className="sm-break">
                  <Exact>{signInName}</Exact>
                </span>{' '}
                <Button
                  look="secondary"
                  small
                  about={say('accounts.about', { name })}
                  onPress={() => void onCode(accountId)}
                >
                  {say('accounts.newCode')}
                </Button>
              </>
            ) : (
              <span className="sm-break">
                <Exact>{email}</Exact>
              </span>
            ),
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
          cell: ({ email }) => (
            <span className="sm-break">
              <Exact>{email}</Exact>
            </span>
          ),
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
