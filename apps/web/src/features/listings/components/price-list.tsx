// What is sold and at what price, to look at alone: for those who see a listing before people do.
import type { ReactNode } from 'react';
import { DataTable } from '../../../ui/lists.tsx';
import type { Listing } from '../api/view-listing.ts';
import { useListingWords } from './listing-words.ts';

export function PriceList({ offers }: { readonly offers: Listing['offers'] }): ReactNode {
  const { say, price } = useListingWords();
  return (
    <DataTable
      caption={say('page.prices')}
      captionHidden
      rows={offers}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', heading: say('page.priceName'), rowHeading: true, cell: ({ name }) => name },
        { key: 'days', heading: say('own.offer.days'), cell: ({ days }) => say(`days.${days as 'any'}`) },
        { key: 'price', heading: say('steps.price.price'), number: true, cell: ({ price: one }) => price(one) },
      ]}
    />
  );
}
