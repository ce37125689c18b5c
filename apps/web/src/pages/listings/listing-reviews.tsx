// The listings that wait to be looked at before people see them, the longest first.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useListingReviews } from '../../features/listings/api/listing-reviews.ts';
import { sayDateOf } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="listing.review">
      <Reviews />
    </SignedIn>
  );
}

function Reviews(): ReactNode {
  const say = useWords('listings');
  const [search] = useSearchParams();
  const cursor = search.get('cursor') ?? undefined;
  const { data, error } = useListingReviews(cursor);
  if (error) throw error;
  if (!data) return <PageLoading />;
  return (
    <Frame title={say('reviews.title')} lead={say('reviews.lead')}>
      <DataTable
        caption={say('reviews.title')}
        captionHidden
        rows={data.items}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={say('reviews.none')}>
            <p>{say('reviews.noneText')}</p>
          </EmptyState>
        }
        columns={[
          {
            key: 'title',
            heading: say('withheld.listing'),
            rowHeading: true,
            cell: ({ listingId, title }) => <TextLink href={paths.listingReview(listingId)}>{title}</TextLink>,
          },
          { key: 'by', heading: say('withheld.by'), cell: ({ organisationName }) => organisationName },
          {
            key: 'kind',
            heading: say('reviews.kind'),
            cell: ({ organisationKind }) => say(`reviews.kinds.${organisationKind as 'agency'}`),
          },
          { key: 'since', heading: say('reviews.since'), cell: ({ sentAt }) => sayDateOf(sentAt) },
          { key: 'times', heading: say('reviews.times'), number: true, cell: ({ times }) => times },
        ]}
      />
      <Pagination
        firstHref={cursor ? paths.listingReviews() : undefined}
        nextHref={data.nextCursor ? paths.listingReviews(data.nextCursor) : undefined}
      />
    </Frame>
  );
}
