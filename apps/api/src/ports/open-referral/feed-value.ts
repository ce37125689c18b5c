// Reads values of a feed that may be anything: null where a text should be, a number for an id, a text for a list. What is not
// what it should be is as if it were not there; what had to be left out of a service is told by its place in it.

import { parseDate } from '@support-market/domain/shared/local-time';
import type { ProblemCode } from '@support-market/domain/shared/problems';
import { webAddress } from '@support-market/domain/shared/web-addresses';
import { plainLine, plainText } from './plain-text.ts';

export type FeedRecord = Readonly<Record<string, unknown>>;

/** Something of a service that was left out, or put right. */
export interface FeedFault {
  /** Where it is, as a path: `cost_options[0].amount`. */
  readonly place: string;
  readonly code: ProblemCode;
}

const MOST_PARTS = 200;

export const isRecord = (value: unknown): value is FeedRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function recordOf(value: unknown): FeedRecord {
  return isRecord(value) ? value : {};
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : '';

/** The first of these fields that has a text in it, on one line; empty where none has. */
export function lineOf(record: FeedRecord, names: readonly string[], most = 200): string {
  for (const name of names) {
    const line = plainLine(asText(record[name]));
    if (line !== '') return cut(line, most);
  }
  return '';
}

export function linesOf(record: FeedRecord, names: readonly string[], most: number): string {
  for (const name of names) {
    const text = plainText(asText(record[name]));
    if (text !== '') return cut(text, most);
  }
  return '';
}

/** Cuts between words, with a sign that there was more. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const part = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${part.replace(/\s+\S{0,30}$/, '')}…`;
}

/** The records of a list, whichever of these names it has; a single record is a list of one. */
export function recordsOf(record: FeedRecord, names: readonly string[]): readonly FeedRecord[] {
  for (const name of names) {
    const value = record[name];
    const all = Array.isArray(value) ? value.filter(isRecord) : isRecord(value) ? [value] : [];
    if (all.length > 0) return all.slice(0, MOST_PARTS);
  }
  return [];
}

export function numberOf(record: FeedRecord, names: readonly string[]): number | null {
  for (const name of names) {
    const value = record[name];
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
  }
  return null;
}

export function wholeOf(record: FeedRecord, names: readonly string[], most: number): number | null {
  const number = numberOf(record, names);
  return number !== null && Number.isInteger(number) && number >= 0 && number <= most ? number : null;
}

/** An address on the web with its scheme; one without gets https. Null for anything else, such as `javascript:`. */
export function webAddressOf(record: FeedRecord, names: readonly string[]): string | null {
  return webAddress(lineOf(record, names, 2_000));
}

export function emailOf(record: FeedRecord, names: readonly string[]): string | null {
  const text = lineOf(record, names, 254).replace(/^mailto:/i, '');
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(text) ? text : null;
}

/** YYYY-MM-DD of a date or of a date with a time; null for anything else, and for a day that does not exist. */
export function dateOf(record: FeedRecord, names: readonly string[]): string | null {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(lineOf(record, names, 40)) ?? [];
  const read = day === undefined ? undefined : parseDate(day);
  return read?.ok ? read.value.toString() : null;
}

/** HH:MM, from "9:30", "09:30:00", "0930" or "9am". */
export function timeOf(record: FeedRecord, names: readonly string[]): string | null {
  const text = lineOf(record, names, 40).toLowerCase().replaceAll(/\s/g, '');
  const [, hours, minutes = '00', half] =
    /^(?:\d{4}-\d{2}-\d{2}t)?(\d{1,2})[:.]?(\d{2})?(?::\d{2}(?:\.\d+)?)?(am|pm|z)?$/.exec(text) ?? [];
  if (hours === undefined) return null;
  const hour = (Number(hours) % (half === 'am' || half === 'pm' ? 12 : 24)) + (half === 'pm' ? 12 : 0);
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}
