// Writes where listings are: the places of an organisation and which of its listings are offered at each. A listing's own
// venue, address and point are its main place, kept there for the search; this is the only writer of the other copy.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import { newId } from '../../platform/ids.ts';
import { listingsChanged, SHOWN_COLUMNS, withShownPlaces } from '../../platform/listing-changes.repo.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import type { FactSource } from './catalogue-facts.repo.ts';
import { lastByKey, rowsAsJson } from './catalogue-rows.repo.ts';
import { correctFilePlaces, placeKey, takeEventsAlong } from './place-corrections.repo.ts';

export interface PlaceWrite {
  readonly name: string;
  readonly addressLine?: string;
  readonly postcode?: string | null;
  /** Left out, the place is read from the postcode. */
  readonly latitude?: number | null;
  readonly longitude?: number | null;
  /** How to get in: "ring the side bell, there is a ramp". */
  readonly accessNotes?: string;
  /** Left out: as it was. Null: as the organisation's. */
  readonly showAddress?: boolean | null;
  /** A file's own reference of it. */
  readonly reference?: string | null;
}

interface ListingPlaces {
  readonly listingId: string;
  /** Of the main place. */
  readonly accessNotes?: string;
  /** Of the main place: a file's own reference of it. */
  readonly placeReference?: string | null;
  readonly furtherPlaces?: readonly PlaceWrite[];
  /** The further places come to those that there are, instead of taking their place. */
  readonly add?: boolean | undefined;
  /** What is blank is blank from now on, as somebody who saves a page means it. */
  readonly exact?: boolean | undefined;
  /** It is nowhere yet. */
  readonly isNew?: boolean | undefined;
}

/** Where places stand that come to others. */
const ADDED = 1_000;

interface MainPlace {
  readonly id: string;
  readonly organisation_id: string;
  readonly venue: string;
  readonly address_line: string;
  readonly postcode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly show_address: boolean | null;
}

/**
 * Gives listings their places: the main one as the listing itself says it, and the further ones where they are told.
 * Answers the ids of the listings whose places are others than before: what the public sees of them follows. Places that no
 * listing is at any more go.
 */
export async function placeListings(
  tx: Tx,
  clock: Clock,
  given: readonly ListingPlaces[],
  source?: FactSource,
): Promise<string[]> {
  if (given.length === 0) return [];
  const ids = given.map(({ listingId }) => listingId);
  const { rows: mains } = await sql<MainPlace>`
    select id, organisation_id, venue, address_line, postcode, latitude, longitude, show_address from listings where id = any(${ids}::text[])`.execute(
    tx,
  );
  const asked = new Map(given.map((one) => [one.listingId, one]));
  const wanted = mains.flatMap((main) => {
    const { accessNotes, placeReference = null, furtherPlaces, add = false, exact = false } = asked.get(main.id) ?? {};
    const somewhere = main.venue !== '' || main.address_line !== '' || main.postcode !== null || main.latitude !== null;
    const places: PlaceWrite[] = [
      ...(somewhere
        ? [
            {
              name: main.venue,
              addressLine: main.address_line,
              postcode: main.postcode,
              latitude: main.latitude,
              longitude: main.longitude,
              showAddress: main.show_address,
              reference: placeReference,
              ...(accessNotes === undefined ? {} : { accessNotes }),
            },
          ]
        : []),
      ...(furtherPlaces ?? []),
    ];
    return places.map((place, index) => ({
      listing_id: main.id,
      position: (somewhere ? index : index + 1) + (add && (index > 0 || !somewhere) ? ADDED : 0),
      id: newId(clock, 'location'),
      organisation_id: main.organisation_id,
      name: place.name,
      address_line: place.addressLine ?? '',
      postcode: place.postcode ?? null,
      given_latitude: place.latitude ?? null,
      given_longitude: place.longitude ?? null,
      access_notes: place.accessNotes ?? null,
      source_ref: place.reference ?? null,
      main: somewhere && index === 0,
      show_told: place.showAddress !== undefined,
      show_address: place.showAddress ?? null,
      exact,
    }));
  });
  const everywhere = given.flatMap(({ listingId, furtherPlaces, add }) =>
    furtherPlaces === undefined || add ? [] : [listingId],
  );
  // Somebody who saves a page says by its id which place is put right.
  const ofFiles = wanted.filter((row) => !row.exact);
  const { corrected: putRight, heirs } = await correctFilePlaces(
    tx,
    clock,
    ofFiles.filter(({ listing_id }) => !asked.get(listing_id)?.isNew),
    (listingId, main) => main || everywhere.includes(listingId),
    source,
  );
  for (const { to, accessNotes } of heirs)
    for (const row of wanted)
      if (placeKey(row) === placeKey(to) && accessNotes !== '') row.access_notes ??= accessNotes;
  const now = clock.now();
  const record = sql`(id text, organisation_id text, name text, address_line text, postcode text, given_latitude double precision,
    given_longitude double precision, access_notes text, listing_id text, position integer, show_told boolean, show_address boolean,
    exact boolean, source_ref text)`;
  const told = (row: (typeof wanted)[number]) => row.access_notes !== null;
  const distinct = lastByKey([...wanted.filter((row) => !told(row)), ...wanted.filter(told)], placeKey);
  const places = sql`jsonb_to_recordset(${rowsAsJson(distinct)}::jsonb) as given ${record}`;
  const shown = withShownPlaces(sql`select given.*, coalesce(given.given_latitude, place.latitude) as latitude,
      coalesce(given.given_longitude, place.longitude) as longitude
    from ${places} left join postcodes as place on place.postcode = given.postcode`);
  const changed = await sql<{ id: string }>`
    insert into locations as old (id, organisation_id, name, address_line, postcode, latitude, longitude, access_notes, show_address, source_id,
      source_ref, created_at, changed_at, ${sql.join(SHOWN_COLUMNS.map((name) => sql.ref(name)))})
    select made.id, made.organisation_id, made.name, made.address_line, made.postcode, made.latitude, made.longitude,
      coalesce(made.access_notes, ''), made.show_address, ${source?.id ?? null}, made.source_ref, ${now}::timestamptz, ${now}::timestamptz,
      ${sql.join(SHOWN_COLUMNS.map((name) => sql.ref(`made.${name}`)))}
    from (${shown}) as made
    on conflict (organisation_id, name, address_line, postcode) do nothing returning old.id`.execute(tx);
  const areAllMade = changed.rows.length === distinct.length;
  const corrected = areAllMade
    ? changed
    : await sql<{ id: string }>`
    update locations as old set (latitude, longitude, access_notes, show_address, source_ref, source_id, changed_at)
         = (made.latitude, made.longitude, made.access_notes, made.show_address, made.source_ref, coalesce(${source?.id ?? null}, old.source_id), ${now}::timestamptz)
      from (select location.id, coalesce(given.given_latitude, place.latitude) as latitude, coalesce(given.given_longitude, place.longitude) as longitude,
              case when given.exact and given.access_notes is not null then given.access_notes
                else coalesce(nullif(given.access_notes, ''), location.access_notes) end as access_notes,
              coalesce(given.source_ref, location.source_ref) as source_ref,
              case when given.show_told then given.show_address else location.show_address end as show_address
            from ${places} join locations as location on location.organisation_id = given.organisation_id and location.name = given.name
              and location.address_line = given.address_line and location.postcode is not distinct from given.postcode
            left join postcodes as place on place.postcode = given.postcode) as made
     where old.id = made.id and (old.latitude, old.longitude, old.access_notes, old.show_address, old.source_ref) is distinct from
       (made.latitude, made.longitude, made.access_notes, made.show_address, made.source_ref)
    returning old.id`.execute(tx);
  // The first of two mentions of one place counts: a main place that is named again stays the main one.
  const links = lastByKey([...wanted].reverse(), (row) => `${row.listing_id}\n${placeKey(row)}`);
  const linked = sql`(select given.listing_id, given.position, location.id as location_id
    from jsonb_to_recordset(${rowsAsJson(links)}::jsonb) as given ${record}
    join locations as location on location.organisation_id = given.organisation_id and location.name = given.name
      and location.address_line = given.address_line and location.postcode is not distinct from given.postcode)`;
  const known = given.flatMap(({ listingId, isNew }) => (isNew ? [] : [listingId]));
  const left =
    known.length === 0
      ? { rows: [] }
      : await sql<{ listing_id: string; location_id: string }>`
    delete from listing_locations as old where old.listing_id = any(${known}::text[])
      and (old.position = 0 or old.listing_id = any(${everywhere}::text[]))
      and not exists (select from ${linked} as given where given.listing_id = old.listing_id and given.location_id = old.location_id)
    returning old.listing_id, old.location_id`.execute(tx);
  const placed = await sql<{ listing_id: string }>`
    insert into listing_locations as old (listing_id, location_id, position)
    select given.listing_id, given.location_id, given.position from ${linked} as given
    on conflict (listing_id, location_id) do update set position = excluded.position
      where old.position <> excluded.position and excluded.position < ${sql.lit(ADDED)}
    returning old.listing_id`.execute(tx);
  await takeEventsAlong(tx, heirs);
  if (left.rows.length > 0) {
    // What was on at a place where the listing is no longer is on at its main place.
    await sql`
      update events as event set location_id = null
        from jsonb_to_recordset(${rowsAsJson(left.rows)}::jsonb) as gone (listing_id text, location_id text)
       where event.listing_id = gone.listing_id and event.location_id = gone.location_id`.execute(tx);
    await sql`delete from locations as location where location.id = any(${left.rows.map(({ location_id }) => location_id)}::text[])
      and not exists (select from listing_locations as link where link.location_id = location.id)`.execute(tx);
  }
  const seen = await sql<{ listing_id: string }>`
    select link.listing_id from listing_locations as link where link.location_id = any(${[...new Set([...changed.rows, ...corrected.rows].map(({ id }) => id)), ...putRight]}::text[])`.execute(
    tx,
  );
  const moved = [...new Set([...left.rows, ...placed.rows, ...seen.rows].map(({ listing_id }) => listing_id))];
  return moved;
}

/** A place as somebody who keeps a listing says it; `id` is that of the place that it puts right. */
export interface OwnPlace extends PlaceWrite {
  readonly id: string | null;
}

interface Corrected {
  /** Of a place that turned out to be another one that is known: which. */
  readonly placeNow: ReadonlyMap<string, string>;
  /** Every listing at a place that was put right. */
  readonly listingIds: readonly string[];
  /** Those of which it is the main place. */
  readonly mainOf: readonly string[];
  readonly changed: boolean;
}

interface SamePlace {
  readonly id: string;
  readonly name: string;
  readonly address_line: string;
  readonly postcode: string | null;
}

/**
 * Puts the name or address of places right: each stays the place that it is, for every listing of its organisation that is
 * there and for the events that name it. One that becomes the same as another known place is that place from now on.
 * The caller has locked the organisation, and has the listings' words and pages follow.
 */
export async function correctPlaces(
  tx: Tx,
  clock: Clock,
  listing: { readonly id: string; readonly organisation_id: string },
  places: readonly OwnPlace[],
  source: FactSource,
): Promise<Corrected> {
  const keyOf = (one: Pick<SamePlace, 'name' | 'address_line' | 'postcode'>) =>
    [one.name, one.address_line, one.postcode ?? ''].join('\n');
  const { rows: known } = await sql<SamePlace>`
    select id, name, address_line, postcode from locations where organisation_id = ${listing.organisation_id} order by id`.execute(
    tx,
  );
  const given = places.flatMap((place) => {
    const was = known.find(({ id }) => id === place.id);
    const now = { name: place.name, address_line: place.addressLine ?? '', postcode: place.postcode ?? null };
    // A place of which nothing is said is none: its listing leaves it.
    const isNone = now.name === '' && now.address_line === '' && now.postcode === null;
    return was === undefined || isNone || keyOf(was) === keyOf(now) ? [] : [{ id: was.id, ...now }];
  });
  const moving = new Set(given.map(({ id }) => id));
  const holder = new Map(known.filter(({ id }) => !moving.has(id)).map((one) => [keyOf(one), one.id]));
  const placeNow = new Map<string, string>();
  const corrected: SamePlace[] = [];
  for (const one of given) {
    const same = holder.get(keyOf(one));
    if (same === undefined) {
      holder.set(keyOf(one), one.id);
      corrected.push(one);
    } else placeNow.set(one.id, same);
  }
  const merged = [...placeNow].map(([from, to]) => ({ from_id: from, to_id: to }));
  await sql`
    update events as event set location_id = other.to_id
      from jsonb_to_recordset(${rowsAsJson(merged)}::jsonb) as other (from_id text, to_id text)
     where event.listing_id = ${listing.id} and event.location_id = other.from_id`.execute(tx);
  if (corrected.length === 0) return { placeNow, listingIds: [], mainOf: [], changed: merged.length > 0 };
  const ids = corrected.map(({ id }) => id);
  // Two places may change their names for each other's, so each first has a name that no place has.
  await sql`update locations set name = id where id = any(${ids}::text[])`.execute(tx);
  await sql`
    update locations as location set name = given.name, address_line = given.address_line, postcode = given.postcode,
           latitude = case when location.postcode is not distinct from given.postcode then location.latitude else spot.latitude end,
           longitude = case when location.postcode is not distinct from given.postcode then location.longitude else spot.longitude end,
           source_id = ${source.id}, changed_at = ${clock.now()}::timestamptz
      from jsonb_to_recordset(${rowsAsJson(corrected)}::jsonb) as given (id text, name text, address_line text, postcode text)
      left join postcodes as spot on spot.postcode = given.postcode
     where location.id = given.id`.execute(tx);
  const { rows: at } = await sql<{ listing_id: string; position: number }>`
    select listing_id, position from listing_locations where location_id = any(${ids}::text[]) order by listing_id`.execute(
    tx,
  );
  const others = at.filter(({ listing_id, position }) => position === 0 && listing_id !== listing.id);
  const mainOf = others.map(({ listing_id }) => listing_id);
  await sql`
    update listings as other set venue = location.name, address_line = location.address_line, postcode = location.postcode,
           latitude = location.latitude, longitude = location.longitude, changed_at = ${clock.now()}::timestamptz
      from listing_locations as link join locations as location on location.id = link.location_id
     where link.listing_id = other.id and link.position = 0 and other.id = any(${mainOf}::text[])`.execute(tx);
  return { placeNow, listingIds: at.map(({ listing_id }) => listing_id), mainOf, changed: true };
}

/** The places where listings are, with their names. */
export async function findPlacesOf(tx: Tx, listingIds: readonly string[]) {
  const { rows } = await sql<{ listing_id: string; location_id: string; position: number; name: string }>`
    select link.listing_id, link.location_id, link.position, location.name
      from listing_locations as link join locations as location on location.id = link.location_id
     where link.listing_id = any(${[...listingIds]}::text[]) order by link.listing_id, link.position, link.location_id`.execute(
    tx,
  );
  return rows;
}

/** The ids of the places where a listing is. */
export async function findPlaceIds(tx: Tx, listingId: string): Promise<string[]> {
  const { rows } = await sql<{ location_id: string }>`
    select location_id from listing_locations where listing_id = ${listingId}`.execute(tx);
  return rows.map(({ location_id }) => location_id);
}

/** Gives places that waited for a postcode their point. Call after postcodes were imported. */
export async function refreshLocations(tx: Tx): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update locations as location set latitude = place.latitude, longitude = place.longitude from postcodes as place
     where location.latitude is null and place.postcode = location.postcode and place.latitude is not null returning location.id`.execute(
    tx,
  );
  const { rows: at } = await sql<{ listing_id: string }>`
    select distinct link.listing_id from listing_locations as link where link.location_id = any(${rows.map(({ id }) => id)}::text[])`.execute(
    tx,
  );
  await listingsChanged(
    tx,
    at.map(({ listing_id }) => listing_id),
  );
}
