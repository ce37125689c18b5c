// What people type is wall time in London; what we charge is time that really passed. This file is the only bridge.
// Source: Summer Time Act 1972 (as amended 2002): clocks go forward at 01:00 UTC on the last Sunday of March and
// back at 01:00 UTC on the last Sunday of October.

import { Temporal } from 'temporal-polyfill';
import type { CodeOf } from './problems.ts';
import { ok, type Result, refuse } from './result.ts';

export const LONDON = 'Europe/London';

export type ClockChoice = 'earlier' | 'later';

/** One of the two real moments a doubtful wall time may mean, for a form to offer. */
export type OfferedMoment = {
  readonly choose: ClockChoice;
  /** ISO instant, "2026-10-25T00:30:00Z". */
  readonly instant: string;
  /** Wall time with its offset, "2026-10-25T01:30:00+01:00". */
  readonly local: string;
};

export type ClockChangeCode = CodeOf<'time.in_clock_change_gap' | 'time.in_clock_change_overlap'>;
export type DateCode = CodeOf<'date.does_not_exist' | 'date.not_a_date'>;
export type TimeCode = CodeOf<'time.not_a_time'>;

function offered(wall: Temporal.PlainDateTime): readonly OfferedMoment[] {
  return (['earlier', 'later'] as const).map((choose) => {
    const zoned = wall.toZonedDateTime(LONDON, { disambiguation: choose });
    return {
      choose,
      instant: zoned.toInstant().toString(),
      local: zoned.toString({ timeZoneName: 'never' }),
    };
  });
}

const MOST_DAYS_KEPT = 4_000;

/** When days that were asked for begin, in milliseconds since 1970; null for one on which the clocks change. */
const beginnings = new Map<number, number | null>();

/** Where clocks stand still from midnight to midnight, a wall time is so much after the first: no time zone has to be asked. */
function beginningOf(date: Temporal.PlainDate): number | null {
  const key = (date.year * 12 + date.month) * 31 + date.day;
  const known = beginnings.get(key);
  if (known !== undefined) return known;
  const first = date.toZonedDateTime(LONDON);
  const next = date.add({ days: 1 }).toZonedDateTime(LONDON);
  const stand = first.offsetNanoseconds === next.offsetNanoseconds && first.hoursInDay === 24;
  const beginning = stand ? first.epochMilliseconds : null;
  if (beginnings.size >= MOST_DAYS_KEPT) beginnings.clear();
  beginnings.set(key, beginning);
  return beginning;
}

/** The moment on a day without a change of the clocks; null where that has to be asked of the time zone. */
function plainInstant(date: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant | null {
  const { hour, minute, second, millisecond, microsecond, nanosecond } = time;
  if (microsecond !== 0 || nanosecond !== 0) return null;
  const beginning = beginningOf(date);
  if (beginning === null) return null;
  return Temporal.Instant.fromEpochMilliseconds(beginning + ((hour * 60 + minute) * 60 + second) * 1_000 + millisecond);
}

/**
 * The moment a London wall time stands for. In the March gap (01:00–01:59 does not exist) and the October overlap
 * (it happens twice) the answer is a refusal with `details.choices`, unless `choice` already says which is meant.
 */
export function londonInstant(
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  choice?: ClockChoice,
): Result<Temporal.Instant, ClockChangeCode> {
  const certain = plainInstant(date, time);
  if (certain !== null) return ok(certain);
  const wall = date.toPlainDateTime(time);
  const earlier = wall.toZonedDateTime(LONDON, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(LONDON, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return ok(earlier.toInstant());
  if (choice) return ok((choice === 'earlier' ? earlier : later).toInstant());
  const inOverlap = earlier.toPlainDateTime().equals(later.toPlainDateTime());
  return refuse(inOverlap ? 'time.in_clock_change_overlap' : 'time.in_clock_change_gap', { choices: offered(wall) });
}

/** Whole minutes that really pass from one instant to the other; part minutes are dropped; negative if backwards. */
export function minutesBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.trunc((to.epochMilliseconds - from.epochMilliseconds) / 60_000);
}

/** The calendar day in London at an instant. */
export function londonDate(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(LONDON).toPlainDate();
}

/** The first moment of a London day: midnight is never doubtful, because clocks change at one. */
export function startOfLondonDay(date: Temporal.PlainDate): Temporal.Instant {
  const beginning = beginningOf(date);
  return beginning === null
    ? date.toZonedDateTime(LONDON).toInstant()
    : Temporal.Instant.fromEpochMilliseconds(beginning);
}

/**
 * Reads "2026-11-03" or "03/11/2026" (also "3/11/2026"); nothing else. Years 1900 to 2199.
 * `date.not_a_date` when the shape is wrong, `date.does_not_exist` for 31 February and its like.
 */
export function parseDate(text: string): Result<Temporal.PlainDate, DateCode> {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed);
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(trimmed);
  const parts = iso ? [iso[1], iso[2], iso[3]] : british ? [british[3], british[2], british[1]] : undefined;
  if (!parts) return refuse('date.not_a_date', { text: trimmed.slice(0, 40) });
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  if (year < 1900 || year > 2199) return refuse('date.not_a_date', { text: trimmed });
  try {
    return ok(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }));
  } catch {
    return refuse('date.does_not_exist', { text: trimmed });
  }
}

/** Reads "09:30" or "9:30" on the 24-hour clock. Seconds, "24:00" and "9.30am" are refused. */
export function parseTime(text: string): Result<Temporal.PlainTime, TimeCode> {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  if (!match) return refuse('time.not_a_time', { text: text.trim().slice(0, 40) });
  return ok(Temporal.PlainTime.from({ hour: Number(match[1]), minute: Number(match[2]) }));
}
