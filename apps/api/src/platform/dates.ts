// Reads a calendar date of a request, so that a day that does not exist is refused by its field.

import { Temporal } from 'temporal-polyfill';
import { ProblemError } from './problem-error.ts';

/** The date, or undefined where none was sent; `date.does_not_exist` names the pointer. */
export function readDate(text: string | undefined, pointer: string): Temporal.PlainDate | undefined {
  if (text === undefined) return undefined;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    throw new ProblemError('date.does_not_exist', { errors: [{ pointer, code: 'date.does_not_exist' }] });
  }
}

/** Refuses a day before the first one on which it can have been, where that is known, with `date.too_early`. */
export function refuseBefore(
  first: Temporal.PlainDate | null,
  date: Temporal.PlainDate | undefined,
  pointer: string,
): void {
  if (first !== null && date !== undefined && Temporal.PlainDate.compare(date, first) < 0) {
    throw new ProblemError('date.too_early', { errors: [{ pointer, code: 'date.too_early' }] });
  }
}

/** As `readDate`, refusing a day after `today` with `date.in_the_future`. */
export function readPastDate(
  text: string | undefined,
  pointer: string,
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const date = readDate(text, pointer);
  if (date !== undefined && Temporal.PlainDate.compare(date, today) > 0) {
    throw new ProblemError('date.in_the_future', { errors: [{ pointer, code: 'date.in_the_future' }] });
  }
  return date;
}
