// The listings that the council hides from everybody, each with why and the way to show it again.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useWithheldListings } from '../../features/listings/api/withheld-listings.ts';
import { sayDateOf } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="listing.withhold">
      <Withheld />
    </SignedIn>
  );
}

function Withheld(): ReactNode {
  const say = useWords('listings');
  const [search] = useSearchParams();
  const cursor = search.get('cursor') ?? undefined;
  const { data, error } = useWithheldListings(cursor);
  if (error) throw error;
  if (!data) return <PageLoading />;
  return (
    <Frame title={say('withheld.title')} lead={say('withheld.lead')}>
      <DataTable
        caption={say('withheld.title')}
        captionHidden
        rows={data.items}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={say('withheld.none')}
            actions={<LinkButton href={paths.search({})}>{say('search.title')}</LinkButton>}
          >
            <p>{say('withheld.noneText')}</p>
          </EmptyState>
        }
        columns={[
          {
            key: 'title',
            heading: say('withheld.listing'),
            rowHeading: true,
            cell: ({ id, title }) => <TextLink href={paths.withheldListing(id)}>{title}</TextLink>,
          },
          { key: 'by', heading: say('withheld.by'), cell: ({ organisationName }) => organisationName },
          { key: 'since', heading: say('withheld.since'), cell: ({ since }) => since && sayDateOf(since) },
          { key: 'why', heading: say('withheld.why'), cell: ({ because }) => because },
        ]}
      />
      <Pagination
        firstHref={cursor ? paths.withheldListings() : undefined}
        nextHref={data.nextCursor ? paths.withheldListings(data.nextCursor) : undefined}
      />
    </Frame>
  );
}
