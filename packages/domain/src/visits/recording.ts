// What a provider may say about a visit that happened: when it began and ended, or simply that it was delivered; and
// which of an order's visits a row of a file speaks of.
// Source: the domain notes, section 9 (delivery: start and end by the worker; times in Europe/London; charged by real time).

import { Temporal } from 'temporal-polyfill';
import { hourlyRateIfTimed, isTimedUnit, type Unit } from '../listings/prices.ts';
import { RECORDABLE_ORDER_STATES } from '../orders/order-states.ts';
import { splitOverShares } from '../orders/schedule.ts';
import { londonDate, minutesBetween } from '../shared/local-time.ts';
import { type Pence, pence } from '../shared/money.ts';
import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { MAX_VISIT_MINUTES } from './actuals.ts';
import { chargeVisit } from './charge.ts';
import { type ToleranceSettings, withinTolerance } from './tolerance.ts';
import type { VisitState } from './visit-states.ts';

/** A visit that moved may have been up to this many days from its plan; further away it is another visit. */
export const MOST_DAYS_FROM_PLAN = 7;

export type RecordableVisit = {
  readonly state: VisitState;
  readonly orderState: string;
  readonly serviceDate: Temporal.PlainDate;
  readonly unit: Unit;
  readonly unitPence: Pence;
  readonly quantity: number;
  readonly plannedPence: Pence;
  /** In the order of their position. */
  readonly shares: readonly { readonly lineId: string; readonly weight: number }[];
};

export type RecordedTimes = { readonly start: Temporal.Instant; readonly end: Temporal.Instant };

export type Recording = {
  readonly minutes: number | null;
  readonly chargePence: Pence;
  readonly shareCharges: readonly Pence[];
  readonly within: boolean;
  /** True where an earlier recording is replaced. */
  readonly corrects: boolean;
};

export type RecordCode = CodeOf<
  | 'actuals.start_missing'
  | 'order.not_accepted'
  | 'visit.ends_before_start'
  | 'visit.in_the_future'
  | 'visit.longer_than_24_hours'
  | 'visit.not_planned'
  | 'visit.other_day'
>;

/** Seconds are dropped, so that the times that people see are the times that they are charged for. */
export function toMinute(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: 'minute', roundingMode: 'floor' });
}

/** Whether anything may be recorded: the order was accepted, and the visit is neither decided nor called off. */
export function checkRecordable(
  visit: Pick<RecordableVisit, 'state' | 'orderState'>,
): Result<{ corrects: boolean }, CodeOf<'order.not_accepted' | 'visit.not_planned'>> {
  if (!RECORDABLE_ORDER_STATES.includes(visit.orderState)) {
    return refuse('order.not_accepted', { orderState: visit.orderState });
  }
  if (visit.state === 'planned') return ok({ corrects: false });
  if (visit.state === 'recorded' || visit.state === 'queried') return ok({ corrects: true });
  return refuse('visit.not_planned', { state: visit.state });
}

/**
 * The charge of a visit as recorded, split over its lines, and whether it may be approved without a human. `times` may
 * be null only where the unit is not charged by time. Checks order, state, length, the future, and the planned day.
 */
export function recordVisit(input: {
  readonly visit: RecordableVisit;
  readonly times: RecordedTimes | null;
  readonly now: Temporal.Instant;
  readonly tolerance: ToleranceSettings;
}): Result<Recording, RecordCode> {
  const { visit, times, now, tolerance } = input;
  const allowed = checkRecordable(visit);
  if (!allowed.ok) return allowed;
  const hourlyPence = hourlyRateIfTimed(visit.unit, visit.unitPence);
  const planned = { plannedPence: visit.plannedPence, hourlyPence, ...tolerance };
  if (times === null) {
    if (isTimedUnit(visit.unit)) return refuse('actuals.start_missing', { column: 'start' });
    if (Temporal.PlainDate.compare(visit.serviceDate, londonDate(now)) > 0) return refuse('visit.in_the_future');
    const chargePence = pence(visit.unitPence * BigInt(visit.quantity));
    return ok({
      minutes: null,
      chargePence,
      shareCharges: splitOverShares(chargePence, visit.shares).map((share) => share.amountPence),
      within: withinTolerance({ ...planned, recordedPence: chargePence }),
      corrects: allowed.value.corrects,
    });
  }
  const minutes = minutesBetween(times.start, times.end);
  if (minutes <= 0) return refuse('visit.ends_before_start', { column: 'end' });
  if (minutes > MAX_VISIT_MINUTES) return refuse('visit.longer_than_24_hours', { column: 'end', minutes });
  if (Temporal.Instant.compare(times.end, now) > 0) return refuse('visit.in_the_future', { column: 'end' });
  const daysOff = Math.abs(visit.serviceDate.until(londonDate(times.start), { largestUnit: 'day' }).days);
  if (daysOff > MOST_DAYS_FROM_PLAN) {
    return refuse('visit.other_day', { column: 'start', plannedDate: visit.serviceDate.toString() });
  }
  const charge = chargeVisit({
    unit: visit.unit,
    unitPence: visit.unitPence,
    start: times.start,
    end: times.end,
    quantity: visit.quantity,
    shares: visit.shares,
  });
  return ok({
    minutes,
    chargePence: charge.amountPence,
    shareCharges: charge.shares.map((share) => share.amountPence),
    within: withinTolerance({ ...planned, recordedPence: charge.amountPence }),
    corrects: allowed.value.corrects,
  });
}

export type VisitOnDay = {
  readonly id: string;
  readonly state: VisitState;
  readonly plannedStart: Temporal.Instant | null;
};

/**
 * Which of an order's visits on one day a row that begins at `start` speaks of: the one planned nearest to it; without
 * planned times, the only one, or the only one still to come. Two that fit alike are refused rather than guessed.
 */
export function chooseVisit<Visit extends VisitOnDay>(
  visits: readonly Visit[],
  start: Temporal.Instant,
): Result<Visit, CodeOf<'actuals.more_than_one_visit' | 'record.not_found'>> {
  const possible = visits.filter((visit) => visit.state !== 'cancelled' && visit.state !== 'missed');
  const [first] = possible.length > 0 ? possible : visits;
  if (!first) return refuse('record.not_found', { column: 'reference' });
  if (possible.length <= 1) return ok(first);
  const distance = (visit: Visit) =>
    visit.plannedStart === null
      ? Number.MAX_SAFE_INTEGER
      : Math.abs(visit.plannedStart.epochMilliseconds - start.epochMilliseconds);
  const nearest = Math.min(...possible.map(distance));
  const near = possible.filter((visit) => distance(visit) === nearest);
  const waiting = near.filter((visit) => visit.state === 'planned');
  const [only] = near.length === 1 ? near : waiting;
  if (only && (near.length === 1 || waiting.length === 1)) return ok(only);
  return refuse('actuals.more_than_one_visit', { column: 'reference', visits: near.map((visit) => visit.id) });
}
