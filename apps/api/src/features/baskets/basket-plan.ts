// Plans a basket as it would be ordered today: each item's visits and prices, and all of it as orders or the reason why not.

import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { type BasketItem, type BasketPlan, checkBasket } from '@support-market/domain/orders/basket';
import { type ItemPlan, planItem } from '@support-market/domain/orders/item-plan';
import { stayFault } from '@support-market/domain/people/person-states';
import type { ProblemCode } from '@support-market/domain/shared/problems';
import { type Result, refuse } from '@support-market/domain/shared/result';
import { Temporal } from 'temporal-polyfill';
import type { AppContext } from '../../platform/context.ts';
import {
  agreedRate,
  basketLine,
  offerFacts,
  orderMandate,
  patternEntry,
  payingLine,
  plainDate,
} from './basket-facts.ts';
import type { Asker, BasketRow, ItemRow, LineRow } from './baskets.repo.ts';

/** Who asks, as of today. */
export function askerOf(context: AppContext, viewer: Viewer, reach: Reach): Asker {
  return { viewer, reach, today: context.clock.today() };
}

export interface PlannedItem {
  readonly row: ItemRow;
  readonly plan: Result<ItemPlan, ProblemCode>;
}

/** Every item of a basket with its visits and prices as of today. */
export function planItems(context: AppContext, viewer: Viewer, basket: BasketRow): readonly PlannedItem[] {
  const rates = basket.rates.map((rate) => agreedRate(viewer.councilId, rate));
  const lines = basket.lines.map(payingLine);
  return basket.items.map((row) => ({
    row,
    plan: planItem({
      choice: {
        person: row,
        kind: row.kind,
        quantity: row.quantity,
        minutes: row.minutes,
        firstDate: plainDate(row.firstDate),
        lastDate: plainDate(row.lastDate),
        startTime: row.startTime === null ? null : Temporal.PlainTime.from(row.startTime),
        pattern: row.pattern.map(patternEntry),
        clockChoice: row.clockChoice,
        shares: row.shares,
      },
      offer: offerFacts(row.offer),
      agreedRates: rates,
      lines,
      councilId: viewer.councilId,
      today: context.clock.today(),
    }),
  }));
}

function basketItem({ row, plan }: PlannedItem): BasketItem {
  return {
    id: row.id,
    providerId: row.offer.organisationId,
    personId: row.personId,
    offerId: row.offer.id,
    chargesPence: plan.ok ? plan.value.visits.map((visit) => visit.amountPence) : [],
    shares: row.shares,
  };
}

/** Whom an item is for, or with whose money it is paid, is not with the council up to its last day; null where all are. */
function whoLeaves({ today }: Asker, basket: BasketRow, { row }: PlannedItem): Result<never, ProblemCode> | null {
  const payers = basket.lines.filter((line) => row.shares.some(({ lineId }) => lineId === line.id));
  for (const { personName, stay } of [row, ...payers]) {
    const { state, lastDay } = stay;
    const person = { state, lastDay: lastDay === null ? null : plainDate(lastDay) };
    const code = stayFault(person, today, plainDate(row.lastDate));
    if (code !== undefined) return refuse(code, { itemId: row.id, personName, ...(lastDay !== null && { lastDay }) });
  }
  return null;
}

/** The basket laid out as orders, or why it cannot be placed. */
export function planOrders(
  context: AppContext,
  asker: Asker,
  basket: BasketRow,
  items: readonly PlannedItem[],
): Result<BasketPlan, ProblemCode> {
  // Who has left comes first: it is why their lines are closed.
  for (const item of items) {
    const fault = whoLeaves(asker, basket, item);
    if (fault) return fault;
  }
  const failed = items.find((item) => !item.plan.ok);
  if (failed && !failed.plan.ok) {
    return { ...failed.plan, details: { ...failed.plan.details, itemId: failed.row.id } };
  }
  const plan = checkBasket({
    items: items.map(basketItem),
    lines: basket.lines.map(basketLine),
    buyer: { personIds: asker.reach.personIds },
    mandates: basket.mandates.map(orderMandate),
    at: context.clock.now(),
  });
  return plan.ok || plan.code !== 'budget.not_enough_money'
    ? plan
    : { ...plan, details: { lines: namedLines(basket, plan.details?.lines) } };
}

/** Adds to each line that falls short the name by which the person knows it, and what could pay in its place. */
function namedLines(basket: BasketRow, lines: unknown): readonly unknown[] {
  if (!Array.isArray(lines)) return [];
  return lines.map((line: { lineId: string; needsPence: bigint }) => {
    const row = basket.lines.find((one) => one.id === line.lineId);
    return {
      ...line,
      lineName: row?.name ?? '',
      personId: row?.personId ?? '',
      personName: row?.personName ?? '',
      others: row ? otherLines(basket, row, line.needsPence) : [],
    };
  });
}

/** Names of the same person's other open lines that have enough left for what one line would need. */
export function otherLines(basket: BasketRow, line: LineRow, needsPence: bigint): string[] {
  return basket.lines
    .filter(
      (other) =>
        other.id !== line.id &&
        other.personId === line.personId &&
        other.open &&
        other.mayOrder &&
        BigInt(other.leftPence) >= needsPence,
    )
    .map((other) => other.name);
}
