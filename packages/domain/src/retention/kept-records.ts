// How long records that are no longer worked with are kept, and the shortest time that the law allows. The ledger,
// invoices and payments are not here: they are never removed.
// Sources: six years for a claim on a contract (Limitation Act 1980, s. 5) and for VAT (VAT Act 1994, Sch. 11 para. 6);
// no longer than needed for what identifies people (UK GDPR, art. 5(1)(e)).

import { Temporal } from 'temporal-polyfill';

/** Records that are kept month by month and leave with their month. */
export const MONTHLY_RECORDS = ['audit-entry', 'state-change', 'search'] as const;
export type MonthlyRecord = (typeof MONTHLY_RECORDS)[number];

/** Months that must pass after a record's month before it may leave. */
export const SHORTEST_MONTHS: Readonly<Record<MonthlyRecord, number>> = {
  'audit-entry': 24,
  'state-change': 72,
  search: 1,
};

/** That a processor told us of something, by its name for it. No council's, so no council chooses; it repeats itself for days at most. */
export const WEBHOOK_EVENT_MONTHS = 13;

/** What a person took off their list of kept listings, so that it can be put back. */
export const UNKEPT_LISTING_MONTHS = 1;

/** The first month that is still kept on a day; all months before it are over. */
export function firstKeptMonth(keptMonths: number, today: Temporal.PlainDate): Temporal.PlainYearMonth {
  return today.toPlainYearMonth().subtract({ months: keptMonths });
}

/** Whether a month's time is over on a day. Its records are whole months: the last day counts, not each row's own. */
export function monthIsOver(month: Temporal.PlainYearMonth, keptMonths: number, today: Temporal.PlainDate): boolean {
  return Temporal.PlainYearMonth.compare(month, firstKeptMonth(keptMonths, today)) < 0;
}
