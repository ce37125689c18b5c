// A provider proposes a higher price with notice. A public price is the provider's own: it is laid at once for what is ordered
// later. An agreed rate waits for the council or its uplift rule. Orders that run keep their price until their own answer.
// Source: the domain notes, sections 8 (agreed rates) and 9 (price rises).

import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { type DatedPrice, priceOn } from '@support-market/domain/listings/price-periods';
import type { Unit } from '@support-market/domain/listings/prices';
import type { OfferDays } from '@support-market/domain/orders/item-plan';
import { upliftAnswer } from '@support-market/domain/price-rises/uplift-rule';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { layOwnPrice } from '../features/listings/own-offers.service.ts';
import { lockRecord } from '../features/listings/own-records.repo.ts';
import { writeAgreedRates } from '../features/listings/price-periods.repo.ts';
import { askBuyers } from '../features/price-rises/asking.service.ts';
import {
  findPriceRise,
  findRiseToCome,
  insertPriceRise,
  listRaisable,
  type PriceRise,
  priceRiseOf,
  type Raisable,
  roseInYearBefore,
} from '../features/price-rises/price-rises.repo.ts';
import {
  AcceptRiseIn,
  PriceRiseIdOut,
  PriceRiseIn,
  PriceRiseOut,
  RaisableOut,
  RaisableQuery,
  RefuseRiseIn,
} from '../features/price-rises/price-rises.schemas.ts';
import { viewPriceRise } from '../features/price-rises/price-rises.service.ts';
import { reachFor, viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { answers, IdempotencyHeaders, IdParams } from '../http/schemas.ts';
import { enqueueJob } from '../jobs/queue.repo.ts';
import { systemActor } from '../platform/audit.repo.ts';
import type { AppContext } from '../platform/context.ts';
import { readDate } from '../platform/dates.ts';
import { once } from '../platform/idempotency.repo.ts';
import { newId } from '../platform/ids.ts';
import type { NewMessage } from '../platform/messages.repo.ts';
import { found, ProblemError } from '../platform/problem-error.ts';
import { readSettings } from '../platform/settings.repo.ts';
import { begin, step, type Work } from '../platform/transitions.repo.ts';
import { acceptSomeByRule } from './raise-order-prices.ts';

const MOST_CHOICES = 200;
/** What costs more than so many times as much is another thing, or a slip of the hand. */
const MOST_TIMES = 10n;
const MOST_YEARS_AHEAD = 2;

const dated = (prices: Raisable['publicPrices']): DatedPrice[] =>
  prices.map(({ pence: amount, from, until }) => ({
    unitPence: pence(amount),
    validFrom: Temporal.PlainDate.from(from),
    validTo: until === null ? null : Temporal.PlainDate.from(until),
  }));

const pricesOf = (offer: Raisable, kind: PriceRise['kind']): DatedPrice[] =>
  dated(kind === 'public' ? offer.publicPrices : offer.agreedRates);

/** What can be raised, with the earliest day for it. */
async function viewRaisable(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  listingId: string | undefined,
): Promise<RaisableOut> {
  const { councilId } = viewer;
  const today = context.clock.today();
  return inTransaction(context.db, councilId, async (tx) => {
    const { priceRiseNoticeDays: noticeDays } = await readSettings(tx, councilId, today);
    const earliest = today.add({ days: noticeDays });
    const offers = await listRaisable(tx, councilId, reach.organisationIds, {
      limit: MOST_CHOICES,
      ...(listingId === undefined ? {} : { listingId }),
    });
    const before = earliest.subtract({ days: 1 });
    const priceBefore = (offer: Raisable, kind: PriceRise['kind']) =>
      priceOn(pricesOf(offer, kind), before)?.unitPence ?? null;
    return {
      noticeDays,
      earliest,
      items: offers.map((offer) => ({
        offerId: offer.offerId,
        listingTitle: offer.listingTitle,
        offerName: offer.offerName,
        unit: offer.unit as Unit,
        days: offer.days as OfferDays,
        publicPence: priceBefore(offer, 'public'),
        agreedPence: priceBefore(offer, 'agreed'),
      })),
    };
  });
}

function refuseAt(pointer: string, code: ConstructorParameters<typeof ProblemError>[0], details = {}): never {
  throw new ProblemError(code, { details, errors: [{ pointer, code, details }] });
}

/** The last day of the price that a day's new one takes the place of; null while none is known. */
function endOf(prices: readonly DatedPrice[], from: Temporal.PlainDate): Temporal.PlainDate | null {
  return priceOn(prices, from)?.validTo ?? null;
}

/** Lays the agreed rate that the council said yes to, and asks the buyers of orders that run. */
async function layAgreedRate(work: Work, rise: PriceRise): Promise<void> {
  const { tx, clock, actor } = work;
  const { councilId } = actor;
  const today = clock.today();
  const [offer] = await listRaisable(tx, councilId, [rise.organisationId], { offerId: rise.offerId, limit: 1 });
  const rates = dated(offer?.agreedRates ?? []);
  const before = priceOn(rates, rise.fromDate.subtract({ days: 1 }));
  // Another rate was agreed since, or it is off sale: what was proposed is not what would be agreed to.
  if (before?.unitPence !== rise.fromPence) throw new ProblemError('record.changed');
  const from = Temporal.PlainDate.compare(rise.fromDate, today) < 0 ? today : rise.fromDate;
  await writeAgreedRates(tx, clock, councilId, [
    { offerId: rise.offerId, pricePence: rise.toPence, validFrom: from, validTo: endOf(rates, from) },
  ]);
  await askAndGoOn(work, rise);
}

/** Asks the buyers, and has the worker raise what the council's rule accepts, however many orders that is. */
async function askAndGoOn(work: Work, rise: PriceRise): Promise<void> {
  const { councilId } = work.actor;
  await askBuyers(work, rise);
  await enqueueJob(work.tx, 'answer-price-rises', { councilId }, { uniqueKey: `price-rises ${councilId}` });
}

const detailsOf = (rise: PriceRise) => ({
  priceRiseId: rise.id,
  organisationName: rise.organisationName,
  description: rise.offerName,
  fromPence: Number(rise.fromPence),
  toPence: Number(rise.toPence),
  serviceDate: rise.fromDate.toString(),
});

const answerTo = (rise: PriceRise, kind: 'price-rise.accepted' | 'price-rise.refused', note = ''): NewMessage[] => [
  { organisationId: rise.organisationId, kind, details: { ...detailsOf(rise), note } },
];

function isAbovePublic(offer: Raisable, { toPence, fromDate }: PriceRise): boolean {
  const open = priceOn(pricesOf(offer, 'public'), fromDate);
  return open ? toPence > open.unitPence : false;
}

/** The council's uplift rule answers the rate itself, or the council is asked. */
async function answerByRule(work: Work, rise: PriceRise, offer: Raisable): Promise<void> {
  const { tx, clock, actor } = work;
  const settings = await readSettings(tx, actor.councilId, clock.today());
  const around = {
    councilAlonePays: true,
    // A rate above what everybody else pays is for somebody to agree to.
    roseThisYear: (await roseInYearBefore(tx, actor.councilId, rise)) || isAbovePublic(offer, rise),
  };
  const answer = upliftAnswer(rise, settings, around);
  const byRule = { ...work, actor: systemActor(actor.councilId, 'uplift-rule') };
  if (answer === 'refuse') {
    await step(byRule, 'price_rises', 'refuseByRule', [rise], {
      set: { decided_at: clock.now() },
      audit: () => ({}),
      messages: () => answerTo(rise, 'price-rise.refused'),
    });
  } else if (answer === 'accept') {
    await step(byRule, 'price_rises', 'acceptByRule', [rise], {
      set: { decided_at: clock.now() },
      audit: () => ({}),
      messages: () => answerTo(rise, 'price-rise.accepted'),
    });
    await layAgreedRate(byRule, rise);
  }
}

async function propose(
  work: Work & { readonly actor: Viewer },
  reach: Reach,
  body: PriceRiseIn,
): Promise<{ id: string }> {
  const { tx, clock, actor: viewer } = work;
  const { councilId } = viewer;
  const today = clock.today();
  const which = { offerId: body.offerId, limit: 1 };
  const [there] = await listRaisable(tx, councilId, reach.organisationIds, which);
  const { listingId, organisationId } = found(there);
  await lockRecord(tx, 'listings', listingId);
  // Read again under the lock: another price may have been set at this moment.
  const offer = found((await listRaisable(tx, councilId, reach.organisationIds, which))[0]);
  const fromDate = found(readDate(body.from, '/from'));
  const { priceRiseNoticeDays: days } = await readSettings(tx, councilId, today);
  const earliest = today.add({ days });
  if (Temporal.PlainDate.compare(fromDate, earliest) < 0)
    refuseAt('/from', 'price_rise.notice_too_short', { days, earliest: earliest.toString() });
  const latest = today.add({ years: MOST_YEARS_AHEAD });
  if (Temporal.PlainDate.compare(fromDate, latest) > 0)
    refuseAt('/from', 'price_rise.too_far_ahead', { latest: latest.toString() });
  const prices = pricesOf(offer, body.kind);
  const before = priceOn(prices, fromDate.subtract({ days: 1 }));
  if (!before)
    return refuseAt('/kind', body.kind === 'public' ? 'price_rise.no_public_price' : 'price_rise.no_agreed_rate');
  // One at a time: two that cross would leave questions whose figures are no longer what a yes comes to.
  const open = await findRiseToCome(tx, councilId, { offerId: body.offerId, kind: body.kind, today });
  if (open !== null) throw new ProblemError('price_rise.already_proposed', { details: { from: open.toString() } });
  const toPence = pence(body.pricePence);
  if (toPence > before.unitPence * MOST_TIMES) refuseAt('/pricePence', 'price_rise.too_high');
  if (toPence <= before.unitPence)
    refuseAt('/pricePence', 'price_rise.not_higher', { fromPence: Number(before.unitPence) });
  const id = newId(clock, 'priceRise');
  const { kind, offerId } = body;
  const words = body.words.trim();
  const fromPence = before.unitPence;
  if (kind === 'public') {
    const price = { listingId, offerId, pricePence: toPence, validFrom: fromDate, validTo: endOf(prices, fromDate) };
    await layOwnPrice(work, price);
  }
  await insertPriceRise(tx, councilId, {
    ...{ id, organisationId, offerId, kind, fromPence, toPence, fromDate, words, at: clock.now() },
  });
  const rise = found(await priceRiseOf(tx, councilId, id));
  await begin(work, 'price_rises', kind === 'agreed' ? 'propose' : 'announce', [rise], {
    audit: () => ({ details: { kind, fromPence: Number(fromPence), toPence: Number(toPence) } }),
    messages: () =>
      kind === 'agreed'
        ? [{ role: 'commissioner', kind: 'price-rise.proposed' as const, details: detailsOf(rise) }]
        : [],
  });
  await (kind === 'agreed' ? answerByRule(work, rise, offer) : askAndGoOn(work, rise));
  return { id };
}

/**
 * Proposes a price rise, once for a key. Throws record.not_found for an offer of somebody else, price_rise.notice_too_short,
 * price_rise.too_far_ahead, price_rise.not_higher, price_rise.too_high, price_rise.no_agreed_rate and, while one waits for its answer or
 * its day, price_rise.already_proposed.
 */
async function proposePriceRise(context: AppContext, viewer: Viewer, reach: Reach, key: string, body: PriceRiseIn) {
  const { clock } = context;
  const made = await inTransaction(context.db, viewer.councilId, (tx) =>
    once(tx, clock, viewer, { key, operation: 'proposePriceRise', body }, () =>
      propose({ tx, clock, actor: viewer }, reach, body),
    ),
  );
  await acceptSomeByRule(context, viewer.councilId);
  return made;
}

/** The council says yes to an agreed rate: for what is ordered from now on and, where it says so, for every running order. */
async function acceptPriceRise(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  { id, body }: { readonly id: string; readonly body: AcceptRiseIn },
): Promise<PriceRiseOut> {
  const { clock } = context;
  const asker = { viewer, reach, today: clock.today() };
  await inTransaction(context.db, viewer.councilId, async (tx) => {
    const rise = found(await findPriceRise(tx, asker, id));
    const work = { tx, clock, actor: viewer };
    const answer = body.answer.trim();
    await step(work, 'price_rises', 'accept', [rise], {
      set: { decided_at: clock.now(), answer, raises_orders: body.raisesOrders },
      audit: () => ({ reason: answer, details: { raisesOrders: body.raisesOrders } }),
      messages: () => answerTo(rise, 'price-rise.accepted', answer),
    });
    await layAgreedRate(work, found(await findPriceRise(tx, asker, id)));
  });
  await acceptSomeByRule(context, viewer.councilId);
  return viewPriceRise(context, viewer, reach, id);
}

/** The council says no to an agreed rate: everything stays at its price. */
async function refusePriceRise(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  { id, body }: { readonly id: string; readonly body: RefuseRiseIn },
): Promise<PriceRiseOut> {
  const { clock } = context;
  await inTransaction(context.db, viewer.councilId, async (tx) => {
    const rise = found(await findPriceRise(tx, { viewer, reach, today: clock.today() }, id));
    const answer = body.answer.trim();
    await step({ tx, clock, actor: viewer }, 'price_rises', 'refuse', [rise], {
      set: { decided_at: clock.now(), answer },
      audit: () => ({ reason: answer }),
      messages: () => answerTo(rise, 'price-rise.refused', answer),
    });
  });
  return viewPriceRise(context, viewer, reach, id);
}

export function registerProposePriceRise(app: App, context: AppContext): void {
  app.get(
    '/api/price-rises/choices',
    {
      config: { action: 'price-rise.propose', audit: null },
      schema: {
        tags: ['price-rises'],
        operationId: 'listRaisable',
        summary: 'What the viewer’s organisations sell, with the prices that can be raised and from which day',
        querystring: RaisableQuery,
        response: answers({ 200: RaisableOut }),
      },
    },
    (request) => viewRaisable(context, viewerOf(request), reachFor(request), request.query.listingId),
  );
  app.post(
    '/api/price-rises',
    {
      config: { action: 'price-rise.propose', audit: 'price-rise.proposed' },
      schema: {
        tags: ['price-rises'],
        operationId: 'proposePriceRise',
        summary: 'Propose a higher price with notice; orders that run keep theirs until somebody says yes',
        headers: IdempotencyHeaders,
        body: PriceRiseIn,
        response: answers({ 201: PriceRiseIdOut }),
      },
    },
    async (request, reply) => {
      const key = request.headers['idempotency-key'];
      const made = await proposePriceRise(context, viewerOf(request), reachFor(request), key, request.body);
      return reply.code(201).send(made);
    },
  );
  app.post(
    '/api/price-rises/:id/accept',
    {
      config: { action: 'price-rise.decide', audit: 'price-rise.accepted' },
      schema: {
        tags: ['price-rises'],
        operationId: 'acceptPriceRise',
        summary: 'Agree to a higher rate of the council’s',
        params: IdParams,
        body: AcceptRiseIn,
        response: answers({ 200: PriceRiseOut }),
      },
    },
    (request) => {
      const { params, body } = request;
      return acceptPriceRise(context, viewerOf(request), reachFor(request), { id: params.id, body });
    },
  );
  app.post(
    '/api/price-rises/:id/refuse',
    {
      config: { action: 'price-rise.decide', audit: 'price-rise.refused' },
      schema: {
        tags: ['price-rises'],
        operationId: 'refusePriceRise',
        summary: 'Say no to a higher rate of the council’s, and why',
        params: IdParams,
        body: RefuseRiseIn,
        response: answers({ 200: PriceRiseOut }),
      },
    },
    (request) => {
      const { params, body } = request;
      return refusePriceRise(context, viewerOf(request), reachFor(request), { id: params.id, body });
    },
  );
}
