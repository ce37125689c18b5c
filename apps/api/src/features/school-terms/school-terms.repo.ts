// Reads and writes when the schools of a council are open, and finds the listings that go by it.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface SchoolTerm {
  readonly name: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

export async function listSchoolTerms(tx: Tx, councilId: string): Promise<SchoolTerm[]> {
  const { rows } = await sql<SchoolTerm>`
    select name, from_date as from, to_date as to from school_terms where council_id = ${councilId} order by from_date`.execute(
    tx,
  );
  return rows;
}

/** Takes the place of what was said before; those who write at one moment follow each other. */
export async function replaceSchoolTerms(tx: Tx, councilId: string, terms: readonly SchoolTerm[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('school_terms'), hashtext(${councilId}))`.execute(tx);
  await sql`delete from school_terms where council_id = ${councilId}`.execute(tx);
  for (const { name, from, to } of terms)
    await sql`insert into school_terms (council_id, from_date, to_date, name) values (${councilId}, ${from}, ${to}, ${name})`.execute(
      tx,
    );
}
