// What an organisation offers as cards, the same for people who look for support and for the organisation itself.
import type { operations } from '@support-market/api-client/schema';
import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { Card, CardGrid } from '../../../ui/layout.tsx';
import { Tag } from '../../../ui/marks.tsx';
import { useListingWords } from './listing-words.ts';

type Organisation = operations['viewOrganisation']['responses'][200]['content']['application/json'];

export function ListingCards({ listings }: { readonly listings: Organisation['listings'] }): ReactNode {
  const { say, price } = useListingWords();
  return (
    <CardGrid wide>
      {listings.map((listing) => (
        <Card
          key={listing.slug}
          title={listing.title}
          href={paths.listing(listing.slug)}
          foot={
            <strong>
              {listing.free
                ? say('free')
                : !listing.fromPrice
                  ? say('noPrice')
                  : listing.fromPrice.pence === 0
                    ? say('someFree')
                    : `${say('from')} ${price(listing.fromPrice)}`}
            </strong>
          }
        >
          <p className="sm-soft">{listing.categoryName}</p>
          {listing.summary && listing.summary !== listing.title && <p>{listing.summary}</p>}
          {listing.hasSpace === false && <Tag tone="quiet">{say('full')}</Tag>}
        </Card>
      ))}
    </CardGrid>
  );
}
