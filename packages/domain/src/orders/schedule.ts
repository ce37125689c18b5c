// A weekly pattern becomes dated visits with real start and end moments, and each visit gets its price and shares.
// Source: the domain notes, sections 6 (exact pence, parts always add up) and 9 (schedule orders; time is real time in London).

import { Temporal } from 'temporal-polyfill';
import { type Amount, amountPence, isTimedUnit, type Unit } from '../listings/prices.ts';
import { type ClockChangeCode, type ClockChoice, londonInstant, minutesBetween } from '../shared/local-time.ts';
import { addPence, type Pence, pence, splitPence } from '../shared/money.ts';
import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';

export const MAX_VISITS = 1_000;

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Either a length in minutes that pass, or an end on the clock (the next day when not after the start). */
export type PatternEntry = { readonly weekday: Weekday; readonly startTime: Temporal.PlainTime } & (
  | { readonly minutes: number }
  | { readonly endTime: Temporal.PlainTime }
);

/** First and last day, both included. */
export type DateRange = { readonly firstDate: Temporal.PlainDate; readonly lastDate: Temporal.PlainDate };

export type PlannedVisit = {
  readonly date: Temporal.PlainDate;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly minutes: number;
};

export type ScheduleCode =
  | ClockChangeCode
  | CodeOf<
      | 'schedule.ends_before_start'
      | 'schedule.no_visits'
      | 'schedule.outside_budget_year'
      | 'schedule.pattern_empty'
      | 'schedule.too_many_visits'
      | 'schedule.visit_too_long'
    >;

function plannedVisit(
  date: Temporal.PlainDate,
  entry: PatternEntry,
  choice: ClockChoice | undefined,
): Result<PlannedVisit, ScheduleCode> {
  const start = londonInstant(date, entry.startTime, choice);
  if (!start.ok) return refuse(start.code, { ...start.details, date: date.toString() });
  let end: Temporal.Instant;
  if ('minutes' in entry) {
    if (!Number.isSafeInteger(entry.minutes) || entry.minutes < 1 || entry.minutes > 24 * 60) {
      return refuse('schedule.visit_too_long', { date: date.toString() });
    }
    end = start.value.add({ minutes: entry.minutes });
  } else {
    const nextDay = Temporal.PlainTime.compare(entry.endTime, entry.startTime) <= 0;
    const endDate = nextDay ? date.add({ days: 1 }) : date;
    const onTheClock = londonInstant(endDate, entry.endTime, choice);
    if (!onTheClock.ok) return refuse(onTheClock.code, { ...onTheClock.details, date: endDate.toString() });
    end = onTheClock.value;
  }
  return ok({ date, start: start.value, end, minutes: minutesBetween(start.value, end) });
}

/**
 * Every visit of a weekly pattern between two dates, in time order. `weeks` visits only every nth week from the first
 * (default 1). A time in a clock change is refused with its date and choices unless `clockChoice` says which is meant.
 */
export function expandSchedule(input: {
  readonly pattern: readonly PatternEntry[];
  readonly firstDate: Temporal.PlainDate;
  readonly lastDate: Temporal.PlainDate;
  readonly skipDates?: readonly Temporal.PlainDate[];
  readonly budgetYear: DateRange;
  readonly everyWeeks?: number;
  readonly clockChoice?: ClockChoice;
}): Result<readonly PlannedVisit[], ScheduleCode> {
  const { pattern, firstDate, lastDate, budgetYear } = input;
  const everyWeeks = input.everyWeeks ?? 1;
  if (!Number.isSafeInteger(everyWeeks) || everyWeeks < 1) throw new RangeError(`not whole weeks: ${everyWeeks}`);
  if (pattern.length === 0) return refuse('schedule.pattern_empty');
  if (Temporal.PlainDate.compare(lastDate, firstDate) < 0) return refuse('schedule.ends_before_start');
  if (
    Temporal.PlainDate.compare(firstDate, budgetYear.firstDate) < 0 ||
    Temporal.PlainDate.compare(lastDate, budgetYear.lastDate) > 0
  ) {
    return refuse('schedule.outside_budget_year', {
      firstDate: budgetYear.firstDate.toString(),
      lastDate: budgetYear.lastDate.toString(),
    });
  }
  const skipped = new Set((input.skipDates ?? []).map((date) => date.toString()));
  const firstMonday = firstDate.subtract({ days: firstDate.dayOfWeek - 1 });
  const visits: PlannedVisit[] = [];
  for (let date = firstDate; Temporal.PlainDate.compare(date, lastDate) <= 0; date = date.add({ days: 1 })) {
    const week = Math.floor(firstMonday.until(date, { largestUnit: 'day' }).days / 7);
    if (week % everyWeeks !== 0 || skipped.has(date.toString())) continue;
    for (const entry of pattern) {
      if (entry.weekday !== date.dayOfWeek) continue;
      const visit = plannedVisit(date, entry, input.clockChoice);
      if (!visit.ok) return visit;
      visits.push(visit.value);
      if (visits.length > MAX_VISITS) return refuse('schedule.too_many_visits', { max: MAX_VISITS });
    }
  }
  if (visits.length === 0) return refuse('schedule.no_visits');
  return ok(visits.sort((a, b) => Temporal.Instant.compare(a.start, b.start)));
}

/** A share of one line: whole-number weight; the order of shares is fixed and decides who bears the odd penny. */
export type WeightedShare = { readonly lineId: string; readonly weight: number };
export type Share = { readonly lineId: string; readonly amountPence: Pence };

/** Splits one charge over lines so that the parts add up exactly. Throws RangeError when the weights add to nothing. */
export function splitOverShares(amount: Pence, shares: readonly WeightedShare[]): readonly Share[] {
  const parts = splitPence(
    amount,
    shares.map((share) => share.weight),
  );
  return shares.map((share, index) => ({ lineId: share.lineId, amountPence: parts[index] ?? pence(0) }));
}

export type PlannedCharge = {
  /** Missing for things that are counted without a date. */
  readonly visit?: PlannedVisit;
  readonly amountPence: Pence;
  readonly shares: readonly Share[];
};

export type OrderPlan = {
  readonly charges: readonly PlannedCharge[];
  readonly totalPence: Pence;
  /** What each line pays in all, in the order of the shares. */
  readonly perLine: readonly Share[];
};

export type PlanOrderCode = CodeOf<
  'basket.share_weight_not_positive' | 'basket.shares_missing' | 'offer.needs_a_time' | 'order.quantity_not_positive'
>;

/**
 * The price of an order. With visits, each is one charge: a timed unit by its minutes, any other as `quantity` units
 * each visit (default 1). Without visits, `quantity` units are one charge; a timed unit then is refused. A visit with a
 * price of its own has that instead of `unitPence`.
 */
export function planOrder(input: {
  readonly unit: Unit;
  readonly unitPence: Pence;
  readonly visits?: readonly (PlannedVisit & { readonly unitPence?: Pence })[];
  readonly quantity?: number;
  readonly shares: readonly WeightedShare[];
}): Result<OrderPlan, PlanOrderCode> {
  const { unit, unitPence, visits, shares } = input;
  const quantity = input.quantity ?? 1;
  if (!Number.isSafeInteger(quantity) || quantity < 1) return refuse('order.quantity_not_positive');
  if (shares.length === 0) return refuse('basket.shares_missing');
  const wrong = shares.find((share) => !Number.isSafeInteger(share.weight) || share.weight < 1);
  if (wrong) return refuse('basket.share_weight_not_positive', { lineId: wrong.lineId });
  const timed = isTimedUnit(unit);
  if (timed && (!visits || visits.length === 0)) return refuse('offer.needs_a_time');
  const charge = (amount: Amount, visit?: PlannedVisit & { readonly unitPence?: Pence }): PlannedCharge => {
    const total = amountPence(unit, visit?.unitPence ?? unitPence, amount);
    const split = { amountPence: total, shares: splitOverShares(total, shares) };
    return visit ? { visit, ...split } : split;
  };
  const charges =
    visits && visits.length > 0
      ? visits.map((visit) => charge(timed ? { minutes: visit.minutes } : { quantity }, visit))
      : [charge({ quantity })];
  return ok({
    charges,
    totalPence: addPence(...charges.map((one) => one.amountPence)),
    perLine: shares.map((share, index) => ({
      lineId: share.lineId,
      amountPence: addPence(...charges.map((one) => one.shares[index]?.amountPence ?? pence(0))),
    })),
  });
}
