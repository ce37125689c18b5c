// Reads one thing that somebody wants in a basket, and refuses what could never be placed, naming the field.

import { parseDate, parseTime } from '@support-market/domain/shared/local-time';
import type { ProblemCode } from '@support-market/domain/shared/problems';
import { Temporal } from 'temporal-polyfill';
import type { AppContext } from '../../platform/context.ts';
import { ProblemError, unwrap } from '../../platform/problem-error.ts';
import { planItems, planOrders } from './basket-plan.ts';
import type { Asker, BasketRow, NewItem } from './baskets.repo.ts';
import type { BasketItemIn } from './baskets.schemas.ts';

/** The row of an item as it was asked for. Refuses dates and times that are none, and a line named twice. */
export function newItem(id: string, basketId: string, item: BasketItemIn): NewItem {
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
  'offer.price_not_known': '/lastDate',
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
export function checkItem(context: AppContext, asker: Asker, basket: BasketRow, itemId: string): void {
  const item = planItems(context, asker.viewer, basket).find(({ row }) => row.id === itemId);
  if (!item) throw new ProblemError('record.not_found');
  const alone = planOrders(context, asker, basket, [item]);
  if (!alone.ok && alone.code !== 'budget.not_enough_money') unwrap(alone, POINTER_OF[alone.code]);
}
