// What a file said of further places and kinds, of contacts or of events where the owner's word stands: whether it is anything
// else than what is held, how a page says it, and how the owner takes it. Why: docs/decisions/0027-whose-word-stands.md.

import type { Tx } from '@support-market/db/pool';
import { CATEGORIES, type TopCategory } from '@support-market/domain/listings/categories';
import type { SayRecorded } from '@support-market/words/say';
import { wordsIn } from '@support-market/words/words-in';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../ports/clock/clock.ts';
import type { FactSource, FieldValues } from './catalogue-facts.repo.ts';
import { writeContacts } from './contacts.repo.ts';
import { upsertEvents } from './event-writes.repo.ts';
import { writeFurtherCategories } from './listing-categories.repo.ts';
import { findPlacesOf, placeListings } from './listing-places.repo.ts';

export interface SaidPlace {
  readonly reference: string | null;
  readonly name: string;
  readonly addressLine: string;
  readonly postcode: string | null;
}
export interface SaidContact {
  readonly name: string;
  readonly role: string;
  readonly telephone: string | null;
  readonly email: string | null;
  readonly languages: readonly string[];
}
/** Days are YYYY-MM-DD, as the file's word is kept. */
export interface SaidEvent {
  readonly name: string;
  readonly frequency: 'once' | 'weekly' | 'monthly';
  readonly weekOfMonth: number | null;
  readonly firstDate: string;
  readonly lastDate: string | null;
  readonly startTime: string;
  readonly endTime: string;
  readonly interval: number;
  readonly placeName: string | null;
  readonly breaks: readonly {
    readonly from: string;
    readonly to: string;
    readonly everyYear: boolean;
    readonly reason: string;
  }[];
}

interface SaidOf {
  readonly further_places: SaidPlace;
  readonly further_categories: string;
  readonly contacts: SaidContact;
  readonly events: SaidEvent;
}
export type FurtherField = keyof SaidOf;
export const FURTHER_FIELDS: readonly FurtherField[] = ['further_places', 'further_categories', 'contacts', 'events'];
export const isFurther = (field: string): field is FurtherField => FURTHER_FIELDS.some((one) => one === field);

/** The parts of one field, as they are kept beside the record: what was null is not among them. */
function partsOf<Field extends FurtherField>(field: Field, values: FieldValues): readonly SaidOf[Field][] {
  const parts = values[field];
  return Array.isArray(parts) ? (parts as SaidOf[Field][]) : [];
}

const TOPS: readonly TopCategory[] = CATEGORIES;
const SLUGS = new Set(TOPS.flatMap((top) => [top, ...top.children]).map(({ slug }) => slug));
const nameOf = (slug: string): string =>
  SLUGS.has(slug) ? (wordsIn().say('categories') as unknown as SayRecorded)(`names.${slug}`, {}) : slug;
const joined = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(', ');

function howOften({ frequency, interval }: SaidEvent): string {
  const say = wordsIn().say('listings');
  if (frequency === 'once') return say('events.once');
  return say(`events.${frequency}`, { count: interval });
}

/** Words for one field, a part after the other. */
export function furtherInWords(field: FurtherField, values: FieldValues): string {
  const { dates } = wordsIn();
  const words: Readonly<Record<FurtherField, () => readonly string[]>> = {
    further_places: () =>
      partsOf('further_places', values).map(({ name, addressLine, postcode }) => joined(name, addressLine, postcode)),
    further_categories: () => partsOf('further_categories', values).map((slug) => nameOf(slug)),
    contacts: () =>
      partsOf('contacts', values).map((one) => joined(one.name, one.role, one.telephone, one.email, ...one.languages)),
    events: () =>
      partsOf('events', values).map((one) =>
        joined(
          one.name,
          howOften(one),
          one.lastDate ? dates.period(one.firstDate, one.lastDate) : dates.date(one.firstDate),
          dates.span(dates.clock(one.startTime), dates.clock(one.endTime)),
          one.placeName,
        ),
      ),
  };
  return words[field]().join('; ');
}

/** What one part says, by which it is compared with what is held. */
const KEYS: { readonly [Field in FurtherField]: (part: SaidOf[Field]) => string } = {
  further_places: ({ name, addressLine, postcode }) => [name, addressLine, postcode ?? ''].join('\n'),
  further_categories: (slug) => slug,
  contacts: (one) => [one.name, one.role, one.telephone ?? '', one.email ?? ''].join('\n'),
  events: (one) =>
    [one.name, one.frequency, one.firstDate, one.lastDate ?? '', one.startTime, one.endTime, one.interval].join('\n'),
};

/** The same of what listings hold, by listing and field. */
export async function findHeldKeys(
  tx: Tx,
  listingIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const ids = [...new Set(listingIds)];
  const { rows } = await sql<{ of: string; key: string }>`
    select link.listing_id || ' further_places' as of, concat_ws(E'\n', location.name, location.address_line, coalesce(location.postcode, '')) as key
      from listing_locations as link join locations as location on location.id = link.location_id
     where link.listing_id = any(${ids}::text[]) and link.position > 0
    union all select more.listing_id || ' further_categories', kind.slug
      from listing_categories as more join categories as kind on kind.id = more.category_id where more.listing_id = any(${ids}::text[])
    union all select contact.listing_id || ' contacts', concat_ws(E'\n', contact.name, contact.role, coalesce(contact.telephone, ''), coalesce(contact.email, ''))
      from contacts as contact where contact.listing_id = any(${ids}::text[])
    union all select event.listing_id || ' events', concat_ws(E'\n', event.name, event.frequency, event.first_date, coalesce(event.last_date::text, ''),
        to_char(event.start_time, 'HH24:MI'), to_char(event.end_time, 'HH24:MI'), event.interval_count)
      from events as event where event.listing_id = any(${ids}::text[])`.execute(tx);
  const held = new Map<string, Set<string>>();
  for (const { of, key } of rows) held.set(of, (held.get(of) ?? new Set()).add(key));
  return held;
}

/** A list says all that there is; a row says one of several. */
export const isList = (field: FurtherField): boolean => field === 'further_places' || field === 'further_categories';

/** Whether parts say anything that is not held. */
export function saysMore<Field extends FurtherField>(
  field: Field,
  parts: readonly SaidOf[Field][],
  held: ReadonlySet<string>,
): boolean {
  const keys = new Set(parts.map(KEYS[field]));
  return [...keys].some((key) => !held.has(key)) || (isList(field) && keys.size !== held.size);
}

/** The owner takes what a file said: a list takes the place of what was, contacts and events come to those that there are. */
export async function takeFurther(
  tx: Tx,
  clock: Clock,
  listing: { readonly id: string; readonly organisation_id: string },
  field: FurtherField,
  values: FieldValues,
  source: FactSource,
): Promise<void> {
  const listingId = listing.id;
  if (field === 'further_places')
    await placeListings(tx, clock, [{ listingId, furtherPlaces: partsOf('further_places', values) }], source);
  else if (field === 'further_categories')
    await writeFurtherCategories(tx, [{ listingId, furtherCategorySlugs: partsOf('further_categories', values) }]);
  else if (field === 'contacts')
    await writeContacts(
      tx,
      clock,
      [{ organisationId: listing.organisation_id, listingId, add: true, contacts: partsOf('contacts', values) }],
      source,
    );
  else {
    const places = await findPlacesOf(tx, [listingId]);
    const day = Temporal.PlainDate.from;
    const events = partsOf('events', values).map(({ placeName, firstDate, lastDate, breaks, ...facts }) => ({
      ...{ ...facts, listingId, firstDate: day(firstDate), lastDate: lastDate ? day(lastDate) : null },
      breaks: breaks.map((one) => ({ ...one, from: day(one.from), to: day(one.to) })),
      locationId: places.find((one) => one.name === placeName && one.position > 0)?.location_id ?? null,
    }));
    await upsertEvents(tx, clock, events, { source, add: true });
  }
}
