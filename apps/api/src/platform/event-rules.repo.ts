// Reads when an event happens: its rule, its breaks and the dates that are called off or moved, as the domain has them.

import type { ChangedDate } from '@support-market/domain/events/changed-dates';
import type { EventRule } from '@support-market/domain/events/occurrences';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';

/** The breaks of the row that is called `event`; with a day, those that are not over by then. */
export const eventBreaks = (
  from: Temporal.PlainDate | null = null,
) => sql`(select json_agg(json_build_object('from_date', rest.from_date,
  'to_date', rest.to_date, 'every_year', rest.every_year, 'reason', rest.reason) order by rest.from_date)
  from event_breaks as rest where rest.event_id = event.id and (${from}::date is null or rest.every_year or rest.to_date >= ${from}::date))`;

/** The dates of the row that is called `event` which are called off or moved; with a day, those to come. */
export const changedDates = (
  from: Temporal.PlainDate | null = null,
) => sql`(select json_agg(json_build_object('on_date', changed.on_date,
  'moved_to', changed.moved_to, 'start_time', to_char(changed.start_time, 'HH24:MI'), 'end_time', to_char(changed.end_time, 'HH24:MI'),
  'reason', changed.reason) order by changed.on_date) from event_dates as changed
  where changed.event_id = event.id and (${from}::date is null or greatest(changed.moved_to, changed.on_date) >= ${from}::date))`;

/** Of the row that is called `event` of the one called `organisation`: where it is on only in school terms, those that its council knows. */
export const EVENT_TERMS = sql`case when event.term_time then (select coalesce(json_agg(json_build_object('from_date', term.from_date,
  'to_date', term.to_date) order by term.from_date), '[]'::json) from school_terms as term where term.council_id = organisation.listed_by) end`;

export interface RuleRow {
  readonly frequency: 'once' | 'weekly' | 'monthly';
  readonly weekday: number;
  readonly week_of_month: number | null;
  readonly interval_count: number;
  readonly first_date: Temporal.PlainDate | string;
  readonly last_date: Temporal.PlainDate | string | null;
  readonly breaks:
    | { readonly from_date: string; readonly to_date: string; readonly every_year: boolean; readonly reason: string }[]
    | null;
  /** Null: it is on whatever schools do. */
  readonly terms: { readonly from_date: string; readonly to_date: string }[] | null;
}

export interface ChangedRow {
  readonly on_date: string;
  readonly moved_to: string | null;
  readonly start_time: string | null;
  readonly end_time: string | null;
  readonly reason: string;
}

export function ruleOf(row: RuleRow): EventRule {
  return {
    frequency: row.frequency,
    weekday: row.weekday,
    weekOfMonth: row.week_of_month,
    interval: row.interval_count,
    firstDate: Temporal.PlainDate.from(row.first_date),
    lastDate: row.last_date === null ? null : Temporal.PlainDate.from(row.last_date),
    breaks: (row.breaks ?? []).map((one) => ({
      from: Temporal.PlainDate.from(one.from_date),
      to: Temporal.PlainDate.from(one.to_date),
      everyYear: one.every_year,
      reason: one.reason,
    })),
    terms:
      row.terms?.map((one) => ({
        from: Temporal.PlainDate.from(one.from_date),
        to: Temporal.PlainDate.from(one.to_date),
      })) ?? null,
  };
}

export const changesOf = (rows: readonly ChangedRow[] | null): readonly ChangedDate[] =>
  (rows ?? []).map((one) => ({
    date: Temporal.PlainDate.from(one.on_date),
    movedTo:
      one.moved_to === null
        ? null
        : {
            date: Temporal.PlainDate.from(one.moved_to),
            startTime: one.start_time ?? '',
            endTime: one.end_time ?? '',
          },
    reason: one.reason,
  }));
