// A single date of what repeats that is called off, or is on another day or at another time.

import type { Temporal } from 'temporal-polyfill';
import { type EventRule, occurrences } from './occurrences.ts';

export type ChangedDate = {
  /** The day on which its rule has it. */
  readonly date: Temporal.PlainDate;
  /** When it is instead, HH:MM in London; null: it is called off. */
  readonly movedTo: { readonly date: Temporal.PlainDate; readonly startTime: string; readonly endTime: string } | null;
  /** Said on the page; '' where none is known. */
  readonly reason: string;
};

/** Those that are still about a day of the rule: where the rule was changed since, what was said of another day is over. */
export function standingChanges(rule: EventRule, changes: readonly ChangedDate[]): readonly ChangedDate[] {
  return changes.filter(({ date }) => occurrences(rule, date, date).length === 1);
}
