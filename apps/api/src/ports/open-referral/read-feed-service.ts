// Reads a service of somebody else's feed: Open Referral UK 3.0, 1.0, and the fuller form of 1.0 that Outpost sends (numbers
// for ids, nulls, `organisation`, `locations`, `mask_exact_address`). What is missing or senseless costs only itself.

import { readTelephone } from '@support-market/domain/shared/telephones';
import type { FeedContact, FeedOrganisation, FeedService, FeedTerm } from './feed-service.ts';
import {
  dateOf,
  emailOf,
  type FeedFault,
  type FeedRecord,
  isRecord,
  lineOf,
  linesOf,
  recordOf,
  recordsOf,
  webAddressOf,
  wholeOf,
} from './feed-value.ts';
import { readCosts } from './read-feed-costs.ts';
import { placeOfArea, readPlaces } from './read-feed-places.ts';
import { readTimes } from './read-feed-times.ts';

const MOST_AGE = 120;
const ENDED =
  /^(?:inactive|defunct|temporarily closed|closed|archived|deleted|pending|unpublished|marked for deletion)$/i;

export type ReadService =
  | { readonly ok: true; readonly service: FeedService; readonly faults: readonly FeedFault[] }
  | {
      readonly ok: false;
      readonly fault: FeedFault;
      /** Which service it is all the same; empty where that is not said. */
      readonly id: string;
    };

const refused = (place: string, code: FeedFault['code'], id = ''): ReadService => ({
  ok: false,
  fault: { place, code },
  id,
});

/** `value` is one service, whole. Refused where it has no id, no name, or is no record at all. */
export function readFeedService(value: unknown): ReadService {
  if (!isRecord(value)) return refused('service', 'feed.not_a_service');
  const id = lineOf(value, ['id'], 200);
  if (id === '') return refused('id', 'cell.missing');
  const name = lineOf(value, ['name']);
  if (name === '') return refused('name', 'cell.missing', id);
  const faults: FeedFault[] = [];
  const eligibility = recordsOf(value, ['eligibilitys', 'eligibility']);
  const ages = [value, ...eligibility];
  const age = (names: readonly string[]): number | null =>
    ages.map((record) => wholeOf(record, names, MOST_AGE)).find((one) => one !== null) ?? null;
  const [minimumAge, maximumAge] = [age(['minimum_age', 'min_age']), age(['maximum_age', 'max_age'])];
  const contacts = readContacts(value, faults);
  const areas = recordsOf(value, ['service_areas']);
  const costs = readCosts(value, faults);
  const fees = lineOf(value, ['fees', 'fees_description'], 300);
  return {
    ok: true,
    faults,
    service: {
      id,
      name,
      description: linesOf(value, ['description'], 20_000),
      email: emailOf(value, ['email']),
      website: webAddressOf(value, ['url', 'website']),
      isActive: !ENDED.test(lineOf(value, ['status'])),
      isFree: value['free'] === true || /^(?:free|no charge|free of charge|none)\.?$/i.test(fees),
      assuredOn: dateOf(value, ['assured_date']),
      ...(minimumAge !== null && maximumAge !== null && minimumAge > maximumAge
        ? { minimumAge: null, maximumAge: null }
        : { minimumAge, maximumAge }),
      whoFor: unique([
        lineOf(value, ['eligibility_description'], 400),
        ...eligibility.map((one) => lineOf(one, ['eligibility'], 400)),
      ]),
      fees,
      languages: unique(recordsOf(value, ['languages']).map((one) => lineOf(one, ['name', 'language', 'code'], 60))),
      organisation: readOrganisation(value, id, name, contacts.ofOrganisation, faults),
      places: readPlaces(value, faults),
      contacts: contacts.people,
      ...readTimes(value, faults),
      costs,
      terms: readTerms(value),
      areas: unique(
        areas.filter((area) => placeOfArea(area) === null).map((area) => lineOf(area, ['name', 'service_area'], 300)),
      ),
      servesMetres: areas.map(placeOfArea).find((metres) => metres !== null) ?? null,
    },
  };
}

export const unique = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))];

function telephoneIn(record: FeedRecord, names: readonly string[], place: string, faults: FeedFault[]): string | null {
  const said = lineOf(record, names, 40);
  const read = said === '' ? null : readTelephone(said);
  if (read === null) return null;
  if (read.certainty === 'mended') faults.push({ place, code: 'feed.telephone_mended' });
  if (read.certainty === 'doubtful') faults.push({ place, code: 'feed.telephone_doubtful' });
  return read.number;
}

function firstTelephone(record: FeedRecord, place: string, faults: FeedFault[]): string | null {
  const own = telephoneIn(record, ['phone', 'telephone'], `${place}phone`, faults);
  if (own !== null) return own;
  for (const [index, phone] of recordsOf(record, ['phones']).entries()) {
    const number = telephoneIn(phone, ['number'], `${place}phones[${index}].number`, faults);
    if (number !== null) return number;
  }
  return null;
}

interface ReadContacts {
  readonly people: readonly FeedContact[];
  /** Of a contact that is the organisation itself, as our own feed of 1.0 sends it. */
  readonly ofOrganisation: string | null;
}

function readContacts(service: FeedRecord, faults: FeedFault[]): ReadContacts {
  const organisation = organisationIn(service);
  const itself = lineOf(organisation, ['name']);
  const people: FeedContact[] = [];
  let ofOrganisation: string | null = null;
  const add = (contact: FeedContact): void => {
    if (contact.telephone === null && contact.email === null) return;
    if (people.some((one) => one.name === contact.name && one.role === contact.role)) return;
    people.push(contact);
  };
  for (const [index, record] of recordsOf(service, ['contacts']).entries()) {
    if (record['visible'] === false) continue;
    const telephone = firstTelephone(record, `contacts[${index}].`, faults);
    const name = lineOf(record, ['name'], 120);
    const [role, email] = [lineOf(record, ['title', 'role'], 120), emailOf(record, ['email'])];
    if (name === itself && name !== '' && role === '' && email === null) ofOrganisation ??= telephone;
    else add({ name: name || (role === '' ? itself || lineOf(service, ['name'], 120) : ''), role, telephone, email });
  }
  const own = firstTelephone(service, '', faults);
  const ownEmail = emailOf(service, ['email']);
  const ofOrganisationItself = emailOf(organisation, ['email']);
  if (own !== null || (ownEmail !== null && ownEmail !== ofOrganisationItself))
    add({
      ...{ name: lineOf(service, ['name'], 120), role: '', telephone: own },
      email: ownEmail === ofOrganisationItself ? null : ownEmail,
    });
  return { people, ofOrganisation };
}

const organisationIn = (service: FeedRecord): FeedRecord =>
  recordOf(isRecord(service['organization']) ? service['organization'] : service['organisation']);

function readOrganisation(
  service: FeedRecord,
  serviceId: string,
  serviceName: string,
  telephoneOfContact: string | null,
  faults: FeedFault[],
): FeedOrganisation {
  const record = organisationIn(service);
  const identifiers = recordsOf(record, ['organization_identifiers', 'identifiers']);
  const identifier = (scheme: RegExp): string | null => {
    const found = identifiers.find((one) => scheme.test(lineOf(one, ['identifier_scheme', 'identifier_type'])));
    return found === undefined ? null : lineOf(found, ['identifier'], 40) || null;
  };
  return {
    // A service that names no one is its own organisation.
    id:
      lineOf(record, ['id'], 200) ||
      lineOf(service, ['organization_id', 'organisation_id'], 200) ||
      `service ${serviceId}`,
    name: lineOf(record, ['name']) || serviceName,
    description: linesOf(record, ['description'], 4_000),
    email: emailOf(record, ['email']),
    website: webAddressOf(record, ['website', 'url']),
    telephone: firstTelephone(record, 'organization.', faults) ?? telephoneOfContact,
    charityNumber: identifier(/^GB-CHC$|charity/i),
    companyNumber: identifier(/^GB-COH$|company/i),
    cqcLocationId: identifier(/^GB-CQC$|care quality/i),
  };
}

function readTerms(service: FeedRecord): FeedTerm[] {
  const of = (record: FeedRecord): FeedTerm => ({
    name: lineOf(record, ['name']),
    term: lineOf(record, ['term', 'slug'], 100),
  });
  const terms = [
    ...recordsOf(service, ['attributes']).map((one) => of(recordOf(one['taxonomy_term']))),
    ...recordsOf(service, ['service_taxonomys', 'service_taxonomies']).map((one) => of(recordOf(one['taxonomy']))),
    ...recordsOf(service, ['taxonomies']).map(of),
  ];
  return terms.filter(
    ({ name, term }, index) =>
      name !== '' && terms.findIndex((one) => one.name === name && one.term === term) === index,
  );
}
