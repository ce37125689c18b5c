// How often something is on, as people say it: "every Thursday", "the last Friday of each month", "once".
import type { DateWords } from './dates.ts';
import type { Say } from './say.ts';

export interface SaidRule {
  readonly frequency: 'once' | 'weekly' | 'monthly';
  /** 1 is Monday. */
  readonly weekday: number;
  /** Monthly: the first to fourth such weekday of the month, or 5 for the last. */
  readonly weekOfMonth: number | null;
  /** 2 is every second week or month. */
  readonly interval: number;
}

const NUMBERS = ['first', 'second', 'third', 'fourth', 'last'] as const;
/** A week that begins with the first of its month, to name a weekday by. */
const dayOf = (weekday: number): string => `2024-01-0${weekday}`;

export function sayRule(
  say: Say<'listings'>,
  dates: Pick<DateWords, 'weekday'>,
  { frequency, weekday, weekOfMonth, interval }: SaidRule,
): string {
  const values = { count: interval, weekday: dates.weekday(dayOf(weekday)) };
  if (frequency === 'once') return say('events.once');
  if (frequency === 'weekly') return say('events.onWeekday', values);
  return say('events.onNth', { ...values, which: say(`events.which.${NUMBERS[(weekOfMonth ?? 1) - 1] ?? 'first'}`) });
}
