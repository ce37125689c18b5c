// Lists are paged by key, not by number, so that a page never skips or repeats a row when others are added.

import { Temporal } from 'temporal-polyfill';
import { ProblemError } from './problem-error.ts';
import { isReadableText } from './readable-text.ts';

/** Packs the sort keys of the last row shown. */
export function makeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** What a sort key is. A cursor that was changed by hand is refused before the database is asked to read it. */
type CursorKey = 'text' | 'date' | 'instant' | 'instant-or-none' | 'count';

/** How a list writes that a row has no such moment, where those rows come first. */
export const NO_INSTANT = '-infinity';

function reads(parse: (text: string) => unknown, text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

// Years of four digits, because the database reads fewer than Temporal does.
const isDate = (text: string): boolean => /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && reads(Temporal.PlainDate.from, text);
const isInstant = (text: string): boolean => /^[1-9]\d{3}-[\dT:.-]+Z$/.test(text) && reads(Temporal.Instant.from, text);

const IS_KEY: Readonly<Record<CursorKey, (text: string) => boolean>> = {
  text: isReadableText,
  date: isDate,
  instant: isInstant,
  'instant-or-none': (text) => text === NO_INSTANT || isInstant(text),
  count: (text) => /^\d{1,6}$/.test(text),
};

/** The sort keys of a cursor, one of each of `kinds`, or a refusal that names the parameter. */
export function readCursor(cursor: string | undefined, kinds: readonly CursorKey[]): string[] | null {
  if (cursor === undefined) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey = (key: unknown, index: number): boolean => {
      const kind = kinds[index];
      return typeof key === 'string' && kind !== undefined && IS_KEY[kind](key);
    };
    if (Array.isArray(keys) && keys.length === kinds.length && keys.every(isKey)) return keys;
  } catch {
    // falls through to the refusal
  }
  throw new ProblemError('request.invalid', { errors: [{ pointer: '/querystring/cursor', code: 'field.cursor' }] });
}

/** Cuts a list that was read one row longer than asked for into a page and the cursor of the next. */
export function pageFrom<Row>(
  rows: readonly Row[],
  limit: number,
  keysOf: (row: Row) => readonly string[],
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? makeCursor(keysOf(last)) : null };
}
