// A buyer answers a price rise on an order, or the council's uplift rule does: from then on the visits that are still to come
// cost the new price, and what is set aside for them changes in the same transaction, or nothing does.
// Source: the domain notes, section 9 (price rises).

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { accruedAccount, lineAccount } from '@support-market/domain/ledger/accounts';
import type { Transfer } from '@support-market/domain/ledger/transfers';
import { type RepricedShare, repriced, repricedShares } from '@support-market/domain/price-rises/price-effect';
import { addPence, type Pence, pence, subtractPence } from '@support-market/domain/shared/money';
import { releaseId, reservedAgainId } from '@support-market/domain/visits/posting';
import { askBuyers, firstRaisedDay } from '../features/price-rises/asking.service.ts';
import {
  askedInVain,
  findAnswerable,
  noteShortfall,
  type PriceRiseOrder,
  priceRiseOrderOf,
  waitingForRule,
} from '../features/price-rises/price-rise-orders.repo.ts';
import { askingSince } from '../features/price-rises/price-rises.repo.ts';
import { PriceRiseIdOut } from '../features/price-rises/price-rises.schemas.ts';
import { reachFor, viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { answers, IdParams } from '../http/schemas.ts';
import { systemActor } from '../platform/audit.repo.ts';
import type { AppContext } from '../platform/context.ts';
import { listCouncilIds } from '../platform/council-ids.repo.ts';
import { recordMessages } from '../platform/messages.repo.ts';
import { codeOfDatabaseError, found, ProblemError } from '../platform/problem-error.ts';
import { step, type Work } from '../platform/transitions.repo.ts';
import { postTransfers } from '../ports/ledger/ledger.repo.ts';
import { holdOrder, leftOn, lockRaisable, type RaisedVisit, writeRaised } from './raise-order-prices.repo.ts';

/** An order placed while its price was being raised is found by looking again for so long. */
const LOOK_AGAIN_DAYS = 7;

const RUNNING: readonly (string | null)[] = ['placed', 'accepted'];

const detailsOf = (asked: PriceRiseOrder) => ({
  orderId: asked.orderId,
  reference: asked.reference,
  organisationName: asked.organisationName,
  description: asked.description,
  fromPence: Number(asked.fromPence),
  toPence: Number(asked.toPence),
  yearlyPence: Number(asked.yearlyPence),
  plannedPence: Number(asked.plannedPence),
});

interface Repriced {
  readonly visitId: string;
  readonly unitPence: Pence;
  readonly plannedPence: Pence;
  readonly shares: readonly RepricedShare[];
}

const isChanged = ({ beforePence, plannedPence }: RepricedShare): boolean => beforePence !== plannedPence;

/** The transfer that sets aside the new part of a line; null where that is nothing. */
function reservationOf(visitId: string, share: RepricedShare): string | null {
  if (!isChanged(share)) return share.reservationId;
  if (share.plannedPence === 0n) return null;
  return share.reservationId === null
    ? `tr_reserve:${visitId}:${share.position}`
    : reservedAgainId(share.reservationId);
}

/** Gives back what was set aside at the old price and sets aside the new one: the two in one movement of the ledger. */
function transfersOf(asked: PriceRiseOrder, { visitId, shares }: Repriced): Transfer[] {
  return shares.filter(isChanged).flatMap((share): Transfer[] => {
    const cause = { lineId: share.lineId, orderId: asked.orderId, visitId };
    const id = reservationOf(visitId, share);
    return [
      ...(share.reservationId === null
        ? []
        : [
            {
              kind: 'void' as const,
              id: releaseId(share.reservationId),
              code: 'release' as const,
              pendingId: share.reservationId,
              ...cause,
            },
          ]),
      ...(id === null
        ? []
        : [
            {
              kind: 'pending' as const,
              id,
              code: 'reserve' as const,
              debit: lineAccount(share.lineId).id,
              credit: accruedAccount(asked.organisationId).id,
              amountPence: share.plannedPence,
              ...cause,
            },
          ]),
    ];
  });
}

/** How much money the lines lack together, each for its own part. */
async function shortfall(tx: Tx, councilId: string, visits: readonly Repriced[]): Promise<Pence> {
  const more = new Map<string, bigint>();
  for (const { lineId, beforePence, plannedPence } of visits.flatMap(({ shares }) => shares))
    more.set(lineId, (more.get(lineId) ?? 0n) + plannedPence - beforePence);
  const left = await leftOn(tx, councilId, [...more.keys()]);
  return addPence(
    ...[...more].map(([lineId, needs]) => {
      const short = needs - (left.get(lineId) ?? 0n);
      return pence(needs > 0n && short > 0n ? short : 0n);
    }),
  );
}

/**
 * Has the visits that are still to come cost the new price. Answers how much more they come to. Throws record.changed for an
 * order that does not run any more, and price_rise.not_enough_money with how much is missing; then nothing has changed.
 */
async function raise({ tx, clock, actor }: Work, asked: PriceRiseOrder): Promise<Pence> {
  const { councilId, accountId } = actor;
  if (!RUNNING.includes(await holdOrder(tx, councilId, asked.orderId))) throw new ProblemError('record.changed');
  const locked = await lockRaisable(tx, councilId, asked, firstRaisedDay(asked.fromDate, clock.today()));
  if (locked.length === 0) return pence(0);
  const visits = locked.map((visit): Repriced => {
    const plannedPence = repriced(asked.unit, visit, asked.toPence);
    const shares = visit.shares.map((share) => ({ ...share, beforePence: pence(share.plannedPence) }));
    return { visitId: visit.id, unitPence: asked.toPence, plannedPence, shares: repricedShares(plannedPence, shares) };
  });
  const shortPence = await shortfall(tx, councilId, visits);
  if (shortPence > 0n)
    throw new ProblemError('price_rise.not_enough_money', { details: { shortPence: Number(shortPence) } });
  const at = clock.now();
  await postTransfers(
    tx,
    { councilId, effectiveAt: at, recordedAt: at, recordedBy: accountId },
    visits.flatMap((visit) => transfersOf(asked, visit)),
  );
  const raisedPence = subtractPence(
    addPence(...visits.map(({ plannedPence }) => plannedPence)),
    addPence(...locked.map(({ plannedPence }) => plannedPence)),
  );
  const written = visits.map(
    ({ visitId, unitPence, plannedPence, shares }): RaisedVisit => ({
      ...{ id: visitId, unitPence, plannedPence },
      shares: shares.map((share) => ({
        position: share.position,
        plannedPence: share.plannedPence,
        reservationId: reservationOf(visitId, share),
      })),
    }),
  );
  await writeRaised(tx, councilId, asked.orderId, written, raisedPence);
  return raisedPence;
}

async function accept(work: Work, asked: PriceRiseOrder, event: 'accept' | 'acceptByRule'): Promise<void> {
  const { clock } = work;
  const details = detailsOf(asked);
  const raisedPence = await raise(work, asked);
  // Of two answers at once the second waits for the order, finds nothing to raise, and is told here that it was answered.
  await step(work, 'price_rise_orders', event, [asked], {
    set: { answered_at: clock.now(), raised_pence: raisedPence },
    audit: ({ personId }) => ({ personId, details: { raisedPence: Number(raisedPence) } }),
    messages: ({ personId, organisationId }) => [
      { personId, kind: 'price-rise-order.accepted', details },
      { organisationId, kind: 'price-rise-order.accepted', details },
    ],
  });
}

/** The buyer says yes. Throws record.not_found out of reach, record.changed where it was answered, and what `raise` throws. */
async function acceptPriceRiseOrder(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  id: string,
): Promise<{ id: string }> {
  const { clock } = context;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const asked = found(await findAnswerable(tx, { viewer, reach, today: clock.today() }, id));
    await accept({ tx, clock, actor: viewer }, asked, 'accept');
    return { id };
  });
}

/** The buyer says no: the order keeps its price until its end. */
async function refusePriceRiseOrder(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  id: string,
): Promise<{ id: string }> {
  const { clock } = context;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const asked = found(await findAnswerable(tx, { viewer, reach, today: clock.today() }, id));
    const details = detailsOf(asked);
    await step({ tx, clock, actor: viewer }, 'price_rise_orders', 'refuse', [asked], {
      set: { answered_at: clock.now() },
      audit: ({ personId }) => ({ personId }),
      messages: ({ personId, organisationId }) => [
        { personId, kind: 'price-rise-order.refused', details },
        { organisationId, kind: 'price-rise-order.refused', details },
      ],
    });
    return { id };
  });
}

/** Says once to both sides that the rule would accept and that there is not enough money. */
async function tellShortfall(context: Pick<AppContext, 'db' | 'clock'>, councilId: string, id: string, short: Pence) {
  await inTransaction(context.db, councilId, async (tx) => {
    const asked = await priceRiseOrderOf(tx, councilId, id);
    if (asked?.state !== 'asked' || !(await noteShortfall(tx, councilId, id, short))) return;
    const details = { ...detailsOf(asked), shortPence: Number(short) };
    await recordMessages(tx, context.clock, councilId, [
      { personId: asked.personId, kind: 'price-rise-order.short', details },
      { organisationId: asked.organisationId, kind: 'price-rise-order.short', details },
    ]);
  });
}

/** So many orders are raised while somebody waits for the answer; the worker goes on with the others. */
const AT_ONCE = 25;
const CHUNK = 500;

/** Raises the first of what the council's rule accepts, so that a page shows it at once. */
export async function acceptSomeByRule(context: Pick<AppContext, 'db' | 'clock'>, councilId: string): Promise<void> {
  await acceptThese(
    context,
    councilId,
    await inTransaction(context.db, councilId, (tx) => waitingForRule(tx, councilId, '', AT_ONCE)),
  );
}

/** Raises all that the council's rule accepts. */
async function acceptByRule(context: Pick<AppContext, 'db' | 'clock'>, councilId: string): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after;
    const ids = await inTransaction(context.db, councilId, (tx) => waitingForRule(tx, councilId, from, CHUNK));
    await acceptThese(context, councilId, ids);
    after = ids.at(-1);
  }
}

/** Each order by itself: one without money holds up no other. */
async function acceptThese(
  context: Pick<AppContext, 'db' | 'clock'>,
  councilId: string,
  ids: readonly string[],
): Promise<void> {
  const { db, clock } = context;
  const actor = systemActor(councilId, 'answer-price-rises');
  for (const id of ids) {
    try {
      await inTransaction(db, councilId, async (tx) => {
        const asked = await priceRiseOrderOf(tx, councilId, id);
        if (asked?.state === 'asked') await accept({ tx, clock, actor }, asked, 'acceptByRule');
      });
    } catch (error) {
      // Somebody answered, cancelled or spent the money at this moment: it is looked at again in an hour.
      if (codeOfDatabaseError(error) === 'budget.not_enough_money') continue;
      if (!(error instanceof ProblemError)) throw error;
      const short = error.details['shortPence'];
      if (error.code === 'price_rise.not_enough_money' && typeof short === 'number')
        await tellShortfall(context, councilId, id, pence(short));
    }
  }
}

/** Asks whom no one asked yet, answers by rule what has money by now, and closes what was asked of orders that ended. */
export async function answerPriceRises(context: Pick<AppContext, 'db' | 'clock'>): Promise<void> {
  const { db, clock } = context;
  for (const councilId of await listCouncilIds(db)) {
    const actor = systemActor(councilId, 'answer-price-rises');
    await inTransaction(db, councilId, async (tx) => {
      const work = { tx, clock, actor };
      for (const rise of await askingSince(tx, councilId, clock.now().subtract({ hours: 24 * LOOK_AGAIN_DAYS })))
        await askBuyers(work, rise);
      await step(work, 'price_rise_orders', 'lapse', await askedInVain(tx, councilId), {
        set: { answered_at: clock.now() },
        audit: ({ personId }) => ({ personId }),
      });
    });
    await acceptByRule(context, councilId);
  }
}

export function registerRaiseOrderPrices(app: App, context: AppContext): void {
  app.post(
    '/api/price-rise-orders/:id/accept',
    {
      config: { action: 'price-rise-order.answer', audit: 'price-rise-order.accepted' },
      schema: {
        tags: ['price-rises'],
        operationId: 'acceptPriceRiseOrder',
        summary: 'Say yes to the new price of an order: visits still to come cost it from its day on',
        params: IdParams,
        response: answers({ 200: PriceRiseIdOut }),
      },
    },
    (request) => acceptPriceRiseOrder(context, viewerOf(request), reachFor(request), request.params.id),
  );
  app.post(
    '/api/price-rise-orders/:id/refuse',
    {
      config: { action: 'price-rise-order.answer', audit: 'price-rise-order.refused' },
      schema: {
        tags: ['price-rises'],
        operationId: 'refusePriceRiseOrder',
        summary: 'Say no to the new price of an order: it keeps its price to its end',
        params: IdParams,
        response: answers({ 200: PriceRiseIdOut }),
      },
    },
    (request) => refusePriceRiseOrder(context, viewerOf(request), reachFor(request), request.params.id),
  );
}
