// Reads listings for the officers who may hide them from everybody: those of organisations that their council lists.

import type { Db, Tx } from '@support-market/db/pool';
import type { ListingState } from '@support-market/domain/listings/listing-states';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface Standing {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly state: ListingState;
  readonly because: string | null;
  /** When it came to its state; null where that was never noted. */
  readonly since: Temporal.Instant | null;
}

async function read(db: Db | Tx, councilId: string, where: RawBuilder<unknown>, limit: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select listing.id, listing.slug, listing.title, organisation.id as "organisationId", organisation.name as "organisationName",
           listing.state, listing.withheld_because as because,
           (select max(history.changed_at) from listing_histories as history
             where history.listing_id = listing.id and history.to_state = listing.state) as since
      from listings as listing join organisations as organisation on organisation.id = listing.organisation_id
     where organisation.listed_by = ${councilId} and ${where} order by listing.id limit ${limit}`.execute(db);
  return rows;
}

/** A listing that is, or was, shown to everybody; one that never was is its owner's, and is looked at elsewhere. */
export async function findStanding(db: Db | Tx, councilId: string, id: string): Promise<Standing | null> {
  return (
    (
      await read(
        db,
        councilId,
        sql`listing.id = ${id} and listing.state not in ('draft', 'submitted', 'changes-asked')`,
        1,
      )
    )[0] ?? null
  );
}

/** Those that are withheld, after an id. */
export function listWithheld(db: Db | Tx, councilId: string, after: string | null, limit: number): Promise<Standing[]> {
  return read(db, councilId, sql`listing.state = 'withheld' and listing.id > ${after ?? ''}`, limit);
}
