// Reads what the search's entries say of listings, to judge answers by.

import type { Db } from '@support-market/db/pool';
import { sql } from 'kysely';

/** The facets of every listing that the public may see, by its slug. */
export async function facetsBySlug(db: Db): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ slug: string; facets: string }>`select slug, facets from search_entries`.execute(db);
  return new Map(rows.map(({ slug, facets }) => [slug, facets]));
}
