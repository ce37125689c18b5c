// Which of the filters that an address names are filters at all: a category that there is, and a language as listings write it.
// Why: docs/decisions/0043-what-an-address-asks.md.

import type { Db } from '@support-market/db/pool';
import { languageNamed } from '@support-market/domain/listings/search-wishes';
import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';

export interface NamedFilters {
  readonly category: string | null;
  readonly language: string | null;
}

const KEPT_MILLIS = 60_000;
const MOST_KEPT = 1_000;

/** What was known a moment ago, kept for each database by itself. What is not known is asked of again. */
const keptOf = new WeakMap<Db, LRUCache<string, string>>();

function keptFor(db: Db): LRUCache<string, string> {
  const kept = keptOf.get(db) ?? new LRUCache<string, string>({ max: MOST_KEPT, ttl: KEPT_MILLIS });
  keptOf.set(db, kept);
  return kept;
}

/** The filters as the catalogue writes them; null where it was not asked, or knows none of that name. */
export async function findKnownFilters(db: Db, asked: NamedFilters): Promise<NamedFilters> {
  const kept = keptFor(db);
  const names = { category: `category=${asked.category}`, language: `language=${asked.language}` };
  const before = {
    category: asked.category === null ? null : kept.get(names.category),
    language: asked.language === null ? null : kept.get(names.language),
  };
  if (before.category !== undefined && before.language !== undefined)
    return { category: before.category, language: before.language };
  const facet = `language=${asked.language?.trim() ?? ''}`;
  const language =
    asked.language === null
      ? sql`null::text`
      : sql`(select substr(said, length('language=') + 1) from search_entries as entry cross join string_to_table(entry.facets, E'\\t') as said
          where strpos(lower(entry.facets), lower(${facet})) > 0 and lower(said) = lower(${facet}) and said <> 'language='
          order by said <> ${facet}, said limit 1)`;
  const { rows } = await sql<NamedFilters>`
    select (select slug from categories where slug = ${asked.category}::text) as category, ${language} as language`.execute(
    db,
  );
  const known = {
    category: rows[0]?.category ?? null,
    language: rows[0]?.language ?? languageNamed(asked.language ?? ''),
  };
  if (known.category !== null) kept.set(names.category, known.category);
  if (known.language !== null) kept.set(names.language, known.language);
  return known;
}
