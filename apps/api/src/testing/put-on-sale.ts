// Puts offers on sale in a test, at prices laid as an import lays them.

import type { Unit } from '@support-market/domain/listings/prices';
import type { OfferDays } from '@support-market/domain/orders/item-plan';
import type { Temporal } from 'temporal-polyfill';
import { refreshFromPrice } from '../features/listings/from-prices.repo.ts';
import { writeOfferPrices } from '../features/listings/price-periods.repo.ts';
import { forgetListingPages } from '../platform/listing-changes.repo.ts';
import type { TestApp } from './test-app.ts';
import { YEAR_START } from './world.ts';

interface Price {
  readonly pricePence: bigint;
  /** The start of the world's year, unless told otherwise. */
  readonly from?: Temporal.PlainDate;
  readonly to?: Temporal.PlainDate;
}

/** Lays a public price over those that an offer has. */
export async function setPrice(test: TestApp, offerId: string, price: Price): Promise<void> {
  await test.database.ownerDb.transaction().execute(async (tx) => {
    await writeOfferPrices(tx, test.clock, 'import', [
      { offerId, pricePence: price.pricePence, validFrom: price.from ?? YEAR_START, validTo: price.to ?? null },
    ]);
    const { listing_id } = await tx
      .selectFrom('offers')
      .select('listing_id')
      .where('id', '=', offerId)
      .executeTakeFirstOrThrow();
    await forgetListingPages(tx, [listing_id]);
    await refreshFromPrice(tx, test.clock.today(), { listingIds: [listing_id] });
  });
}

/** A new offer of a listing, at a public price. */
export async function putOnSale(
  test: TestApp,
  offer: {
    readonly id: string;
    readonly listingId: string;
    readonly name: string;
    readonly unit: Unit;
    readonly days?: OfferDays;
  },
  price: Price,
): Promise<void> {
  await test.database.ownerDb
    .insertInto('offers')
    .values({
      id: offer.id,
      listing_id: offer.listingId,
      name: offer.name,
      unit: offer.unit,
      days: offer.days ?? 'any',
      source_ref: offer.id,
    })
    .execute();
  await setPrice(test, offer.id, price);
}
