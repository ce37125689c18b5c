// What people do with a basket before they place it: look, put in, change, take out. Nothing here moves money.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { type AgreedRate, isTimedUnit, UNITS } from '@support-market/domain/listings/prices';
import {
  type BasketItem,
  type BasketLine,
  type BasketPlan,
  checkBasket,
  type OrderMandate,
} from '@support-market/domain/orders/basket';
import {
  chargedPrice,
  type ItemPlan,
  type OfferFacts,
  type PayingLine,
  planItem,
  sameFamily,
} from '@support-market/domain/orders/item-plan';
import type { PatternEntry, Weekday } from '@support-market/domain/orders/schedule';
import { parseDate, parseTime } from '@support-market/domain/shared/local-time';
import { pence, subtractPence, ZERO_PENCE } from '@support-market/domain/shared/money';
import type { ProblemCode } from '@support-market/domain/shared/problems';
import type { Result } from '@support-market/domain/shared/result';
import { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../http/audit.repo.ts';
import type { AppContext } from '../../http/context.ts';
import { newId } from '../../http/ids.ts';
import { found, ProblemError, unwrap } from '../../http/problems.ts';
import {
  type Asker,
  type BasketRow,
  deleteItem,
  findChoices,
  findOpenBasket,
  type ItemRow,
  insertItem,
  isItemInReach,
  type LineRow,
  lockOpenBasket,
  type MandateRow,
  type NewItem,
  type OfferRow,
  openBasket,
  type PatternRow,
  type RateRow,
  replaceItem,
} from './baskets.repo.ts';
import type { BasketItemIn, BasketOut } from './baskets.schemas.ts';

const plainDate = (text: string) => Temporal.PlainDate.from(text);

export function askerOf(context: AppContext, viewer: Viewer, reach: Reach): Asker {
  return { viewer, reach, today: context.clock.today() };
}

function offerFacts(offer: OfferRow): OfferFacts {
  return {
    offerId: offer.id,
    unit: offer.unit,
    pricePence: pence(offer.pricePence),
    days: offer.days,
    minimumMinutes: offer.minimumMinutes,
    validFrom: plainDate(offer.validFrom),
    validTo: offer.validTo === null ? null : plainDate(offer.validTo),
    withdrawn: offer.withdrawn,
    published: offer.published,
    welfare: offer.welfare,
    zeroRated: offer.zeroRated,
    provider: offer,
  };
}

function agreedRate(councilId: string, rate: RateRow): AgreedRate {
  return {
    id: rate.id,
    offerId: rate.offerId,
    councilId,
    unitPence: pence(rate.pricePence),
    validFrom: plainDate(rate.validFrom),
    validTo: rate.validTo === null ? null : plainDate(rate.validTo),
  };
}

function payingLine(line: LineRow): PayingLine {
  return {
    id: line.id,
    personId: line.personId,
    familyRef: line.familyRef,
    stream: line.stream,
    startsOn: plainDate(line.startsOn),
    endsOn: plainDate(line.endsOn),
  };
}

function basketLine(line: LineRow): BasketLine {
  return { id: line.id, personId: line.personId, open: line.open, leftPence: pence(line.leftPence) };
}

function orderMandate(mandate: MandateRow): OrderMandate {
  return {
    id: mandate.id,
    personId: mandate.personId,
    firstDate: plainDate(mandate.fromDate),
    lastDate: plainDate(mandate.untilDate),
    revokedAt: mandate.endedAt === null ? null : Temporal.Instant.from(mandate.endedAt),
    mayOrder: mandate.mayOrder,
    lineIds: null,
    limitPence: null,
  };
}

function patternEntry(entry: PatternRow): PatternEntry {
  return {
    weekday: entry.weekday as Weekday,
    startTime: Temporal.PlainTime.from(entry.startTime),
    minutes: entry.minutes,
  };
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

/** The basket laid out as orders, or why it cannot be placed. */
export function planOrders(
  context: AppContext,
  asker: Asker,
  basket: BasketRow,
  items: readonly PlannedItem[],
): Result<BasketPlan, ProblemCode> {
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
function otherLines(basket: BasketRow, line: LineRow, needsPence: bigint): string[] {
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

const plainDetails = (details: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> =>
  JSON.parse(
    JSON.stringify(details ?? {}, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
  );

const EMPTY: BasketOut = { id: null, items: [], lines: [], totalPence: ZERO_PENCE, orders: 0, ready: false };

function basketOut(context: AppContext, asker: Asker, basket: BasketRow | null): BasketOut {
  if (basket === null) return EMPTY;
  const lineById = new Map(basket.lines.map((line) => [line.id, line]));
  const items = planItems(context, asker.viewer, basket);
  const needs = new Map<string, bigint>();
  for (const { plan } of items) {
    for (const share of plan.ok ? plan.value.perLine : []) {
      needs.set(share.lineId, (needs.get(share.lineId) ?? 0n) + share.amountPence);
    }
  }
  const whole = planOrders(context, asker, basket, items);
  return {
    id: basket.id,
    items: items.map((item) => {
      const { row, plan } = item;
      const alone = plan.ok ? planOrders(context, asker, basket, [item]) : plan;
      const isShort = !alone.ok && alone.code === 'budget.not_enough_money';
      return {
        id: row.id,
        personId: row.personId,
        personName: row.personName,
        offerId: row.offer.id,
        offerName: row.offer.name,
        listingSlug: row.offer.listingSlug,
        listingTitle: row.offer.listingTitle,
        organisationId: row.offer.organisationId,
        organisationName: row.offer.organisationName,
        unit: row.offer.unit,
        noticeHours: row.offer.noticeHours,
        kind: row.kind,
        quantity: row.quantity,
        firstDate: row.firstDate,
        lastDate: row.lastDate,
        startTime: row.startTime,
        clockChoice: row.clockChoice,
        minutes: row.minutes,
        pattern: row.pattern.map(({ weekday, startTime, minutes }) => ({ weekday, startTime, minutes })),
        note: row.note,
        unitPricePence: plan.ok ? plan.value.price.unitPence : null,
        priceSource: plan.ok ? plan.value.price.source : null,
        vatRateBasisPoints: plan.ok ? plan.value.price.vatRateBasisPoints : null,
        visits: plan.ok ? plan.value.visits.length : 0,
        totalPence: plan.ok ? plan.value.totalPence : null,
        shares: row.shares.map((share, position) => {
          const line = lineById.get(share.lineId);
          return {
            lineId: share.lineId,
            lineName: line?.name ?? '',
            personId: line?.personId ?? '',
            personName: line?.personName ?? '',
            weight: share.weight,
            pence: plan.ok ? (plan.value.perLine[position]?.amountPence ?? null) : null,
          };
        }),
        problems: alone.ok || isShort ? [] : [{ code: alone.code, details: plainDetails(alone.details) }],
      };
    }),
    // What is left on a line is shown only while the viewer may still order for its person.
    lines: basket.lines
      .filter((line) => line.mayOrder && needs.has(line.id))
      .map((line) => {
        const needsPence = pence(needs.get(line.id) ?? 0n);
        const leftBeforePence = pence(line.leftPence);
        return {
          lineId: line.id,
          lineName: line.name,
          stream: line.stream,
          personId: line.personId,
          personName: line.personName,
          needsPence,
          leftBeforePence,
          leftAfterPence: subtractPence(leftBeforePence, needsPence),
          enough: needsPence <= leftBeforePence,
          others: needsPence <= leftBeforePence ? [] : otherLines(basket, line, needsPence),
        };
      }),
    totalPence: pence([...needs.values()].reduce((sum, need) => sum + need, 0n)),
    orders: new Set(items.map(({ row }) => `${row.offer.organisationId} ${row.personId}`)).size,
    ready: whole.ok,
  };
}

/** The viewer's open basket with today's prices; an empty one where nothing was put in yet. */
export async function viewBasket(context: AppContext, viewer: Viewer, reach: Reach): Promise<BasketOut> {
  const asker = askerOf(context, viewer, reach);
  return inTransaction(context.db, viewer.councilId, async (tx) =>
    basketOut(context, asker, await findOpenBasket(tx, asker)),
  );
}

function newItem(id: string, basketId: string, item: BasketItemIn): NewItem {
  const firstDate = unwrap(parseDate(item.firstDate), '/firstDate');
  const pattern = item.kind === 'schedule' ? (item.pattern ?? []) : [];
  for (const [index, entry] of pattern.entries()) unwrap(parseTime(entry.startTime), `/pattern/${index}/startTime`);
  if (new Set(item.shares.map((share) => share.lineId)).size < item.shares.length) {
    throw new ProblemError('request.invalid', { errors: [{ pointer: '/shares', code: 'field.uniqueItems' }] });
  }
  const lastDate =
    item.kind === 'one-off' || item.lastDate === undefined ? firstDate : unwrap(parseDate(item.lastDate), '/lastDate');
  if (Temporal.PlainDate.compare(lastDate, firstDate) < 0) {
    throw new ProblemError('schedule.ends_before_start', {
      errors: [{ pointer: '/lastDate', code: 'schedule.ends_before_start' }],
    });
  }
  return {
    id,
    basketId,
    personId: item.personId,
    offerId: item.offerId,
    kind: item.kind,
    quantity: item.quantity ?? 1,
    minutes: item.kind === 'one-off' ? (item.minutes ?? null) : null,
    firstDate,
    lastDate,
    startTime: item.kind === 'one-off' ? (item.startTime ?? null) : null,
    clockChoice: item.clockChoice ?? null,
    pattern,
    note: item.note ?? '',
    shares: item.shares,
  };
}

/** The field that a refusal of an item is about, for the page's error summary. */
const POINTER_OF: Partial<Record<ProblemCode, string>> = {
  'basket.shares_missing': '/shares',
  'basket.line_not_found': '/shares',
  'basket.line_of_another_family': '/shares',
  'budget_line.not_open': '/shares',
  'offer.needs_a_time': '/startTime',
  'offer.not_on_that_day': '/firstDate',
  'offer.visit_too_short': '/minutes',
  'order.quantity_not_positive': '/quantity',
  'schedule.ends_before_start': '/lastDate',
  'schedule.in_the_past': '/firstDate',
  'schedule.no_visits': '/lastDate',
  'schedule.outside_budget_year': '/lastDate',
  'schedule.pattern_empty': '/pattern',
  'schedule.too_many_visits': '/lastDate',
  'schedule.visit_too_long': '/minutes',
  'time.in_clock_change_gap': '/startTime',
  'time.in_clock_change_overlap': '/startTime',
};

/** Refuses an item that could not be placed whatever money there is; too little money is only shown. */
function checkItem(context: AppContext, asker: Asker, basket: BasketRow, itemId: string): void {
  const item = planItems(context, asker.viewer, basket).find(({ row }) => row.id === itemId);
  if (!item) throw new ProblemError('record.not_found');
  const alone = planOrders(context, asker, basket, [item]);
  if (!alone.ok && alone.code !== 'budget.not_enough_money') unwrap(alone, POINTER_OF[alone.code]);
}

async function changedBasket(
  context: AppContext,
  tx: Tx,
  asker: Asker,
  itemId: string,
): Promise<{ itemId: string; basket: BasketOut }> {
  const basket = found(await findOpenBasket(tx, asker));
  if (basket.items.length > MOST_ITEMS)
    throw new ProblemError('basket.too_many_items', { details: { max: MOST_ITEMS } });
  checkItem(context, asker, basket, itemId);
  return { itemId, basket: basketOut(context, asker, basket) };
}

const MOST_ITEMS = 50;

/** Puts one thing in the viewer's basket. Refuses what could never be placed, naming the field. */
export async function addItem(context: AppContext, viewer: Viewer, reach: Reach, body: BasketItemIn) {
  const asker = askerOf(context, viewer, reach);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const lineIds = body.shares.map((share) => share.lineId);
    if (!(await isItemInReach(tx, asker, { ...body, lineIds }))) throw new ProblemError('record.not_found');
    const basketId = await openBasket(tx, viewer, newId(context.clock, 'basket'), context.clock.now());
    const item = newItem(newId(context.clock, 'basketItem'), basketId, body);
    await insertItem(tx, viewer.councilId, item);
    await recordAudit(tx, context.clock, viewer, {
      event: 'basket.item-added',
      noun: 'basket-item',
      recordId: item.id,
      personId: item.personId,
    });
    return changedBasket(context, tx, asker, item.id);
  });
}

/** Replaces one thing in the viewer's basket. */
export async function changeItem(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  itemId: string,
  body: BasketItemIn,
) {
  const asker = askerOf(context, viewer, reach);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const basketId = found(await lockOpenBasket(tx, viewer));
    const lineIds = body.shares.map((share) => share.lineId);
    if (!(await isItemInReach(tx, asker, { ...body, lineIds }))) throw new ProblemError('record.not_found');
    const item = newItem(itemId, basketId, body);
    if (!(await replaceItem(tx, viewer.councilId, item))) throw new ProblemError('record.not_found');
    await recordAudit(tx, context.clock, viewer, {
      event: 'basket.item-changed',
      noun: 'basket-item',
      recordId: item.id,
      personId: item.personId,
    });
    return changedBasket(context, tx, asker, item.id);
  });
}

/** Takes one thing out of the viewer's basket, whoever it was for: that needs no mandate. */
export async function removeItem(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  itemId: string,
): Promise<BasketOut> {
  const asker = askerOf(context, viewer, reach);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const basketId = found(await lockOpenBasket(tx, viewer));
    const personId = found(await deleteItem(tx, viewer.councilId, basketId, itemId));
    await recordAudit(tx, context.clock, viewer, {
      event: 'basket.item-removed',
      noun: 'basket-item',
      recordId: itemId,
      personId,
    });
    return basketOut(context, asker, await findOpenBasket(tx, asker));
  });
}

/** Who may be ordered for, which lines could pay, what is left on each, and what the offer costs from it and why. */
export async function viewChoices(context: AppContext, viewer: Viewer, reach: Reach, offerId: string) {
  const asker = askerOf(context, viewer, reach);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const choices = await findChoices(tx, asker, offerId);
    const offer = found(choices.offer);
    const facts = offerFacts(offer);
    const rates = choices.rates.map((rate) => agreedRate(viewer.councilId, rate));
    const priceOn = (streams: PayingLine['stream'][]) =>
      chargedPrice({ offer: facts, agreedRates: rates, councilId: viewer.councilId, streams, on: asker.today });
    const publicPrice = priceOn([]);
    const lineOut = (line: LineRow) => {
      const price = priceOn([line.stream]);
      return {
        lineId: line.id,
        lineName: line.name,
        stream: line.stream,
        personId: line.personId,
        personName: line.personName,
        startsOn: line.startsOn,
        endsOn: line.endsOn,
        leftPence: pence(line.leftPence),
        unitPricePence: price.ok ? price.value.unitPence : null,
        priceSource: price.ok ? price.value.source : null,
        publicPricePence: publicPrice.ok ? publicPrice.value.unitPence : null,
      };
    };
    return {
      offer: {
        id: offer.id,
        name: offer.name,
        unit: offer.unit,
        days: offer.days,
        minimumMinutes: offer.minimumMinutes,
        noticeHours: offer.noticeHours,
        timed: Object.hasOwn(UNITS, offer.unit) && isTimedUnit(offer.unit as keyof typeof UNITS),
        listingSlug: offer.listingSlug,
        listingTitle: offer.listingTitle,
        organisationName: offer.organisationName,
      },
      people: choices.people.map((person) => {
        const member = { personId: person.id, familyRef: person.familyRef };
        const relatives = choices.people.filter(
          (other) => other.id !== person.id && sameFamily(member, { personId: other.id, familyRef: other.familyRef }),
        );
        return {
          personId: person.id,
          personName: person.name,
          lines: [...person.lines, ...relatives.flatMap((relative) => relative.lines)].map(lineOut),
        };
      }),
    };
  });
}
