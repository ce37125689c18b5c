// One row of recorded visits, from a spreadsheet or another system, is taken or explained in plain words.
// Source: domain.md section 9 (bulk upload: good rows are taken, bad rows explained; visits in Europe/London).

import { Temporal } from 'temporal-polyfill';
import {
  type ClockChangeCode,
  type DateCode,
  londonInstant,
  minutesBetween,
  parseDate,
  parseTime,
  type TimeCode,
} from '../shared/local-time.ts';
import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { SaidOfWorker, WhichWorkerCode } from '../workers/which-worker.ts';
import { MOST_WORKER_NAME, MOST_WORKER_REFERENCE, tidyWorkerText, workerNameKey } from '../workers/worker-names.ts';

export const ACTUALS_COLUMNS = ['reference', 'worker', 'worker_reference', 'start', 'end'] as const;
export const MAX_VISIT_MINUTES = 24 * 60;

export type ActualsRow = { readonly [Column in (typeof ACTUALS_COLUMNS)[number]]: string };

export type Actual = {
  /** An order number, an order id or a visit id: whichever the provider has. */
  readonly reference: string;
  readonly worker: SaidOfWorker;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly minutes: number;
};

export type ActualsCode =
  | ClockChangeCode
  | DateCode
  | TimeCode
  | CodeOf<
      | 'actuals.end_missing'
      | 'actuals.reference_missing'
      | 'actuals.start_missing'
      | 'actuals.worker_missing'
      | 'actuals.worker_too_long'
      | 'visit.ends_before_start'
      | 'visit.in_the_future'
      | 'visit.longer_than_24_hours'
      | 'worker.reference_too_long'
    >;

/** Why a row that is right in itself is not taken: what it speaks of is missing, decided, or someone else's time. */
export type ActualsLookUpCode =
  | WhichWorkerCode
  | CodeOf<
      | 'actuals.more_than_one_visit'
      | 'actuals.visit_twice'
      | 'order.not_accepted'
      | 'record.not_found'
      | 'visit.not_planned'
      | 'visit.other_day'
      | 'visit.overlap'
    >;

/**
 * Reads "2026-11-03 09:30", "03/11/2026 09:30" (either with a T) as London wall time, or a full ISO moment with its
 * offset or Z, which also says which of two doubtful moments is meant.
 */
export function parseMoment(text: string): Result<Temporal.Instant, ClockChangeCode | DateCode | TimeCode> {
  const trimmed = text.trim();
  const moment = /^(\S+?)[T ]\s*(\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(trimmed);
  if (!moment) {
    const date = parseDate(trimmed.split(/[T ]/, 1)[0] ?? '');
    if (!date.ok) return date;
    return refuse('time.not_a_time', { text: trimmed.slice(0, 40) });
  }
  const [, dateText = '', timeText = '', offset] = moment;
  const date = parseDate(dateText);
  if (!date.ok) return date;
  const time = parseTime(timeText);
  if (!time.ok) return time;
  if (!offset) return londonInstant(date.value, time.value);
  try {
    return ok(Temporal.Instant.from(`${date.value.toString()}T${time.value.toString()}${offset}`));
  } catch {
    return refuse('time.not_a_time', { text: trimmed.slice(0, 40) });
  }
}

/** Checks one row by itself: `details.column` names the cell. Whether the order exists is for the caller to know. */
export function readActualsRow(row: ActualsRow, now: Temporal.Instant): Result<Actual, ActualsCode> {
  const reference = row.reference.trim();
  // what has nothing left to compare is no name
  const worker = workerNameKey(row.worker) === '' ? '' : tidyWorkerText(row.worker);
  const workerReference = tidyWorkerText(row.worker_reference);
  if (reference === '') return refuse('actuals.reference_missing', { column: 'reference' });
  if (worker === '' && workerReference === '') return refuse('actuals.worker_missing', { column: 'worker' });
  if (worker.length > MOST_WORKER_NAME) return refuse('actuals.worker_too_long', { column: 'worker' });
  if (workerReference.length > MOST_WORKER_REFERENCE) {
    return refuse('worker.reference_too_long', { column: 'worker_reference' });
  }
  if (row.start.trim() === '') return refuse('actuals.start_missing', { column: 'start' });
  if (row.end.trim() === '') return refuse('actuals.end_missing', { column: 'end' });
  const start = parseMoment(row.start);
  if (!start.ok) return refuse(start.code, { ...start.details, column: 'start' });
  const end = parseMoment(row.end);
  if (!end.ok) return refuse(end.code, { ...end.details, column: 'end' });
  const minutes = minutesBetween(start.value, end.value);
  if (minutes <= 0) return refuse('visit.ends_before_start', { column: 'end' });
  if (minutes > MAX_VISIT_MINUTES) return refuse('visit.longer_than_24_hours', { column: 'end', minutes });
  if (Temporal.Instant.compare(end.value, now) > 0) return refuse('visit.in_the_future', { column: 'end' });
  const said = { name: worker === '' ? null : worker, reference: workerReference === '' ? null : workerReference };
  return ok({ reference, worker: said, start: start.value, end: end.value, minutes });
}

const MESSAGES: { readonly [Code in ActualsCode | ActualsLookUpCode]: string } = {
  'actuals.end_missing': 'The end time is missing.',
  'actuals.more_than_one_visit':
    'More than one visit of this order fits. Put the visit reference instead of the order reference.',
  'actuals.reference_missing': 'The order or visit reference is missing.',
  'actuals.start_missing': 'The start time is missing.',
  'actuals.visit_twice': 'Another row of this file is about the same visit. We took the first.',
  'actuals.worker_missing': 'The name or number of the worker is missing.',
  'actuals.worker_too_long': 'The name of the worker is longer than 100 letters.',
  'date.does_not_exist': 'That date does not exist. Check the day and the month.',
  'date.not_a_date': 'We could not read the date. Write it like 2026-11-03 or 03/11/2026.',
  'order.not_accepted': 'You have not accepted this order yet, or it has ended. Accept it first.',
  'record.not_found': 'We have no order or visit of yours with that reference.',
  'time.in_clock_change_gap': 'That time did not exist: the clocks went forward that night.',
  'time.in_clock_change_overlap':
    'That time happened twice: the clocks went back that night. Add the offset, like 2026-10-25T01:30+01:00 for the first time or +00:00 for the second.',
  'time.not_a_time': 'We could not read the time. Write it on the 24-hour clock, like 09:30.',
  'visit.ends_before_start': 'The visit ends before it starts, or at the same time.',
  'visit.in_the_future': 'The visit has not ended yet.',
  'visit.longer_than_24_hours': 'The visit is longer than 24 hours. Check the dates, or split it into days.',
  'visit.not_planned': 'This visit is confirmed, missed or cancelled, so its times can no longer change.',
  'visit.other_day': 'The start is more than a week from the planned day. Check the date.',
  'visit.overlap': 'The same worker has another visit at that time.',
  'worker.ended': '{name} left on {lastDate}. Bring them back on the page of your workers, or name who came.',
  'worker.name_ambiguous':
    'More than one of your workers is called {name}: {references}. Put the reference of the one who came into the column worker_reference.',
  'worker.reference_too_long': 'The reference of the worker is longer than 40 letters.',
  'worker.reference_unknown':
    'You have no worker with the reference {reference}. Add their name, so that we can make one.',
};

/** The sentence a provider reads beside the row's number in the result of an import; it may name what `details` has. */
export function actualsMessage(code: keyof typeof MESSAGES, details: Readonly<Record<string, unknown>> = {}): string {
  return MESSAGES[code].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
}
