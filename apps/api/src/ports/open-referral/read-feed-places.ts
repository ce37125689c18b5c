// Reads where a service of a feed is: the three shapes say it in three ways, and each of them may leave all of it out.

import { normalisePostcode } from '@support-market/domain/shared/postcodes';
import type { FeedPlace } from './feed-service.ts';
import { type FeedFault, type FeedRecord, lineOf, numberOf, recordOf, recordsOf } from './feed-value.ts';

const METRES = /^(\d{1,7}) m\b/;

/** How far a service goes, where its area is said in metres round a place; null where it is said in words alone. */
export function placeOfArea(area: FeedRecord): number | null {
  const [, metres] = METRES.exec(lineOf(area, ['extent'])) ?? [];
  return metres === undefined ? null : Number(metres);
}

export function readPlaces(service: FeedRecord, faults: FeedFault[]): FeedPlace[] {
  const linked = recordsOf(service, ['service_at_locations']);
  const given =
    linked.length > 0 ? linked.map((link) => recordOf(link['location'])) : recordsOf(service, ['locations']);
  const list = linked.length > 0 ? 'service_at_locations' : 'locations';
  const places = given.flatMap((location, index) => {
    if (location['visible'] === false) return [];
    const at = linked.length > 0 ? `${list}[${index}].location` : `${list}[${index}]`;
    const place = readPlace(location, linked[index], at, faults);
    return place.name === '' && place.addressLine === '' && place.postcode === null && place.latitude === null
      ? []
      : [place];
  });
  return places.filter(({ id }, index) => places.findIndex((one) => one.id === id) === index);
}

function readPlace(location: FeedRecord, link: FeedRecord | undefined, at: string, faults: FeedFault[]): FeedPlace {
  const [address = location] = recordsOf(location, ['addresses', 'physical_addresses']);
  const isHidden = location['mask_exact_address'] === true;
  const said = lineOf(address, ['postal_code', 'postcode'], 40);
  const postcode = said === '' ? null : normalisePostcode(said);
  // A first half alone, as where an address is masked, is no fault of the feed.
  if (postcode !== null && !postcode.ok && !isHidden) faults.push({ place: `${at}.postal_code`, code: postcode.code });
  const city = lineOf(address, ['city']) || null;
  const lines = [lineOf(address, ['attention'], 100), lineOf(address, ['address_1']), lineOf(address, ['address_2'])];
  const point = pointOf(location);
  if (point === 'senseless') faults.push({ place: `${at}.latitude`, code: 'feed.not_a_place' });
  const parts = [...new Set(lines.filter(Boolean))];
  return {
    id:
      lineOf(location, ['id'], 60) ||
      lineOf(link ?? {}, ['id'], 60) ||
      [lineOf(location, ['name']), ...parts, said].join('|').slice(0, 60),
    name: lineOf(location, ['name']),
    addressLine: parts.join(', ').slice(0, 300),
    city,
    postcode: postcode?.ok ? postcode.value : null,
    ...(point === 'senseless' ? { latitude: null, longitude: null } : point),
    accessNotes: [
      ...new Set(
        recordsOf(location, ['accessibility', 'accessibility_for_disabilities', 'accessibilities'])
          .map((one) => lineOf(one, ['description', 'accessibility', 'name'], 400))
          .filter(Boolean),
      ),
    ]
      .join(' ')
      .slice(0, 1_000),
    isHidden,
  };
}

/** The United Kingdom with its islands, roughly: a point outside is a mistake, most often one turned round. */
const BOUNDS = { south: 49, north: 61.5, west: -9, east: 2.5 };

function pointOf(
  location: FeedRecord,
): { readonly latitude: number | null; readonly longitude: number | null } | 'senseless' {
  const coordinates = recordOf(location['geometry'])['coordinates'];
  const [eastward, northward] = Array.isArray(coordinates) ? coordinates : [];
  const latitude = numberOf(location, ['latitude']) ?? numberOf({ northward }, ['northward']);
  const longitude = numberOf(location, ['longitude']) ?? numberOf({ eastward }, ['eastward']);
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0))
    return { latitude: null, longitude: null };
  const isInside =
    latitude >= BOUNDS.south && latitude <= BOUNDS.north && longitude >= BOUNDS.west && longitude <= BOUNDS.east;
  return isInside ? { latitude, longitude } : 'senseless';
}
