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

/** The same, refusing a day after `today` with `date.in_the_future`. */
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
