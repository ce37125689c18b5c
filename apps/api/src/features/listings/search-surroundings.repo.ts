// Looks up what a search needs before it can ask: where the place is, and which words of the catalogue look like the asked ones.
// Many ask of the same places and words, so each answer is kept for a minute: with its message the small statement costs a
// tenth of a search.

import type { Db } from '@support-market/db/pool';
import { type RawBuilder, sql } from 'kysely';
import { LRUCache } from 'lru-cache';

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

export interface AskedPlace {
  readonly kind: 'postcode' | 'outward';
  readonly value: string;
}

/** Words of the catalogue that look like an asked word, and whether the word itself is one. */
interface Neighbours {
  readonly word: string;
  readonly known: boolean;
  readonly others: readonly string[];
}

export interface Surroundings {
  readonly point: Point | null;
  readonly neighbours: readonly Neighbours[];
}

interface SurroundingsRow {
  readonly point: [number, number] | null;
  readonly neighbours: [string, boolean, string[] | null][] | null;
}

/** The catalogue has no longer word. */
const LONGEST_WORD = 30;

/**
 * The small statement: where the place is, and which words of the catalogue look like the asked ones. Two swapped letters leave
 * a short word few trigrams to look like, so each swap is looked up by itself; the domain decides what is a slip.
 */
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
            (select json_agg(other.word) from (
              select near.word from search_words as near where near.word % asked.word
                and (left(near.word, 1) = left(asked.word, 1) or substr(near.word, 2) = asked.word) and abs(length(near.word) - length(asked.word)) <= 2
              union select swapped.word from generate_series(2, least(length(asked.word), ${sql.lit(LONGEST_WORD)}) - 1) as at
                join search_words as swapped on swapped.word = left(asked.word, at - 1) || substr(asked.word, at + 1, 1)
                  || substr(asked.word, at, 1) || substr(asked.word, at + 2)
              ) as other where other.word <> asked.word)))
          from unnest(${[...words]}::text[]) as asked (word))`;
  return sql<SurroundingsRow>`select ${point} as point, ${neighbours} as neighbours`;
}

const KEPT_MILLIS = 60_000;
const MOST_KEPT = 2_000;

/** Kept for each database by itself. A word that a provider has just written is found by its own letters at once. */
interface Kept {
  readonly points: LRUCache<string, Point>;
  readonly neighbours: LRUCache<string, Neighbours>;
}
const keptOf = new WeakMap<Db, Kept>();

function keptFor(db: Db): Kept {
  let kept = keptOf.get(db);
  if (kept === undefined) {
    const limits = { max: MOST_KEPT, ttl: KEPT_MILLIS };
    kept = { points: new LRUCache(limits), neighbours: new LRUCache(limits) };
    keptOf.set(db, kept);
  }
  return kept;
}

/** A place that we do not know has no point, and is asked of again by the next search. */
export async function findSurroundings(
  db: Db,
  place: AskedPlace | null,
  words: readonly string[],
): Promise<Surroundings> {
  const kept = keptFor(db);
  const nameOf = ({ kind, value }: AskedPlace) => `${kind} ${value}`;
  const keptPoint = place === null ? null : kept.points.get(nameOf(place));
  const keptNeighbours = new Map(words.map((word) => [word, kept.neighbours.get(word)]));
  const unknown = words.filter((word) => keptNeighbours.get(word) === undefined);
  let point = keptPoint ?? null;
  if (keptPoint === undefined || unknown.length > 0) {
    const { rows } = await surroundingsStatement(keptPoint === undefined ? place : null, unknown).execute(db);
    const [row] = rows;
    if (row?.point && place !== null) {
      point = { latitude: row.point[0], longitude: row.point[1] };
      kept.points.set(nameOf(place), point);
    }
    for (const [word, known, others] of row?.neighbours ?? []) {
      const neighbours = { word, known, others: others ?? [] };
      kept.neighbours.set(word, neighbours);
      keptNeighbours.set(word, neighbours);
    }
  }
  return { point, neighbours: [...keptNeighbours.values()].filter((one) => one !== undefined) };
}
