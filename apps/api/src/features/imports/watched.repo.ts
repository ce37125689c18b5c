// What an import made and changed, found by looking at the rows that it may touch before and after: the preview counts
// them, and undoing puts them back. So no writer has to remember to say what it did.

import type { Tx } from '@support-market/db/pool';
import { allOf } from '@support-market/db/transaction';
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

export const watchedKey = ({ table, id }: Pick<WatchedRow, 'table' | 'id'>): string => `${table} ${id}`;

const digest = sql<string>`encode(sha256(convert_to((to_jsonb(record) - ${sql.lit(WORKED_OUT)}::text[])::text, 'UTF8')), 'hex')`;

const isWatched = (councilId: string, { table, where }: Watched): RawBuilder<unknown> =>
  sql`${isOfCouncil(table) ? sql`record.council_id = ${councilId}` : sql`true`} and ${where}`;

const rowsOf = (councilId: string, watched: Watched): RawBuilder<Omit<WatchedRow, 'table'>> => sql`
  select ${idOf(watched.table)} as id, to_jsonb(record) as row, ${digest} as digest
    from ${sql.table(watched.table)} as record where ${isWatched(councilId, watched)}`;

export async function readWatched(
  tx: Tx,
  councilId: string,
  watched: readonly Watched[],
): Promise<ReadonlyMap<string, WatchedRow>> {
  const answers = await allOf(
    tx,
    watched.map((one) => rowsOf(councilId, one).compile(tx)),
  );
  const found = new Map<string, WatchedRow>();
  for (const [index, { table }] of watched.entries())
    for (const read of answers[index]?.rows ?? []) {
      const row = { table, ...(read as Omit<WatchedRow, 'table'>) };
      found.set(watchedKey(row), row);
    }
  return found;
}

/** Rows by their ids, as they are now. */
export async function rowsNow(
  tx: Tx,
  councilId: string,
  table: WatchedTable,
  ids: readonly string[],
): Promise<WatchedRow[]> {
  const { rows } = await rowsOf(councilId, { table, where: sql`${idOf(table)} = any(${[...ids]}::text[])` }).execute(
    tx,
  );
  return rows.map((row) => ({ table, ...row }));
}

/** A row that an import made, changed or took away. */
export interface NotedRow {
  readonly table: WatchedTable;
  readonly id: string;
  readonly isGone: boolean;
}

/**
 * Notes what was made, changed and taken away since `before`, in one statement a table and without a row leaving the
 * database. A row that was noted already keeps what it was before the first change.
 */
export async function noteDifferences(
  tx: Tx,
  { councilId, importId }: { readonly councilId: string; readonly importId: string },
  before: ReadonlyMap<string, WatchedRow>,
  watched: readonly Watched[],
): Promise<NotedRow[]> {
  const answers = await allOf(
    tx,
    watched.map((one) => {
      const was = [...before.values()].filter(({ table }) => table === one.table);
      const now = sql`select ${idOf(one.table)} as id, ${digest} as digest
        from ${sql.table(one.table)} as record where ${isWatched(councilId, one)}`;
      const changed =
        was.length === 0
          ? sql`select now.id, null::jsonb as before, now.digest from (${now}) as now`
          : sql`select coalesce(now.id, was.id) as id, was.row as before, coalesce(now.digest, ${GONE}) as digest
              from (${now}) as now full join jsonb_to_recordset(${JSON.stringify(was)}::jsonb) as was (id text, row jsonb, digest text)
                on was.id = now.id
             where now.digest is distinct from was.digest`;
      return sql<{ id: string; digest: string }>`
        insert into import_records as kept (council_id, import_id, noun, record_id, before, after_digest)
        select ${councilId}, ${importId}, ${one.table}, changed.id, changed.before, changed.digest from (${changed}) as changed
         order by changed.id
        on conflict (council_id, import_id, noun, record_id) do update set after_digest = excluded.after_digest
        returning record_id as id, after_digest as digest`.compile(tx);
    }),
  );
  return watched.flatMap(({ table }, index) =>
    (answers[index]?.rows ?? []).map(({ id, digest: after }) => ({ table, id, isGone: after === GONE })),
  );
}

/** What some of the noted rows were and are, for showing: what was taken away first. */
export async function changesOf(
  tx: Tx,
  councilId: string,
  before: ReadonlyMap<string, WatchedRow>,
  noted: readonly NotedRow[],
): Promise<RowChange[]> {
  const gone = noted.flatMap(({ table, id, isGone }) => {
    const was = before.get(watchedKey({ table, id }));
    return isGone && was ? [{ table, id, before: was.row, after: was.row, digest: GONE }] : [];
  });
  const written: RowChange[] = [];
  for (const table of WATCHED_TABLES) {
    const ids = noted.flatMap((one) => (one.table === table && !one.isGone ? [one.id] : []));
    if (ids.length === 0) continue;
    for (const { id, row, digest: after } of await rowsNow(tx, councilId, table, ids))
      written.push({
        table,
        id,
        before: before.get(watchedKey({ table, id }))?.row ?? null,
        after: row,
        digest: after,
      });
  }
  return [...gone, ...written];
}

export interface RowChange {
  readonly table: WatchedTable;
  readonly id: string;
  readonly before: WatchedRow['row'] | null;
  readonly after: WatchedRow['row'];
  readonly digest: string;
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

/** Everything that rows of a catalogue file may touch, by their source and references; nothing where none of it is there yet. */
export async function watchCatalogue(
  tx: Tx,
  source: string,
  organisations: readonly string[],
  listings: readonly string[],
): Promise<Watched[]> {
  const idsOf = async (table: 'organisations' | 'listings', references: readonly string[]): Promise<string[]> => {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)} where source = ${source} and source_ref = any(${[...new Set(references)]}::text[])`.execute(
      tx,
    );
    return rows.map(({ id }) => id);
  };
  const [sellers, listed] = [await idsOf('organisations', organisations), await idsOf('listings', listings)];
  const isOne = (column: string, ids: readonly string[]) => sql`${sql.ref(`record.${column}`)} = any(${ids}::text[])`;
  const offers = sql`(select offer.id from offers as offer where offer.listing_id = any(${listed}::text[]))`;
  const events = sql`(select event.id from events as event where event.listing_id = any(${listed}::text[]))`;
  const isOf = { sellers: sellers.length > 0, listings: listed.length > 0 };
  const all: (Watched & { readonly of: keyof typeof isOf })[] = [
    { of: 'sellers', table: 'organisations', where: isOne('id', sellers) },
    { of: 'listings', table: 'listings', where: isOne('id', listed) },
    { of: 'sellers', table: 'locations', where: isOne('organisation_id', sellers) },
    { of: 'listings', table: 'listing_locations', where: isOne('listing_id', listed) },
    { of: 'listings', table: 'listing_categories', where: isOne('listing_id', listed) },
    { of: 'listings', table: 'listing_costs', where: isOne('listing_id', listed) },
    { of: 'listings', table: 'contacts', where: isOne('listing_id', listed) },
    { of: 'listings', table: 'events', where: isOne('listing_id', listed) },
    { of: 'listings', table: 'event_breaks', where: sql`record.event_id in ${events}` },
    { of: 'sellers', table: 'catalogue_facts', where: isOne('record_id', [...sellers, ...listed]) },
    { of: 'listings', table: 'offers', where: isOne('listing_id', listed) },
    { of: 'listings', table: 'offer_prices', where: sql`record.offer_id in ${offers}` },
    { of: 'listings', table: 'agreed_rates', where: sql`record.offer_id in ${offers}` },
    { of: 'sellers', table: 'agreements', where: isOne('organisation_id', sellers) },
    { of: 'sellers', table: 'payee_accounts', where: isOne('organisation_id', sellers) },
  ];
  // A listing is never without its seller.
  return all.filter(({ of }) => isOf[of]);
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
