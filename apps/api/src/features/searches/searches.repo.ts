// Keeps what people look for: words, category, outward code and how much there was; never who asked.

import type { Db } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface SearchToKeep {
  readonly id: string;
  readonly councilId: string;
  readonly words: string;
  readonly categorySlug: string | null;
  readonly outward: string | null;
  readonly hits: number;
  readonly searchedAt: Temporal.Instant;
}

/** The council whose site this is for a signed-out reader: the first that was set up; null before there is any. */
export async function siteCouncilId(db: Db): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from councils order by id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** Writes one council's searches in one statement. */
export async function insertSearches(db: Db, councilId: string, searches: readonly SearchToKeep[]): Promise<void> {
  const rows = searches.map((search) => ({
    id: search.id,
    words: search.words,
    category_slug: search.categorySlug,
    outward: search.outward,
    hits: search.hits,
    searched_at: search.searchedAt.toString(),
  }));
  await inTransaction(db, councilId, (tx) =>
    sql`insert into searches (council_id, id, words, category_slug, outward, hits, searched_at)
      select ${councilId}, row.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row (id text, words text, category_slug text, outward text, hits integer, searched_at timestamptz)
      on conflict do nothing`.execute(tx),
  );
}
