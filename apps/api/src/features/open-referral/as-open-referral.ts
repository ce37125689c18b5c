// Writes what we know of the catalogue as Open Referral UK (HSDS-UK 3.0) has it. Source: mission/standards.md. What is absent is
// left out, never null; every id is a UUID; an address on the web has its scheme.

import { createHash } from 'node:crypto';
import { isFromAfar } from '@support-market/domain/listings/from-afar';
import { recurrenceOf } from '@support-market/domain/open-referral/schedules';
import { uuidOf } from '@support-market/domain/open-referral/uuids';
import { wordsIn } from '@support-market/words/words-in';
import { Temporal } from 'temporal-polyfill';
import { unitPrice } from '../../platform/offer-prices.ts';
import type { OrganisationFacts, PlaceFacts, ServiceAtPlace, ServiceFacts, TermFacts } from './open-referral.repo.ts';

const METRES_A_MILE = 1609.344;
const COUNTRY = 'GB';

const say = wordsIn().say('open-referral');
const sayUnit = wordsIn().say('units');

/** A UUID for what has no id of its own, always the same for the same parts. */
export function derived(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

export const TAXONOMY_ID = derived('taxonomy', 'categories');

export type Json = { [key: string]: unknown };

/** The same without what is absent: null, undefined, an empty text or list. */
export function present(record: Json): Json {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) =>
        value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

export const webAddress = (text: string | null): string | null =>
  text !== null && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;

export function asTaxonomy(): Json {
  return { id: TAXONOMY_ID, name: say('taxonomy'), description: say('taxonomyDescription'), version: '1' };
}

export function asTerm({ id, slug, name, heading_id, heading_name }: TermFacts, publicUrl: string): Json {
  return present({
    id: uuidOf(id),
    name,
    description: heading_name === null ? say('heading', { name }) : say('term', { name, heading: heading_name }),
    parent_id: heading_id && uuidOf(heading_id),
    taxonomy: say('taxonomy'),
    taxonomy_id: TAXONOMY_ID,
    term_uri: `${publicUrl}/search?category=${encodeURIComponent(slug)}`,
    term: slug,
  });
}

export function isOurTaxonomy(id: string): boolean {
  return id.toLowerCase() === TAXONOMY_ID;
}

export function asOrganisation(facts: OrganisationFacts, publicUrl: string): Json {
  const id = uuidOf(facts.id);
  const identifiers = [
    ['GB-CHC', say('charity'), facts.charity_number],
    ['GB-COH', say('company'), facts.company_number],
    ['GB-CQC', say('regulator'), facts.cqc_location_id],
  ] as const;
  return present({
    id,
    name: facts.name,
    description: facts.description || facts.name,
    email: facts.email,
    website: webAddress(facts.website),
    uri: `${publicUrl}/organisations/${facts.slug}`,
    phones: facts.telephone === null ? [] : [{ id: derived(id, 'telephone'), number: facts.telephone }],
    organization_identifiers: identifiers.flatMap(([identifier_scheme, identifier_type, identifier]) =>
      identifier
        ? [{ id: derived(id, identifier_scheme), organization_id: id, identifier_scheme, identifier_type, identifier }]
        : [],
    ),
  });
}

export function asLocation(place: PlaceFacts, city: string | null): Json {
  const id = uuidOf(place.id);
  return present({
    id,
    location_type: isFromAfar(place.name) ? 'virtual' : 'physical',
    name: place.name,
    latitude: place.latitude,
    longitude: place.longitude,
    addresses:
      place.address_shown && place.address_line !== '' && place.postcode !== null
        ? [
            {
              id: derived(id, 'address'),
              location_id: id,
              address_1: place.address_line,
              city: city ?? '',
              state_province: say('nation'),
              postal_code: place.postcode,
              country: COUNTRY,
              address_type: 'physical',
            },
          ]
        : [],
    accessibility:
      place.access_notes === ''
        ? []
        : [{ id: derived(id, 'accessibility'), location_id: id, description: place.access_notes }],
  });
}

/** A service without what hangs under it, as a list has it. */
export function asServiceInList(facts: ServiceFacts, publicUrl: string): Json {
  return present({
    id: uuidOf(facts.id),
    organization_id: uuidOf(facts.organisation.id),
    name: facts.title,
    description: facts.description || facts.summary,
    url: webAddress(facts.website) ?? `${publicUrl}/listings/${facts.slug}`,
    email: facts.organisation.email,
    status: 'active',
    fees: facts.free ? say('free') : '',
    minimum_age: facts.minimum_age,
    maximum_age: facts.maximum_age,
    eligibility_description: facts.who_for,
    assured_date: facts.confirmed_on,
    last_modified: facts.changed_at,
    organization: asOrganisation(facts.organisation, publicUrl),
  });
}

/** The days on which it is not, or is otherwise: the standard has no field for them. */
function notesOf({ breaks, changed, terms }: NonNullable<ServiceFacts['events']>[number]): string | null {
  const { date } = wordsIn().dates;
  const because = (text: string, reason: string) => (reason === '' ? text : `${text}: ${reason}`);
  const notes = [
    ...(terms ? [say('termTime')] : []),
    ...(breaks ?? []).map((one) =>
      because(
        say(one.every_year ? 'notEachYear' : 'notOn', { from: date(one.from_date), to: date(one.to_date) }),
        one.reason,
      ),
    ),
    ...(changed ?? []).map((one) =>
      because(
        one.moved_to === null
          ? say('calledOff', { date: date(one.on_date) })
          : say('moved', {
              ...{ date: date(one.on_date), to: date(one.moved_to) },
              ...{ start: one.start_time ?? '', end: one.end_time ?? '' },
            }),
        one.reason,
      ),
    ),
  ];
  return notes.length === 0 ? null : notes.join('. ');
}

export function schedulesOf(facts: ServiceFacts, id: string): readonly Json[] {
  const events = (facts.events ?? []).map((event) =>
    present({
      id: uuidOf(event.id),
      service_id: id,
      service_at_location_id: event.link_id,
      ...recurrenceOf({
        frequency: event.frequency,
        weekday: event.weekday,
        weekOfMonth: event.week_of_month,
        interval: event.interval_count,
        firstDate: event.first_date,
        lastDate: event.last_date,
      }),
      description: event.name,
      notes: notesOf(event),
      opens_at: event.start_time,
      closes_at: event.end_time,
    }),
  );
  return facts.when_text === ''
    ? events
    : [...events, { id: derived(id, 'when'), service_id: id, description: facts.when_text }];
}

function attributesOf(facts: ServiceFacts, id: string, publicUrl: string): readonly Json[] {
  return (facts.categories ?? []).map((term) => ({
    id: derived(id, term.id),
    link_id: id,
    taxonomy_term_id: uuidOf(term.id),
    link_type: 'service',
    taxonomy_term: asTerm(term, publicUrl),
  }));
}

export function contactsOf(facts: ServiceFacts, id: string): readonly Json[] {
  return (facts.contacts ?? []).map((contact) =>
    present({
      id: uuidOf(contact.id),
      service_id: id,
      name: contact.name,
      title: contact.role,
      email: contact.email,
      phones: contact.telephone === null ? [] : [{ id: derived(contact.id, 'telephone'), number: contact.telephone }],
    }),
  );
}

/** What is told and not sold here. */
function toldCostsOf(facts: ServiceFacts, id: string): readonly Json[] {
  return (facts.costs ?? []).map((cost, index) =>
    present({
      id: derived(id, 'cost', String(index)),
      service_id: id,
      valid_from: cost.valid_from,
      valid_to: cost.valid_to,
      option: cost.option,
      amount: cost.amount_pence === null ? null : cost.amount_pence / 100,
      amount_description: cost.words,
      currency: cost.amount_pence === null ? null : 'GBP',
    }),
  );
}

/** What a buyer pays, VAT included, as the service's page says it. */
export function costsOf(facts: ServiceFacts, id: string): readonly Json[] {
  return [...pricesOf(facts, id), ...toldCostsOf(facts, id)];
}

function pricesOf(facts: ServiceFacts, id: string): readonly Json[] {
  return (facts.prices ?? []).flatMap((row) => {
    const price = unitPrice(row, facts.organisation, Temporal.PlainDate.from(row.next_day));
    if (!price) return [];
    return [
      present({
        id: uuidOf(row.id),
        service_id: id,
        valid_from: row.valid_from,
        valid_to: row.valid_to,
        option: row.name,
        amount: Number(price.unitPence) / 100,
        amount_description: sayUnit(`each.${price.unit}`),
        currency: 'GBP',
      }),
    ];
  });
}

/** How far the service goes, as a sentence; null where it is not known. */
export function areaOf({ serves_metres, postcode }: ServiceFacts): string | null {
  if (serves_metres === null) return null;
  const count = Math.round(serves_metres / METRES_A_MILE);
  return postcode === null ? say('areaWithin', { count }) : say('area', { count, postcode });
}

/** The same for programs, in metres. */
export function extentOf({ serves_metres, postcode }: ServiceFacts): Json {
  return { extent: [`${serves_metres} m`, postcode].filter(Boolean).join(', '), extent_type: 'text' };
}

/** A service with everything that is public of it. */
export function asService(facts: ServiceFacts, publicUrl: string): Json {
  const id = uuidOf(facts.id);
  const area = areaOf(facts);
  return present({
    ...asServiceInList(facts, publicUrl),
    schedules: schedulesOf(facts, id),
    service_areas: area === null ? [] : [{ id: derived(id, 'area'), service_id: id, name: area, ...extentOf(facts) }],
    service_at_locations: (facts.places ?? []).map((place) => ({
      id: place.link_id,
      service_id: id,
      location_id: uuidOf(place.id),
      location: asLocation(place, facts.city),
    })),
    languages: facts.languages.map((name) => ({ id: derived(id, 'language', name), service_id: id, name })),
    cost_options: costsOf(facts, id),
    contacts: contactsOf(facts, id),
    attributes: attributesOf(facts, id, publicUrl),
  });
}

export function asServiceAtPlace({ service, place }: ServiceAtPlace, publicUrl: string): Json {
  return {
    id: place.link_id,
    service_id: uuidOf(service.id),
    location_id: uuidOf(place.id),
    location: asLocation(place, service.city),
    service: asService(service, publicUrl),
  };
}
