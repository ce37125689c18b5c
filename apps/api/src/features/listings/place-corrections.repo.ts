// Puts a place right that a file knows: by the file's own reference of it, or by its name in its organisation, another address
// is the same place. It stays the place that it is where every listing there goes along; else what is on there goes along.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Clock } from '../../ports/clock/clock.ts';
import type { FactSource } from './catalogue-facts.repo.ts';
import { rowsAsJson } from './catalogue-rows.repo.ts';

export interface WantedPlace {
  readonly listing_id: string;
  readonly organisation_id: string;
  readonly name: string;
  readonly address_line: string;
  readonly postcode: string | null;
  /** The file's own reference of it. */
  readonly source_ref: string | null;
  readonly main: boolean;
  readonly given_latitude: number | null;
  readonly given_longitude: number | null;
}

interface Held extends Omit<WantedPlace, 'given_latitude' | 'given_longitude'> {
  readonly id: string;
  readonly access_notes: string;
  /** Its owner said it: no file puts it right. */
  readonly own: boolean;
}

/** A place that a listing leaves for another that is the same to the file. */
export interface Heir {
  readonly listingId: string;
  readonly from: string;
  readonly accessNotes: string;
  readonly to: WantedPlace;
}

export const placeKey = (row: Pick<WantedPlace, 'organisation_id' | 'name' | 'address_line' | 'postcode'>): string =>
  [row.organisation_id, row.name, row.address_line, row.postcode ?? ''].join('\n');

const isSame = (held: Held, wanted: WantedPlace): boolean => {
  if (held.source_ref !== null && wanted.source_ref !== null) return held.source_ref === wanted.source_ref;
  if (held.name !== '') return held.name.toLowerCase() === wanted.name.toLowerCase();
  // The main place of a listing is known by being that.
  return wanted.name === '' && held.main && wanted.main;
};

async function placesOf(tx: Tx, listingIds: readonly string[]): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select link.listing_id, link.position = 0 as main, location.id, location.organisation_id, location.name, location.address_line,
           location.postcode, location.source_ref, location.access_notes, coalesce(source.kind = 'provider', false) as own
      from listing_locations as link join locations as location on location.id = link.location_id
      left join fact_sources as source on source.id = location.source_id
     where link.location_id in (select own.location_id from listing_locations as own where own.listing_id = any(${[...listingIds]}::text[]))
     order by location.id, link.listing_id`.execute(tx);
  return rows;
}

/** `leaves` says whether a listing leaves a place of such a kind that it does not name. Answers which places were put right, and who goes along. */
export async function correctFilePlaces(
  tx: Tx,
  clock: Clock,
  wanted: readonly WantedPlace[],
  leaves: (listingId: string, main: boolean) => boolean,
  source?: FactSource,
): Promise<{ readonly corrected: readonly string[]; readonly heirs: readonly Heir[] }> {
  const ofListing = new Map<string, WantedPlace[]>();
  for (const row of wanted) ofListing.set(row.listing_id, [...(ofListing.get(row.listing_id) ?? []), row]);
  const named = new Set(wanted.map(placeKey));
  const held = await placesOf(tx, [...ofListing.keys()]);
  const byPlace = new Map<string, Held[]>();
  for (const link of held) byPlace.set(link.id, [...(byPlace.get(link.id) ?? []), link]);
  const heirs: Heir[] = [];
  const right = new Map<string, WantedPlace & { readonly id: string }>();
  for (const [id, links] of byPlace) {
    const [place] = links;
    if (place === undefined || place.own || named.has(placeKey(place))) continue;
    const going = links.flatMap((link): Heir[] => {
      if (!leaves(link.listing_id, link.main)) return [];
      const same = (ofListing.get(link.listing_id) ?? []).filter((one) => isSame(link, one));
      const [to] = same;
      return to === undefined || new Set(same.map(placeKey)).size > 1
        ? []
        : [{ listingId: link.listing_id, from: id, accessNotes: link.access_notes, to }];
    });
    heirs.push(...going);
    const [first] = going;
    const keys = new Set(going.map(({ to }) => placeKey(to)));
    if (first && keys.size === 1 && going.length === links.length && !right.has(placeKey(first.to)))
      right.set(placeKey(first.to), { ...first.to, id });
  }
  if (right.size === 0) return { corrected: [], heirs };
  const { rows } = await sql<{ id: string }>`
    update locations as location set name = given.name, address_line = given.address_line, postcode = given.postcode,
           latitude = case when location.postcode is not distinct from given.postcode and given.given_latitude is null then location.latitude
             else coalesce(given.given_latitude, spot.latitude) end,
           longitude = case when location.postcode is not distinct from given.postcode and given.given_longitude is null then location.longitude
             else coalesce(given.given_longitude, spot.longitude) end,
           source_ref = coalesce(given.source_ref, location.source_ref), source_id = coalesce(${source?.id ?? null}, location.source_id),
           changed_at = ${clock.now()}::timestamptz
      from jsonb_to_recordset(${rowsAsJson([...right.values()])}::jsonb) as given (id text, organisation_id text, name text, address_line text,
        postcode text, source_ref text, given_latitude double precision, given_longitude double precision)
      left join postcodes as spot on spot.postcode = given.postcode
     where location.id = given.id and not exists (select from locations as other where other.organisation_id = given.organisation_id
       and other.name = given.name and other.address_line = given.address_line and other.postcode is not distinct from given.postcode)
    returning location.id`.execute(tx);
  return { corrected: rows.map(({ id }) => id), heirs };
}

/** What is on at a place that its listing leaves goes along to the one that takes its place. */
export async function takeEventsAlong(tx: Tx, heirs: readonly Heir[]): Promise<void> {
  if (heirs.length === 0) return;
  const rows = heirs.map(({ from, to }) => ({ ...to, from_id: from }));
  await sql`
    update events as event set location_id = location.id
      from jsonb_to_recordset(${rowsAsJson(rows)}::jsonb) as heir (listing_id text, from_id text, organisation_id text, name text,
        address_line text, postcode text)
      join locations as location on location.organisation_id = heir.organisation_id and location.name = heir.name
        and location.address_line = heir.address_line and location.postcode is not distinct from heir.postcode
      join listing_locations as link on link.location_id = location.id and link.position > 0
     where link.listing_id = heir.listing_id and event.listing_id = heir.listing_id and event.location_id = heir.from_id`.execute(
    tx,
  );
}
