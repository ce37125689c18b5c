// Reads one row of a file of actuals: the ways in which other systems write a visit's times brought to one.
// Source: the domain notes, section 9 (bulk upload of actuals).

import { createHash } from 'node:crypto';
import type { Actual, ActualsRow } from '@support-market/domain/visits/actuals';
import { workerNameKey, workerReferenceKey } from '@support-market/domain/workers/worker-names';
import { Temporal } from 'temporal-polyfill';

export const COLUMNS = {
  required: ['worker', 'start', 'end'],
  optional: ['worker_reference', 'reference', 'visit_reference', 'order_reference', 'date'],
  oneOf: ['reference', 'visit_reference', 'order_reference'],
  // what another system exports beside these is no concern of ours
  otherColumns: 'ignore',
} as const;

type Column = (typeof COLUMNS.required)[number] | (typeof COLUMNS.optional)[number];
type Cells = Readonly<Record<Column, string>>;

export interface Row {
  readonly row: number;
  readonly cells: ActualsRow;
  readonly actual: Actual;
  readonly hash: string;
}

/** Brings the ways of writing a row to one: a date column goes before times alone, and a night ends the next day. */
export function asRow(cells: Cells): ActualsRow {
  const reference = cells.visit_reference || cells.order_reference || cells.reference;
  const time = (text: string) => /^(\d{1,2}):(\d{2})$/.exec(text);
  const who = { worker: cells.worker, worker_reference: cells.worker_reference };
  const date = cells.date;
  if (date === '') return { reference, ...who, start: cells.start, end: cells.end };
  const [start, end] = [time(cells.start), time(cells.end)];
  const minutes = (match: RegExpExecArray) => Number(match[1]) * 60 + Number(match[2]);
  let endDate = date;
  if (start && end && minutes(end) <= minutes(start)) {
    const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(date);
    const iso = british
      ? `${british[3]}-${(british[2] ?? '').padStart(2, '0')}-${(british[1] ?? '').padStart(2, '0')}`
      : date;
    try {
      endDate = Temporal.PlainDate.from(iso).add({ days: 1 }).toString();
    } catch {
      // not a date: reading the start says so
    }
  }
  return {
    reference,
    ...who,
    start: start ? `${date} ${cells.start}` : cells.start,
    end: end ? `${endDate} ${cells.end}` : cells.end,
  };
}

/** What finds a row again that was taken before, for all who may record the same visits. */
export function hashOf(scope: string, actual: Actual): string {
  const { name, reference } = actual.worker;
  // as workers are told apart, so that another apostrophe makes no other row
  const who = [name === null ? '' : workerNameKey(name), reference === null ? '' : workerReferenceKey(reference)];
  return createHash('sha256')
    .update(JSON.stringify([scope, actual.reference, ...who, actual.start.toString(), actual.end.toString()]))
    .digest('hex');
}
