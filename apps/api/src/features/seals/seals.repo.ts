// Reads and writes the chain of seals and what waits to be sealed.

import type { Db, Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { SealedLink } from './chain.ts';

/** Beside the lock of a verification (features/ledger/verification.repo.ts). */
const LOCK = 7_001;

export interface WaitingRecord {
  readonly id: bigint;
  readonly kind: string;
  readonly recordId: string;
  readonly recordAt: Temporal.Instant | null;
}

export interface KeptLink extends SealedLink {
  readonly chainHash: string;
}

export async function allCouncilIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('councils').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Those who seal for one council take turns until the transaction ends. */
export async function lockChain(tx: Tx, councilId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK}, hashtext(${councilId}))`.execute(tx);
}

/** What waits, as far as committed; what commits later waits for the next time. */
export async function waitingRecords(db: Db, councilId: string, most: number, after = 0n): Promise<WaitingRecord[]> {
  return db
    .selectFrom('unsealed_records')
    .select(['id', 'kind', 'record_id as recordId', 'record_at as recordAt'])
    .where('council_id', '=', councilId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute();
}

export async function forgetWaiting(tx: Tx, councilId: string, ids: readonly bigint[]): Promise<void> {
  await sql`delete from unsealed_records where council_id = ${councilId} and id = any(${ids.map(String)}::bigint[])`.execute(
    tx,
  );
}

/** The last link of a council's chain; undefined before the first. */
export async function lastLink(
  db: Db,
  councilId: string,
): Promise<{ readonly position: bigint; readonly chainHash: string; readonly keyId: string } | undefined> {
  return db
    .selectFrom('seals')
    .select(['position', 'chain_hash as chainHash', 'key_id as keyId'])
    .where('council_id', '=', councilId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export interface NewestSeal {
  readonly position: bigint;
  readonly keyId: string;
  readonly payloadHash: string;
  readonly sealedAt: Temporal.Instant;
}

/** The newest seal of each of these records, by its id. */
export async function newestSeals(
  db: Db,
  councilId: string,
  kind: string,
  recordIds: readonly string[],
): Promise<Map<string, NewestSeal>> {
  if (recordIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('seals')
    .select([
      'record_id as recordId',
      'position',
      'key_id as keyId',
      'payload_hash as payloadHash',
      'sealed_at as sealedAt',
    ])
    .where('council_id', '=', councilId)
    .where('kind', '=', kind)
    .where(sql<boolean>`record_id = any(${[...recordIds]}::text[])`)
    .execute();
  // Put in order here: asked for an order, the database might walk the whole chain by its positions instead.
  rows.sort((a, b) => (a.position < b.position ? -1 : 1));
  return new Map(rows.map(({ recordId, ...seal }) => [recordId, seal]));
}

export async function insertLinks(tx: Tx, councilId: string, links: readonly KeptLink[]): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map((link) => ({
    position: link.position.toString(),
    kind: link.kind,
    version: link.version,
    record_id: link.recordId,
    record_at: link.recordAt?.toString() ?? null,
    payload_hash: link.payloadHash,
    key_id: link.keyId,
    sealed_at: link.sealedAt.toString(),
    chain_hash: link.chainHash,
  }));
  await sql`
    insert into seals (council_id, position, kind, version, record_id, record_at, payload_hash, key_id, sealed_at, chain_hash)
    select ${councilId}, position, kind, version, record_id, record_at, payload_hash, key_id, sealed_at, chain_hash
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as made (position bigint, kind text, version integer, record_id text,
           record_at timestamptz, payload_hash text, key_id text, sealed_at timestamptz, chain_hash text)
    returning position`.execute(tx);
}

/** A stretch of a chain, in its order. */
export async function linksAfter(
  db: Db,
  councilId: string,
  position: bigint,
  most: number,
): Promise<(KeptLink & { readonly position: bigint })[]> {
  return db
    .selectFrom('seals')
    .select([
      'position',
      'kind',
      'version',
      'record_id as recordId',
      'record_at as recordAt',
      'payload_hash as payloadHash',
      'key_id as keyId',
      'sealed_at as sealedAt',
      'chain_hash as chainHash',
    ])
    .where('council_id', '=', councilId)
    .where('position', '>', position)
    .orderBy('position')
    .limit(most)
    .execute();
}

export interface MonthLeft {
  readonly id: string;
  readonly recordKind: string;
  readonly month: Temporal.PlainDate;
  readonly keptMonths: number;
  readonly leftAt: Temporal.Instant;
}

export async function monthsLeft(db: Db, councilId: string): Promise<MonthLeft[]> {
  return db
    .selectFrom('months_left')
    .select(['id', 'record_kind as recordKind', 'month', 'kept_months as keptMonths', 'left_at as leftAt'])
    .where('council_id', '=', councilId)
    .execute();
}

/** The hashes at these places of a chain, where there is a link. */
export async function linksAt(
  db: Db,
  councilId: string,
  positions: readonly bigint[],
): Promise<ReadonlyMap<bigint, string>> {
  if (positions.length === 0) return new Map();
  const rows = await db
    .selectFrom('seals')
    .select(['position', 'chain_hash as chainHash'])
    .where('council_id', '=', councilId)
    .where(sql<boolean>`position = any(${positions.map(String)}::bigint[])`)
    .execute();
  return new Map(rows.map(({ position, chainHash }) => [position, chainHash]));
}
