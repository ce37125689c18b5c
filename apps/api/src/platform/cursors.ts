// Lists are paged by key, not by number, so that a page never skips or repeats a row when others are added. A cursor belongs to
// one list, in the order and with the filters that it was made under: in any other it would leave out rows and say nothing of it.

import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { ProblemError } from './problem-error.ts';
import { isReadableText } from './readable-text.ts';

declare const brand: unique symbol;

/** A list as it was asked for, in a few letters. */
export type AskedList = string & { readonly [brand]: 'AskedList' };

/** As many letters as keep two questions apart by accident alone; a cursor stands in addresses. */
const LETTERS = 8;

/** Names a list with what decides which rows it has and in which order. `asked` may have the place in it, which does not count. */
export function listAsked(name: string, asked: object = {}): AskedList {
  const question = Object.entries(asked)
    .filter(([key, value]) => key !== 'cursor' && key !== 'limit' && value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const digest = createHash('sha256').update(JSON.stringify([name, question]));
  return digest.digest('base64url').slice(0, LETTERS) as AskedList;
}

/** Packs the sort keys of the last row shown. */
export function makeCursor(list: AskedList, keys: readonly string[]): string {
  return Buffer.from(JSON.stringify([list, ...keys])).toString('base64url');
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

/** The refusal of a cursor that is none of the list's. */
export function refuseCursor(parameter = 'cursor'): ProblemError {
  return new ProblemError('request.invalid', {
    errors: [{ pointer: `/querystring/${parameter}`, code: 'field.cursor' }],
  });
}

/** The sort keys of a cursor of the list, one of each of `kinds`, or a refusal that names the parameter. */
export function readCursor(
  list: AskedList,
  cursor: string | undefined,
  kinds: readonly CursorKey[],
  parameter = 'cursor',
): string[] | null {
  if (cursor === undefined) return null;
  try {
    const [made, ...keys]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey = (key: unknown, index: number): key is string => {
      const kind = kinds[index];
      return typeof key === 'string' && kind !== undefined && IS_KEY[kind](key);
    };
    if (made === list && keys.length === kinds.length && keys.every(isKey)) return keys;
  } catch {
    // falls through to the refusal
  }
  throw refuseCursor(parameter);
}

/** Cuts a list that was read one row longer than asked for into a page and the cursor of the next. */
export function pageFrom<Row>(
  list: AskedList,
  rows: readonly Row[],
  limit: number,
  keysOf: (row: Row) => readonly string[],
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? makeCursor(list, keysOf(last)) : null };
}
