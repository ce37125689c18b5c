// How the catalogue is filled: set-based and repeatable, so that the same file imported again changes nothing and ten
// thousand rows are a handful of statements. Imports and the demonstration council write through here and nowhere else.

import { createHash } from 'node:crypto';
import type { Tx } from '@support-market/db/pool';
import type { Unit } from '@support-market/domain/listings/prices';
import { slugify } from '@support-market/domain/shared/text';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { newId } from '../../http/ids.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import { unitPrice } from './offer-prices.ts';

const CHUNK = 1_000;

export type OrganisationKind =
  | 'agency'
  | 'charity'
  | 'public-body'
  | 'micro-provider'
  | 'personal-assistant'
  | 'community-group'
  | 'broker'
  | 'trust'
  | 'business';

/** Where a row came from; the pair finds it again. */
export interface SourceRef {
  /** The source, such as `harbourside-providers` or `trafford-charities`. */
  readonly source: string;
  /** Which of the source's rows: a stable number or code, or the row's own words folded. */
  readonly sourceRef: string;
}

export interface OrganisationWrite extends SourceRef {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly description?: string;
  readonly size?: 'one-person' | 'small' | 'medium' | 'large';
  readonly inHouse?: boolean;
  readonly addressLine?: string | null;
  readonly city?: string | null;
  readonly postcode?: string | null;
  readonly email?: string | null;
  readonly telephone?: string | null;
  readonly website?: string | null;
  readonly cqcLocationId?: string | null;
  readonly cqcRating?: string | null;
  readonly cqcCheckedOn?: Temporal.PlainDate | null;
  readonly charityNumber?: string | null;
  readonly companyNumber?: string | null;
  readonly vatNumber?: string | null;
  readonly taxReference?: string | null;
  readonly insuredUntil?: Temporal.PlainDate | null;
  readonly dbsCheckedOn?: Temporal.PlainDate | null;
  readonly selfBillingAgreedOn?: Temporal.PlainDate | null;
  readonly acceptsIsf?: boolean;
  readonly confirmedOn?: Temporal.PlainDate | null;
}

export interface ListingWrite extends SourceRef {
  readonly organisationId: string;
  /** Slug of a heading or shelf of domain/listings/categories. */
  readonly categorySlug: string;
  readonly kind: 'service' | 'community';
  readonly title: string;
  readonly state?: 'draft' | 'published' | 'stale' | 'hidden';
  readonly summary?: string;
  readonly description?: string;
  readonly whenText?: string;
  readonly whoFor?: string;
  readonly languages?: readonly string[];
  readonly faiths?: readonly string[];
  readonly workerGenders?: readonly string[];
  readonly evenings?: boolean;
  readonly weekends?: boolean;
  readonly hasSpace?: boolean;
  readonly accessible?: boolean;
  readonly minimumAge?: number | null;
  readonly maximumAge?: number | null;
  readonly free?: boolean;
  readonly venue?: string;
  readonly addressLine?: string;
  readonly postcode?: string | null;
  /** Left out, the place is read from the postcode. */
  readonly latitude?: number | null;
  readonly longitude?: number | null;
  /** How far from its place it goes to people, in metres. */
  readonly servesMetres?: number | null;
  readonly website?: string | null;
  readonly lastConfirmedOn?: Temporal.PlainDate | null;
}

export interface OfferWrite {
  readonly listingId: string;
  readonly sourceRef: string;
  readonly name: string;
  readonly unit: Unit;
  /** Net of VAT. */
  readonly pricePence: bigint;
  readonly days?: 'any' | 'weekday' | 'saturday' | 'sunday' | 'bank-holiday' | 'waking-night' | 'sleeping-night';
  readonly minimumMinutes?: number;
  readonly noticeHours?: number;
  readonly welfare?: boolean;
  readonly zeroRated?: boolean;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo?: Temporal.PlainDate | null;
  readonly withdrawn?: boolean;
  readonly position?: number;
}

export interface AgreedRateWrite {
  readonly offerId: string;
  /** Net of VAT. */
  readonly pricePence: bigint;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo?: Temporal.PlainDate | null;
}

export interface EventWrite {
  readonly listingId: string;
  readonly name: string;
  readonly frequency: 'once' | 'weekly' | 'monthly';
  /** 1 is Monday; left out, the weekday of `firstDate`. */
  readonly weekday?: number | null;
  /** For monthly: 1 to 4, or 5 for the last. */
  readonly weekOfMonth?: number | null;
  readonly firstDate: Temporal.PlainDate;
  readonly lastDate?: Temporal.PlainDate | null;
  /** HH:MM in Europe/London. */
  readonly startTime: string;
  readonly endTime: string;
  /** The days on which it does not happen. */
  readonly notOn?: readonly Temporal.PlainDate[];
}

export interface PayeeAccountWrite {
  readonly organisationId: string;
  readonly accountName: string;
  /** Six digits. */
  readonly sortCode: string;
  /** Eight digits. */
  readonly accountNumber: string;
}

/** What became of one row, in the order the rows were given. `accepted` is new or changed. */
export interface Written {
  readonly id: string;
  readonly outcome: 'accepted' | 'unchanged';
}

const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

function rowsAsJson(rows: readonly object[]): string {
  return JSON.stringify(rows, plain);
}

function hashOf(row: object): string {
  const sorted = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted, plain)).digest('hex');
}

/** The last row of each key: a file that names the same thing twice means what it says last. */
function lastByKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

async function inChunks<Row>(
  rows: readonly Row[],
  write: (chunk: readonly Row[]) => Promise<readonly Written[]>,
): Promise<Written[]> {
  const written: Written[] = [];
  for (let at = 0; at < rows.length; at += CHUNK) written.push(...(await write(rows.slice(at, at + CHUNK))));
  return written;
}

const refKey = (row: SourceRef): string => `${row.source}\n${row.sourceRef}`;

interface StoredRef {
  readonly id: string;
  readonly source: string;
  readonly source_ref: string;
}

async function answersFor(
  tx: Tx,
  table: 'organisations' | 'listings',
  chunk: readonly SourceRef[],
  changed: readonly { id: string }[],
): Promise<Written[]> {
  const { rows } = await sql<StoredRef>`select id, source, source_ref from ${sql.table(table)}
    where (source, source_ref) in (select * from unnest(${chunk.map((row) => row.source)}::text[], ${chunk.map((row) => row.sourceRef)}::text[]))`.execute(
    tx,
  );
  const idOf = new Map(rows.map((row) => [`${row.source}\n${row.source_ref}`, row.id]));
  const accepted = new Set(changed.map(({ id }) => id));
  return chunk.map((row) => {
    const id = idOf.get(refKey(row));
    if (id === undefined) throw new Error(`${table} row ${row.sourceRef} was not written`);
    return { id, outcome: accepted.has(id) ? 'accepted' : 'unchanged' };
  });
}

/** An address for each row that no other row has: its words, and where those are taken a short mark of its source too. */
async function slugsFor(
  tx: Tx,
  table: 'organisations' | 'listings',
  rows: readonly (SourceRef & { readonly words: string })[],
): Promise<Map<string, string>> {
  const bases = rows.map((row) => slugify(row.words, table === 'listings' ? 'listing' : 'organisation'));
  const { rows: taken } = await sql<{
    slug: string;
    key: string | null;
  }>`select slug, source || E'\n' || source_ref as key from ${sql.table(table)} where slug = any(${bases}::text[])`.execute(
    tx,
  );
  const holder = new Map(taken.map(({ slug, key }) => [slug, key]));
  const slugs = new Map<string, string>();
  rows.forEach((row, index) => {
    const key = refKey(row);
    const base = bases[index] ?? '';
    if (!holder.has(base)) holder.set(base, key);
    const mark = createHash('sha256').update(key).digest('hex').slice(0, 8);
    slugs.set(key, holder.get(base) === key ? base : `${base}-${mark}`);
  });
  return slugs;
}

/** Writes organisations by (source, sourceRef). An address (slug) is given once and stays. */
export function upsertOrganisations(tx: Tx, clock: Clock, rows: readonly OrganisationWrite[]): Promise<Written[]> {
  return inChunks(rows, async (chunk) => {
    const distinct = lastByKey(chunk, refKey);
    const slugs = await slugsFor(
      tx,
      'organisations',
      distinct.map((row) => ({ source: row.source, sourceRef: row.sourceRef, words: row.name })),
    );
    const values = distinct.map((row) => ({
      id: newId(clock, 'organisation'),
      slug: slugs.get(refKey(row)),
      kind: row.kind,
      name: row.name,
      description: row.description ?? '',
      size: row.size ?? 'small',
      in_house: row.inHouse ?? false,
      address_line: row.addressLine ?? null,
      city: row.city ?? null,
      postcode: row.postcode ?? null,
      email: row.email ?? null,
      telephone: row.telephone ?? null,
      website: row.website ?? null,
      cqc_location_id: row.cqcLocationId ?? null,
      cqc_rating: row.cqcRating ?? null,
      cqc_checked_on: row.cqcCheckedOn ?? null,
      charity_number: row.charityNumber ?? null,
      company_number: row.companyNumber ?? null,
      vat_number: row.vatNumber ?? null,
      tax_reference: row.taxReference ?? null,
      insured_until: row.insuredUntil ?? null,
      dbs_checked_on: row.dbsCheckedOn ?? null,
      self_billing_agreed_on: row.selfBillingAgreedOn ?? null,
      accepts_isf: row.acceptsIsf ?? false,
      confirmed_on: row.confirmedOn ?? null,
      source: row.source,
      source_ref: row.sourceRef,
      source_hash: hashOf(row),
    }));
    const { rows: changed } = await sql<{ id: string }>`
      insert into organisations (id, slug, kind, name, description, size, in_house, address_line, city, postcode, email, telephone, website,
        cqc_location_id, cqc_rating, cqc_checked_on, charity_number, company_number, vat_number, tax_reference, insured_until, dbs_checked_on,
        self_billing_agreed_on, accepts_isf, confirmed_on, source, source_ref, source_hash)
      select * from jsonb_to_recordset(${rowsAsJson(values)}::jsonb) as row (id text, slug text, kind text, name text, description text, size text,
        in_house boolean, address_line text, city text, postcode text, email text, telephone text, website text, cqc_location_id text,
        cqc_rating text, cqc_checked_on date, charity_number text, company_number text, vat_number text, tax_reference text, insured_until date,
        dbs_checked_on date, self_billing_agreed_on date, accepts_isf boolean, confirmed_on date, source text, source_ref text, source_hash text)
      on conflict (source, source_ref) do update set kind = excluded.kind, name = excluded.name, description = excluded.description,
        size = excluded.size, in_house = excluded.in_house, address_line = excluded.address_line, city = excluded.city,
        postcode = excluded.postcode, email = excluded.email, telephone = excluded.telephone, website = excluded.website,
        cqc_location_id = excluded.cqc_location_id, cqc_rating = excluded.cqc_rating, cqc_checked_on = excluded.cqc_checked_on,
        charity_number = excluded.charity_number, company_number = excluded.company_number, vat_number = excluded.vat_number,
        tax_reference = excluded.tax_reference, insured_until = excluded.insured_until, dbs_checked_on = excluded.dbs_checked_on,
        self_billing_agreed_on = excluded.self_billing_agreed_on, accepts_isf = excluded.accepts_isf, confirmed_on = excluded.confirmed_on,
        source_hash = excluded.source_hash
      where organisations.source_hash is distinct from excluded.source_hash
      returning id`.execute(tx);
    if (changed.length > 0) {
      // An organisation's name is among the words of its listings: naming the column wakes their index.
      const ids = changed.map(({ id }) => id);
      await sql`update listings set organisation_id = organisation_id where organisation_id = any(${ids}::text[])`.execute(
        tx,
      );
      await refreshFromPrice(tx, clock.today(), { organisationIds: ids });
    }
    return answersFor(tx, 'organisations', chunk, changed);
  });
}

/** Slugs among `slugs` that are no category, so that an import can explain them before it writes. */
export async function unknownCategories(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    slug: string;
  }>`select distinct asked.slug from unnest(${[...slugs]}::text[]) as asked (slug)
    where not exists (select from categories where categories.slug = asked.slug) order by 1`.execute(tx);
  return rows.map(({ slug }) => slug);
}

/** Writes listings by (source, sourceRef). Every `categorySlug` must exist: see `unknownCategories`. */
export function upsertListings(tx: Tx, clock: Clock, rows: readonly ListingWrite[]): Promise<Written[]> {
  return inChunks(rows, async (chunk) => {
    const distinct = lastByKey(chunk, refKey);
    const slugs = await slugsFor(
      tx,
      'listings',
      distinct.map((row) => ({ source: row.source, sourceRef: row.sourceRef, words: row.title })),
    );
    const values = distinct.map((row) => ({
      id: newId(clock, 'listing'),
      slug: slugs.get(refKey(row)),
      organisation_id: row.organisationId,
      category_slug: row.categorySlug,
      kind: row.kind,
      state: row.state ?? 'published',
      title: row.title,
      summary: row.summary ?? '',
      description: row.description ?? '',
      when_text: row.whenText ?? '',
      who_for: row.whoFor ?? '',
      languages: row.languages ?? [],
      faiths: row.faiths ?? [],
      worker_genders: row.workerGenders ?? [],
      evenings: row.evenings ?? false,
      weekends: row.weekends ?? false,
      has_space: row.hasSpace ?? true,
      accessible: row.accessible ?? false,
      minimum_age: row.minimumAge ?? null,
      maximum_age: row.maximumAge ?? null,
      free: row.free ?? false,
      venue: row.venue ?? '',
      address_line: row.addressLine ?? '',
      postcode: row.postcode ?? null,
      latitude: row.latitude ?? null,
      longitude: row.longitude ?? null,
      serves_metres: row.servesMetres ?? null,
      website: row.website ?? null,
      last_confirmed_on: row.lastConfirmedOn ?? null,
      source: row.source,
      source_ref: row.sourceRef,
      source_hash: hashOf(row),
    }));
    const { rows: changed } = await sql<{ id: string }>`
      insert into listings (id, slug, organisation_id, category_id, kind, state, title, summary, description, when_text, who_for, languages,
        faiths, worker_genders, evenings, weekends, has_space, accessible, minimum_age, maximum_age, free, venue, address_line, postcode,
        latitude, longitude, serves_metres, website, last_confirmed_on, source, source_ref, source_hash)
      select row.id, row.slug, row.organisation_id, category.id, row.kind, row.state, row.title, row.summary, row.description, row.when_text,
        row.who_for, row.languages, row.faiths, row.worker_genders, row.evenings, row.weekends, row.has_space, row.accessible,
        row.minimum_age, row.maximum_age, row.free, row.venue, row.address_line, row.postcode, coalesce(row.latitude, place.latitude),
        coalesce(row.longitude, place.longitude), row.serves_metres, row.website, row.last_confirmed_on, row.source, row.source_ref, row.source_hash
      from jsonb_to_recordset(${rowsAsJson(values)}::jsonb) as row (id text, slug text, organisation_id text, category_slug text, kind text,
        state text, title text, summary text, description text, when_text text, who_for text, languages text[], faiths text[],
        worker_genders text[], evenings boolean, weekends boolean, has_space boolean, accessible boolean, minimum_age integer,
        maximum_age integer, free boolean, venue text, address_line text, postcode text, latitude double precision,
        longitude double precision, serves_metres integer, website text, last_confirmed_on date, source text, source_ref text, source_hash text)
      left join categories as category on category.slug = row.category_slug
      left join postcodes as place on place.postcode = row.postcode
      on conflict (source, source_ref) do update set organisation_id = excluded.organisation_id, category_id = excluded.category_id,
        kind = excluded.kind, state = excluded.state, title = excluded.title, summary = excluded.summary, description = excluded.description,
        when_text = excluded.when_text, who_for = excluded.who_for, languages = excluded.languages, faiths = excluded.faiths,
        worker_genders = excluded.worker_genders, evenings = excluded.evenings, weekends = excluded.weekends, has_space = excluded.has_space,
        accessible = excluded.accessible, minimum_age = excluded.minimum_age, maximum_age = excluded.maximum_age, free = excluded.free,
        venue = excluded.venue, address_line = excluded.address_line, postcode = excluded.postcode, latitude = excluded.latitude,
        longitude = excluded.longitude, serves_metres = excluded.serves_metres, website = excluded.website,
        last_confirmed_on = excluded.last_confirmed_on, source_hash = excluded.source_hash
      where listings.source_hash is distinct from excluded.source_hash
      returning id`.execute(tx);
    return answersFor(tx, 'listings', chunk, changed);
  });
}

/** Writes offers by (listingId, sourceRef), and the "from" price of the listings they belong to. */
export function upsertOffers(tx: Tx, clock: Clock, rows: readonly OfferWrite[]): Promise<Written[]> {
  return inChunks(rows, async (chunk) => {
    const keyOf = (row: { listingId: string; sourceRef: string }) => `${row.listingId}\n${row.sourceRef}`;
    const values = lastByKey(chunk, keyOf).map((row) => ({
      id: newId(clock, 'offer'),
      listing_id: row.listingId,
      name: row.name,
      unit: row.unit,
      price_pence: row.pricePence,
      days: row.days ?? 'any',
      minimum_minutes: row.minimumMinutes ?? 0,
      notice_hours: row.noticeHours ?? 48,
      welfare: row.welfare ?? true,
      zero_rated: row.zeroRated ?? false,
      valid_from: row.validFrom,
      valid_to: row.validTo ?? null,
      withdrawn: row.withdrawn ?? false,
      position: row.position ?? 0,
      source_ref: row.sourceRef,
    }));
    const columns = `name, unit, price_pence, days, minimum_minutes, notice_hours, welfare, zero_rated, valid_from, valid_to, withdrawn, position`;
    const prefixed = (table: string): RawBuilder<unknown> => sql.raw(columns.replaceAll(/\w+/g, `${table}.$&`));
    const { rows: changed } = await sql<{ id: string }>`
      insert into offers (id, listing_id, ${sql.raw(columns)}, source_ref)
      select * from jsonb_to_recordset(${rowsAsJson(values)}::jsonb) as row (id text, listing_id text, name text, unit text, price_pence bigint,
        days text, minimum_minutes integer, notice_hours integer, welfare boolean, zero_rated boolean, valid_from date, valid_to date,
        withdrawn boolean, position integer, source_ref text)
      on conflict (listing_id, source_ref) do update set (${sql.raw(columns)}) = row(${prefixed('excluded')})
      where (${prefixed('offers')}) is distinct from (${prefixed('excluded')})
      returning id`.execute(tx);
    const { rows: stored } = await sql<{ id: string; listing_id: string; source_ref: string }>`
      select id, listing_id, source_ref from offers where listing_id = any(${chunk.map((row) => row.listingId)}::text[])`.execute(
      tx,
    );
    const idOf = new Map(stored.map((row) => [`${row.listing_id}\n${row.source_ref}`, row.id]));
    const accepted = new Set(changed.map(({ id }) => id));
    if (accepted.size > 0) await refreshFromPrice(tx, clock.today(), { listingIds: chunk.map((row) => row.listingId) });
    return chunk.map((row) => {
      const id = idOf.get(keyOf(row)) ?? '';
      return { id, outcome: accepted.has(id) ? 'accepted' : 'unchanged' };
    });
  });
}

/**
 * Writes one council's agreed rates by (offerId, validFrom); run it inside that council's transaction. A rate that was
 * open at the start of a new one ends the day before, so that only one ever holds.
 */
export function upsertAgreedRates(
  tx: Tx,
  clock: Clock,
  councilId: string,
  rows: readonly AgreedRateWrite[],
): Promise<Written[]> {
  return inChunks(rows, async (chunk) => {
    const keyOf = (row: { offerId: string; validFrom: Temporal.PlainDate }) => `${row.offerId}\n${row.validFrom}`;
    const distinct = lastByKey(chunk, keyOf).map((row) => ({
      id: newId(clock, 'agreedRate'),
      offer_id: row.offerId,
      price_pence: row.pricePence,
      valid_from: row.validFrom,
      valid_to: row.validTo ?? null,
    }));
    const given = sql`jsonb_to_recordset(${rowsAsJson(distinct)}::jsonb) as given (id text, offer_id text, price_pence bigint, valid_from date, valid_to date)`;
    await sql`update agreed_rates as rate set valid_to = given.valid_from - 1 from ${given}
      where rate.council_id = ${councilId} and rate.offer_id = given.offer_id and rate.valid_from < given.valid_from
        and (rate.valid_to is null or rate.valid_to >= given.valid_from)`.execute(tx);
    const updated = await sql<{
      id: string;
    }>`update agreed_rates as rate set price_pence = given.price_pence, valid_to = given.valid_to from ${given}
      where rate.council_id = ${councilId} and rate.offer_id = given.offer_id and rate.valid_from = given.valid_from
        and (rate.price_pence, rate.valid_to) is distinct from (given.price_pence, given.valid_to)
      returning rate.id`.execute(tx);
    const inserted = await sql<{ id: string }>`
      insert into agreed_rates (council_id, id, offer_id, price_pence, valid_from, valid_to)
      select ${councilId}, given.id, given.offer_id, given.price_pence, given.valid_from, given.valid_to from ${given}
      where not exists (select from agreed_rates as rate
        where rate.council_id = ${councilId} and rate.offer_id = given.offer_id and rate.valid_from = given.valid_from)
      returning id`.execute(tx);
    const accepted = new Set([...updated.rows, ...inserted.rows].map(({ id }) => id));
    const { rows: stored } = await sql<{
      id: string;
      offer_id: string;
      valid_from: Temporal.PlainDate;
    }>`select id, offer_id, valid_from from agreed_rates where council_id = ${councilId} and offer_id = any(${chunk.map((row) => row.offerId)}::text[])`.execute(
      tx,
    );
    const idOf = new Map(stored.map((row) => [`${row.offer_id}\n${row.valid_from}`, row.id]));
    return chunk.map((row) => {
      const id = idOf.get(keyOf(row)) ?? '';
      return { id, outcome: accepted.has(id) ? 'accepted' : 'unchanged' };
    });
  });
}

/**
 * Writes everything that happens at the named listings, by (listingId, name, firstDate, startTime): an event of such a
 * listing that is not among the rows is over and goes. Give all events of a listing in one call.
 */
export async function upsertEvents(tx: Tx, clock: Clock, rows: readonly EventWrite[]): Promise<Written[]> {
  const minute = (time: string): string => time.slice(0, 5);
  const keyOf = (row: EventWrite) =>
    [row.listingId, row.name, row.firstDate.toString(), minute(row.startTime)].join('\n');
  const values = lastByKey(rows, keyOf).map((row) => ({
    id: newId(clock, 'event'),
    listing_id: row.listingId,
    name: row.name,
    frequency: row.frequency,
    weekday: row.frequency === 'once' ? null : (row.weekday ?? row.firstDate.dayOfWeek),
    week_of_month: row.frequency === 'monthly' ? (row.weekOfMonth ?? Math.ceil(row.firstDate.day / 7)) : null,
    first_date: row.firstDate,
    last_date: row.lastDate ?? null,
    start_time: minute(row.startTime),
    end_time: minute(row.endTime),
    not_on: row.notOn ?? [],
  }));
  if (values.length === 0) return [];
  const given = sql`jsonb_to_recordset(${rowsAsJson(values)}::jsonb) as given (id text, listing_id text, name text, frequency text,
    weekday integer, week_of_month integer, first_date date, last_date date, start_time time, end_time time, not_on date[])`;
  const same = sql`event.listing_id = given.listing_id and event.name = given.name and event.first_date = given.first_date and event.start_time = given.start_time`;
  await sql`delete from events as event where event.listing_id in (select listing_id from ${given})
    and not exists (select from ${given} where ${same})`.execute(tx);
  const updated = await sql<{
    id: string;
  }>`update events as event set frequency = given.frequency, weekday = given.weekday,
      week_of_month = given.week_of_month, last_date = given.last_date, end_time = given.end_time, not_on = given.not_on from ${given}
    where ${same} and (event.frequency, event.weekday, event.week_of_month, event.last_date, event.end_time, event.not_on)
      is distinct from (given.frequency, given.weekday, given.week_of_month, given.last_date, given.end_time, given.not_on)
    returning event.id`.execute(tx);
  const inserted = await sql<{
    id: string;
  }>`insert into events (id, listing_id, name, frequency, weekday, week_of_month, first_date, last_date, start_time, end_time, not_on)
    select given.* from ${given} where not exists (select from events as event where ${same}) returning id`.execute(tx);
  const accepted = new Set([...updated.rows, ...inserted.rows].map(({ id }) => id));
  const { rows: stored } = await sql<{
    id: string;
    listing_id: string;
    name: string;
    first_date: Temporal.PlainDate;
    start_time: string;
  }>`select id, listing_id, name, first_date, start_time::text as start_time from events where listing_id = any(${rows.map((row) => row.listingId)}::text[])`.execute(
    tx,
  );
  const idOf = new Map(
    stored.map((row) => [
      [row.listing_id, row.name, row.first_date.toString(), minute(row.start_time)].join('\n'),
      row.id,
    ]),
  );
  return rows.map((row) => {
    const id = idOf.get(keyOf(row)) ?? '';
    return { id, outcome: accepted.has(id) ? 'accepted' : 'unchanged' };
  });
}

/** Keeps where organisations are paid; `changed_at` moves only when an account really changes. */
export async function setPayeeAccounts(tx: Tx, clock: Clock, rows: readonly PayeeAccountWrite[]): Promise<Written[]> {
  const values = lastByKey(rows, (row) => row.organisationId).map((row) => ({
    organisation_id: row.organisationId,
    account_name: row.accountName,
    sort_code: row.sortCode,
    account_number: row.accountNumber,
  }));
  const { rows: changed } = await sql<{
    id: string;
  }>`insert into payee_accounts (organisation_id, account_name, sort_code, account_number, changed_at)
    select given.*, ${clock.now()}::timestamptz from jsonb_to_recordset(${rowsAsJson(values)}::jsonb) as given (organisation_id text, account_name text, sort_code text, account_number text)
    on conflict (organisation_id) do update set account_name = excluded.account_name, sort_code = excluded.sort_code,
      account_number = excluded.account_number, changed_at = excluded.changed_at
    where (payee_accounts.account_name, payee_accounts.sort_code, payee_accounts.account_number)
      is distinct from (excluded.account_name, excluded.sort_code, excluded.account_number)
    returning organisation_id as id`.execute(tx);
  const accepted = new Set(changed.map(({ id }) => id));
  return rows.map(({ organisationId: id }) => ({ id, outcome: accepted.has(id) ? 'accepted' : 'unchanged' }));
}

interface PricedRow {
  readonly listing_id: string;
  readonly id: string;
  readonly unit: string;
  readonly price_pence: bigint;
  readonly welfare: boolean;
  readonly zero_rated: boolean;
  readonly kind: string;
  readonly cqc_location_id: string | null;
  readonly charity_number: string | null;
  readonly vat_number: string | null;
  readonly tax_reference: string | null;
}

/**
 * Works out again the lowest public price, VAT included, of listings (all of them when none are named) from the offers
 * on sale on `today`. It orders results by price; what a page shows is read from the offers themselves.
 */
export async function refreshFromPrice(
  tx: Tx,
  today: Temporal.PlainDate,
  which: { readonly listingIds?: readonly string[]; readonly organisationIds?: readonly string[] } = {},
): Promise<void> {
  const chosen = which.listingIds
    ? sql`listing.id = any(${[...which.listingIds]}::text[])`
    : which.organisationIds
      ? sql`listing.organisation_id = any(${[...which.organisationIds]}::text[])`
      : sql`true`;
  const { rows } = await sql<PricedRow>`
    select offer.listing_id, offer.id, offer.unit, offer.price_pence, offer.welfare, offer.zero_rated, organisation.kind, organisation.cqc_location_id,
      organisation.charity_number, organisation.vat_number, organisation.tax_reference
    from offers as offer join listings as listing on listing.id = offer.listing_id join organisations as organisation on organisation.id = listing.organisation_id
    where ${chosen} and not offer.withdrawn and offer.valid_from <= ${today} and (offer.valid_to is null or offer.valid_to >= ${today})`.execute(
    tx,
  );
  const lowest = new Map<string, bigint>();
  for (const row of rows) {
    const gross = unitPrice(row, row, today)?.unitPence;
    const known = lowest.get(row.listing_id);
    if (gross !== undefined && (known === undefined || gross < known)) lowest.set(row.listing_id, gross);
  }
  const values = [...lowest].map(([listing_id, from_price_pence]) => ({ listing_id, from_price_pence }));
  await sql`update listings as listing set from_price_pence = priced.from_price_pence
    from listings as same left join jsonb_to_recordset(${rowsAsJson(values)}::jsonb) as priced (listing_id text, from_price_pence bigint) on priced.listing_id = same.id
    where same.id = listing.id and ${chosen} and listing.from_price_pence is distinct from priced.from_price_pence`.execute(
    tx,
  );
}

/** Works out again the middle of every outward code, and puts listings that waited for a postcode in their place. Call after postcodes were imported. */
export async function refreshPlaces(tx: Tx): Promise<void> {
  await sql`insert into outwards (outward, latitude, longitude)
    select outward, avg(latitude), avg(longitude) from postcodes group by outward
    on conflict (outward) do update set latitude = excluded.latitude, longitude = excluded.longitude
    where (outwards.latitude, outwards.longitude) is distinct from (excluded.latitude, excluded.longitude)`.execute(tx);
  await sql`update listings as listing set latitude = place.latitude, longitude = place.longitude from postcodes as place
    where listing.latitude is null and place.postcode = listing.postcode`.execute(tx);
}
