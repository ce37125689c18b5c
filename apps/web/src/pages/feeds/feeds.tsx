// The lists of other people that the council keeps, with when each was last read.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { type FeedItem, useFeeds } from '../../features/feeds/api/feeds.ts';
import { sayDateOf, sayTime } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { EmptyState, Loading } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="feed.view">
      <Shown />
    </SignedIn>
  );
}

function Shown(): ReactNode {
  const say = useWords('feeds');
  const { may } = useSession();
  const [query] = useSearchParams();
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useFeeds(cursor);
  if (error) throw error;
  const lastRead = ({ readAt, outcome }: FeedItem): string => {
    if (readAt === null) return say('never');
    return say(outcome === 'failed' ? 'atFailed' : 'at', { day: sayDateOf(readAt), time: sayTime(readAt) });
  };
  return (
    <Frame
      title={say('title')}
      lead={say('lead')}
      actions={may('feed.write') && <LinkButton href={paths.addFeed()}>{say('add')}</LinkButton>}
    >
      {!data && <Loading lines={6} />}
      {data && data.items.length === 0 && <EmptyState title={say('none')} />}
      {data && data.items.length > 0 && (
        <DataTable<FeedItem>
          caption={say('caption')}
          captionHidden
          rows={data.items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              heading: say('name'),
              rowHeading: true,
              cell: ({ id, name }) => <TextLink href={paths.feed(id)}>{name}</TextLink>,
            },
            {
              key: 'address',
              heading: say('address'),
              cell: ({ address }) => <span className="sm-lines">{address}</span>,
            },
            { key: 'read', heading: say('lastRead'), cell: lastRead },
            { key: 'state', heading: say('state'), cell: ({ state }) => say(`states.${state}`) },
          ]}
        />
      )}
      <Pagination
        firstHref={cursor ? paths.feeds() : undefined}
        nextHref={data?.nextCursor ? paths.feeds({ cursor: data.nextCursor }) : undefined}
      />
    </Frame>
  );
}
