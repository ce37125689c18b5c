// Puts back what an import changed and removes what it made, and finds what depends on it first.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import { withoutState } from '../../platform/column-names.ts';
import type { ImportRecord } from './import-log.repo.ts';
import { GONE, idOf, isOfCouncil, keyOf, rowsNow, WATCHED_TABLES, type WatchedTable } from './watched.repo.ts';

/** The records that are no longer as the import left them. */
export async function changedSince(
  tx: Tx,
  councilId: string,
  records: readonly ImportRecord[],
): Promise<readonly ImportRecord[]> {
  const since: ImportRecord[] = [];
  for (const table of WATCHED_TABLES) {
    const of = records.filter((record) => record.table === table);
    if (of.length === 0) continue;
    const now = new Map(
      (
        await rowsNow(
          tx,
          councilId,
          table,
          of.map(({ id }) => id),
        )
      ).map((row) => [row.id, row.digest]),
    );
    since.push(...of.filter(({ id, digest }) => (now.get(id) ?? GONE) !== digest));
  }
  return since;
}

interface Reference {
  readonly table: string;
  readonly column: string;
}

/** Every column of every table that refers to a table's rows. */
async function referencesTo(tx: Tx, table: WatchedTable): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select referring.relname as table, attribute.attname as column
      from pg_constraint as link
      join pg_class as referring on referring.oid = link.conrelid
      join pg_class as referred on referred.oid = link.confrelid
      join pg_attribute as attribute on attribute.attrelid = link.conrelid and attribute.attnum = any(link.conkey) and attribute.attname <> 'council_id'
     where link.contype = 'f' and link.conparentid = 0 and referred.relname = ${table} and referred.relnamespace = 'public'::regnamespace
     order by 1, 2`.execute(tx);
  return rows;
}

/** Rows that are part of a record and go or stay with it: they do not depend on it. */
const PARTS: Readonly<Partial<Record<WatchedTable, readonly string[]>>> = {
  mandates: ['mandate_lines'],
  listings: ['listing_locations', 'listing_categories', 'listing_costs', 'search_entries'],
  organisations: ['locations', 'organisation_checks'],
  events: ['event_breaks', 'event_dates'],
};

/** The account of a line holds what the line's movements say; those are looked at by themselves. */
const LOOKED_AT_APART = new Set(['ledger_accounts']);

/** The tables in which something that this import did not bring refers to what it made. */
export async function hangsOn(tx: Tx, councilId: string, records: readonly ImportRecord[]): Promise<readonly string[]> {
  const made = new Map<string, Set<string>>();
  for (const { table, id, before } of records)
    if (before === null) made.set(table, (made.get(table) ?? new Set()).add(id));
  const hanging = new Set<string>();
  for (const table of WATCHED_TABLES) {
    const ids = [...(made.get(table) ?? [])];
    if (ids.length === 0) continue;
    for (const reference of await referencesTo(tx, table)) {
      if (PARTS[table]?.includes(reference.table) || LOOKED_AT_APART.has(reference.table)) continue;
      const watched = WATCHED_TABLES.find((each) => each === reference.table);
      const own = watched ? [...(made.get(watched) ?? [])] : [];
      const isCouncils = !watched || isOfCouncil(watched);
      const known = watched ? sql`${idOf(watched)} <> all(${own}::text[])` : sql`true`;
      const hasCouncil = isCouncils && (await ownedByCouncil(tx, reference.table));
      const { rows } = await sql<{ hangs: boolean }>`
        select exists (select from ${sql.table(reference.table)} as record
          where ${hasCouncil ? sql`record.council_id = ${councilId}` : sql`true`} and record.${sql.ref(reference.column)} = any(${ids}::text[])
            and ${known}) as hangs`.execute(tx);
      if (rows[0]?.hangs) hanging.add(reference.table);
    }
  }
  const lines = [...(made.get('budget_lines') ?? [])];
  if (lines.length > 0) {
    const { rows } = await sql<{ moved: boolean }>`
      select exists (select from ledger_transfers where council_id = ${councilId} and line_id = any(${lines}::text[])
        and code not in ('award', 'award-taken-back')) as moved`.execute(tx);
    if (rows[0]?.moved) hanging.add('ledger_transfers');
  }
  return [...hanging].sort();
}

async function ownedByCouncil(tx: Tx, table: string): Promise<boolean> {
  const { rows } = await sql<{ owned: boolean }>`
    select exists (select from pg_attribute where attrelid = ${table}::regclass and attname = 'council_id') as owned`.execute(
    tx,
  );
  return rows[0]?.owned ?? false;
}

/** Orders that were placed, since a moment, for offers whose prices an import changed. */
export async function ordersAtPrices(tx: Tx, records: readonly ImportRecord[], councilId: string): Promise<boolean> {
  const prices = records.filter(({ table }) => table === 'offer_prices').map(({ id }) => id);
  const rates = records.filter(({ table }) => table === 'agreed_rates').map(({ id }) => id);
  if (prices.length + rates.length === 0) return false;
  const { rows } = await sql<{ ordered: boolean }>`
    select exists (
      select from order_lines as line
       where line.council_id = ${councilId} and line.offer_id in (
         select price.offer_id from offer_prices as price where price.id = any(${prices}::text[])
         union all select rate.offer_id from agreed_rates as rate where rate.council_id = ${councilId} and rate.id = any(${rates}::text[]))
         and exists (select from orders where orders.council_id = ${councilId} and orders.id = line.order_id
           and orders.placed_at >= (select min(recorded_at) from (
             select price.recorded_at from offer_prices as price where price.id = any(${prices}::text[]) and price.replaced_at is null
             union all select rate.recorded_at from agreed_rates as rate where rate.council_id = ${councilId} and rate.id = any(${rates}::text[]) and rate.replaced_at is null) as said))
    ) as ordered`.execute(tx);
  return rows[0]?.ordered ?? false;
}

/** What the program works out by itself. */
const LEFT_ALONE = new Set([
  ...['council_id', 'id', 'postcode_key', 'search', 'from_price_pence', 'version'],
  ...['address_shown', 'shown_latitude', 'shown_longitude'],
]);

/** Gives rows back what they had before. */
export async function restoreRows(
  tx: Tx,
  councilId: string,
  table: WatchedTable,
  records: readonly ImportRecord[],
): Promise<void> {
  const before = records.flatMap((one) => (one.before === null || one.digest === GONE ? [] : [one.before]));
  const [first] = before;
  if (first === undefined) return;
  const keys = keyOf(table);
  const columns = withoutState(Object.keys(first)).filter(
    (column) => !LEFT_ALONE.has(column) && !keys.includes(column),
  );
  const same = sql.join(
    keys.map((key) => sql`kept.${sql.ref(key)} = given.${sql.ref(key)}`),
    sql` and `,
  );
  if (columns.length === 0) return;
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const given = sql.join(columns.map((column) => sql`given.${sql.ref(column)}`));
  await sql`
    update ${sql.table(table)} as kept set (${names}) = row(${given})
      from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(before)}::jsonb) as given
     where ${isOfCouncil(table) ? sql`kept.council_id = ${councilId}` : sql`true`} and ${same}`.execute(tx);
}

/** The tables of which an import may take rows away: what a file says of a service takes the place of what it said before. */
export type ReplacedTable =
  | 'locations'
  | 'listing_locations'
  | 'listing_categories'
  | 'listing_costs'
  | 'events'
  | 'event_breaks'
  | 'contacts';

/** Brings back rows that an import took away. */
export async function bringBackRows(tx: Tx, table: ReplacedTable, records: readonly ImportRecord[]): Promise<void> {
  const gone = records.flatMap(({ before, digest }) => (before === null || digest !== GONE ? [] : [before]));
  if (gone.length === 0) return;
  await sql`
    insert into ${sql.table(table)} select given.*
      from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(gone)}::jsonb) as given
    on conflict do nothing`.execute(tx);
}

export async function deleteRows(
  tx: Tx,
  councilId: string,
  table: WatchedTable,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    delete from ${sql.table(table)} as record
     where ${isOfCouncil(table) ? sql`record.council_id = ${councilId}` : sql`true`}
       and ${idOf(table)} = any(${[...ids]}::text[])`.execute(tx);
}

/** Of some organisations, those to which nothing that the council may see refers any more. */
export async function unreferredOrganisations(tx: Tx, councilId: string, ids: readonly string[]): Promise<string[]> {
  const held = new Set<string>();
  for (const { table, column } of await referencesTo(tx, 'organisations')) {
    if (PARTS.organisations?.includes(table)) continue;
    const within = (await ownedByCouncil(tx, table)) ? sql`record.council_id = ${councilId}` : sql`true`;
    const { rows } = await sql<{ id: string }>`
      select distinct record.${sql.ref(column)} as id from ${sql.table(table)} as record where ${within} and record.${sql.ref(column)} = any(${[...ids]}::text[])`.execute(
      tx,
    );
    for (const { id } of rows) held.add(id);
  }
  return ids.filter((id) => !held.has(id));
}

/** The organisations of some listings. */
export async function sellersOf(tx: Tx, listingIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct organisation_id as id from listings where id = any(${[...listingIds]}::text[])`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The listings of which an import touched something: themselves, an offer or a price, a place, a contact or an event. */
export async function listingsOf(
  tx: Tx,
  touched: {
    readonly listings: readonly string[];
    readonly offers: readonly string[];
    readonly prices: readonly string[];
    readonly locations: readonly string[];
    readonly contacts: readonly string[];
    readonly events: readonly string[];
    /** Listings of which something else is known to be touched. */
    readonly parted: readonly string[];
  },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select listing.id from listings as listing where listing.id = any(${[...touched.listings, ...touched.parted]}::text[])
    union select link.listing_id from listing_locations as link where link.location_id = any(${[...touched.locations]}::text[])
    union select contact.listing_id from contacts as contact where contact.id = any(${[...touched.contacts]}::text[]) and contact.listing_id is not null
    union select event.listing_id from events as event where event.id = any(${[...touched.events]}::text[])
    union select offer.listing_id from offers as offer where offer.id = any(${[...touched.offers]}::text[])
    union select offer.listing_id from offers as offer join offer_prices as price on price.offer_id = offer.id
     where price.id = any(${[...touched.prices]}::text[])
    order by id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Removes the places of organisations at which nothing is offered any more. */
export async function forgetEmptyPlaces(tx: Tx, organisationIds: readonly string[]): Promise<void> {
  if (organisationIds.length === 0) return;
  await sql`
    delete from locations as location where location.organisation_id = any(${[...organisationIds]}::text[])
      and not exists (select from listing_locations as link where link.location_id = location.id)`.execute(tx);
}

/** Whether something is at a place that only these postcodes say. */
export async function postcodesInUse(tx: Tx, councilId: string, postcodes: readonly string[]): Promise<boolean> {
  if (postcodes.length === 0) return false;
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from listings where postcode = any(${[...postcodes]}::text[]))
        or exists (select from person_addresses where council_id = ${councilId} and postcode = any(${[...postcodes]}::text[])) as used`.execute(
    tx,
  );
  return rows[0]?.used ?? false;
}
