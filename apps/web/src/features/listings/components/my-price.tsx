// What it costs me, and why that differs from what it costs somebody else.
import type { ReactNode } from 'react';
import { useListingWords } from './listing-words.ts';

export type Priced = {
  readonly fromPrice: { readonly pence: number; readonly unit: string } | null;
  readonly myPrice: {
    readonly pence: number;
    readonly unit: string;
    readonly why: 'agreed' | 'no-agreed-rate' | 'own-money';
  } | null;
  readonly free: boolean;
  /** How many prices there are: with several, the lowest is shown as "from". */
  readonly offers: number;
  /** The money that the price is for, by the name that its owner knows. */
  readonly lineName?: string | undefined;
};

export function MyPrice({ fromPrice, myPrice, free, offers, lineName }: Priced): ReactNode {
  const { say, price } = useListingWords();
  if (free) return <p className="sm-price">{say('free')}</p>;
  const shown = myPrice ?? fromPrice;
  if (!shown) return <p className="sm-price sm-price--none">{say('noPrice')}</p>;
  return (
    <>
      <p className="sm-price">
        {offers > 1 && shown.pence > 0 && <span className="sm-price__from">{say('from')} </span>}
        {offers > 1 && shown.pence === 0 ? say('someFree') : price(shown)}
      </p>
      {myPrice && (
        <p className="sm-price__why">
          {lineName && `${say('paidWith', { line: lineName })} `}
          {myPrice.why === 'agreed' && fromPrice
            ? say('why.agreed', { price: price(fromPrice) })
            : say(`why.${myPrice.why === 'agreed' ? 'agreedOnly' : myPrice.why}`)}
        </p>
      )}
    </>
  );
}
