// One row of recorded visits, from a spreadsheet or another system, is taken or explained in plain words.
// Source: the domain notes, section 9 (bulk upload: good rows are taken, bad rows explained; visits in Europe/London).

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
