// Finds a council by its short name, and the days on which its public pages changed.

import type { Db, Tx } from '@support-market/db/pool';
import type { Temporal } from 'temporal-polyfill';

/** A made-up council exists in demonstration mode alone. */
export async function findCouncil(
  db: Db,
  slug: string,
  demonstration: boolean,
): Promise<{ readonly id: string; readonly slug: string; readonly name: string } | undefined> {
  return db
    .selectFrom('councils')
    .select(['id', 'slug', 'name'])
    .where('slug', '=', slug)
    .$if(!demonstration, (councils) => councils.where('demonstration', '=', false))
    .executeTakeFirst();
}

/** Each key that was chosen, with each day on which a choice for it begins, up to a day. */
export async function firstDaysOf(
  tx: Tx,
  councilId: string,
  upTo: Temporal.PlainDate,
): Promise<{ readonly key: string; readonly fromDate: Temporal.PlainDate }[]> {
  return tx
    .selectFrom('council_settings')
    .distinct()
    .select(['key', 'from_date as fromDate'])
    .where('council_id', '=', councilId)
    .where('from_date', '<=', upTo)
    .orderBy('from_date', 'desc')
    .execute();
}
