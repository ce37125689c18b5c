// The SQL of confirming: many visits in a few statements, so that ten thousand are no more work than ten.

import type { Tx } from '@support-market/db/pool';
import { inReach } from '@support-market/db/scope';
import type { Pence } from '@support-market/domain/shared/money';
import type { ChargedShare } from '@support-market/domain/visits/posting';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { VisitScope } from '../features/visits/visits.repo.ts';

export type ConfirmableState = 'recorded' | 'queried' | 'confirmed';

export interface ConfirmableVisit {
  readonly id: string;
  readonly order_id: string;
  readonly person_id: string;
  readonly organisation_id: string;
  readonly service_date: Temporal.PlainDate;
  readonly state: ConfirmableState | 'planned' | 'missed' | 'cancelled';
  readonly planned_pence: Pence;
  readonly charge_pence: Pence | null;
  readonly within_tolerance: boolean | null;
  /** Whether money has moved for it already. */
  readonly posted: boolean;
  readonly shares: readonly ChargedShare[];
  readonly weights: readonly number[];
}

interface Row extends Omit<ConfirmableVisit, 'shares' | 'weights'> {
  readonly shares: readonly {
    readonly position: number;
    readonly line_id: string;
    readonly weight: number;
    readonly planned_pence: number;
    readonly charge_pence: number | null;
    readonly reservation_id: string | null;
  }[];
}

const columns = (councilId: string) => sql`
  visit.id, visit.order_id, visit.person_id, visit.organisation_id, visit.service_date, visit.state, visit.planned_pence,
  visit.charge_pence, visit.within_tolerance,
  exists (select from ledger_transfers as transfer where transfer.council_id = ${councilId} and transfer.visit_id = visit.id
             and transfer.code in ('deliver', 'overrun', 'release')) as posted,
  (select json_agg(share order by share.position) from visit_shares as share
    where share.council_id = ${councilId} and share.visit_id = visit.id) as shares`;

function asVisit(row: Row): ConfirmableVisit {
  return {
    ...row,
    shares: row.shares.map((share) => ({
      position: share.position,
      lineId: share.line_id,
      plannedPence: BigInt(share.planned_pence) as Pence,
      chargePence: BigInt(share.charge_pence ?? 0) as Pence,
      reservationId: share.reservation_id,
    })),
    weights: row.shares.map((share) => share.weight),
  };
}

/**
 * What is known of visits that the caller has locked. A statement that waited for a lock sees the row itself as it is now
 * but everything else as it was before the wait: shares and postings are therefore read by one that begins afterwards.
 */
async function readLocked(tx: Tx, councilId: string, locked: readonly { id: string }[]): Promise<ConfirmableVisit[]> {
  if (locked.length === 0) return [];
  const ids = locked.map(({ id }) => id);
  const { rows } = await sql<Row>`
    select ${columns(councilId)} from visits as visit
     where visit.council_id = ${councilId} and visit.id = any(${ids}::text[])
     order by array_position(${ids}::text[], visit.id)`.execute(tx);
  return rows.map(asVisit);
}

/** The visits of a scope among `ids`, locked in the order of their ids until the transaction ends. */
export async function lockConfirmable(
  tx: Tx,
  councilId: string,
  ids: readonly string[],
  scope: VisitScope | null,
): Promise<ConfirmableVisit[]> {
  const reached = scope
    ? inReach(
        scope.reach,
        scope.accountId,
        scope.today,
        { councilId, person: 'visit.person_id', organisation: 'visit.organisation_id' },
        scope.power,
      )
    : sql`true`;
  const { rows } = await sql<{ id: string }>`
    select visit.id from visits as visit
     where visit.council_id = ${councilId} and visit.id = any(${[...ids]}::text[]) and ${reached}
     order by visit.id for update of visit`.execute(tx);
  return readLocked(tx, councilId, rows);
}

/**
 * Visits not answered in time: recorded, not queried, and recorded before `before`. Those out of tolerance are
 * left out where finance was told of them already. Rows that someone is deciding on right now are left alone.
 */
export async function lockUnanswered(
  tx: Tx,
  councilId: string,
  before: Temporal.Instant,
  limit: number,
): Promise<ConfirmableVisit[]> {
  const { rows } = await sql<{ id: string }>`
    select visit.id from visits as visit
     where visit.council_id = ${councilId} and visit.state = 'recorded' and visit.recorded_at <= ${before}
       and (visit.within_tolerance or not exists (
             select from exceptions as exception
              where exception.council_id = ${councilId} and exception.visit_id = visit.id and exception.kind = 'over-tolerance'
                and exception.state = 'open'))
     order by visit.recorded_at, visit.id limit ${limit} for update of visit skip locked`.execute(tx);
  return readLocked(tx, councilId, rows);
}

/** What a finance officer decided of a visit; one that was confirmed before stays confirmed by whom it was. */
export function settledColumns(settledPence: Pence, at: Temporal.Instant, by: string) {
  return {
    settled_pence: settledPence,
    confirmed_at: sql`coalesce(confirmed_at, ${at})`,
    confirmed_by: sql`coalesce(confirmed_by, ${by})`,
  };
}

/** The amount that a finance officer decided, on each share of a visit. */
export async function saveSettledShares(
  tx: Tx,
  councilId: string,
  visitId: string,
  shares: readonly { readonly position: number; readonly chargePence: Pence }[],
): Promise<void> {
  const rows = shares.map(({ position, chargePence }) => ({ position, charge_pence: chargePence.toString() }));
  await sql`
    update visit_shares as share set charge_pence = new.charge_pence
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as new (position integer, charge_pence bigint)
     where share.council_id = ${councilId} and share.visit_id = ${visitId} and share.position = new.position`.execute(
    tx,
  );
}

/** Runs `work` so that a refusal by the database takes back only what `work` did; answers what was refused, or null. */
export async function tryWithin(tx: Tx, work: () => Promise<void>): Promise<{ readonly refusal: unknown } | null> {
  await sql`savepoint try_within`.execute(tx);
  try {
    await work();
    await sql`release savepoint try_within`.execute(tx);
    return null;
  } catch (refusal) {
    await sql`rollback to savepoint try_within`.execute(tx);
    await sql`release savepoint try_within`.execute(tx);
    return { refusal };
  }
}
