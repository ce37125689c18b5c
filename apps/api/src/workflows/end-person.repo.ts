// What depends on a person's time with the council, beside their orders: authorities and ways to sign in.

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
      'mandates.from_date as fromDate',
      'mandates.until_date as untilDate',
    ])
    .where('mandates.council_id', '=', councilId)
    .where('mandates.person_id', '=', personId)
    .where('mandates.state', '=', 'running')
    .where('mandates.until_date', '>', after)
    .orderBy('mandates.id')
    .execute();
}

/** Of some mandates, those that run past the last day of somebody who leaves run to that day. */
export async function shortenMandates(tx: Tx, councilId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update mandates set until_date = person.last_day from people as person
     where mandates.council_id = ${councilId} and mandates.id = any(${[...ids]}::text[]) and person.council_id = ${councilId}
       and person.id = mandates.person_id and mandates.from_date <= person.last_day and mandates.until_date > person.last_day`.execute(
    tx,
  );
}

/** Ends every way to sign in as somebody who died. */
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
