// An organisation's members say what their offers cost from a day on, and take an offer off sale. A visit keeps the price of
// its order, and a price that was said is kept: docs/decisions/0017-the-catalogue-and-its-prices.md.

import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { readDate } from '../../platform/dates.ts';
import { forgetListingPages } from '../../platform/listing-changes.repo.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { refreshFromPrice } from './from-prices.repo.ts';
import { listOwnOffers, type OwnOffer, writeWithdrawal } from './own-offers.repo.ts';
import type { OfferPriceIn, OwnOffersOut } from './own-offers.schemas.ts';
import { isOwnListing, lockRecord } from './own-records.repo.ts';
import { writeOfferPrices } from './price-periods.repo.ts';

interface Asking {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly id: string;
}

/** Throws for an offer that the listing does not have. */
function offerOf(offers: readonly OwnOffer[], offerId: string): OwnOffer {
  const offer = offers.find(({ id }) => id === offerId);
  if (offer) return offer;
  throw new ProblemError('request.invalid', { errors: [{ pointer: '/offerId', code: 'field.enum' }] });
}

export async function viewOwnOffers(
  context: Pick<AppContext, 'db'>,
  { viewer, reach, id }: Asking,
): Promise<OwnOffersOut> {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    found((await isOwnListing(tx, viewer, reach, id)) || null);
    return { items: await listOwnOffers(tx, id) };
  });
}

/** Says what an offer costs from a day on, until the next price that is known. Another price of that day takes its place. */
export async function setOfferPrice(
  context: Pick<AppContext, 'db' | 'clock'>,
  { viewer, reach, id }: Asking,
  { offerId, pricePence, from }: OfferPriceIn,
): Promise<OwnOffersOut> {
  const { clock } = context;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    await lockRecord(tx, 'listings', id);
    found((await isOwnListing(tx, viewer, reach, id)) || null);
    const offer = offerOf(await listOwnOffers(tx, id), offerId);
    const validFrom = found(readDate(from, '/from'));
    if (Temporal.PlainDate.compare(validFrom, clock.today()) < 0)
      throw new ProblemError('schedule.in_the_past', { errors: [{ pointer: '/from', code: 'schedule.in_the_past' }] });
    const same = offer.prices.find((one) => one.replacedOn === null && one.from === validFrom.toString());
    const validTo = same?.until ? Temporal.PlainDate.from(same.until) : null;
    await writeOfferPrices(tx, clock, 'provider', [{ offerId, pricePence: BigInt(pricePence), validFrom, validTo }]);
    await forgetListingPages(tx, [id]);
    await refreshFromPrice(tx, clock.today(), { listingIds: [id] });
    await recordAudit(tx, clock, viewer, {
      event: 'listing.price-set',
      noun: 'listing',
      recordId: id,
      details: { offer: offerId, pricePence, from },
    });
    return { items: await listOwnOffers(tx, id) };
  });
}

/** Takes an offer off sale, or puts it back on sale. Orders for it stay as they are. */
export async function setWithdrawn(
  context: Pick<AppContext, 'db' | 'clock'>,
  { viewer, reach, id }: Asking,
  offerId: string,
  withdrawn: boolean,
): Promise<OwnOffersOut> {
  const { clock } = context;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    await lockRecord(tx, 'listings', id);
    found((await isOwnListing(tx, viewer, reach, id)) || null);
    offerOf(await listOwnOffers(tx, id), offerId);
    await writeWithdrawal(tx, id, offerId, withdrawn);
    await refreshFromPrice(tx, clock.today(), { listingIds: [id] });
    await recordAudit(tx, clock, viewer, {
      event: withdrawn ? 'listing.offer-withdrawn' : 'listing.offer-put-back',
      noun: 'listing',
      recordId: id,
      details: { offer: offerId },
    });
    return { items: await listOwnOffers(tx, id) };
  });
}
