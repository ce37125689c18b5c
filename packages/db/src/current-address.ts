// Where somebody lives on a day, as one SQL expression for every query that needs it: a place where they stay for a
// while comes before their home, and an address without dates counts always.

import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export type AddressColumn = 'address_line' | 'postcode' | 'ward_name' | 'access_notes';

/** One column of the address that counts on `day`, or null; `person` is the column that holds the person's id. */
export function currentAddress(
  councilId: string,
  person: string,
  day: Temporal.PlainDate | RawBuilder<unknown>,
  column: AddressColumn,
): RawBuilder<string | null> {
  return sql<string | null>`(select address.${sql.ref(column)} from person_addresses as address
    where address.council_id = ${councilId} and address.person_id = ${sql.ref(person)} and address.kind in ('home', 'staying')
      and ${day} between coalesce(address.from_date, ${day}) and coalesce(address.until_date, ${day})
    order by address.kind = 'staying' desc, address.position, address.id limit 1)`;
}
