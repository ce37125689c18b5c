// Shows a basket with today's prices: what each item costs, what each line would have left, and what is in the way.

import { addPence, type Pence, pence, subtractPence, ZERO_PENCE } from '@support-market/domain/shared/money';
import type { AppContext } from '../../platform/context.ts';
import { lateVisits } from './basket-late.ts';
import { otherLines, planItems, planOrders } from './basket-plan.ts';
import type { Asker, BasketRow } from './baskets.repo.ts';
import type { BasketOut } from './baskets.schemas.ts';

const plainDetails = (details: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> =>
  JSON.parse(
    JSON.stringify(details ?? {}, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
  );

const EMPTY: BasketOut = { id: null, items: [], lines: [], totalPence: ZERO_PENCE, orders: 0, ready: false };

/** The basket as its owner sees it; an empty one where there is none. */
export function basketOut(context: AppContext, asker: Asker, basket: BasketRow | null): BasketOut {
  if (basket === null) return EMPTY;
  const lineById = new Map(basket.lines.map((line) => [line.id, line]));
  const items = planItems(context, asker.viewer, basket);
  const needs = new Map<string, Pence>();
  for (const { plan } of items) {
    for (const share of plan.ok ? plan.value.perLine : []) {
      needs.set(share.lineId, addPence(needs.get(share.lineId) ?? ZERO_PENCE, share.amountPence));
    }
  }
  const placing = { asker, basket, needs, at: context.clock.now() };
  const whole = planOrders(context, asker, basket, items);
  return {
    id: basket.id,
    items: items.map((item) => {
      const { row, plan } = item;
      const alone = plan.ok ? planOrders(context, asker, basket, [item]) : plan;
      const isShort = !alone.ok && alone.code === 'budget.not_enough_money';
      const late = plan.ok
        ? lateVisits(
            placing,
            { personId: row.personId, lineIds: row.shares.map(({ lineId }) => lineId) },
            plan.value.visits.map(({ date }) => date),
          )
        : null;
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
        prices: (plan.ok ? plan.value.prices : []).map((stretch) => ({
          unitPricePence: stretch.price.unitPence,
          priceSource: stretch.price.source,
          firstDate: stretch.firstDate.toString(),
          lastDate: stretch.lastDate.toString(),
          visits: stretch.visits,
        })),
        vatRateBasisPoints: plan.ok ? (plan.value.prices[0]?.price.vatRateBasisPoints ?? null) : null,
        visits: plan.ok ? plan.value.visits.length : 0,
        outlasts: late && { untilDate: late.mandate.untilDate, visits: late.visits },
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
        const needsPence = needs.get(line.id) ?? ZERO_PENCE;
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
    totalPence: addPence(...needs.values()),
    orders: new Set(items.map(({ row }) => `${row.offer.organisationId} ${row.personId}`)).size,
    ready: whole.ok,
  };
}
