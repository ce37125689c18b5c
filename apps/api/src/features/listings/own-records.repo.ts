// Reads and writes an organisation's own record and listings for its members. A record is within reach where the viewer is a
// member of the organisation in the council that lists it: no council takes over the page of another council's provider.

import type { Db, Tx } from '@support-market/db/pool';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type { ListingState } from '@support-market/domain/listings/listing-states';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { organisationShows } from '../../platform/listing-changes.repo.ts';
import type { ShownContact } from '../../platform/shown-contacts.repo.ts';

const within = (viewer: Viewer, reach: Reach): RawBuilder<boolean> =>
  sql<boolean>`organisation.listed_by = ${viewer.councilId}
    and (${reach.council} or organisation.id = any(${[...reach.organisationIds]}::text[]))`;

const contactsJson = (where: RawBuilder<unknown>) => sql`
  (select coalesce(json_agg(json_build_object('id', contact.id, 'name', contact.name, 'role', contact.role, 'telephone', contact.telephone,
      'email', contact.email, 'languages', contact.languages, 'from', source.kind) order by contact.position, contact.id), '[]'::json)
    from contacts as contact left join fact_sources as source on source.id = contact.source_id where ${where})`;

/** Who asks about a record of an organisation of theirs. */
export interface Asking {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly id: string;
}

export interface ContactOut extends ShownContact {
  readonly from: 'import' | 'provider' | null;
}

export interface OwnOrganisation {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly address_line: string | null;
  readonly city: string | null;
  readonly postcode: string | null;
  readonly show_address: boolean | null;
  readonly address_shown: boolean;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly website: string | null;
  readonly accepts_isf: boolean;
  readonly confirmed_on: Temporal.PlainDate | null;
  readonly source_ref: string | null;
  readonly created_at: Temporal.Instant;
  readonly changed_at: Temporal.Instant;
  readonly contacts: ContactOut[];
  readonly listings: {
    readonly id: string;
    readonly slug: string;
    readonly title: string;
    readonly state: ListingState;
    readonly fileValues: number;
  }[];
}

export async function findOwnOrganisation(
  db: Db | Tx,
  viewer: Viewer,
  reach: Reach,
  id: string,
): Promise<OwnOrganisation | null> {
  const { rows } = await sql<OwnOrganisation>`
    select organisation.id, organisation.slug, organisation.name, organisation.description, organisation.address_line, organisation.city,
           organisation.postcode, organisation.show_address, ${organisationShows('organisation')} as address_shown, organisation.email,
           organisation.telephone, organisation.website, organisation.accepts_isf, organisation.confirmed_on, organisation.source_ref,
           organisation.created_at, organisation.changed_at,
           ${contactsJson(sql`contact.organisation_id = organisation.id and contact.listing_id is null`)} as contacts,
           (select coalesce(json_agg(json_build_object('id', listing.id, 'slug', listing.slug, 'title', listing.title, 'state', listing.state,
               'fileValues', (select count(*) from jsonb_each(facts.left_out) as one where not (one.value ? 'kept'))) order by listing.title, listing.id), '[]'::json)
             from listings as listing left join catalogue_facts as facts on facts.record_id = listing.id
             where listing.organisation_id = organisation.id) as listings
      from organisations as organisation where organisation.id = ${id} and ${within(viewer, reach)}`.execute(db);
  return rows[0] ?? null;
}

export interface OwnListing {
  readonly id: string;
  readonly slug: string;
  readonly state: ListingState;
  readonly withheld_because: string | null;
  readonly free: boolean;
  readonly serves_metres: number | null;
  readonly organisation_id: string;
  readonly organisation_slug: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly when_text: string;
  readonly who_for: string;
  readonly languages: string[];
  readonly faiths: string[];
  readonly worker_genders: ('female' | 'male')[];
  readonly minimum_age: number | null;
  readonly maximum_age: number | null;
  readonly evenings: boolean;
  readonly weekends: boolean;
  readonly has_space: boolean | null;
  readonly accessible: boolean;
  readonly website: string | null;
  readonly venue: string;
  readonly address_line: string;
  readonly postcode: string | null;
  readonly last_confirmed_on: Temporal.PlainDate | null;
  readonly source_ref: string | null;
  readonly created_at: Temporal.Instant;
  readonly changed_at: Temporal.Instant;
  readonly show_address: boolean | null;
  readonly category_id: string;
  readonly category_slug: string;
  readonly further: string[];
  readonly places: {
    readonly id: string;
    readonly name: string;
    readonly addressLine: string;
    readonly postcode: string | null;
    readonly accessNotes: string;
    readonly showAddress: boolean | null;
    readonly addressShown: boolean;
    readonly main: boolean;
    readonly from: 'import' | 'provider' | null;
  }[];
  readonly contacts: ContactOut[];
  readonly terms_until: Temporal.PlainDate | null;
  readonly events: {
    readonly id: string;
    readonly name: string;
    readonly frequency: 'once' | 'weekly' | 'monthly';
    readonly firstDate: string;
    readonly lastDate: string | null;
    readonly startTime: string;
    readonly endTime: string;
    readonly interval: number;
    readonly lastOfMonth: boolean;
    readonly locationId: string | null;
    readonly termTime: boolean;
    readonly from: 'import' | 'provider' | null;
    readonly breaks: {
      readonly from: string;
      readonly to: string;
      readonly everyYear: boolean;
      readonly reason: string;
    }[];
  }[];
}

export async function findOwnListing(
  db: Db | Tx,
  viewer: Viewer,
  reach: Reach,
  id: string,
): Promise<OwnListing | null> {
  const { rows } = await sql<OwnListing>`
    select listing.id, listing.slug, listing.state, listing.withheld_because, listing.free, listing.serves_metres, listing.organisation_id, organisation.slug as organisation_slug, listing.title, listing.summary,
           listing.description, listing.when_text, listing.who_for, listing.languages, listing.faiths, listing.worker_genders, listing.minimum_age,
           listing.maximum_age, listing.evenings, listing.weekends, listing.has_space, listing.accessible, listing.website, listing.venue, listing.address_line, listing.postcode, listing.last_confirmed_on,
           listing.source_ref, listing.created_at, listing.changed_at, listing.show_address, listing.category_id, category.slug as category_slug,
           array(select more.slug from listing_categories as term join categories as more on more.id = term.category_id
             where term.listing_id = listing.id and term.category_id <> listing.category_id order by term.position, more.id) as further,
           (select coalesce(json_agg(json_build_object('id', location.id, 'name', location.name, 'addressLine', location.address_line, 'postcode', location.postcode,
               'accessNotes', location.access_notes, 'showAddress', location.show_address, 'addressShown', location.address_shown,
               'main', link.position = 0, 'from', source.kind) order by link.position, location.id), '[]'::json)
             from listing_locations as link join locations as location on location.id = link.location_id
             left join fact_sources as source on source.id = location.source_id where link.listing_id = listing.id) as places,
           ${contactsJson(sql`contact.listing_id = listing.id`)} as contacts,
           (select max(term.to_date) from school_terms as term where term.council_id = organisation.listed_by) as terms_until,
           (select coalesce(json_agg(json_build_object('id', event.id, 'name', event.name, 'frequency', event.frequency, 'firstDate', event.first_date,
               'lastDate', event.last_date, 'startTime', to_char(event.start_time, 'HH24:MI'), 'endTime', to_char(event.end_time, 'HH24:MI'),
               'interval', event.interval_count, 'lastOfMonth', coalesce(event.week_of_month = 5, false), 'locationId', event.location_id, 'termTime', event.term_time, 'from', source.kind,
               'breaks', (select coalesce(json_agg(json_build_object('from', rest.from_date, 'to', rest.to_date, 'everyYear', rest.every_year,
                 'reason', rest.reason) order by rest.from_date), '[]'::json) from event_breaks as rest where rest.event_id = event.id))
               order by event.first_date, event.start_time, event.name, event.id), '[]'::json)
             from events as event left join fact_sources as source on source.id = event.source_id where event.listing_id = listing.id) as events
      from listings as listing join organisations as organisation on organisation.id = listing.organisation_id
      join categories as category on category.id = listing.category_id
     where listing.id = ${id} and ${within(viewer, reach)}`.execute(db);
  return rows[0] ?? null;
}

/** Locks an organisation by one of its listings: putting a place right may write its other listings too. */
export async function lockOrganisationOf(tx: Tx, listingId: string): Promise<void> {
  await sql`select id from organisations where id =
    (select listing.organisation_id from listings as listing where listing.id = ${listingId}) for no key update`.execute(
    tx,
  );
}

/** Locks a record, so that two who save follow each other. */
export async function lockRecord(tx: Tx, table: 'organisations' | 'listings', id: string): Promise<void> {
  const lock =
    table === 'organisations'
      ? sql`select id from organisations where id = ${id} for update`
      : sql`select id from listings where id = ${id} for update`;
  await lock.execute(tx);
}

export interface OrganisationColumns {
  readonly name: string;
  readonly description: string;
  readonly address_line: string | null;
  readonly city: string | null;
  readonly postcode: string | null;
  readonly show_address: boolean | null;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly website: string | null;
  readonly accepts_isf: boolean;
}

/** Writes an organisation's own facts. The words and pages of its listings follow: the caller has them written. */
export async function writeOrganisation(
  tx: Tx,
  id: string,
  row: OrganisationColumns,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('organisations')
    .set({
      name: row.name,
      description: row.description,
      address_line: row.address_line,
      city: row.city,
      postcode: row.postcode,
      show_address: row.show_address,
      email: row.email,
      telephone: row.telephone,
      website: row.website,
      accepts_isf: row.accepts_isf,
      changed_at: at,
    })
    .where('id', '=', id)
    .execute();
}

export interface ListingColumns {
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly when_text: string;
  readonly who_for: string;
  readonly languages: readonly string[];
  readonly faiths: readonly string[];
  readonly worker_genders: readonly string[];
  readonly minimum_age: number | null;
  readonly maximum_age: number | null;
  readonly evenings: boolean;
  readonly weekends: boolean;
  readonly has_space: boolean | null;
  readonly accessible: boolean;
  readonly free: boolean;
  readonly serves_metres: number | null;
  readonly website: string | null;
  readonly venue: string;
  readonly address_line: string;
  readonly postcode: string | null;
  readonly show_address: boolean | null;
  readonly category_id: string;
}

/** Writes a listing's own facts; its point is that of its postcode. Its places, words and page follow: the caller has them written. */
export async function writeListing(tx: Tx, id: string, row: ListingColumns, at: Temporal.Instant): Promise<void> {
  await sql`
    update listings as listing
       set title = ${row.title}, summary = ${row.summary}, description = ${row.description}, when_text = ${row.when_text},
           who_for = ${row.who_for}, languages = ${[...row.languages]}::text[], faiths = ${[...row.faiths]}::text[],
           worker_genders = ${[...row.worker_genders]}::text[], minimum_age = ${row.minimum_age}, maximum_age = ${row.maximum_age}, evenings = ${row.evenings}, weekends = ${row.weekends},
           has_space = ${row.has_space}, accessible = ${row.accessible}, free = ${row.free}, serves_metres = ${row.serves_metres}, website = ${row.website}, venue = ${row.venue},
           address_line = ${row.address_line}, postcode = ${row.postcode}, show_address = ${row.show_address}, category_id = ${row.category_id},
           latitude = case when listing.postcode is not distinct from ${row.postcode}::text then listing.latitude else spot.latitude end,
           longitude = case when listing.postcode is not distinct from ${row.postcode}::text then listing.longitude else spot.longitude end,
           changed_at = ${at}::timestamptz
      from (select max(latitude) as latitude, max(longitude) as longitude from postcodes where postcode = ${row.postcode}) as spot
     where listing.id = ${id}`.execute(tx);
}

/** When a record was last written, so that a form that saw an older one is told. */
export async function touchRecord(
  tx: Tx,
  table: 'organisations' | 'listings',
  id: string,
  at: Temporal.Instant,
): Promise<void> {
  if (table === 'organisations')
    await tx.updateTable('organisations').set({ changed_at: at }).where('id', '=', id).execute();
  else await tx.updateTable('listings').set({ changed_at: at }).where('id', '=', id).execute();
}

/** The provider says that all of it is still right. */
export async function confirmRecord(
  tx: Tx,
  table: 'organisations' | 'listings',
  id: string,
  today: Temporal.PlainDate,
  at: Temporal.Instant,
): Promise<void> {
  if (table === 'organisations')
    await tx.updateTable('organisations').set({ confirmed_on: today, changed_at: at }).where('id', '=', id).execute();
  else
    await tx.updateTable('listings').set({ last_confirmed_on: today, changed_at: at }).where('id', '=', id).execute();
}

export async function findCategory(
  tx: Tx,
  by: { readonly slug?: string; readonly id?: string },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from categories where id = ${by.id ?? null} or slug = ${by.slug ?? null}`.execute(tx);
  return rows[0]?.id ?? null;
}

export interface HistoryRow {
  readonly id: string;
  readonly event: string;
  readonly from_state: string | null;
  readonly to_state: string;
  readonly changed_at: Temporal.Instant;
  readonly role: string;
  readonly council_name: string | null;
}

/** Whether a listing is within reach of somebody who keeps it. */
export async function isOwnListing(db: Db | Tx, viewer: Viewer, reach: Reach, id: string): Promise<boolean> {
  const { rows } = await sql`
    select listing.id from listings as listing join organisations as organisation on organisation.id = listing.organisation_id
     where listing.id = ${id} and ${within(viewer, reach)}`.execute(db);
  return rows.length > 0;
}

/** How a listing came to its state, the newest first; null where it is out of reach. */
export async function listHistory(db: Db | Tx, viewer: Viewer, reach: Reach, id: string): Promise<HistoryRow[] | null> {
  if (!(await isOwnListing(db, viewer, reach, id))) return null;
  const { rows } = await sql<HistoryRow>`
    select history.id, history.event, history.from_state, history.to_state, history.changed_at, history.role, council.name as council_name
      from listing_histories as history left join councils as council on council.id = history.council_id
     where history.listing_id = ${id} order by history.changed_at desc, history.from_state is null, history.id desc limit 200`.execute(
    db,
  );
  return rows;
}
