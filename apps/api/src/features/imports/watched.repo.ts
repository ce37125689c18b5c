// What an import made and changed, found by looking at the rows that it may touch before and after: the preview counts
// them, and undoing puts them back. So no writer has to remember to say what it did.

import type { Tx } from '@support-market/db/pool';
import { type RawBuilder, sql } from 'kysely';

/** Tables that imports write to, by the columns that tell one row of a table from another. */
const TABLES = {
  people: { key: ['id'], council: true },
  person_addresses: { key: ['id'], council: true },
  person_telephones: { key: ['id'], council: true },
  budgets: { key: ['id'], council: true },
  budget_lines: { key: ['id'], council: true },
  organisations: { key: ['id'], council: false },
  listings: { key: ['id'], council: false },
  locations: { key: ['id'], council: false },
  listing_locations: { key: ['listing_id', 'location_id'], council: false },
  listing_categories: { key: ['listing_id', 'category_id'], council: false },
  listing_costs: { key: ['listing_id', 'position'], council: false },
  contacts: { key: ['id'], council: false },
  events: { key: ['id'], council: false },
  event_breaks: { key: ['event_id', 'from_date'], council: false },
  catalogue_facts: { key: ['record_id'], council: false },
  offers: { key: ['id'], council: false },
  offer_prices: { key: ['id'], council: false },
  agreed_rates: { key: ['id'], council: true },
  agreements: { key: ['id'], council: true },
  payee_accounts: { key: ['id'], council: true },
  mandates: { key: ['id'], council: true },
  caseloads: { key: ['id'], council: true },
  postcodes: { key: ['postcode'], council: false },
} as const;
export type WatchedTable = keyof typeof TABLES;
export const WATCHED_TABLES = Object.keys(TABLES) as readonly WatchedTable[];

/** The columns that tell one row of a table from another. */
export const keyOf = (table: WatchedTable): readonly string[] => TABLES[table].key;
export const isOfCouncil = (table: WatchedTable): boolean => TABLES[table].council;
/** The same as one text, of `record`. */
export const idOf = (table: WatchedTable): RawBuilder<string> =>
  keyOf(table).length === 1
    ? sql<string>`${sql.ref(`record.${keyOf(table)[0]}`)}`
    : sql<string>`concat_ws(' ', ${sql.join(keyOf(table).map((column) => sql.ref(`record.${column}`)))})`;
/** What a row that an import took away is noted with. */
export const GONE = '';

/** Rows of a table, by a condition over `record`. */
export interface Watched {
  readonly table: WatchedTable;
  readonly where: RawBuilder<unknown>;
}

export interface WatchedRow {
  readonly table: WatchedTable;
  readonly id: string;
  readonly row: Readonly<Record<string, unknown>>;
  readonly digest: string;
}

/** What the program works out by itself is not what somebody changed. */
const WORKED_OUT = `{search,from_price_pence,version,source_hash,address_shown,shown_latitude,shown_longitude,changed_at}`;

interface ReadOptions {
  /** Which rows there are and whether they change is all that is asked; what they say stays where it is. */
  readonly digestsAlone?: boolean;
}

const KEY = ({ table, id }: Pick<WatchedRow, 'table' | 'id'>): string => `${table} ${id}`;

async function readRows(
  tx: Tx,
  councilId: string,
  { table, where }: Watched,
  { digestsAlone = false }: ReadOptions = {},
): Promise<WatchedRow[]> {
  const { rows } = await sql<Omit<WatchedRow, 'table'>>`
    select ${idOf(table)} as id, ${digestsAlone ? sql`'{}'::jsonb` : sql`to_jsonb(record)`} as row,
           encode(sha256(convert_to((to_jsonb(record) - ${WORKED_OUT}::text[])::text, 'UTF8')), 'hex') as digest
      from ${sql.table(table)} as record
     where ${isOfCouncil(table) ? sql`record.council_id = ${councilId}` : sql`true`} and ${where}`.execute(tx);
  return rows.map((row) => ({ table, ...row }));
}

export async function readWatched(
  tx: Tx,
  councilId: string,
  watched: readonly Watched[],
  options: ReadOptions = {},
): Promise<ReadonlyMap<string, WatchedRow>> {
  const found = new Map<string, WatchedRow>();
  for (const each of watched) for (const row of await readRows(tx, councilId, each, options)) found.set(KEY(row), row);
  return found;
}

/** Rows by their ids, as they are now. */
export function rowsNow(tx: Tx, councilId: string, table: WatchedTable, ids: readonly string[]): Promise<WatchedRow[]> {
  return readRows(tx, councilId, { table, where: sql`${idOf(table)} = any(${[...ids]}::text[])` });
}

export interface RowChange {
  readonly table: WatchedTable;
  readonly id: string;
  readonly before: WatchedRow['row'] | null;
  readonly after: WatchedRow['row'];
  readonly digest: string;
}

export function changesBetween(
  before: ReadonlyMap<string, WatchedRow>,
  after: ReadonlyMap<string, WatchedRow>,
): RowChange[] {
  const gone = [...before].flatMap(([key, { table, id, row }]) =>
    after.has(key) ? [] : [{ table, id, before: row, after: row, digest: GONE }],
  );
  const written = [...after].flatMap(([key, row]) => {
    const was = before.get(key);
    if (was?.digest === row.digest) return [];
    return [{ table: row.table, id: row.id, before: was?.row ?? null, after: row.row, digest: row.digest }];
  });
  return [...gone, ...written];
}

/** Everything that a row of the people layout may touch, by the references of the people. */
export function watchPeople(councilId: string, references: readonly string[]): Watched[] {
  const people = sql`(select person.id from people as person where person.council_id = ${councilId} and person.reference = any(${[...references]}::text[]))`;
  const lines = sql`(select line.id from budget_lines as line where line.council_id = ${councilId} and line.person_id in ${people})`;
  return [
    { table: 'people', where: sql`record.reference = any(${[...references]}::text[])` },
    { table: 'person_addresses', where: sql`record.person_id in ${people}` },
    { table: 'person_telephones', where: sql`record.person_id in ${people}` },
    { table: 'budgets', where: sql`record.person_id in ${people}` },
    { table: 'budget_lines', where: sql`record.person_id in ${people}` },
    { table: 'payee_accounts', where: sql`record.line_id in ${lines}` },
  ];
}

/** Everything that rows of a catalogue file may touch, by their source and references. */
export function watchCatalogue(
  source: string,
  organisations: readonly string[],
  listings: readonly string[],
): Watched[] {
  const sellers = sql`(select seller.id from organisations as seller where seller.source = ${source} and seller.source_ref = any(${[...organisations]}::text[]))`;
  const listed = sql`(select listing.id from listings as listing where listing.source = ${source} and listing.source_ref = any(${[...listings]}::text[]))`;
  const offers = sql`(select offer.id from offers as offer where offer.listing_id in ${listed})`;
  return [
    { table: 'organisations', where: sql`record.id in ${sellers}` },
    { table: 'listings', where: sql`record.id in ${listed}` },
    { table: 'locations', where: sql`record.organisation_id in ${sellers}` },
    { table: 'listing_locations', where: sql`record.listing_id in ${listed}` },
    { table: 'listing_categories', where: sql`record.listing_id in ${listed}` },
    { table: 'listing_costs', where: sql`record.listing_id in ${listed}` },
    { table: 'contacts', where: sql`record.listing_id in ${listed}` },
    { table: 'events', where: sql`record.listing_id in ${listed}` },
    {
      table: 'event_breaks',
      where: sql`record.event_id in (select event.id from events as event where event.listing_id in ${listed})`,
    },
    { table: 'catalogue_facts', where: sql`(record.record_id in ${sellers} or record.record_id in ${listed})` },
    { table: 'offers', where: sql`record.listing_id in ${listed}` },
    { table: 'offer_prices', where: sql`record.offer_id in ${offers}` },
    { table: 'agreed_rates', where: sql`record.offer_id in ${offers}` },
    { table: 'agreements', where: sql`record.organisation_id in ${sellers}` },
    { table: 'payee_accounts', where: sql`record.organisation_id in ${sellers}` },
  ];
}

export function watchListings(ids: readonly string[]): Watched {
  return { table: 'listings', where: sql`record.id = any(${[...ids]}::text[])` };
}

/** Whom to ask about some listings. */
export function watchContacts(listingIds: readonly string[]): Watched {
  return { table: 'contacts', where: sql`record.listing_id = any(${[...listingIds]}::text[])` };
}

export function watchPostcodes(postcodes: readonly string[]): Watched[] {
  return [{ table: 'postcodes', where: sql`record.postcode = any(${[...postcodes]}::text[])` }];
}

/** Mandates or caseloads of some people. */
export function watchByPerson(table: 'mandates' | 'caseloads', personIds: readonly string[]): Watched[] {
  return [{ table, where: sql`record.person_id = any(${[...personIds]}::text[])` }];
}
