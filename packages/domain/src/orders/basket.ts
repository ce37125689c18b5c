// A basket is checked as a whole and becomes one order per provider and person, placed all together or not at all.
// Source: the domain notes, section 9 (baskets, reservations) and section 6 (streams kept apart, shares that add up).

import { Temporal } from 'temporal-polyfill';
import { startOfLondonDay } from '../shared/local-time.ts';
import { addPence, type Pence, ZERO_PENCE } from '../shared/money.ts';
import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { splitOverShares, type WeightedShare } from './schedule.ts';

export const MAX_BASKET_ITEMS = 50;

export type BasketItem = {
  readonly id: string;
  readonly providerId: string;
  /** Whom it is for; the lines that pay may be other people's of the same family. */
  readonly personId: string;
  readonly offerId: string;
  /** One amount per charge: each visit of a schedule, or one for the whole of a purchase. */
  readonly chargesPence: readonly Pence[];
  /** Who pays, in a fixed order; lines of several people make a family purchase. */
  readonly shares: readonly WeightedShare[];
};

export type BasketLine = {
  readonly id: string;
  readonly personId: string;
  readonly open: boolean;
  /** What can still be spent: allocated less spent less spoken for. */
  readonly leftPence: Pence;
};

/** The authority to order for somebody else; the last day counts until midnight in London. */
export type OrderMandate = {
  readonly id: string;
  readonly personId: string;
  readonly firstDate: Temporal.PlainDate;
  readonly lastDate: Temporal.PlainDate | null;
  readonly revokedAt: Temporal.Instant | null;
  readonly mayOrder: boolean;
  /** Null covers every line of the person. */
  readonly lineIds: readonly string[] | null;
  /** The most that one basket may spend for this person; null is no limit. */
  readonly limitPence: Pence | null;
};

export type MandateCode = CodeOf<
  'mandate.ended' | 'mandate.line_not_covered' | 'mandate.missing' | 'mandate.not_started' | 'mandate.over_limit'
>;

export type BasketCode =
  | MandateCode
  | CodeOf<
      | 'basket.empty'
      | 'basket.item_without_price'
      | 'basket.line_not_found'
      | 'basket.share_weight_not_positive'
      | 'basket.shares_missing'
      | 'basket.too_many_items'
      | 'budget.not_enough_money'
      | 'budget_line.not_open'
    >;

/** One charge of one item: its parts by line, in the order of the shares. */
export type OrderCharge = {
  readonly chargeIndex: number;
  readonly amountPence: Pence;
  readonly shares: readonly { readonly lineId: string; readonly amountPence: Pence }[];
};

export type OrderItem = {
  readonly itemId: string;
  readonly offerId: string;
  readonly charges: readonly OrderCharge[];
  readonly totalPence: Pence;
};

export type BasketOrder = {
  readonly providerId: string;
  readonly personId: string;
  readonly items: readonly OrderItem[];
  readonly totalPence: Pence;
};

export type LineNeed = { readonly lineId: string; readonly needsPence: Pence; readonly leftPence: Pence };

export type BasketPlan = {
  readonly orders: readonly BasketOrder[];
  readonly lines: readonly LineNeed[];
  readonly totalPence: Pence;
};

/** Why a mandate does not hold at a moment; undefined when it does. */
export function mandateFault(mandate: OrderMandate, at: Temporal.Instant): MandateCode | undefined {
  if (!mandate.mayOrder) return 'mandate.missing';
  if (mandate.revokedAt && Temporal.Instant.compare(mandate.revokedAt, at) <= 0) return 'mandate.ended';
  if (Temporal.Instant.compare(at, startOfLondonDay(mandate.firstDate)) < 0) return 'mandate.not_started';
  if (mandate.lastDate) {
    const midnight = startOfLondonDay(mandate.lastDate.add({ days: 1 }));
    if (Temporal.Instant.compare(at, midnight) >= 0) return 'mandate.ended';
  }
  return undefined;
}

/** What a mandate must allow: a person's own lines with what each would pay, at a moment. */
type Wanted = { readonly personId: string; readonly lines: readonly LineNeed[]; readonly at: Temporal.Instant };

function faultFor(mandate: OrderMandate, { lines, at }: Wanted): MandateCode | undefined {
  const fault = mandateFault(mandate, at);
  if (fault) return fault;
  if (mandate.lineIds && lines.some((line) => !mandate.lineIds?.includes(line.lineId)))
    return 'mandate.line_not_covered';
  const needed = addPence(...lines.map((line) => line.needsPence));
  return mandate.limitPence !== null && needed > mandate.limitPence ? 'mandate.over_limit' : undefined;
}

/** The mandates under which a person's lines may pay: any one of them is enough. */
export function allowingMandates<Mandate extends OrderMandate>(
  mandates: readonly Mandate[],
  wanted: Wanted,
): readonly Mandate[] {
  return mandates.filter((mandate) => mandate.personId === wanted.personId && faultFor(mandate, wanted) === undefined);
}

function checkMandate(wanted: Wanted, mandates: readonly OrderMandate[]): Result<true, MandateCode> {
  if (allowingMandates(mandates, wanted).length > 0) return ok(true);
  const { personId } = wanted;
  const faults = mandates.filter((one) => one.personId === personId).map((mandate) => faultFor(mandate, wanted));
  // The fault that came nearest to holding tells the person most.
  const [nearest] = (
    ['mandate.over_limit', 'mandate.line_not_covered', 'mandate.ended', 'mandate.not_started'] as const
  ).filter((code) => faults.includes(code));
  return refuse(nearest ?? 'mandate.missing', { personId });
}

/**
 * Checks everything about a basket that can be known before the ledger is asked, and lays out its orders.
 * `buyer.personIds` are the people whom the buyer is (themselves) or stands for without a mandate; everybody else needs
 * one. `budget.not_enough_money` lists every line that falls short as {lineId, needsPence, leftPence}. The ledger
 * decides again under its lock: this answer is for words, that one is for safety.
 */
export function checkBasket(input: {
  readonly items: readonly BasketItem[];
  readonly lines: readonly BasketLine[];
  readonly buyer: { readonly personIds: readonly string[] };
  readonly mandates: readonly OrderMandate[];
  readonly at: Temporal.Instant;
}): Result<BasketPlan, BasketCode> {
  const { items, buyer, mandates, at } = input;
  if (items.length === 0) return refuse('basket.empty');
  if (items.length > MAX_BASKET_ITEMS) return refuse('basket.too_many_items', { max: MAX_BASKET_ITEMS });
  const linesById = new Map(input.lines.map((line) => [line.id, line]));
  const needs = new Map<string, Pence>();
  const orders = new Map<string, { providerId: string; personId: string; items: OrderItem[] }>();

  for (const item of items) {
    if (item.chargesPence.length === 0 || item.chargesPence.some((amount) => amount < 0n)) {
      return refuse('basket.item_without_price', { itemId: item.id });
    }
    if (item.shares.length === 0) return refuse('basket.shares_missing', { itemId: item.id });
    for (const share of item.shares) {
      const line = linesById.get(share.lineId);
      if (!line) return refuse('basket.line_not_found', { itemId: item.id });
      if (!line.open) return refuse('budget_line.not_open', { itemId: item.id, lineId: line.id });
      if (!Number.isSafeInteger(share.weight) || share.weight < 1) {
        return refuse('basket.share_weight_not_positive', { itemId: item.id, lineId: line.id });
      }
    }
    const split = item.chargesPence.map((amount) => splitOverShares(amount, item.shares));
    const charges = split.map((shares, chargeIndex) => ({
      chargeIndex,
      amountPence: addPence(...shares.map((share) => share.amountPence)),
      shares,
    }));
    const key = JSON.stringify([item.providerId, item.personId]);
    const order = orders.get(key) ?? { providerId: item.providerId, personId: item.personId, items: [] };
    order.items.push({
      itemId: item.id,
      offerId: item.offerId,
      charges,
      totalPence: addPence(...charges.map((charge) => charge.amountPence)),
    });
    orders.set(key, order);
    for (const share of split.flat()) {
      needs.set(share.lineId, addPence(needs.get(share.lineId) ?? ZERO_PENCE, share.amountPence));
    }
  }

  const lines = [...needs].map(([lineId, needsPence]) => ({
    lineId,
    needsPence,
    leftPence: linesById.get(lineId)?.leftPence ?? ZERO_PENCE,
  }));
  const people = [
    ...items.map((item) => item.personId),
    ...lines.map((line) => linesById.get(line.lineId)?.personId ?? ''),
  ];
  for (const personId of new Set(people)) {
    if (buyer.personIds.includes(personId)) continue;
    const own = lines.filter((line) => linesById.get(line.lineId)?.personId === personId);
    const mandate = checkMandate({ personId, lines: own, at }, mandates);
    if (!mandate.ok) return mandate;
  }
  const short = lines.filter((line) => line.needsPence > line.leftPence);
  if (short.length > 0) return refuse('budget.not_enough_money', { lines: short });
  return ok({
    orders: [...orders.values()].map((order) => ({
      ...order,
      totalPence: addPence(...order.items.map((item) => item.totalPence)),
    })),
    lines,
    totalPence: addPence(...lines.map((line) => line.needsPence)),
  });
}
