// Writes what services cost that are told and not sold here: what a source says takes the place of what it said before.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import { rowsAsJson } from './catalogue-rows.repo.ts';

export interface CostWrite {
  readonly option: string;
  /** With any VAT; null: only words say it. */
  readonly amountPence: bigint | null;
  readonly words: string;
  /** YYYY-MM-DD. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Answers the listings whose costs are others than before. A listing that is named twice has what it is named with last. */
export async function writeCosts(
  tx: Tx,
  given: readonly { readonly listingId: string; readonly costs: readonly CostWrite[]; readonly isNew?: boolean }[],
): Promise<string[]> {
  if (given.length === 0) return [];
  const last = new Map(given.map(({ listingId, costs }) => [listingId, costs]));
  const rows = [...last].flatMap(([listing_id, costs]) =>
    costs.map(({ amountPence, validFrom, validTo, ...cost }, position) => ({
      ...{ listing_id, position, ...cost, valid_from: validFrom, valid_to: validTo },
      amount_pence: amountPence,
    })),
  );
  const costs = sql`jsonb_to_recordset(${rowsAsJson(rows)}::jsonb) as given (listing_id text, position integer, option text,
    amount_pence bigint, words text, valid_from date, valid_to date)`;
  const known = given.flatMap(({ listingId, isNew }) => (isNew ? [] : [listingId]));
  const gone =
    known.length === 0
      ? { rows: [] }
      : await sql<{ listing_id: string }>`
    delete from listing_costs as old where old.listing_id = any(${known}::text[])
      and not exists (select from ${costs} where given.listing_id = old.listing_id and given.position = old.position)
    returning old.listing_id`.execute(tx);
  const written =
    rows.length === 0
      ? { rows: [] }
      : await sql<{ listing_id: string }>`
    insert into listing_costs as old (listing_id, position, option, amount_pence, words, valid_from, valid_to)
    select given.listing_id, given.position, given.option, given.amount_pence, given.words, given.valid_from, given.valid_to from ${costs}
    on conflict (listing_id, position) do update set option = excluded.option, amount_pence = excluded.amount_pence, words = excluded.words,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to
      where (old.option, old.amount_pence, old.words, old.valid_from, old.valid_to) is distinct from
        (excluded.option, excluded.amount_pence, excluded.words, excluded.valid_from, excluded.valid_to)
    returning old.listing_id`.execute(tx);
  return [...new Set([...gone.rows, ...written.rows].map(({ listing_id }) => listing_id))];
}
