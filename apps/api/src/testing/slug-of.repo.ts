// The address of a record that was written by its words: every address ends in a mark, which no test knows beforehand.

import { sql } from 'kysely';
import type { TestApp } from './test-app.ts';

/** The newest of those that begin with `words`; without any, `words` alone, at which nothing is. */
export async function slugOf(
  { database }: Pick<TestApp, 'database'>,
  table: 'listings' | 'organisations',
  words: string,
): Promise<string> {
  const { rows } = await sql<{ slug: string }>`select slug from ${sql.table(table)}
    where slug ~ ${`^${words}-[0-9a-f]{8}$`} order by id desc limit 1`.execute(database.ownerDb);
  return rows[0]?.slug ?? words;
}
