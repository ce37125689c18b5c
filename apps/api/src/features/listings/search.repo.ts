// Finds listings: hits, their number, a page of them and every filter's count in one statement, so that they cannot
// disagree and the catalogue is read once.

import type { Db, Tx } from '@support-market/db/pool';
import { prepared } from '@support-market/db/prepared';
import { RANKING } from '@support-market/domain/listings/search-ranking';
import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Temporal } from 'temporal-polyfill';
import { FLAGS, type ListingFilters, written } from './search-facets.ts';
import { float, type MeasuredPoint, metresPerLongitude, metresTo } from './search-facts.repo.ts';
import type { Point } from './search-surroundings.repo.ts';

export const PAGE_SIZE = 24;

export type Sort = 'best' | 'nearest' | 'price';

export interface ListingQuestion {
  /** For to_tsquery: which listings match; null for all of them. */
  readonly matching: string | null;
  /** For to_tsquery: the words that make one match better than another. */
  readonly ranking: string | null;
  /** Slugs of the kinds of support that the words mean. */
  readonly kinds: readonly string[];
  /** For to_tsquery: what is named by the words, and so meant whatever its kind. */
  readonly named: string | null;
  /** Facets that are wished, as an entry has them. */
  readonly wishes: readonly string[];
  /** Slugs of the headings and subcategories that the words speak of. */
  readonly headings: readonly string[];
  readonly subcategories: readonly string[];
  readonly ages: { readonly from: number; readonly to: number } | null;
  readonly point: Point | null;
  /** The outward code that was asked for: whatever is in it is near, wherever its middle lies. */
  readonly outward: string | null;
  /** How far is too far, in metres; null for no limit. A service that comes to the person from further counts as near. */
  readonly radius: number | null;
  readonly filters: ListingFilters;
  readonly sort: Sort;
  /** Sort key and id of the last listing shown. */
  readonly after: { readonly key: number; readonly id: string } | null;
  readonly today: Temporal.PlainDate;
}

/** Where a hit stands on the page. */
export type Hit = readonly [
  id: string,
  sortKey: number,
  metres: number | null,
  /** Whether it is shown at a further place, which is nearer than the main one that its card tells. */
  isElsewhere: boolean,
];

export interface SearchRow {
  /** One line for each set of facets that was found: the set and how many listings have just that; null where nothing was found. */
  readonly facets: string | null;
  readonly items: Hit[] | null;
  /** The kept card of each item, one in a line; an empty line where there is none to use. */
  readonly cards: string | null;
}

/** A question with what its statement needs of it worked out; each value may be what stands for it in a prepared text. */
interface Asked extends Omit<ListingQuestion, 'point' | 'filters'> {
  readonly point: MeasuredPoint | null;
  readonly flags: readonly (typeof FLAGS)[number][];
  /** What stands in the facets of an entry that a filter lets through; of the category one of two. */
  readonly category: { readonly own: string; readonly heading: string } | null;
  readonly facets: readonly string[];
}

/** The key of the hits that pass every filter; null for those that are only counted, whose key is never worked out. */
function keyWherePassing(question: Asked): RawBuilder<unknown> {
  const { category, facets, flags } = question;
  const has = (facet: RawBuilder<unknown> | string) => sql`strpos(entry.facets, ${facet}) > 0`;
  const conditions = [...facets.map(has), ...flags.map((flag) => has(sql.lit(written(flag))))];
  if (category !== null) conditions.push(sql`(${has(category.own)} or ${has(category.heading)})`);
  const key = sortKey(question);
  return conditions.length === 0 ? key : sql`case when ${sql.join(conditions, sql` and `)} then ${key} end`;
}

/** How far a listing is at the main one of its places. */
const toMainPlace = (point: MeasuredPoint) => metresTo(point, 'entry.latitude', 'entry.longitude');

/**
 * How far a listing is at the nearest of its places, and whether one is in the asked district: what is in it is near, wherever
 * its middle lies.
 */
function whereItIs({ point, outward }: Asked): RawBuilder<unknown> {
  if (point === null) return sql`null::float8 as metres, false as inside`;
  const inside =
    outward === null
      ? sql`false`
      : sql`coalesce(entry.outward = ${outward}, false) or coalesce(${outward} = any(entry.further_outwards), false)`;
  return sql`case when entry.further_latitudes is null then ${toMainPlace(point)}
    else least(${toMainPlace(point)}, (select min(${metresTo(point, 'place.latitude', 'place.longitude')})
      from unnest(entry.further_latitudes, entry.further_longitudes) as place (latitude, longitude))) end as metres, ${inside} as inside`;
}

/** Whether an entry is of one of these, in the main or in a further category of it. */
const isOf = (main: string, further: string, slugs: readonly string[]) =>
  sql`(${sql.ref(`entry.${main}`)} = any(${slugs}::text[]) or coalesce(${sql.ref(`entry.${further}`)} && ${slugs}::text[], false))`;

/** The lower the key, the earlier the listing: by rank as the domain's `rankOf` has it, for every listing in one statement. */
function sortKey(question: Asked): RawBuilder<unknown> {
  const { point, ages, kinds, named, wishes, subcategories, headings } = question;
  if (question.sort === 'nearest') return sql`coalesce(entry.metres, 1e9)`;
  if (question.sort === 'price') {
    return sql`(case when entry.free then 0 else coalesce(entry.from_price_pence, 1000000000000) end)::float8`;
  }
  const parts: RawBuilder<unknown>[] = [];
  // What is typed counts most; what only a synonym or a forgiven slip found still has a little, and place decides.
  parts.push(
    question.ranking === null
      ? float(RANKING.noWords)
      : sql`(${float(RANKING.wordsAtLeast)} + ts_rank(${sql.lit(RANKING.wordWeights)}, entry.search, (select to_tsquery('english', ${question.ranking}))))`,
  );
  if (point !== null) {
    const half = float(RANKING.halfAtMetres);
    parts.push(
      sql`(${half} / (${half} + coalesce(case when entry.inside then least(entry.metres, ${float(RANKING.inDistrictAtMostMetres)})
        when entry.metres <= entry.serves_metres then least(entry.metres, ${float(RANKING.comingAtMostMetres)}) else entry.metres end, ${float(RANKING.unknownMetres)})))`,
    );
  }
  // What is meant and wished has one text, whichever of it there is: each text more is planned on each connection.
  parts.push(
    sql`(case when ${isOf('category', 'further_categories', kinds)} then ${float(RANKING.meantKind)}
      when entry.search @@ (select to_tsquery('english', ${named})) then ${float(RANKING.named)}
      when ${isOf('category', 'further_categories', subcategories)} then ${float(RANKING.askedSubcategory)}
      when ${isOf('heading', 'further_headings', headings)} then ${float(RANKING.askedHeading)} else ${float(1)} end)`,
    sql`(case when cardinality(${wishes}::text[]) = 0 then ${float(1)} else power(${float(RANKING.wish)},
      (select count(*) from unnest(${wishes}::text[]) as wish where strpos(entry.facets, wish) > 0)::float8) end)`,
  );
  if (ages !== null) {
    parts.push(
      sql`(case when entry.maximum_age < ${ages.from} or entry.minimum_age > ${ages.to} then ${float(RANKING.otherAge)}
        when entry.minimum_age is not null or entry.maximum_age is not null then ${float(RANKING.thisAge)} else ${float(1)} end)`,
    );
  }
  parts.push(
    sql`(case when entry.stale then ${float(RANKING.stale)} when entry.has_space is false then ${float(RANKING.full)} else ${float(1)} end)`,
  );
  return sql`-(${sql.join(parts, sql` * `)})`;
}

/** What a key is made of, and nothing else of an entry: each column more costs every hit a little. */
const RANKED = (
  'listing_id facets search category further_categories heading further_headings serves_metres minimum_age maximum_age stale ' +
  'has_space free from_price_pence'
)
  .split(' ')
  .map((column) => sql.ref(`entry.${column}`));

/** The whole search as one statement. Hits are counted by their set of facets: `search-facets.ts` adds up those few rows. */
function searchStatement(question: Asked): RawBuilder<SearchRow> {
  const { today, after, point } = question;
  const found =
    question.matching === null ? sql`true` : sql`entry.search @@ (select to_tsquery('english', ${question.matching}))`;
  const near =
    point === null || question.radius === null
      ? sql`true`
      : sql`entry.metres <= greatest(${question.radius}::integer, coalesce(entry.serves_metres, 0))`;
  const elsewhere =
    point === null
      ? sql`false`
      : sql`coalesce(entry.further_latitudes is not null and page.metres < coalesce(${toMainPlace(point)}, 'infinity'), false)`;
  const beyond = after === null ? sql`true` : sql`(sort_key, id) > (${after.key}::float8, ${after.id})`;
  return sql<SearchRow>`
    with hit as materialized (
      select entry.listing_id as id, entry.facets, entry.metres, ${keyWherePassing(question)} as sort_key
      from (select ${sql.join(RANKED)}, ${whereItIs(question)} from search_entries as entry where ${found} offset 0) as entry
      where ${near}
    ), page as (
      select id, metres, sort_key from hit where sort_key is not null and ${beyond} order by sort_key, id limit ${sql.lit(PAGE_SIZE + 1)}
    )
    select
      (select string_agg(facets || hits, E'\\n') from (select facets, count(*) as hits from hit group by facets) as counted) as facets,
      shown.items, shown.cards
    from (
      select json_agg(json_build_array(id, sort_key, metres, elsewhere)) as items,
          string_agg(case when elsewhere then '' else coalesce(card, '') end, E'\\n') as cards
        from (
          select page.id, page.sort_key, page.metres, ${elsewhere} as elsewhere, case when kept.card_for = ${today} then kept.card end as card
            from page join search_entries as entry on entry.listing_id = page.id join listing_pages as kept on kept.slug = entry.slug
            order by page.sort_key, page.id) as hit
    ) as shown`;
}

/** For to_tsquery: a word that no listing has. */
const NOTHING_NAMED = 'idea0nothing';

/** Which text a question has: which of its values there are, and those that are written out. */
function shapeOf(question: ListingQuestion): string {
  const { filters, ages, point, after } = question;
  const values = [question.matching, question.ranking, question.outward, question.radius, ages, point, after];
  const asked = [...values, filters.category, filters.kind, filters.language, filters.workerGender].map(
    (one) => one !== null,
  );
  const flags = FLAGS.map((flag) => filters[flag]);
  return [...[...asked, ...flags].map(Number), question.sort].join('');
}

/** The values of a question, in one order for all. */
function valuesOf({ filters, ages, point, outward, after, ...question }: ListingQuestion) {
  return [
    ...([question.matching ?? '', question.ranking ?? '', question.subcategories, question.headings] as const),
    ...([question.kinds, question.named ?? NOTHING_NAMED, question.wishes.map(written)] as const),
    ...([ages?.from ?? 0, ages?.to ?? 0, point?.latitude ?? 0, point?.longitude ?? 0] as const),
    ...([metresPerLongitude(point?.latitude ?? 0), outward ?? '', question.radius ?? 0] as const),
    ...([`/${filters.category}\t`, `\tcategory=${filters.category}/`, written(`kind=${filters.kind}`)] as const),
    ...([written(`language=${filters.language}`), written(`worker=${filters.workerGender}`)] as const),
    ...([after?.key ?? 0, after?.id ?? '', question.today] as const),
  ] as const;
}

/** The statement of one shape, put together once and then only given the values of each question. */
function preparedFor({ filters, ages, point, outward, after, ...question }: ListingQuestion) {
  const given = <Value>(asked: unknown, value: Value): Value | null => (asked === null ? null : value);
  return prepared((...values: ReturnType<typeof valuesOf>) => {
    const [matching, ranking, subcategories, headings, kinds, named, wishes, from, to, ...others] = values;
    const [latitude, longitude, perLongitude, district, radius, ...more] = others;
    const [own, heading, kind, language, workerGender, key, id, today] = more;
    const facets = [
      given(filters.kind, kind),
      given(filters.language, language),
      given(filters.workerGender, workerGender),
    ];
    return searchStatement({
      ...question,
      today,
      matching: given(question.matching, matching),
      ranking: given(question.ranking, ranking),
      kinds,
      named,
      wishes,
      subcategories,
      headings,
      ages: given(ages, { from, to }),
      point: given(point, { latitude, longitude, perLongitude }),
      outward: given(outward, district),
      radius: given(question.radius, radius),
      after: given(after, { key, id }),
      category: given(filters.category, { own, heading }),
      facets: facets.filter((facet) => facet !== null),
      flags: FLAGS.filter((flag) => filters[flag]),
    });
  });
}

/** Filters can be combined in thousands of ways; a day's searches have a few dozen. */
const MOST_SHAPES = 100;
const byShape = new LRUCache<string, (...values: ReturnType<typeof valuesOf>) => CompiledQuery<SearchRow>>({
  max: MOST_SHAPES,
});

export async function searchListings(db: Db | Tx, question: ListingQuestion): Promise<SearchRow> {
  const shape = shapeOf(question);
  let statement = byShape.get(shape);
  if (statement === undefined) {
    statement = preparedFor(question);
    byShape.set(shape, statement);
  }
  const { rows } = await db.executeQuery(statement(...valuesOf(question)));
  const [row] = rows;
  if (!row) throw new Error('a search always answers one row');
  return row;
}

/** Whether a listing has the words, however far away it is. */
export async function isAnywhere(db: Db | Tx, { matching }: Pick<ListingQuestion, 'matching'>): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from search_entries as entry
    where entry.search @@ (select to_tsquery('english', ${matching}))) as found`.execute(db);
  return rows[0]?.found ?? false;
}

export interface Card {
  readonly slug: string;
  /** Of the page when its facts were read. */
  readonly version: number;
  readonly card: string;
}

/** Keeps cards for `today`, each unless anything on it has changed since it was read. */
export async function keepCards(db: Db, today: Temporal.PlainDate, cards: readonly Card[]): Promise<void> {
  const rows = JSON.stringify([...cards].sort((a, b) => (a.slug < b.slug ? -1 : 1)));
  await sql`update listing_pages as page set card = made.card, card_for = ${today}
    from jsonb_to_recordset(${rows}::jsonb) as made (slug text, version bigint, card text)
    where page.slug = made.slug and page.version = made.version`.execute(db);
}
