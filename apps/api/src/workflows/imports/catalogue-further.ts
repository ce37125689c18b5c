// Writes what rows of a catalogue file say of further places and kinds, of contacts, and of what is on. Where its owner has
// said it on its page, the owner's word stays.

import type { Further } from '../../features/imports/further-cells.ts';
import { type RejectedRow, rejectedCell } from '../../features/imports/import-result.ts';
import { type FactSource, findFacts, noteFacts } from '../../features/listings/catalogue-facts.repo.ts';
import { writeContacts } from '../../features/listings/contacts.repo.ts';
import { upsertEvents } from '../../features/listings/event-writes.repo.ts';
import { writeFurtherCategories } from '../../features/listings/listing-categories.repo.ts';
import { findPlacesOf, placeListings } from '../../features/listings/listing-places.repo.ts';
import { listingsChanged } from '../../platform/listing-changes.repo.ts';
import type { ImportWork } from './import-plan.ts';

interface FurtherRow {
  readonly row: number;
  readonly organisationId: string;
  readonly listingId: string;
  readonly further: Further;
}

/** The facts by which an owner's word is known, and the column of each. */
const COLUMNS = {
  further_places: 'further_places',
  further_categories: 'further_categories',
  contacts: 'contact',
  events: 'event',
} as const;
type Field = keyof typeof COLUMNS;

const saysOf = (further: Further, field: Field): boolean =>
  ({
    further_places: further.places,
    further_categories: further.categorySlugs,
    contacts: further.contact,
    events: further.event,
  })[field] !== null;

/** Answers the rows that changed something, and a note for each thing that was left out, once in a file. */
export async function writeFurther(
  { tx, context: { clock } }: ImportWork,
  rows: readonly FurtherRow[],
  source: FactSource,
  seen: Set<string>,
): Promise<{ readonly accepted: readonly number[]; readonly notes: readonly RejectedRow[] }> {
  const told = rows.filter(({ further }) => Object.values(further).some((one) => one !== null));
  if (told.length === 0) return { accepted: [], notes: [] };
  const facts = await findFacts(tx, [...new Set(told.map(({ listingId }) => listingId))]);
  const notes: RejectedRow[] = [];
  const saying = (field: Field): FurtherRow[] =>
    told.filter(({ row, listingId, further }) => {
      if (!saysOf(further, field)) return false;
      if (facts.get(listingId)?.said[field]?.by !== 'provider') return true;
      const column = COLUMNS[field];
      if (!seen.has(`${listingId} ${column}`))
        notes.push(rejectedCell(row, { column, code: 'import.owner_said_otherwise' }));
      seen.add(`${listingId} ${column}`);
      return false;
    });
  const byField = {
    further_places: saying('further_places'),
    further_categories: saying('further_categories'),
    contacts: saying('contacts'),
    events: saying('events'),
  };
  const last = (some: readonly FurtherRow[]) => [...new Map(some.map((row) => [row.listingId, row])).values()];
  const changed: Record<Field, readonly string[]> = {
    further_places: await placeListings(
      tx,
      clock,
      last(byField.further_places).map(({ listingId, further }) => ({
        listingId,
        furtherPlaces: further.places ?? [],
      })),
      source,
    ),
    further_categories: await writeFurtherCategories(
      tx,
      last(byField.further_categories).map(({ listingId, further }) => ({
        listingId,
        furtherCategorySlugs: further.categorySlugs ?? [],
      })),
    ),
    contacts: await writeContacts(
      tx,
      clock,
      byField.contacts.map(({ organisationId, listingId, further }) => ({
        ...{ organisationId, listingId, add: true },
        contacts: further.contact ? [further.contact] : [],
      })),
      source,
    ),
    events: await writeEvents(),
  };

  async function writeEvents(): Promise<string[]> {
    const places = await findPlacesOf(
      tx,
      byField.events.map(({ listingId }) => listingId),
    );
    const events = byField.events.flatMap(({ listingId, further: { event } }) => {
      if (event === null) return [];
      const { placeName, ...facts } = event;
      const at = places.find((one) => one.listing_id === listingId && one.name === placeName && one.position > 0);
      return { ...facts, listingId, locationId: at?.location_id ?? null };
    });
    const written = await upsertEvents(tx, clock, events, { source, add: true });
    return events.flatMap(({ listingId }, index) => (written[index]?.outcome === 'accepted' ? [listingId] : []));
  }

  await listingsChanged(tx, [...new Set(Object.values(changed).flat())]);
  await noteFacts(
    tx,
    (Object.keys(COLUMNS) as Field[]).flatMap((field) =>
      last(byField[field])
        .filter(({ listingId }) => changed[field].includes(listingId))
        .map(({ listingId }) => ({ recordId: listingId, said: { [field]: { by: source.kind, in: source.id } } })),
    ),
  );
  const accepted = (Object.keys(COLUMNS) as Field[]).flatMap((field) =>
    byField[field].filter(({ listingId }) => changed[field].includes(listingId)).map(({ row }) => row),
  );
  return { accepted, notes };
}
