// Who acts for a person, for pages that say who can read what stands there.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** Those with a running mandate for a person on a day: people by name, brokers by their organisation; in the order of the alphabet. */
export async function listThoseWhoAct(
  tx: Tx,
  councilId: string,
  personId: string,
  today: Temporal.PlainDate,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct coalesce(organisation.name, account.name) as name
      from mandates as mandate
      left join organisations as organisation on organisation.id = mandate.organisation_id
      left join accounts as account on account.id = mandate.account_id
     where mandate.council_id = ${councilId} and mandate.person_id = ${personId} and mandate.state = 'running'
       and ${today} between mandate.from_date and mandate.until_date and coalesce(organisation.name, account.name) is not null
     order by 1`.execute(tx);
  return rows.map(({ name }) => name);
}
