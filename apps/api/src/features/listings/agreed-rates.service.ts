// A council's officer keeps the rates that it agreed with providers: says one from a day on, says when one ends, and takes one
// away that has not begun. What was said is kept; a visit keeps the price of its order.
// Source: the domain notes, section 8 (private catalogue, after Harrow).

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import type { Unit } from '@support-market/domain/listings/prices';
import type { OfferDays } from '@support-market/domain/orders/item-plan';
import { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { readDate } from '../../platform/dates.ts';
import { once } from '../../platform/idempotency.repo.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { findRatedOffer, isOrderedAtRate, listRatedOffers, offerOfRate, type RatedOffer } from './agreed-rates.repo.ts';
import type {
  AgreedRateIn,
  EndRateIn,
  RatedOfferOut,
  RatedOffersOut,
  RatedOffersQuery,
} from './agreed-rates.schemas.ts';
import { takeRateAway, writeAgreedRates } from './price-periods.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

const known = <Row extends { readonly unit: string; readonly days: string }>(row: Row) => ({
  ...row,
  unit: row.unit as Unit,
  days: row.days as OfferDays,
});

/** What has a rate of the council's or, for part of a provider's name, everything that it sells. */
export async function viewRatedOffers(
  { db, clock }: Needs,
  viewer: Viewer,
  { cursor, limit = 25, search = '' }: RatedOffersQuery,
): Promise<RatedOffersOut> {
  const list = listAsked('agreed-rates', { search });
  const [after = ''] = readCursor(list, cursor, ['text']) ?? [];
  const rows = await inTransaction(db, viewer.councilId, (tx) =>
    listRatedOffers(tx, viewer.councilId, clock.today(), { search: search.trim(), after, limit }),
  );
  return pageFrom(list, rows.map(known), limit, ({ offerId }) => [offerId]);
}

async function shown(tx: Tx, { clock }: Needs, { councilId }: Viewer, offerId: string): Promise<RatedOfferOut> {
  return known(found(await findRatedOffer(tx, councilId, clock.today(), offerId)));
}

export function viewRatedOffer(needs: Needs, viewer: Viewer, offerId: string): Promise<RatedOfferOut> {
  return inTransaction(needs.db, viewer.councilId, (tx) => shown(tx, needs, viewer, offerId));
}

function refuseAt(pointer: string, code: 'schedule.ends_before_start' | 'schedule.in_the_past'): never {
  throw new ProblemError(code, { errors: [{ pointer, code }] });
}

/** Lays a rate over those that are known, once for a key. Another of the same first day takes its place. */
export async function setAgreedRate(
  needs: Needs,
  viewer: Viewer,
  key: string,
  body: AgreedRateIn,
): Promise<RatedOfferOut> {
  const { db, clock } = needs;
  const { councilId } = viewer;
  const { offerId, pricePence } = body;
  const validFrom = found(readDate(body.from, '/from'));
  const validTo = body.until === null ? null : found(readDate(body.until, '/until'));
  if (Temporal.PlainDate.compare(validFrom, clock.today()) < 0) refuseAt('/from', 'schedule.in_the_past');
  if (validTo && Temporal.PlainDate.compare(validTo, validFrom) < 0) refuseAt('/until', 'schedule.ends_before_start');
  return inTransaction(db, councilId, (tx) =>
    once(tx, clock, viewer, { key, operation: 'setAgreedRate', body }, async () => {
      await shown(tx, needs, viewer, offerId);
      await writeAgreedRates(tx, clock, councilId, [{ offerId, pricePence: BigInt(pricePence), validFrom, validTo }]);
      await recordAudit(tx, clock, viewer, {
        event: 'agreed-rate.set',
        noun: 'agreed-rate',
        recordId: offerId,
        details: { offer: offerId, pricePence, from: body.from, until: body.until ?? '' },
      });
      return shown(tx, needs, viewer, offerId);
    }),
  );
}

/** A rate that holds or will, by its id. Throws record.not_found for one of another council's, record.changed for a replaced one. */
async function rateOf(
  tx: Tx,
  needs: Needs,
  viewer: Viewer,
  rateId: string,
): Promise<{
  readonly offer: RatedOffer;
  readonly rate: RatedOffer['rates'][number];
  readonly from: Temporal.PlainDate;
}> {
  const offerId = found(await offerOfRate(tx, viewer.councilId, rateId));
  const offer = await shown(tx, needs, viewer, offerId);
  const rate = offer.rates.find(({ id, replacedOn }) => id === rateId && replacedOn === null);
  if (!rate) throw new ProblemError('record.changed');
  return { offer, rate, from: Temporal.PlainDate.from(rate.from) };
}

/** Says the last day of a rate: today or later. From the day after it the public price is charged, or the next rate. */
export async function endAgreedRate(needs: Needs, viewer: Viewer, body: EndRateIn): Promise<RatedOfferOut> {
  const { db, clock } = needs;
  const { councilId } = viewer;
  const lastDay = found(readDate(body.lastDay, '/lastDay'));
  if (Temporal.PlainDate.compare(lastDay, clock.today()) < 0) refuseAt('/lastDay', 'schedule.in_the_past');
  return inTransaction(db, councilId, async (tx) => {
    const { offer, rate, from } = await rateOf(tx, needs, viewer, body.rateId);
    if (Temporal.PlainDate.compare(lastDay, from) < 0) refuseAt('/lastDay', 'schedule.ends_before_start');
    await writeAgreedRates(tx, clock, councilId, [
      { offerId: offer.offerId, pricePence: BigInt(rate.pricePence), validFrom: from, validTo: lastDay },
    ]);
    await recordAudit(tx, clock, viewer, {
      event: 'agreed-rate.ended',
      noun: 'agreed-rate',
      recordId: offer.offerId,
      details: { offer: offer.offerId, pricePence: rate.pricePence, from: rate.from, lastDay: body.lastDay },
    });
    return shown(tx, needs, viewer, offer.offerId);
  });
}

/** Takes a rate away that has not begun and at which no order was made; the one before it goes on. */
export async function removeAgreedRate(needs: Needs, viewer: Viewer, rateId: string): Promise<RatedOfferOut> {
  const { db, clock } = needs;
  const { councilId } = viewer;
  return inTransaction(db, councilId, async (tx) => {
    const { offer, rate, from } = await rateOf(tx, needs, viewer, rateId);
    const until = rate.until === null ? null : Temporal.PlainDate.from(rate.until);
    if (Temporal.PlainDate.compare(from, clock.today()) <= 0) throw new ProblemError('price.has_begun');
    if (await isOrderedAtRate(tx, councilId, offer.offerId, { from, until })) throw new ProblemError('price.ordered');
    await takeRateAway(tx, clock, councilId, offer.offerId, from);
    await recordAudit(tx, clock, viewer, {
      event: 'agreed-rate.removed',
      noun: 'agreed-rate',
      recordId: offer.offerId,
      details: { offer: offer.offerId, pricePence: rate.pricePence, from: rate.from },
    });
    return shown(tx, needs, viewer, offer.offerId);
  });
}
