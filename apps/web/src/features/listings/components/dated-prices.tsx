// What a thing costs from one day to another: prices that its seller says, and rates that a council agreed.
import type { ReactNode } from 'react';
import { sayDate } from '../../../format/dates.ts';
import { type Column, DataTable } from '../../../ui/lists.tsx';
import { useListingWords } from './listing-words.ts';

interface DatedPrice {
  readonly id: string;
  readonly from: string;
  readonly until: string | null;
  readonly pricePence: number;
}

export function DatedPrices<Row extends DatedPrice>({
  unit,
  rows,
  caption,
  words,
  last,
  removal,
}: {
  readonly unit: string;
  readonly rows: readonly Row[];
  readonly caption: string;
  /** What the price is called, and one without a last day. */
  readonly words: { readonly price: string; readonly open: string };
  readonly last: Column<Row>;
  /** How one that has not begun is taken away; left out where none can be. */
  readonly removal?: (row: Row) => ReactNode;
}): ReactNode {
  const { say, price } = useListingWords();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'from', heading: say('own.priceFrom'), rowHeading: true, cell: ({ from }) => sayDate(from) },
        {
          key: 'until',
          heading: say('own.priceUntil'),
          cell: ({ until }) => (until === null ? words.open : sayDate(until)),
        },
        {
          key: 'price',
          heading: words.price,
          number: true,
          cell: (row) => (
            <>
              {price({ pence: row.pricePence, unit })}
              {removal?.(row)}
            </>
          ),
        },
        last,
      ]}
    />
  );
}
