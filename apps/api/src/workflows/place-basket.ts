// A basket becomes one order per provider and person, with the money reserved, all together or not at all: one
// transaction, every amount worked out before the ledger locks anything. What was answered is kept; what was not, is not.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { accruedAccount, lineAccount } from '@support-market/domain/ledger/accounts';
import type { DirectTransfer } from '@support-market/domain/ledger/transfers';
import type { BasketPlan } from '@support-market/domain/orders/basket';
import type { ItemPlan } from '@support-market/domain/orders/item-plan';
import { instantText } from '@support-market/domain/shared/instant-text';
import { subtractPence } from '@support-market/domain/shared/money';
import { lateVisits, type Placing } from '../features/baskets/basket-late.ts';
import { askerOf, planItems, planOrders } from '../features/baskets/basket-plan.ts';
import {
  type Asker,
  type BasketRow,
  findOpenBasket,
  heldBasket,
  holdOpenBasket,
  type ItemRow,
  type MandateRow,
} from '../features/baskets/baskets.repo.ts';
import { PlaceBasketIn, PlacedOut } from '../features/baskets/baskets.schemas.ts';
import { insertPlacedOrders, type NewOrder, type NewOrderLine } from '../features/orders/placing.repo.ts';
import { reachFor, viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { answers, IdempotencyHeaders } from '../http/schemas.ts';
import type { AppContext } from '../platform/context.ts';
import { once } from '../platform/idempotency.repo.ts';
import { newId } from '../platform/ids.ts';
import { type NewMessage, recordMessages } from '../platform/messages.repo.ts';
import { codeOfDatabaseError, ProblemError, unwrap } from '../platform/problem-error.ts';
import { begin, leaveTogether, step } from '../platform/transitions.repo.ts';
import { openAccounts, sendTransfers } from '../ports/ledger/ledger.repo.ts';

function newOrderLine(context: AppContext, row: ItemRow, plan: ItemPlan): NewOrderLine {
  const { offer } = row;
  const vat = plan.prices[0]?.price;
  if (!vat) throw new Error('an item without a price was planned');
  return {
    id: newId(context.clock, 'orderLine'),
    offerId: offer.id,
    listingId: offer.listingId,
    description: `${offer.listingTitle}: ${offer.name}`,
    unit: plan.unit,
    vatCategory: vat.vatCategory,
    vatRateBasisPoints: vat.vatRateBasisPoints,
    kind: row.kind,
    quantity: row.quantity,
    firstDate: row.firstDate,
    lastDate: row.lastDate,
    pattern: row.pattern,
    noticeHours: offer.noticeHours,
    note: row.note,
    shares: row.shares.map((share, position) => ({ position, ...share })),
    visits: plan.visits.map((visit) => {
      const id = newId(context.clock, 'visit');
      return {
        id,
        serviceDate: visit.date,
        plannedStart: visit.start,
        plannedEnd: visit.end,
        plannedMinutes: visit.minutes,
        quantity: visit.quantity,
        unitPricePence: visit.price.unitPence,
        priceSource: visit.price.source,
        plannedPence: visit.amountPence,
        shares: visit.shares.map((share, position) => ({
          position,
          lineId: share.lineId,
          weight: row.shares[position]?.weight ?? 1,
          plannedPence: share.amountPence,
          reservationId: share.amountPence > 0n ? `tr_reserve:${id}:${position}` : null,
        })),
      };
    }),
  };
}

function reservationsOf(
  order: NewOrder,
  plan: ReadonlyMap<string, ItemPlan>,
  itemIds: readonly string[],
): DirectTransfer[] {
  const credit = accruedAccount(order.organisationId).id;
  return order.lines.flatMap((line, index) =>
    line.visits.flatMap((visit, visitIndex) =>
      visit.shares.flatMap((share): DirectTransfer[] => {
        const amountPence = plan.get(itemIds[index] ?? '')?.visits[visitIndex]?.shares[share.position]?.amountPence;
        if (share.reservationId === null || amountPence === undefined) return [];
        return [
          {
            id: share.reservationId,
            kind: 'pending',
            code: 'reserve',
            debit: lineAccount(share.lineId).id,
            credit,
            amountPence,
            lineId: share.lineId,
            orderId: order.id,
            visitId: visit.id,
          },
        ];
      }),
    ),
  );
}

interface Laid {
  readonly orders: readonly NewOrder[];
  readonly reservations: readonly DirectTransfer[];
}

/** Every row and every transfer that placing will write, worked out before anything is locked. */
function layOut(
  context: AppContext,
  plan: BasketPlan,
  items: ReadonlyMap<string, { row: ItemRow; plan: ItemPlan }>,
  sharing: PlaceBasketIn['sharing'] = [],
): Laid {
  const reservations: DirectTransfer[] = [];
  const plans = new Map([...items].map(([id, item]) => [id, item.plan]));
  const orders = plan.orders.map((planned): NewOrder => {
    const itemIds = planned.items.map((item) => item.itemId);
    const order: NewOrder = {
      id: newId(context.clock, 'order'),
      personId: planned.personId,
      organisationId: planned.providerId,
      totalPence: planned.totalPence,
      sharedNeeds:
        sharing.find((one) => one.personId === planned.personId && one.organisationId === planned.providerId)?.needs ??
        [],
      lines: itemIds.flatMap((itemId) => {
        const item = items.get(itemId);
        return item ? [newOrderLine(context, item.row, item.plan)] : [];
      }),
    };
    reservations.push(...reservationsOf(order, plans, itemIds));
    return order;
  });
  return { orders, reservations };
}

interface LateOrder {
  readonly order: NewOrder;
  readonly mandate: MandateRow;
  /** How many of its visits come after the mandate's last day. */
  readonly visits: number;
}

function lateOrders(placing: Placing, orders: readonly NewOrder[]): LateOrder[] {
  return orders.flatMap((order) => {
    const late = order.lines.flatMap((line) => {
      const item = { personId: order.personId, lineIds: line.shares.map(({ lineId }) => lineId) };
      const dates = line.visits.map(({ serviceDate }) => serviceDate);
      return lateVisits(placing, item, dates) ?? [];
    });
    const [first] = late.map(({ mandate }) => mandate).sort((a, b) => (a.untilDate < b.untilDate ? -1 : 1));
    const visits = late.reduce((sum, one) => sum + one.visits, 0);
    return first ? [{ order, mandate: first, visits }] : [];
  });
}

/** Word to both sides that an order has visits after the last day of the authority under which it was placed. */
function outlasting(late: readonly LateOrder[], references: ReadonlyMap<string, string>): NewMessage[] {
  return late.flatMap(({ order, mandate, visits }): NewMessage[] => {
    const details = {
      orderId: order.id,
      reference: references.get(order.id) ?? '',
      holderName: mandate.holderName,
      serviceDate: mandate.untilDate,
      count: visits,
    };
    return [
      { personId: order.personId, kind: 'order.outlasts-mandate', details },
      { organisationId: order.organisationId, kind: 'order.outlasts-mandate', details },
    ];
  });
}

function placedMessages(order: PlacedOut['orders'][number]): NewMessage[] {
  const { id, reference, personId, organisationId, organisationName, totalPence } = order;
  // No name: the provider does not know it until it accepts.
  const details = { orderId: id, reference, organisationName, totalPence };
  return [
    { personId, kind: 'order.placed', details },
    { organisationId, kind: 'order.placed', details },
  ];
}

/** Says at which field: a day after the last one of somebody who leaves, as putting it in the basket would have said. */
function leavesBefore({ personName, lastDay }: Readonly<Record<string, unknown>> = {}): ProblemError {
  const details = { personName, lastDay };
  const errors = [{ pointer: '/lastDate', code: 'person.leaves_before', details }] as const;
  return new ProblemError('person.leaves_before', { details, errors });
}

async function place(
  context: AppContext,
  tx: Tx,
  asker: Asker,
  basket: BasketRow | null,
  body: PlaceBasketIn,
): Promise<PlacedOut> {
  const { viewer } = asker;
  const { councilId, accountId } = viewer;
  const at = context.clock.now();
  if (basket === null) throw new ProblemError('basket.empty');
  if (body.basketId !== undefined && body.basketId !== basket.id) throw new ProblemError('basket.changed');
  const planned = planItems(context, viewer, basket);
  const laidOut = planOrders(context, asker, basket, planned);
  if (!laidOut.ok && laidOut.code === 'person.leaves_before') throw leavesBefore(laidOut.details);
  const plan = unwrap(laidOut);
  if (body.totalPence !== undefined && BigInt(body.totalPence) !== plan.totalPence) {
    throw new ProblemError('basket.changed', { details: { totalPence: plan.totalPence } });
  }
  const items = new Map(
    planned.flatMap((item) => (item.plan.ok ? [[item.row.id, { row: item.row, plan: item.plan.value }] as const] : [])),
  );
  const { orders, reservations } = layOut(context, plan, items, body.sharing);
  const needs = new Map(plan.lines.map(({ lineId, needsPence }) => [lineId, needsPence]));
  const late = lateOrders({ asker, basket, needs, at }, orders);
  const count = late.reduce((sum, { visits }) => sum + visits, 0);
  if (count !== (body.lateVisits ?? 0)) {
    const [first] = late;
    throw count === 0 || !first
      ? new ProblemError('basket.changed')
      : new ProblemError('mandate.ends_before_visits', { details: { untilDate: first.mandate.untilDate, count } });
  }

  const unopened = basket.items.filter((item) => !item.offer.hasAccount);
  await openAccounts(
    tx,
    councilId,
    unopened.map((item) => accruedAccount(item.offer.organisationId)),
  );
  const work = { tx, clock: context.clock, actor: viewer };
  await leaveTogether(work, async (taking) => {
    await step(taking, 'baskets', 'place', [basket], { held: 'open', set: { placed_at: at }, audit: null });
    await begin(taking, 'orders', 'place', orders, {
      audit: (order) => ({
        personId: order.personId,
        details: { totalPence: Number(order.totalPence), organisationId: order.organisationId },
      }),
    });
  });
  await sendTransfers(tx, { councilId, effectiveAt: at, recordedAt: at, recordedBy: accountId }, reservations);
  const references = await insertPlacedOrders(tx, {
    councilId,
    councilCode: basket.councilCode,
    basketId: basket.id,
    placedBy: accountId,
    placedAt: at,
    orders,
  });
  const placed = orders.map((order) => ({
    id: order.id,
    reference: references.get(order.id) ?? '',
    ...namesOf(basket, order),
    totalPence: Number(order.totalPence),
  }));
  await recordMessages(tx, context.clock, councilId, [
    ...placed.flatMap(placedMessages),
    ...outlasting(late, references),
  ]);
  return {
    basketId: basket.id,
    orders: placed,
    lines: plan.lines.map((line) => {
      const row = basket.lines.find((one) => one.id === line.lineId);
      return {
        lineId: line.lineId,
        lineName: row?.name ?? '',
        personName: row?.personName ?? '',
        paidPence: Number(line.needsPence),
        leftPence: Number(subtractPence(line.leftPence, line.needsPence)),
      };
    }),
    placedAt: instantText(at),
  };
}

function namesOf(basket: BasketRow, order: NewOrder) {
  const item = basket.items.find(
    (one) => one.personId === order.personId && one.offer.organisationId === order.organisationId,
  );
  return {
    organisationId: order.organisationId,
    organisationName: item?.offer.organisationName ?? '',
    personId: order.personId,
    personName: item?.personName ?? '',
  };
}

/** Somebody else spent the money between our look and the ledger's lock: says so with what is left now. */
async function refuseForMoney(context: AppContext, asker: Asker): Promise<never> {
  const details = await inTransaction(context.db, asker.viewer.councilId, async (tx) => {
    const basket = await findOpenBasket(tx, asker);
    const plan = basket && planOrders(context, asker, basket, planItems(context, asker.viewer, basket));
    return plan && !plan.ok && plan.code === 'budget.not_enough_money' ? plan.details : undefined;
  });
  throw new ProblemError('budget.not_enough_money', details ? { details } : {});
}

/**
 * Places the viewer's open basket, once for a key. Answers its orders and what each line has left. Refusals
 * (budget.not_enough_money with the figures of each line, mandate.ended, basket.changed …) leave nothing changed.
 */
export async function placeBasket(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  request: { readonly key: string; readonly body: PlaceBasketIn },
): Promise<PlacedOut> {
  const asker = askerOf(context, viewer, reach);
  try {
    return await inTransaction(context.db, viewer.councilId, (tx) =>
      once(
        tx,
        context.clock,
        viewer,
        { ...request, operation: 'placeBasket' },
        (held) => place(context, tx, asker, heldBasket(held), request.body),
        holdOpenBasket(asker),
      ),
    );
  } catch (error) {
    if (codeOfDatabaseError(error) === 'budget.not_enough_money') return refuseForMoney(context, asker);
    throw error;
  }
}

export function registerPlaceBasket(app: App, context: AppContext): void {
  app.post(
    '/api/basket/place',
    {
      config: { action: 'basket.place', audit: 'order.placed' },
      schema: {
        tags: ['baskets'],
        operationId: 'placeBasket',
        summary: 'Place everything in my basket and reserve the money: all of it or none',
        headers: IdempotencyHeaders,
        body: PlaceBasketIn,
        response: answers({ 200: PlacedOut }),
      },
    },
    (request) =>
      placeBasket(context, viewerOf(request), reachFor(request), {
        key: request.headers['idempotency-key'],
        body: request.body,
      }),
  );
}
