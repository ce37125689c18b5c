// Instants as text, for rows and answers: one request writes a dozen, and the library's own way takes each apart with bigints.

import { Temporal } from 'temporal-polyfill';

const DAY = 86_400_000;
const MOST_DAYS_KEPT = 1_000;

/** "2026-11-28T", by days since 1970. */
const days = new Map<number, string>();
const texts = new WeakMap<Temporal.Instant, string>();

function dayText(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  const [date = ''] = Temporal.Instant.fromEpochMilliseconds(day * DAY)
    .toString()
    .split('T', 1);
  const text = `${date}T`;
  if (days.size >= MOST_DAYS_KEPT) days.clear();
  days.set(day, text);
  return text;
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

function textOf(at: Temporal.Instant): string {
  const millis = at.epochMilliseconds;
  if (at.epochNanoseconds !== BigInt(millis) * 1_000_000n) return at.toString();
  const day = Math.floor(millis / DAY);
  const rest = millis - day * DAY;
  const seconds = Math.floor(rest / 1_000);
  const fraction = rest % 1_000;
  const part = fraction === 0 ? '' : `.${String(fraction).padStart(3, '0').replace(/0+$/, '')}`;
  return `${dayText(day)}${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${part}Z`;
}

/** What `toString` says. */
export function instantText(at: Temporal.Instant): string {
  const known = texts.get(at);
  if (known !== undefined) return known;
  const text = textOf(at);
  texts.set(at, text);
  return text;
}
