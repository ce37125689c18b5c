// Shows price rises and what they come to on orders to those who may see them, and takes one back.

import { inTransaction } from '@support-market/db/transaction';
import { type Reach, reachOf } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type { Unit } from '@support-market/domain/listings/prices';
import type { OfferDays } from '@support-market/domain/orders/item-plan';
import { riseBasisPoints } from '@support-market/domain/price-rises/uplift-rule';
import { addPence, type Pence } from '@support-market/domain/shared/money';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { readDate } from '../../platform/dates.ts';
import { found } from '../../platform/problem-error.ts';
import { step } from '../../platform/transitions.repo.ts';
import { effectsOf } from './asking.service.ts';
import { listPriceRiseOrders, stillAsked, sumsOf } from './price-rise-orders.repo.ts';
import { type Asker, findPriceRise, listPriceRises, type PriceRise } from './price-rises.repo.ts';
import type { PriceRiseOrderOut, PriceRiseOrdersQuery, PriceRiseOut, PriceRisesQuery } from './price-rises.schemas.ts';

const askerOf = ({ clock }: Pick<AppContext, 'clock'>, viewer: Viewer, reach: Reach): Asker => ({
  viewer,
  reach,
  today: clock.today(),
});

function summaryOf(rise: PriceRise) {
  const { words: _, answer: __, decidedAt: ___, raisesOrders: ____, ...row } = rise;
  return {
    ...row,
    unit: row.unit as Unit,
    days: row.days as OfferDays,
    riseBasisPoints: riseBasisPoints(row.fromPence, row.toPence),
  };
}

/**
 * A page of those that the viewer may see, newest first. Throws request.invalid for a cursor that is not ours, and
 * date.does_not_exist for a day that no calendar has.
 */
export async function viewPriceRises(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  { cursor, limit = 25, ...asked }: PriceRisesQuery,
) {
  const list = listAsked('price-rises', asked);
  const after = readCursor(list, cursor, ['instant', 'text']);
  const filter = { search: asked.search, state: asked.state, from: readDate(asked.from, '/querystring/from') };
  const asker = askerOf(context, viewer, reach);
  const rows = await inTransaction(context.db, viewer.councilId, (tx) =>
    listPriceRises(tx, asker, filter, { after, limit }),
  );
  const page = pageFrom(list, rows, limit, (row) => [row.writtenAt.toString(), row.id]);
  return { nextCursor: page.nextCursor, items: page.items.map(summaryOf) };
}

/**
 * One, with what it comes to on the orders that run: in numbers alone, for the council's officers too. Throws
 * record.not_found where the viewer may not see it, as where there is none.
 */
export async function viewPriceRise(
  context: Pick<AppContext, 'db' | 'clock'>,
  viewer: Viewer,
  reach: Reach,
  id: string,
): Promise<PriceRiseOut> {
  const asker = askerOf(context, viewer, reach);
  const { councilId } = viewer;
  return inTransaction(context.db, councilId, async (tx) => {
    const rise = found(await findPriceRise(tx, asker, id));
    const effects = rise.state === 'proposed' ? await effectsOf(tx, councilId, rise, asker.today) : null;
    const isTheirs = reach.organisationIds.includes(rise.organisationId);
    const { words, answer, decidedAt, raisesOrders } = rise;
    return {
      ...summaryOf(rise),
      ...{ words, answer, decidedAt, raisesOrders },
      wouldBe: effects && {
        orders: effects.length,
        yearlyPence: addPence(...effects.map(({ yearlyPence }) => yearlyPence)),
        plannedPence: addPence(...effects.map(({ plannedPence }) => plannedPence)),
      },
      asked: await sumsOf(tx, councilId, id, isTheirs || reach.selfFunders ? 'all' : 'council'),
    };
  });
}

/** What rises come to on orders within reach, newest first; of one order or of one rise where that is asked. */
export async function viewPriceRiseOrders(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  { cursor, limit = 25, ...asked }: PriceRiseOrdersQuery,
): Promise<{ nextCursor: string | null; items: PriceRiseOrderOut[] }> {
  const list = listAsked('price-rise-orders', asked);
  const after = readCursor(list, cursor, ['instant', 'text']);
  const asker = askerOf(context, viewer, reach);
  const rows = await inTransaction(context.db, viewer.councilId, (tx) =>
    listPriceRiseOrders(tx, asker, reachOf(viewer, 'price-rise-order.answer'), {
      orderId: asked.orderId,
      priceRiseId: asked.priceRiseId,
      after,
      limit,
    }),
  );
  const page = pageFrom(list, rows, limit, (row) => [row.askedAt.toString(), row.id]);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row) => {
      const { id, priceRiseId, orderId, reference, organisationName, description, unit, kind, fromDate, words } = row;
      const { fromPence, toPence, yearlyPence, visits, plannedPence, shortPence, state, answeredAt, raisedPence } = row;
      return {
        ...{ id, priceRiseId, orderId, reference, organisationName, description, unit, kind, fromDate, words },
        ...{ fromPence, toPence, yearlyPence, visits, plannedPence, shortPence, state, answeredAt, raisedPence },
        riseBasisPoints: riseBasisPoints(fromPence as Pence, toPence as Pence),
        mayAnswer: row.mayAnswer,
      };
    }),
  };
}

/**
 * Takes one back: who was not answered yet is told, and what was accepted stays accepted. Throws record.not_found where
 * the viewer may not see it, and record.changed where it was answered already.
 */
export async function withdrawPriceRise(
  context: Pick<AppContext, 'db' | 'clock'>,
  viewer: Viewer,
  reach: Reach,
  id: string,
): Promise<PriceRiseOut> {
  const { clock } = context;
  await inTransaction(context.db, viewer.councilId, async (tx) => {
    const rise = found(await findPriceRise(tx, askerOf(context, viewer, reach), id));
    const work = { tx, clock, actor: viewer };
    const details = {
      priceRiseId: id,
      organisationName: rise.organisationName,
      description: rise.offerName,
      serviceDate: rise.fromDate.toString(),
    };
    await step(work, 'price_rises', 'withdraw', [rise], {
      audit: () => ({}),
      messages: () =>
        rise.kind === 'agreed' ? [{ role: 'commissioner', kind: 'price-rise.withdrawn' as const, details }] : [],
    });
    await step(work, 'price_rise_orders', 'lapse', await stillAsked(tx, viewer.councilId, id), {
      set: { answered_at: clock.now() },
      audit: ({ personId }) => ({ personId }),
      messages: ({ personId, orderId, description }) => [
        { personId, kind: 'price-rise.withdrawn', details: { ...details, orderId, description } },
      ],
    });
  });
  return viewPriceRise(context, viewer, reach, id);
}
