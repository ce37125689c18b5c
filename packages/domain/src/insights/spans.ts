// Which months the trends speak of: whole months that are over, so that looking again tomorrow never shows one day's change.

import { Temporal } from 'temporal-polyfill';
import { ok, type Result, refuse } from '../shared/result.ts';

/** Most months of one question. */
export const MOST_MONTHS = 60;
const USUAL_MONTHS = 12;

/** Whole months, both included, and the same as dates (`end` is the day after the last). */
export interface MonthSpan {
  readonly from: Temporal.PlainYearMonth;
  readonly to: Temporal.PlainYearMonth;
  readonly start: Temporal.PlainDate;
  readonly end: Temporal.PlainDate;
  readonly months: readonly string[];
}

export type SpanFault = 'insight.month_not_over' | 'insight.months_out_of_range';

function between(from: Temporal.PlainYearMonth, to: Temporal.PlainYearMonth): MonthSpan {
  const count = (to.year - from.year) * 12 + to.month - from.month + 1;
  return {
    from,
    to,
    start: from.toPlainDate({ day: 1 }),
    end: to.add({ months: 1 }).toPlainDate({ day: 1 }),
    months: Array.from({ length: count }, (_, index) => from.add({ months: index }).toString()),
  };
}

/** The months that are over: from `from` to `to` (YYYY-MM), or the twelve that end with `to` or with last month. */
export function finishedMonths(
  today: Temporal.PlainDate,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined } = {},
): Result<MonthSpan, SpanFault> {
  const last = today.toPlainYearMonth().subtract({ months: 1 });
  const to = asked.to === undefined ? last : Temporal.PlainYearMonth.from(asked.to);
  const from =
    asked.from === undefined ? to.subtract({ months: USUAL_MONTHS - 1 }) : Temporal.PlainYearMonth.from(asked.from);
  if (Temporal.PlainYearMonth.compare(to, last) > 0) return refuse('insight.month_not_over');
  const months = (to.year - from.year) * 12 + to.month - from.month + 1;
  if (months < 1 || months > MOST_MONTHS) return refuse('insight.months_out_of_range', { most: MOST_MONTHS });
  return ok(between(from, to));
}

/** This month so far and the eleven before it, for counts that are hidden as one table and never asked for by span. */
export function yearSoFar(today: Temporal.PlainDate): MonthSpan {
  const to = today.toPlainYearMonth();
  return between(to.subtract({ months: USUAL_MONTHS - 1 }), to);
}

/**
 * Whether a span is a year of which true sums are told: the twelve months that are over last, or a financial year. Years
 * that begin at will are not: two of them, one month apart, would give a single month away.
 */
export function isYear({ from, to, months }: MonthSpan, today: Temporal.PlainDate): boolean {
  const last = today.toPlainYearMonth().subtract({ months: 1 });
  return months.length === 12 && (from.month === 4 || Temporal.PlainYearMonth.compare(to, last) === 0);
}
