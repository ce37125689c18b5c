// What hangs on a person's time with the council, beside their orders: authorities and ways to sign in.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** Mandates of a person that run past a day, with who holds each. */
export async function mandatesAfter(tx: Tx, councilId: string, personId: string, after: Temporal.PlainDate) {
  return tx
    .selectFrom('mandates')
    .leftJoin('accounts', 'accounts.id', 'mandates.account_id')
    .leftJoin('organisations', 'organisations.id', 'mandates.organisation_id')
    .select([
      'mandates.id',
      sql<string>`coalesce(organisations.name, accounts.name, '')`.as('holderName'),
      'mandates.until_date as untilDate',
    ])
    .where('mandates.council_id', '=', councilId)
    .where('mandates.person_id', '=', personId)
    .where('mandates.state', '=', 'running')
    .where('mandates.until_date', '>', after)
    .orderBy('mandates.id')
    .execute();
}

/** Mandates run no longer than to a day that is still to come. */
export async function shortenMandates(
  tx: Tx,
  councilId: string,
  ids: readonly string[],
  lastDay: Temporal.PlainDate,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('mandates')
    .set({ until_date: sql`greatest(from_date, ${lastDay})` })
    .where('council_id', '=', councilId)
    .where('id', 'in', [...ids])
    .execute();
}

/** Nobody signs in any more as somebody who died. */
export async function endOwnMemberships(
  tx: Tx,
  councilId: string,
  personId: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ ended_at: at })
    .where('council_id', '=', councilId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
}
