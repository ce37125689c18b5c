// Reads what a service costs where that is told and not sold here: its page and the open feed say the same.

import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface CostRow {
  readonly option: string;
  /** With any VAT; null: only words say it. */
  readonly amount_pence: number | null;
  readonly words: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

/** JSON of a listing's costs that hold or will hold, in their order, as SQL; null where there are none. */
export function toldCosts(listingId: string, today: Temporal.PlainDate): RawBuilder<unknown> {
  return sql`(select json_agg(json_build_object('option', cost.option, 'amount_pence', cost.amount_pence, 'words', cost.words,
      'valid_from', cost.valid_from, 'valid_to', cost.valid_to) order by cost.position)
    from listing_costs as cost where cost.listing_id = ${sql.ref(listingId)} and (cost.valid_to is null or cost.valid_to >= ${today}))`;
}
