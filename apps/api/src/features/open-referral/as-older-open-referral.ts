// Writes the catalogue as Open Referral UK 1.0 has it, from the same facts and with the same ids as the shape of 3.0. A part
// that is a list is there even when it is empty, because older readers go through it without asking.

import { uuidOf } from '@support-market/domain/open-referral/uuids';
import { wordsIn } from '@support-market/words/words-in';
import {
  areaOf,
  asLocation,
  contactsOf,
  costsOf,
  derived,
  extentOf,
  type Json,
  present,
  schedulesOf,
  TAXONOMY_ID,
  webAddress,
} from './as-open-referral.ts';
import type { OrganisationFacts, PlaceFacts, ServiceFacts, TermFacts } from './open-referral.repo.ts';

const say = wordsIn().say('open-referral');

/** The parts of a service that a reader can ask for by name. */
const PARTS = [
  ...['organization', 'service_at_locations', 'contacts', 'eligibilitys', 'regular_schedules'],
  ...['cost_options', 'service_taxonomys', 'service_areas', 'languages'],
];

/** Parts that the standard has, and of which the catalogue knows nothing. */
const UNKNOWN_PARTS = ['holiday_schedules', 'fundings', 'reviews'];

/** The parts named, with commas between; null where a name is none of the standard's. */
export function partsIn(include: string): readonly string[] | null {
  const parts = include
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.every((part) => PARTS.includes(part) || UNKNOWN_PARTS.includes(part)) ? parts : null;
}

export function asVocabulary(): Json {
  return { id: TAXONOMY_ID, name: say('taxonomy'), description: say('taxonomyDescription') };
}

/** A vocabulary is asked for by its name, as a taxonomy carries it, or by its id. */
export function isOurVocabulary(asked: string): boolean {
  const name = asked.trim().toLowerCase();
  return name === TAXONOMY_ID || name === say('taxonomy').toLowerCase();
}

/** What 3.0 calls a term, 1.0 calls a taxonomy. */
export function asOlderTaxonomy({ id, name, heading_id }: TermFacts): Json {
  return present({ id: uuidOf(id), name, vocabulary: say('taxonomy'), parent_id: heading_id && uuidOf(heading_id) });
}

function asOlderOrganisation({ id, slug, name, description, email, website }: OrganisationFacts, publicUrl: string) {
  return present({
    ...{ id: uuidOf(id), name, description: description || name, email, url: webAddress(website) },
    uri: `${publicUrl}/organisations/${slug}`,
  });
}

function asOlderLocation(place: PlaceFacts, city: string | null): Json {
  const { id, name, latitude, longitude, addresses = [], accessibility = [] } = asLocation(place, city);
  return {
    ...present({ id, name, latitude, longitude }),
    physical_addresses: (addresses as Json[]).map(({ location_id, address_type, ...address }) => address),
    accessibility_for_disabilities: (accessibility as Json[]).map((said) => ({
      id: said['id'],
      accessibility: said['description'],
    })),
  };
}

/** The people to ask, then the organisation itself, which in this shape has no telephone of its own. */
function olderContacts(facts: ServiceFacts, id: string): readonly Json[] {
  const { name, telephone } = facts.organisation;
  const people = contactsOf(facts, id).map((contact) => ({ phones: [], ...contact }));
  if (telephone === null) return people;
  return [
    ...people,
    { id: derived(id, 'organisation'), name, phones: [{ id: derived(id, 'telephone'), number: telephone }] },
  ];
}

function eligibilitiesOf({ who_for, minimum_age, maximum_age }: ServiceFacts, id: string): readonly Json[] {
  if (who_for === '' && minimum_age === null && maximum_age === null) return [];
  return [present({ id: derived(id, 'eligibility'), eligibility: who_for, minimum_age, maximum_age })];
}

/** A service with everything that is public of it, or with the named parts alone. */
export function asOlderService(facts: ServiceFacts, publicUrl: string, parts: readonly string[] = PARTS): Json {
  const id = uuidOf(facts.id);
  const area = areaOf(facts);
  const all: Json = {
    organization: asOlderOrganisation(facts.organisation, publicUrl),
    service_at_locations: (facts.places ?? []).map((place) => ({
      id: place.link_id,
      location: asOlderLocation(place, facts.city),
    })),
    contacts: olderContacts(facts, id),
    eligibilitys: eligibilitiesOf(facts, id),
    regular_schedules: schedulesOf(facts, id),
    cost_options: costsOf(facts, id),
    service_taxonomys: (facts.categories ?? []).map((term) => ({
      id: derived(id, term.id),
      taxonomy: asOlderTaxonomy(term),
    })),
    service_areas: area === null ? [] : [{ id: derived(id, 'area'), service_area: area, ...extentOf(facts) }],
    languages: facts.languages.map((language) => ({ id: derived(id, 'language', language), language })),
  };
  return {
    ...present({
      id,
      name: facts.title,
      description: facts.description || facts.summary,
      url: webAddress(facts.website) ?? `${publicUrl}/listings/${facts.slug}`,
      email: facts.organisation.email,
      status: 'active',
      fees: facts.free ? say('free') : '',
      assured_date: facts.confirmed_on,
    }),
    ...Object.fromEntries(Object.entries(all).filter(([part]) => parts.includes(part))),
  };
}
