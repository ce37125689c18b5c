// Who may do what in the council, and who has been asked to join: an administrator's page.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, take } from '../api/client.ts';
import { londonTime, sayShortDate } from '../format/dates.ts';
import { paths } from '../paths.ts';
import { Page as Frame } from '../shell/page.tsx';
import { SignedIn, useSession } from '../shell/session.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useFormState } from '../ui/form.tsx';
import { EmptyState, Loading, Section } from '../ui/layout.tsx';
import { DataTable } from '../ui/lists.tsx';
import { Tag } from '../ui/marks.tsx';
import { useProblemWords, useWords } from '../words/use-words.ts';

const PAGE = 50;

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
  const queries = useQueryClient();
  const { session } = useSession();
  const [asked, setAsked] = useState<{ id: string; name: string; role: string } | null>(null);
  const form = useFormState({ initial: {}, words: useProblemWords() });
  const list = useInfiniteQuery({
    queryKey: ['memberships'],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/memberships', { params: { query: { limit: PAGE, ...(pageParam && { cursor: pageParam }) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    throwOnError: true,
  });
  const end = form.onSubmit(async () => {
    if (!asked) return;
    try {
      await take(api.DELETE('/api/memberships/{id}', { params: { path: { id: asked.id } } }));
      await queries.invalidateQueries({ queryKey: ['memberships'] });
    } finally {
      setAsked(null);
    }
  });
  if (!list.data) return <Loading />;
  return (
    <>
      {form.summary}
      <DataTable
        caption={say('users.members')}
        captionHidden
        rows={list.data.pages.flatMap((page) => page.items)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', heading: say('users.name'), rowHeading: true, cell: ({ name }) => name },
          { key: 'email', heading: say('users.email'), cell: ({ email }) => email },
          { key: 'role', heading: say('users.role'), cell: ({ role }) => say(`roles.${role}`) },
          {
            key: 'for',
            heading: say('users.for'),
            cell: ({ organisationName, personReference }) => organisationName ?? personReference ?? '–',
          },
          {
            key: 'action',
            heading: say('users.action'),
            cell: ({ id, name, role, accountId }) =>
              accountId === session.accountId ? (
                say('users.yourself')
              ) : (
                <Button
                  look="secondary"
                  small
                  about={say('users.about', { name })}
                  onPress={() => setAsked({ id, name, role: say(`roles.${role}`) })}
                >
                  {say('users.end')}
                </Button>
              ),
          },
        ]}
      />
      {list.hasNextPage && (
        <Button look="secondary" busy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {say('users.more')}
        </Button>
      )}
      <Dialog
        open={asked !== null}
        title={say('users.endAsk')}
        confirm={say('users.endYes')}
        cancel={say('users.endNo')}
        danger
        busy={form.busy}
        onConfirm={() => end()}
        onCancel={() => setAsked(null)}
      >
        <p>{asked && say('users.endText', { name: asked.name, role: asked.role })}</p>
      </Dialog>
    </>
  );
}

const TONE = { waiting: 'look', accepted: 'go', withdrawn: 'quiet', expired: 'quiet' } as const;

function Invitations(): ReactNode {
  const say = useWords('accounts');
  const queries = useQueryClient();
  const [asked, setAsked] = useState<{ id: string; email: string } | null>(null);
  const form = useFormState({ initial: {}, words: useProblemWords() });
  const list = useInfiniteQuery({
    queryKey: ['invitations'],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/invitations', { params: { query: { limit: PAGE, ...(pageParam && { cursor: pageParam }) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    throwOnError: true,
  });
  const withdraw = form.onSubmit(async () => {
    if (!asked) return;
    try {
      await take(api.DELETE('/api/invitations/{id}', { params: { path: { id: asked.id } } }));
      await queries.invalidateQueries({ queryKey: ['invitations'] });
    } finally {
      setAsked(null);
    }
  });
  if (!list.data) return <Loading />;
  return (
    <>
      {form.summary}
      <DataTable
        caption={say('users.invitations')}
        captionHidden
        empty={<EmptyState title={say('users.noInvitations')} />}
        rows={list.data.pages.flatMap((page) => page.items)}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'email',
            heading: say('users.email'),
            rowHeading: true,
            cell: ({ email }) => email,
          },
          { key: 'role', heading: say('users.role'), cell: ({ role }) => say(`roles.${role}`) },
          {
            key: 'for',
            heading: say('users.for'),
            cell: ({ organisationName, personReference }) => organisationName ?? personReference ?? '–',
          },
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
          {
            key: 'action',
            heading: say('users.action'),
            cell: ({ id, email, state }) =>
              state === 'waiting' ? (
                <Button
                  look="secondary"
                  small
                  about={say('users.aboutInvitation', { email })}
                  onPress={() => setAsked({ id, email })}
                >
                  {say('users.withdraw')}
                </Button>
              ) : (
                '–'
              ),
          },
        ]}
      />
      {list.hasNextPage && (
        <Button look="secondary" busy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {say('users.more')}
        </Button>
      )}
      <Dialog
        open={asked !== null}
        title={say('users.withdrawAsk')}
        confirm={say('users.withdrawYes')}
        cancel={say('users.endNo')}
        danger
        busy={form.busy}
        onConfirm={() => withdraw()}
        onCancel={() => setAsked(null)}
      >
        <p>{asked && say('users.withdrawText', { email: asked.email })}</p>
      </Dialog>
    </>
  );
}
