// An organisation's members add something for sale, say what it costs from a day on, change its terms, take a price away that
// has not begun, and take an offer off sale. A visit keeps the price of its order, and a price that was said is kept: decisions 0017 and 0037.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { offerReference } from '@support-market/domain/listings/prices';
import { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listCouncilIds } from '../../platform/council-ids.repo.ts';
import { readDate } from '../../platform/dates.ts';
import { once } from '../../platform/idempotency.repo.ts';
import { forgetListingPages } from '../../platform/listing-changes.repo.ts';
import { unitPrice } from '../../platform/offer-prices.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import type { Work } from '../../platform/transitions.repo.ts';
import { refreshFromPrice } from './from-prices.repo.ts';
import { upsertOffers } from './offer-writes.repo.ts';
import {
  findSeller,
  isOffered,
  isOrdered,
  listOwnOffers,
  notFree,
  type OwnOffer,
  type Seller,
  writeTerms,
  writeWithdrawal,
} from './own-offers.repo.ts';
import type { NewOfferIn, OfferPriceIn, OfferTermsIn, OwnOffersOut } from './own-offers.schemas.ts';
import { type Asking, isOwnListing, lockRecord } from './own-records.repo.ts';
import { type PricePeriodWrite, takePriceAway, writeOfferPrices } from './price-periods.repo.ts';

/** Throws for an offer that the listing does not have. */
function offerOf(offers: readonly OwnOffer[], offerId: string): OwnOffer {
  const offer = offers.find(({ id }) => id === offerId);
  if (offer) return offer;
  throw new ProblemError('request.invalid', { errors: [{ pointer: '/offerId', code: 'field.enum' }] });
}

function vatOf(seller: Seller, today: Temporal.PlainDate, welfare: boolean, zeroRated: boolean) {
  const offer = { id: '', unit: 'hour', price_pence: 0, welfare, zero_rated: zeroRated };
  const { vatCategory: category, vatRateBasisPoints: rateBasisPoints } = found(unitPrice(offer, seller, today));
  return { category, rateBasisPoints };
}

async function offersOf(tx: Tx, listingId: string, today: Temporal.PlainDate): Promise<OwnOffersOut> {
  const seller = found(await findSeller(tx, listingId));
  return {
    items: await listOwnOffers(tx, listingId),
    vat: {
      welfare: vatOf(seller, today, true, false),
      zero: vatOf(seller, today, false, true),
      standard: vatOf(seller, today, false, false),
    },
  };
}

/** The last day that was said of a price; null where there is none. */
function lastDay(text: string | null | undefined, first: Temporal.PlainDate): Temporal.PlainDate | null {
  if (text === undefined || text === null) return null;
  const day = found(readDate(text, '/until'));
  if (Temporal.PlainDate.compare(day, first) < 0)
    throw new ProblemError('schedule.ends_before_start', {
      errors: [{ pointer: '/until', code: 'schedule.ends_before_start' }],
    });
  return day;
}

function firstDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate {
  const day = found(readDate(text, '/from'));
  if (Temporal.PlainDate.compare(day, today) < 0)
    throw new ProblemError('schedule.in_the_past', { errors: [{ pointer: '/from', code: 'schedule.in_the_past' }] });
  return day;
}

export async function viewOwnOffers(
  context: Pick<AppContext, 'db' | 'clock'>,
  { viewer, reach, id }: Asking,
): Promise<OwnOffersOut> {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    found((await isOwnListing(tx, viewer, reach, id)) || null);
    return offersOf(tx, id, context.clock.today());
  });
}

/** Lays the owner's price over those that are known. The caller holds the listing. */
export async function layOwnPrice(
  { tx, clock, actor }: Work,
  { listingId, ...price }: PricePeriodWrite & { readonly listingId: string },
): Promise<void> {
  await writeOfferPrices(tx, clock, 'provider', [price]);
  await forgetListingPages(tx, [listingId]);
  await refreshFromPrice(tx, clock.today(), { listingIds: [listingId] });
  const { offerId: offer, pricePence, validFrom } = price;
  await recordAudit(tx, clock, actor, {
    event: 'listing.price-set',
    noun: 'listing',
    recordId: listingId,
    details: { offer, pricePence: Number(pricePence), from: validFrom.toString() },
  });
}

/** Says what an offer costs from a day on, until the next price that is known. Another price of that day takes its place. */
export async function setOfferPrice(
  context: Pick<AppContext, 'db' | 'clock'>,
  { viewer, reach, id }: Asking,
  { offerId, pricePence, from, until }: OfferPriceIn,
): Promise<OwnOffersOut> {
  const { clock } = context;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    await lockRecord(tx, 'listings', id);
    found((await isOwnListing(tx, viewer, reach, id)) || null);
    const offer = offerOf(await listOwnOffers(tx, id), offerId);
    const validFrom = firstDay(from, clock.today());
    const same = offer.prices.find((one) => one.replacedOn === null && one.from === validFrom.toString());
    // Another price of a day that is known ends where that one did, unless its end is said too.
    const known = same?.until ? Temporal.PlainDate.from(same.until) : null;
    const validTo = until === undefined ? known : lastDay(until, validFrom);
    const price = { listingId: id, offerId, pricePence: BigInt(pricePence), validFrom, validTo };
    await layOwnPrice({ tx, clock, actor: viewer }, price);
    return offersOf(tx, id, context.clock.today());
  });
}

/**
 * Adds something for sale. It is known by its name, unit and days, as a file's row is: a later file that has the same adds
 * no second one, and leaves its price.
 */
export async function addOffer(
  context: Pick<AppContext, 'db' | 'clock'>,
  { viewer, reach, id }: Asking,
  key: string,
  body: NewOfferIn,
): Promise<OwnOffersOut> {
  const { clock } = context;
  return inTransaction(context.db, viewer.councilId, (tx) =>
    once(tx, clock, viewer, { key, operation: `addOffer ${id}`, body }, async () => {
      await lockRecord(tx, 'listings', id);
      found((await isOwnListing(tx, viewer, reach, id)) || null);
      const { pricePence, from, until, ...facts } = body;
      const name = facts.name.trim();
      const validFrom = firstDay(from, clock.today());
      const validTo = lastDay(until, validFrom);
      const sourceRef = offerReference(name, facts.unit, facts.days);
      const there = await listOwnOffers(tx, id);
      if (
        (await isOffered(tx, id, sourceRef)) ||
        there.some((one) => offerReference(one.name, one.unit, one.days) === sourceRef)
      )
        throw new ProblemError('offer.already_there', { errors: [{ pointer: '/name', code: 'offer.already_there' }] });
      const position = there.length;
      const [added] = await upsertOffers(
        tx,
        clock,
        [{ ...facts, name, listingId: id, sourceRef, pricePence: BigInt(pricePence), validFrom, validTo, position }],
        'provider',
      );
      await notFree(tx, id);
      await recordAudit(tx, clock, viewer, {
        event: 'listing.offer-added',
        noun: 'listing',
        recordId: id,
        details: { offer: added?.id ?? '', name, pricePence, from },
      });
      return offersOf(tx, id, clock.today());
    }),
  );
}

/**
 * Changes what an offer is called, its shortest visit, its notice and its VAT, for what is ordered from now on. Refused where
 * another of the listing is called so, by the same unit and for the same days.
 */
export async function changeTerms(
  context: Pick<AppContext, 'db' | 'clock'>,
  { viewer, reach, id }: Asking,
  body: OfferTermsIn,
): Promise<OwnOffersOut> {
  const { clock } = context;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    await lockRecord(tx, 'listings', id);
    found((await isOwnListing(tx, viewer, reach, id)) || null);
    const offers = await listOwnOffers(tx, id);
    const offer = offerOf(offers, body.offerId);
    const name = body.name.trim();
    const referenceOf = (one: Pick<OwnOffer, 'name' | 'unit' | 'days'>) => offerReference(one.name, one.unit, one.days);
    const wanted = referenceOf({ ...offer, name });
    if (offers.some((one) => one.id !== offer.id && referenceOf(one) === wanted))
      throw new ProblemError('offer.already_there', { errors: [{ pointer: '/name', code: 'offer.already_there' }] });
    await writeTerms(tx, id, { ...body, name });
    await refreshFromPrice(tx, clock.today(), { listingIds: [id] });
    await recordAudit(tx, clock, viewer, {
      event: 'listing.offer-changed',
      noun: 'listing',
      recordId: id,
      details: {
        ...{ offer: offer.id, nameBefore: offer.name, name },
        ...{ minimumMinutesBefore: offer.minimumMinutes, minimumMinutes: body.minimumMinutes },
        ...{ noticeHoursBefore: offer.noticeHours ?? '', noticeHours: body.noticeHours ?? '' },
        ...{ welfareBefore: offer.welfare, welfare: body.welfare },
        ...{ zeroRatedBefore: offer.zeroRated, zeroRated: body.zeroRated },
      },
    });
    return offersOf(tx, id, clock.today());
  });
}

/**
 * Takes a price away that has not begun; the one before it goes on. Refused where somebody, in any council, ordered for a
 * day of it: they were told that price.
 */
export async function removePrice(
  context: Pick<AppContext, 'db' | 'clock'>,
  { viewer, reach, id }: Asking,
  priceId: string,
): Promise<OwnOffersOut> {
  const { clock } = context;
  const others = (await listCouncilIds(context.db)).filter((councilId) => councilId !== viewer.councilId);
  const refuse = () => {
    throw new ProblemError('price.ordered', { errors: [{ pointer: '/priceId', code: 'price.ordered' }] });
  };
  const find = async (tx: Tx) => {
    found((await isOwnListing(tx, viewer, reach, id)) || null);
    for (const offer of await listOwnOffers(tx, id)) {
      const price = offer.prices.find((one) => one.id === priceId && one.replacedOn === null);
      if (!price) continue;
      const days = {
        from: Temporal.PlainDate.from(price.from),
        until: price.until === null ? null : Temporal.PlainDate.from(price.until),
      };
      if (Temporal.PlainDate.compare(days.from, clock.today()) <= 0) throw new ProblemError('price.has_begun');
      const { organisation_id: organisationId } = found(await findSeller(tx, id));
      return { offer: { id: offer.id, organisationId }, price, days };
    }
    throw new ProblemError('record.changed');
  };
  // What other councils ordered can only be read as each of them.
  const { offer, days } = await inTransaction(context.db, viewer.councilId, find);
  for (const councilId of others)
    if (await inTransaction(context.db, councilId, (tx) => isOrdered(tx, councilId, offer, days))) refuse();
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    await lockRecord(tx, 'listings', id);
    const { price } = await find(tx);
    if (await isOrdered(tx, viewer.councilId, offer, days)) refuse();
    await takePriceAway(tx, clock, offer.id, days.from);
    await forgetListingPages(tx, [id]);
    await refreshFromPrice(tx, clock.today(), { listingIds: [id] });
    await recordAudit(tx, clock, viewer, {
      event: 'listing.price-removed',
      noun: 'listing',
      recordId: id,
      details: { offer: offer.id, pricePence: price.pricePence, from: price.from },
    });
    return offersOf(tx, id, clock.today());
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
    return offersOf(tx, id, context.clock.today());
  });
}
