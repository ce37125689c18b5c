// Finds the feeds that a council keeps with what came of their last reading, and stores what is known of each.

import type { Tx } from '@support-market/db/pool';
import type { FeedState } from '@support-market/domain/feeds/feed-states';
import { startState } from '@support-market/domain/shared/machines';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface FeedReading {
  readonly id: string;
  readonly beganAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant;
  readonly outcome: 'taken' | 'same' | 'failed';
  /** The code of the problem that stopped it. */
  readonly reason: string | null;
  readonly importId: string | null;
  readonly isWhole: boolean;
  readonly services: number;
  readonly made: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly hidden: number;
  readonly withdrawn: number;
  readonly refused: number;
  readonly refusals: readonly { readonly row: number; readonly message: string }[];
}

export interface FeedRow {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly list: string;
  readonly addedAt: Temporal.Instant;
  readonly state: FeedState;
  readonly askedAt: Temporal.Instant | null;
  readonly readingSince: Temporal.Instant | null;
}

const FEED = sql`feed.id, feed.name, feed.address, feed.list, feed.added_at as "addedAt", feed.state, feed.asked_at as "askedAt",
  feed.reading_since as "readingSince"`;
const READING = sql`reading.id, reading.began_at as "beganAt", reading.ended_at as "endedAt", reading.outcome, reading.reason,
  reading.import_id as "importId", reading.is_whole as "isWhole", reading.services, reading.made, reading.changed, reading.unchanged,
  reading.hidden, reading.withdrawn, reading.refused, reading.refusals`;

export interface ListedFeed extends FeedRow {
  /** When it was last read, and whether that went well; null where it never was. */
  readonly readAt: Temporal.Instant | null;
  readonly outcome: FeedReading['outcome'] | null;
}

/** One page (and one row more), newest first. */
export async function listFeeds(
  tx: Tx,
  councilId: string,
  page: { readonly after: readonly string[] | null; readonly limit: number },
): Promise<ListedFeed[]> {
  const { rows } = await sql<ListedFeed>`
    select ${FEED}, last.ended_at as "readAt", last.outcome
      from feeds as feed left join lateral (
        select reading.ended_at, reading.outcome from feed_readings as reading
         where reading.council_id = ${councilId} and reading.feed_id = feed.id order by reading.began_at desc, reading.id desc limit 1) as last on true
     where feed.council_id = ${councilId}
       and ${page.after === null ? sql`true` : sql`(feed.added_at, feed.id) < (${page.after[0]}::timestamptz, ${page.after[1]})`}
     order by feed.added_at desc, feed.id desc limit ${page.limit + 1}`.execute(tx);
  return rows;
}

export async function findFeed(tx: Tx, councilId: string, id: string): Promise<FeedRow | undefined> {
  const { rows } = await sql<FeedRow>`
    select ${FEED} from feeds as feed where feed.council_id = ${councilId} and feed.id = ${id}`.execute(tx);
  return rows[0];
}

/** The newest first. */
export async function findReadings(tx: Tx, councilId: string, feedId: string, most: number): Promise<FeedReading[]> {
  const { rows } = await sql<FeedReading>`
    select ${READING} from feed_readings as reading where reading.council_id = ${councilId} and reading.feed_id = ${feedId}
     order by reading.began_at desc, reading.id desc limit ${most}`.execute(tx);
  return rows;
}

/** Those that are read every night. */
export async function findOpenFeeds(tx: Tx, councilId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('feeds')
    .select('id')
    .where('council_id', '=', councilId)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

export interface NewFeed {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly list: string;
  readonly at: Temporal.Instant;
}

/** False where the council keeps this list already. Call `begin` of the platform in the same transaction. */
export async function insertFeed(tx: Tx, councilId: string, made: NewFeed): Promise<boolean> {
  const row = await tx
    .insertInto('feeds')
    .values({
      ...{ council_id: councilId, id: made.id, name: made.name, address: made.address, list: made.list },
      ...{ added_at: made.at, state: startState('feeds', 'add'), asked_at: made.at },
    })
    .onConflict((conflict) => conflict.columns(['council_id', 'list']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function noteAsked(tx: Tx, councilId: string, id: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('feeds')
    .set({ asked_at: at })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .execute();
}

/** Takes an open feed for one reader; undefined where another has it, or it is stopped. */
export async function claimFeed(
  tx: Tx,
  councilId: string,
  id: string,
  { at, freeBefore }: { readonly at: Temporal.Instant; readonly freeBefore: Temporal.Instant },
): Promise<{ readonly name: string; readonly address: string; readonly list: string } | undefined> {
  const { rows } = await sql<{ name: string; address: string; list: string }>`
    update feeds set reading_since = ${at}::timestamptz where council_id = ${councilId} and id = ${id} and state = 'open'
       and (reading_since is null or reading_since < ${freeBefore}::timestamptz)
    returning name, address, list`.execute(tx);
  return rows[0];
}

/** The digest of what came last, where that was taken whole, stands, and nothing of it is away. */
export async function findStandingDigest(tx: Tx, councilId: string, feedId: string): Promise<string | null> {
  const { rows } = await sql<{ sha256: string | null }>`
    select feed.sha256 from feeds as feed where feed.council_id = ${councilId} and feed.id = ${feedId}
       and not exists (select from feed_absences as absence where absence.council_id = ${councilId} and absence.feed_id = ${feedId})
       and (select record.state from feed_readings as reading join imports as record
              on record.council_id = ${councilId} and record.id = reading.import_id
             where reading.council_id = ${councilId} and reading.feed_id = ${feedId} and reading.outcome = 'taken'
             order by reading.began_at desc, reading.id desc limit 1) = 'taken'`.execute(tx);
  return rows[0]?.sha256 ?? null;
}

/** So many are kept of each feed. */
const MOST_READINGS = 100;

/** Stores a reading, and gives the feed free for the next. `sha256` is that of what was taken whole; null leaves what is known. */
export async function insertReading(
  tx: Tx,
  councilId: string,
  feedId: string,
  reading: FeedReading,
  sha256: string | null,
): Promise<void> {
  await tx
    .insertInto('feed_readings')
    .values({
      ...{
        council_id: councilId,
        id: reading.id,
        feed_id: feedId,
        began_at: reading.beganAt,
        ended_at: reading.endedAt,
      },
      ...{ outcome: reading.outcome, reason: reading.reason, import_id: reading.importId, is_whole: reading.isWhole },
      ...{ services: reading.services, made: reading.made, changed: reading.changed, unchanged: reading.unchanged },
      ...{ hidden: reading.hidden, withdrawn: reading.withdrawn, refused: reading.refused },
      refusals: JSON.stringify(reading.refusals),
    })
    .execute();
  await sql`
    update feeds set reading_since = null, asked_at = null, sha256 = coalesce(${sha256}, sha256)
     where council_id = ${councilId} and id = ${feedId}`.execute(tx);
  await sql`
    delete from feed_readings where council_id = ${councilId} and feed_id = ${feedId} and id in (
      select reading.id from feed_readings as reading where reading.council_id = ${councilId} and reading.feed_id = ${feedId}
       order by reading.began_at desc, reading.id desc offset ${MOST_READINGS})`.execute(tx);
}
