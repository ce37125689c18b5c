// Proves of every query that locks rows that it names the council, since a lock that spans councils cannot be distributed.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

function sources(folder: string, endings: readonly string[]): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules'));
}

const LOCK =
  /\bfor\s+(?:no\s+key\s+)?update\b(?! to )|\bfor\s+share\b|\.(?:forUpdate|forNoKeyUpdate|forShare|skipLocked)\(/gi;

/** The function around a lock, since a statement may be put together from parts of it; in SQL files, the statement. */
function scopeOf(text: string, index: number, isSql: boolean): string {
  const starts = isSql
    ? [text.lastIndexOf(';', index)]
    : [
        text.lastIndexOf('\nfunction ', index),
        text.lastIndexOf('\nexport ', index),
        text.lastIndexOf('\nasync function ', index),
      ];
  const end = text.indexOf(isSql ? ';' : '\n}', index);
  return text.slice(Math.max(...starts, 0), end === -1 ? text.length : end);
}

test('every locking query names council_id, or locks reference data by its own key', () => {
  const files = [
    ...sources('apps/api/src', ['.repo.ts']),
    ...sources('packages/db/src', ['.ts']),
    ...sources('migrations', ['.sql']),
  ];
  const offenders: string[] = [];
  let locks = 0;
  for (const file of files) {
    if (/\.test\.ts$/.test(file)) continue;
    const text = readFileSync(file, 'utf8');
    for (const match of text.matchAll(LOCK)) {
      locks += 1;
      const statement = scopeOf(text, match.index, file.endsWith('.sql'));
      if (
        !/council_id|councilId/.test(statement) &&
        !/(sessions|one_time_links|sign_in_failures|mails|from offers where id |from organisations where id |from listings where id )/.test(
          statement,
        )
      ) {
        offenders.push(`${file.slice(ROOT.length)}: ${statement.trim().slice(-120)}`);
      }
    }
  }
  expect(locks).toBeGreaterThan(0);
  expect(offenders).toEqual([]);
});
