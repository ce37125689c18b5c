// Finds listings: hits, their number, a page of them and every filter's count in one statement, so that they cannot
// disagree and the catalogue is read once. A small statement before it looks up the place and the likely misspellings.

import type { Db, Tx } from '@support-market/db/pool';
import { prepared } from '@support-market/db/prepared';
import { RANKING } from '@support-market/domain/listings/search-ranking';
import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { OfferPriceRow, SellerRow } from './offer-prices.ts';

export const PAGE_SIZE = 24;

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

export interface AskedPlace {
  readonly kind: 'postcode' | 'outward';
  readonly value: string;
}

export interface Surroundings {
  readonly point: Point | null;
  /** Words of the catalogue that look like each asked word, and whether the word itself is one. */
  readonly neighbours: readonly {
    readonly word: string;
    readonly known: boolean;
    readonly others: readonly string[];
  }[];
}

interface SurroundingsRow {
  readonly point: [number, number] | null;
  readonly neighbours: [string, boolean, string[] | null][] | null;
}

/** Less alike than this (pg_trgm's similarity) cannot be a slip of one or two letters worth asking about. */
const LEAST_ALIKE = 0.4;

/** The small statement: where the place is, and which words of the catalogue look like the asked ones. */
export function surroundingsStatement(place: AskedPlace | null, words: readonly string[]): RawBuilder<SurroundingsRow> {
  const point =
    place === null
      ? sql`null::json`
      : place.kind === 'postcode'
        ? sql`(select json_build_array(latitude, longitude) from postcodes where postcode = ${place.value} and latitude is not null)`
        : sql`(select json_build_array(latitude, longitude) from outwards where outward = ${place.value})`;
  const neighbours =
    words.length === 0
      ? sql`null::json`
      : sql`(select json_agg(json_build_array(asked.word, exists (select from search_words as same where same.word = asked.word),
            (select json_agg(near.word) from search_words as near where near.word % asked.word and near.word <> asked.word
              and similarity(near.word, asked.word) >= ${LEAST_ALIKE}::real)))
          from unnest(${[...words]}::text[]) as asked (word))`;
  return sql<SurroundingsRow>`select ${point} as point, ${neighbours} as neighbours`;
}

export async function findSurroundings(
  db: Db,
  place: AskedPlace | null,
  words: readonly string[],
): Promise<Surroundings> {
  if (place === null && words.length === 0) return { point: null, neighbours: [] };
  const { rows } = await surroundingsStatement(place, words).execute(db);
  const [row] = rows;
  return {
    point: row?.point ? { latitude: row.point[0], longitude: row.point[1] } : null,
    neighbours: (row?.neighbours ?? []).map(([word, known, others]) => ({ word, known, others: others ?? [] })),
  };
}

export type Sort = 'best' | 'nearest' | 'price';

export interface ListingFilters {
  /** A heading or a subcategory; a heading stands for all of its subcategories. */
  readonly category: string | null;
  readonly kind: 'service' | 'community' | null;
  readonly free: boolean;
  readonly hasSpace: boolean;
  readonly evenings: boolean;
  readonly weekends: boolean;
  readonly language: string | null;
  readonly workerGender: string | null;
  readonly acceptsIsf: boolean;
}

export interface ListingQuestion {
  /** For to_tsquery: which listings match; null for all of them. */
  readonly matching: string | null;
  /** For to_tsquery: the words that make one match better than another. */
  readonly ranking: string | null;
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
  /** Of which hits of the page the facts are read: of all, or of those for which no card of today is kept. */
  readonly facts: 'all' | 'missing';
}

export interface OfferOfHit extends OfferPriceRow {
  readonly name: string;
}

/** A page's listing as the statement writes it. Dates are YYYY-MM-DD. */
export interface HitFacts extends SellerRow {
  readonly id: string;
  readonly slug: string;
  /** Of its kept page and card. */
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly listing_kind: 'service' | 'community';
  readonly state: string;
  readonly free: boolean;
  readonly has_space: boolean | null;
  readonly evenings: boolean;
  readonly weekends: boolean;
  readonly accessible: boolean;
  readonly languages: string[];
  readonly venue: string;
  readonly postcode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly serves_metres: number | null;
  readonly last_confirmed_on: string | null;
  readonly category_slug: string;
  readonly category_name: string;
  readonly organisation_slug: string;
  readonly organisation_name: string;
  readonly size: string;
  readonly accepts_isf: boolean;
  readonly cqc_rating: string | null;
  readonly cqc_checked_on: string | null;
  readonly insured_until: string | null;
  readonly dbs_checked_on: string | null;
  readonly offers: OfferOfHit[] | null;
}

/** What is counted of the hits of one category. */
export const COUNTED = [
  'total',
  'hits',
  'service',
  'community',
  'free',
  'hasSpace',
  'evenings',
  'weekends',
  'acceptsIsf',
  'female',
  'male',
] as const;
export type Counted = Readonly<Record<(typeof COUNTED)[number], number>>;

export interface FacetRow {
  /** The main category of some hits, its heading, and their numbers in the order of `COUNTED`. */
  readonly counted: readonly (readonly [slug: string, heading: string | null, ...counts: number[]])[] | null;
  /** A hit by its id and a further category of it, with the heading of that and the heading that it is counted under already. */
  readonly further: readonly (readonly [id: string, slug: string, heading: string | null, counted: string])[] | null;
  readonly languages: { readonly language: string; readonly count: number }[] | null;
}

/** Where a hit stands on the page. */
export type Hit = readonly [
  id: string,
  sortKey: number,
  metres: number | null,
  /** Whether it is shown at a further place, which is nearer than the main one that its card tells. */
  isElsewhere: boolean,
  facts: HitFacts | null,
];

export interface SearchRow {
  readonly facets: FacetRow;
  readonly items: Hit[] | null;
  /** The kept card of each item, one in a line; an empty line where there is none to use. */
  readonly cards: string | null;
}

/** One bit for each filter, so that a filter's own count can leave only that filter out. */
const BIT = {
  category: 1,
  kind: 2,
  free: 4,
  hasSpace: 8,
  evenings: 16,
  weekends: 32,
  language: 64,
  workerGender: 128,
  acceptsIsf: 256,
} as const;

/** Whether a listing is of one of some categories: its main one or a further one. The few further ones are read once, into a hash. */
function isOf(categories: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(listing.category_id = any(array${categories})
    or listing.id in (select more.listing_id from listing_categories as more where more.category_id in ${categories}))`;
}

/** Few organisations take an individual service fund: read once into a hash, where a join would look one up for every hit. */
const ACCEPTING_ISF = sql`(select id from organisations where accepts_isf)`;

/** The bits of the filters that a listing does not pass; null where nothing is filtered. */
function failing(filters: ListingFilters): RawBuilder<unknown> | null {
  const parts: RawBuilder<unknown>[] = [];
  const unless = (bit: number, holds: RawBuilder<unknown>) =>
    parts.push(sql`case when ${holds} then 0 else ${sql.lit(bit)} end`);
  if (filters.category !== null) {
    const asked = sql`(select subcategory.id from categories as subcategory left join categories as heading on heading.id = subcategory.parent_id
        where ${filters.category} in (subcategory.slug, heading.slug))`;
    unless(BIT.category, isOf(asked));
  }
  if (filters.kind !== null) unless(BIT.kind, sql`listing.kind = ${filters.kind}`);
  if (filters.free) unless(BIT.free, sql`listing.free`);
  if (filters.hasSpace) unless(BIT.hasSpace, sql`listing.has_space is true`);
  if (filters.evenings) unless(BIT.evenings, sql`listing.evenings`);
  if (filters.weekends) unless(BIT.weekends, sql`listing.weekends`);
  if (filters.language !== null) unless(BIT.language, sql`${filters.language} = any(listing.languages)`);
  if (filters.workerGender !== null)
    unless(BIT.workerGender, sql`${filters.workerGender} = any(listing.worker_genders)`);
  if (filters.acceptsIsf) unless(BIT.acceptsIsf, sql`listing.organisation_id in ${ACCEPTING_ISF}`);
  return parts.length === 0 ? null : sql`(${sql.join(parts, sql` + `)})`;
}

const METRES_PER_DEGREE = 111_195;

/** A number in the type that a key is made of: PostgreSQL turns a decimal one into it anew for every row. */
const float = (value: number): RawBuilder<unknown> => sql`${sql.lit(value)}::float8`;

interface MeasuredPoint extends Point {
  /** How many metres a degree of longitude is there. */
  readonly perLongitude: number;
}

/** A question with what its statement needs of it worked out; each value may be what stands for it in a prepared text. */
interface Asked extends Omit<ListingQuestion, 'point' | 'outward'> {
  readonly point: MeasuredPoint | null;
  /** How a postcode in the asked district begins. */
  readonly inDistrict: string | null;
}

/** The point that distances are measured from, named once for all of them. The planner puts its numbers in their places. */
function here({ latitude, longitude, perLongitude }: MeasuredPoint): RawBuilder<unknown> {
  return sql`(select ${latitude}::float8 as latitude, ${longitude}::float8 as longitude, ${perLongitude}::float8 as per_longitude) as here`;
}

/**
 * Distance from `here` on a flat map: within a metre in a kilometre at the scale of a council, and without trigonometry for
 * each row. A product and not a power, which costs several times as much.
 */
function metresTo(table: 'listing' | 'location'): RawBuilder<unknown> {
  const north = sql`((${sql.ref(table)}.shown_latitude - here.latitude) * ${float(METRES_PER_DEGREE)})`;
  const east = sql`((${sql.ref(table)}.shown_longitude - here.longitude) * here.per_longitude)`;
  return sql`sqrt(${north} * ${north} + ${east} * ${east})`;
}

/** Whether a place is in the asked district: whatever is in it is near, wherever its middle lies. */
function insideOf(inDistrict: string | null, table: 'listing' | 'location'): RawBuilder<unknown> {
  return inDistrict === null
    ? sql`false`
    : sql`coalesce(starts_with(${sql.ref(table)}.postcode, ${inDistrict}), false)`;
}

/**
 * The nearest of the further places of each listing that has some. The main place is on the listing itself, so that only
 * these few are read beside it.
 */
function furtherPlaces({ point, inDistrict }: Asked): RawBuilder<unknown> {
  if (point === null) return sql``;
  return sql`cross join ${here(point)} left join (select link.listing_id, min(${metresTo('location')}) as metres,
      bool_or(${insideOf(inDistrict, 'location')}) as inside
    from listing_locations as link join locations as location on location.id = link.location_id cross join ${here(point)}
    where link.position > 0 group by link.listing_id) as further on further.listing_id = listing.id`;
}

/** How far a listing is at the nearest of its places, whether that is a further one, and whether one is in the district. */
function whereItIs({ point, inDistrict }: Asked): RawBuilder<unknown> {
  if (point === null) return sql`null::float8 as metres, false as elsewhere, false as inside`;
  return sql`least(${metresTo('listing')}, further.metres) as metres,
    coalesce(further.metres < ${metresTo('listing')}, further.metres is not null) as elsewhere,
    ${insideOf(inDistrict, 'listing')} or coalesce(further.inside, false) as inside`;
}

/** What the public may know of where a place is: of a hidden one the district alone. */
function shownText(table: 'listing' | 'location'): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(`${table}.${column}`);
  return sql`case when ${of('address_shown')} then ${of(table === 'listing' ? 'venue' : 'name')} else '' end as venue,
    case when ${of('address_shown')} then ${of('postcode')} else split_part(${of('postcode')}, ' ', 1) end as postcode`;
}

/** The place of a shown listing that is nearest to the point: a listing at several places is where the person can best get to. */
function shownPlace(point: MeasuredPoint | null): RawBuilder<unknown> {
  const own = sql`select ${shownText('listing')}, listing.shown_latitude as latitude, listing.shown_longitude as longitude`;
  if (point === null) return own;
  return sql`select * from (
      ${own}, 0 as position, ${metresTo('listing')} as away from ${here(point)}
      union all select ${shownText('location')}, location.shown_latitude, location.shown_longitude, link.position, ${metresTo('location')}
        from listing_locations as link join locations as location on location.id = link.location_id cross join ${here(point)}
        where link.listing_id = listing.id and link.position > 0) as places order by away, position limit 1`;
}

/** The lower the key, the earlier the listing: by rank as the domain's `rankOf` has it, for every listing in one statement. */
function sortKey(question: Asked): RawBuilder<unknown> {
  const { point, ages } = question;
  if (question.sort === 'nearest') return sql`coalesce(listing.metres, 1e9)`;
  if (question.sort === 'price') {
    return sql`(case when listing.free then 0 else coalesce(listing.from_price_pence, 1000000000000) end)::float8`;
  }
  const parts: RawBuilder<unknown>[] = [];
  // What is typed counts most; what only a synonym or a forgiven slip found still has a little, and place decides.
  parts.push(
    question.ranking === null
      ? float(RANKING.noWords)
      : sql`(${float(RANKING.wordsAtLeast)} + ts_rank(${sql.lit(RANKING.wordWeights)}, listing.search, (select to_tsquery('english', ${question.ranking}))))`,
  );
  if (point !== null) {
    const half = float(RANKING.halfAtMetres);
    parts.push(
      sql`(${half} / (${half} + coalesce(case when listing.inside then least(listing.metres, ${float(RANKING.inDistrictAtMostMetres)})
        when listing.metres <= listing.serves_metres then least(listing.metres, ${float(RANKING.comingAtMostMetres)}) else listing.metres end, ${float(RANKING.unknownMetres)})))`,
    );
  }
  if (question.subcategories.length > 0) {
    parts.push(
      sql`(case when ${isOf(sql`(select id from categories where slug = any(${question.subcategories}::text[]))`)} then ${float(RANKING.askedSubcategory)}
        when ${isOf(sql`(select subcategory.id from categories as subcategory join categories as heading on heading.id = subcategory.parent_id
          where heading.slug = any(${question.headings}::text[]))`)} then ${float(RANKING.askedHeading)} else ${float(1)} end)`,
    );
  }
  if (ages !== null) {
    parts.push(
      sql`(case when listing.maximum_age < ${ages.from} or listing.minimum_age > ${ages.to} then ${float(RANKING.otherAge)}
        when listing.minimum_age is not null or listing.maximum_age is not null then ${float(RANKING.thisAge)} else ${float(1)} end)`,
    );
  }
  parts.push(
    sql`(case when listing.state = 'stale' then ${float(RANKING.stale)} when listing.has_space is false then ${float(RANKING.full)} else ${float(1)} end)`,
  );
  return sql`-(${sql.join(parts, sql` * `)})`;
}

/** What a search shows of a listing, read only where no card of today is kept. */
function factsOf({ point, today }: Asked): RawBuilder<unknown> {
  return sql`(select row_to_json(fact) from (
      select listing.id, listing.slug, kept.version, listing.title, listing.summary, listing.kind as listing_kind, listing.state,
        listing.free, listing.has_space, listing.evenings, listing.weekends, listing.accessible, listing.languages, shown.venue,
        shown.postcode, shown.latitude, shown.longitude, listing.serves_metres, listing.last_confirmed_on,
        category.slug as category_slug, category.name as category_name, organisation.slug as organisation_slug,
        organisation.name as organisation_name, organisation.size, organisation.accepts_isf, organisation.kind,
        organisation.cqc_location_id, organisation.cqc_rating, organisation.cqc_checked_on, organisation.charity_number,
        organisation.vat_number, organisation.tax_reference, organisation.insured_until, organisation.dbs_checked_on,
        (select json_agg(json_build_object('id', offer.id, 'name', offer.name, 'unit', offer.unit, 'price_pence', price.price_pence,
            'welfare', offer.welfare, 'zero_rated', offer.zero_rated) order by price.price_pence, offer.position)
          from offers as offer join offer_prices as price on price.offer_id = offer.id and price.replaced_at is null
            and price.valid_from <= ${today} and (price.valid_to is null or price.valid_to >= ${today})
          where offer.listing_id = listing.id and not offer.withdrawn) as offers
      from categories as category join organisations as organisation on organisation.id = listing.organisation_id
      cross join lateral (${shownPlace(point)}) as shown
      where category.id = listing.category_id) as fact)`;
}

/** What is counted of the hits of one category, each under every filter but its own. */
function countedColumns(passes: (bit: number) => RawBuilder<unknown>): RawBuilder<unknown> {
  const count: Readonly<Record<keyof Counted, readonly [bit: number, holds: RawBuilder<unknown>]>> = {
    total: [0, sql`true`],
    hits: [BIT.category, sql`true`],
    service: [BIT.kind, sql`kind = 'service'`],
    community: [BIT.kind, sql`kind = 'community'`],
    free: [BIT.free, sql`free`],
    hasSpace: [BIT.hasSpace, sql`has_space`],
    evenings: [BIT.evenings, sql`evenings`],
    weekends: [BIT.weekends, sql`weekends`],
    acceptsIsf: [BIT.acceptsIsf, sql`accepts_isf`],
    female: [BIT.workerGender, sql`'female' = any(worker_genders)`],
    male: [BIT.workerGender, sql`'male' = any(worker_genders)`],
  };
  return sql.join(
    COUNTED.map(
      (name) => sql`count(*) filter (where ${passes(count[name][0])} and ${count[name][1]}) as ${sql.ref(name)}`,
    ),
  );
}

/** The whole search as one statement. Hits are read once and counted once, by category: `search-facets.ts` adds up those few rows. */
function searchStatement(question: Asked): RawBuilder<SearchRow> {
  const { today, after, point } = question;
  const conditions: RawBuilder<unknown>[] = [sql`listing.state in ('published', 'stale')`];
  if (question.matching !== null)
    conditions.push(sql`listing.search @@ (select to_tsquery('english', ${question.matching}))`);
  let near = sql`true`;
  if (point !== null && question.radius !== null) {
    near = sql`listing.metres <= greatest(${question.radius}::integer, coalesce(listing.serves_metres, 0))`;
  }
  const fails = failing(question.filters);
  const passes = (bit: number) => (fails === null ? sql`true` : sql`fails in (0, ${sql.lit(bit)})`);
  const card =
    question.facts === 'all'
      ? sql`null::text`
      : sql`(case when kept.card_for = ${today} and not page.elsewhere then kept.card end)`;
  const beyond = after === null ? sql`true` : sql`(sort_key, id) > (${after.key}::float8, ${after.id})`;
  return sql<SearchRow>`
    with hit as materialized (
      select listing.id, listing.category_id, listing.kind, listing.free, listing.has_space, listing.evenings, listing.weekends,
        listing.languages, listing.worker_genders, listing.organisation_id in ${ACCEPTING_ISF} as accepts_isf, listing.metres, listing.elsewhere,
        ${sortKey(question)} as sort_key${fails === null ? sql`` : sql`, ${fails} as fails`}
      from (select listing.id, listing.organisation_id, listing.category_id, listing.kind, listing.state, listing.free, listing.has_space,
          listing.evenings, listing.weekends, listing.languages, listing.worker_genders, listing.minimum_age, listing.maximum_age,
          listing.from_price_pence, listing.serves_metres, listing.search, ${whereItIs(question)}
        from listings as listing ${furtherPlaces(question)}
        where ${sql.join(conditions, sql` and `)} offset 0) as listing
      where ${near}
    ), page as (
      select id, metres, elsewhere, sort_key from hit where ${fails === null ? sql`true` : sql`fails = 0`} and ${beyond} order by sort_key, id limit ${sql.lit(PAGE_SIZE + 1)}
    ), counted as materialized (
      select category_id, ${countedColumns(passes)} from hit group by category_id
    ), shown as materialized (
      select page.id, page.sort_key, page.metres, page.elsewhere, ${card} as card, case when ${card} is null then ${factsOf(question)} end as facts
        from page join listings as listing on listing.id = page.id join listing_pages as kept on kept.slug = listing.slug
    )
    select
      json_build_object(
        'counted', (select json_agg(json_build_array(kind.slug, heading.slug, ${sql.join(COUNTED.map((name) => sql.ref(`counted.${name}`)))}))
          from counted join categories as kind on kind.id = counted.category_id left join categories as heading on heading.id = kind.parent_id),
        'further', (select json_agg(json_build_array(of.id, kind.slug, heading.slug, coalesce(counted.slug, own.slug)))
          from (select hit.id, hit.category_id, more.category_id as further_id from hit join listing_categories as more
              on more.listing_id = hit.id and more.category_id <> hit.category_id where ${passes(BIT.category)} offset 0) as of
          join categories as kind on kind.id = of.further_id left join categories as heading on heading.id = kind.parent_id
          join categories as own on own.id = of.category_id left join categories as counted on counted.id = own.parent_id),
        'languages', (select json_agg(json_build_object('language', language, 'count', hits) order by hits desc, language)
          from (select language, count(*) as hits from hit cross join lateral unnest(languages) as language
            where languages <> '{}' and ${passes(BIT.language)} group by language) as found)) as facets,
      (select json_agg(json_build_array(id, sort_key, metres, elsewhere, facts) order by sort_key, id) from shown) as items,
      (select string_agg(coalesce(card, ''), E'\\n' order by sort_key, id) from shown) as cards`;
}

/** Which text a question has: which of its values there are, and those that are written out. */
function shapeOf(question: ListingQuestion): string {
  const { filters, ages, point, after, subcategories } = question;
  const values = [question.matching, question.ranking, question.outward, question.radius, ages, point, after];
  const asked = [...values, filters.category, filters.kind, filters.language, filters.workerGender].map(
    (one) => one !== null,
  );
  const flags = [
    filters.free,
    filters.hasSpace,
    filters.evenings,
    filters.weekends,
    filters.acceptsIsf,
    subcategories.length > 0,
  ];
  return [...[...asked, ...flags].map(Number), question.sort, question.facts].join('');
}

/** The values of a question, in one order for all. */
function valuesOf({ filters, ages, point, outward, after, ...question }: ListingQuestion) {
  return [
    ...([question.matching ?? '', question.ranking ?? '', question.subcategories, question.headings] as const),
    ...([ages?.from ?? 0, ages?.to ?? 0, point?.latitude ?? 0, point?.longitude ?? 0] as const),
    ...([METRES_PER_DEGREE * Math.cos(((point?.latitude ?? 0) * Math.PI) / 180), `${outward} `] as const),
    ...([question.radius ?? 0, filters.category ?? '', filters.kind ?? 'service', filters.language ?? ''] as const),
    ...([filters.workerGender ?? '', after?.key ?? 0, after?.id ?? '', question.today] as const),
  ] as const;
}

/** The statement of one shape, put together once and then only given the values of each question. */
function preparedFor({ filters, ages, point, outward, after, ...question }: ListingQuestion) {
  const given = <Value>(asked: unknown, value: Value): Value | null => (asked === null ? null : value);
  return prepared((...values: ReturnType<typeof valuesOf>) => {
    const [
      matching,
      ranking,
      subcategories,
      headings,
      from,
      to,
      latitude,
      longitude,
      perLongitude,
      inDistrict,
      radius,
      category,
      kind,
      language,
      workerGender,
      key,
      id,
      today,
    ] = values;
    return searchStatement({
      ...question,
      today,
      matching: given(question.matching, matching),
      ranking: given(question.ranking, ranking),
      subcategories: question.subcategories.length === 0 ? [] : subcategories,
      headings,
      ages: given(ages, { from, to }),
      point: given(point, { latitude, longitude, perLongitude }),
      inDistrict: given(outward, inDistrict),
      radius: given(question.radius, radius),
      after: given(after, { key, id }),
      filters: {
        ...filters,
        category: given(filters.category, category),
        kind: given(filters.kind, kind),
        language: given(filters.language, language),
        workerGender: given(filters.workerGender, workerGender),
      },
    });
  });
}

/** Filters can be combined in thousands of ways; a day's searches have a few dozen. */
const MOST_SHAPES = 100;
const byShape = new Map<string, (...values: ReturnType<typeof valuesOf>) => CompiledQuery<SearchRow>>();

export async function searchListings(db: Db | Tx, question: ListingQuestion): Promise<SearchRow> {
  const shape = shapeOf(question);
  let statement = byShape.get(shape);
  if (statement === undefined) {
    if (byShape.size >= MOST_SHAPES) byShape.clear();
    statement = preparedFor(question);
    byShape.set(shape, statement);
  }
  const { rows } = await db.executeQuery(statement(...valuesOf(question)));
  const [row] = rows;
  if (!row) throw new Error('a search always answers one row');
  return row;
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
