// Turns answers into plain JSON values before they are written, because the serialiser picks a branch of "this or
// null" by JSON's own types and would know neither a bigint nor a calendar date.

import { Temporal } from 'temporal-polyfill';
import type { App } from './app-instance.ts';

export function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(plain);
  if (
    value instanceof Temporal.Instant ||
    value instanceof Temporal.PlainDate ||
    value instanceof Temporal.PlainTime ||
    value instanceof Temporal.PlainYearMonth
  )
    return value.toString();
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}

/** Money stays exact: no amount that leaves reaches 10^11 pence, and schemas refuse more. Register before any route. */
export function registerPlainAnswers(app: App): void {
  app.addHook('preSerialization', (_request, _reply, payload, done) => done(null, plain(payload)));
}
