// Lists are paged by key, not by number, so that a page never skips or repeats a row when others are added.

import { ProblemError } from './problems.ts';

/** Packs the sort keys of the last row shown. */
export function makeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The sort keys of a cursor with exactly `length` of them, or a refusal that names the parameter. */
export function readCursor(cursor: string | undefined, length: number): string[] | null {
  if (cursor === undefined) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === length && keys.every((key) => typeof key === 'string')) return keys;
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
