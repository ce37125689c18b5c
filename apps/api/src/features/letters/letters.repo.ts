// The rows of letters: what waits to be printed, with the address for the envelope as it is known today.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

const COLUMNS = [
  'id',
  'recipient_name as recipientName',
  'subject',
  'created_at as createdAt',
  'printed_at as printedAt',
] as const;

/** Those that wait come first, the oldest first; then those printed, the newest first. One more than `limit`. */
export async function listLetters(
  tx: Tx,
  councilId: string,
  query: { readonly printed: boolean; readonly after: string | null; readonly limit: number },
) {
  const { printed, after } = query;
  return tx
    .selectFrom('letters')
    .select(COLUMNS)
    .where('council_id', '=', councilId)
    .where('printed_at', printed ? 'is not' : 'is', null)
    .$if(after !== null, (letters) => letters.where('id', printed ? '<' : '>', after ?? ''))
    .orderBy('id', printed ? 'desc' : 'asc')
    .limit(query.limit + 1)
    .execute();
}

/** A column of where a person has their letters sent today: an address for letters before where they stay or live. */
function envelope(councilId: string, today: Temporal.PlainDate, column: 'address_line' | 'postcode') {
  return sql<string | null>`(select nullif(address.${sql.ref(column)}, '') from person_addresses as address
    where address.council_id = ${councilId} and address.person_id = letters.person_id
      and ${today} between coalesce(address.from_date, ${today}) and coalesce(address.until_date, ${today})
    order by address.kind = 'letters' desc, address.kind = 'staying' desc, address.position, address.id limit 1)`;
}

/** One letter with the address that counts today, a line each. */
export async function findLetter(tx: Tx, councilId: string, id: string, today: Temporal.PlainDate) {
  return tx
    .selectFrom('letters')
    .leftJoin('organisations', 'organisations.id', 'letters.organisation_id')
    .select([
      'letters.id',
      'letters.recipient_name as recipientName',
      'letters.subject',
      'letters.created_at as createdAt',
      'letters.printed_at as printedAt',
      'letters.person_id as personId',
      'letters.body_text as text',
      sql<string[]>`array_remove(array[
        coalesce(${envelope(councilId, today, 'address_line')}, organisations.address_line), organisations.city,
        coalesce(${envelope(councilId, today, 'postcode')}, organisations.postcode)], null)`.as('address'),
    ])
    .where('letters.council_id', '=', councilId)
    .where('letters.id', '=', id)
    .executeTakeFirst();
}

/** Notes that a letter was printed; nothing where it was before. */
export async function markPrinted(
  tx: Tx,
  councilId: string,
  id: string,
  by: { readonly accountId: string; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('letters')
    .set({ printed_at: by.at, printed_by: by.accountId })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .where('printed_at', 'is', null)
    .execute();
}
