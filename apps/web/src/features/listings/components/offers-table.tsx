// What an offer costs, as a plain table: the public price, my price where it differs, and the way into the basket.
import type { ReactNode } from 'react';
import { sayDay } from '../../../format/dates.ts';
import { paths } from '../../../paths.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/lists.tsx';
import type { Listing } from '../api/view-listing.ts';
import { useListingWords } from './listing-words.ts';

const DAYS = [
  'any',
  'weekday',
  'weekend',
  'saturday',
  'sunday',
  'bank-holiday',
  'waking-night',
  'sleeping-night',
] as const;

export function OffersTable({
  offers,
  personId,
  lineName,
}: {
  readonly offers: Listing['offers'];
  /** Whom it would be for, where a line of theirs is chosen. */
  readonly personId: string | undefined;
  /** The money that would pay, by the name that its owner knows. */
  readonly lineName: string | undefined;
}): ReactNode {
  const { say, price } = useListingWords();
  const later = (next: Listing['offers'][number]['nextPrice']): ReactNode =>
    next && (
      <span className="sm-offer__note">
        {say('page.laterPrice', { price: price(next), from: sayDay(next.from, 'with-year') })}
      </span>
    );
  const mine = offers.some(({ myPrice }) => myPrice !== null);
  return (
    <DataTable
      caption={say('page.prices')}
      captionHidden
      rows={offers}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          heading: say('page.priceName'),
          rowHeading: true,
          cell: (offer) => (
            <>
              {offer.name}
              <span className="sm-offer__note">{say(`page.vat.${offer.vat}`)}</span>
              {offer.minimumMinutes > 0 && (
                <span className="sm-offer__note">{say('page.minimum', { count: offer.minimumMinutes })}</span>
              )}
              {offer.noticeHours !== 0 && (
                <span className="sm-offer__note">
                  {offer.noticeHours === null
                    ? say('page.noticeOfCouncil')
                    : say('page.notice', { count: offer.noticeHours })}
                </span>
              )}
            </>
          ),
        },
        // Where no price is for some days alone, the listing's own words say when.
        ...(offers.some(({ days }) => days !== 'any')
          ? [
              {
                key: 'days',
                heading: say('page.priceWhen'),
                cell: (offer: (typeof offers)[number]) => {
                  const days = DAYS.find((one) => one === offer.days);
                  return days ? say(`days.${days}`) : offer.days;
                },
              },
            ]
          : []),
        ...(mine
          ? [
              {
                key: 'mine',
                heading: lineName ? say('page.myPriceFrom', { line: lineName }) : say('page.myPrice'),
                number: true,
                cell: (offer: Listing['offers'][number]) =>
                  offer.myPrice && (
                    <>
                      <strong>{price(offer.myPrice)}</strong>
                      <span className="sm-offer__note">
                        {offer.myPrice.why === 'agreed'
                          ? say('why.agreed', { price: price(offer.price) })
                          : say(`why.${offer.myPrice.why}`)}
                      </span>
                      {later(offer.myNextPrice)}
                    </>
                  ),
              },
            ]
          : [
              {
                key: 'price',
                heading: say('page.priceOf'),
                number: true,
                cell: (offer: Listing['offers'][number]) => (
                  <>
                    {price(offer.price)}
                    {later(offer.nextPrice)}
                  </>
                ),
              },
            ]),
        {
          key: 'add',
          heading: say('page.add'),
          hideLabel: true,
          cell: (offer) => (
            <span className="sm-offer__add sm-needs-scripts">
              <LinkButton href={paths.addToBasket(offer.id, personId)} icon="basket" small about={offer.name}>
                {say('page.add')}
              </LinkButton>
            </span>
          ),
        },
      ]}
    />
  );
}
