// Numbers that people read out (runs, remittance advices) come from counters without gaps.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';

/** The next value of a counter, held until the transaction ends: another transaction waits for it, so there is no gap. */
export async function nextCounter(tx: Tx, councilId: string, name: string, by = 1): Promise<bigint> {
  const { rows } = await sql<{ value: bigint }>`
    insert into counters (council_id, name, value) values (${councilId}, ${name}, ${by})
    on conflict (council_id, name) do update set value = counters.value + ${by} returning value`.execute(tx);
  return rows[0]?.value ?? 0n;
}
