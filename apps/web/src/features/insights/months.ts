// Months as people say them.
import { sayMonthOf, sayShortMonthOf } from '../../format/dates.ts';

/** "October 2026" from "2026-10". */
export function sayMonth(month: string): string {
  return sayMonthOf(`${month}-01`);
}

/** "Oct 26" from "2026-10", where there is little room. */
export function shortMonth(month: string): string {
  return sayShortMonthOf(`${month}-01`);
}

/** The months before `today` (YYYY-MM-DD), newest first. */
export function monthsBefore(today: string, count: number): readonly string[] {
  const first = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 2;
  return Array.from({ length: count }, (_, index) => {
    const month = first - index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
