// Writes what rows of a catalogue file say of further places and kinds, of contacts, and of what is on. Where its owner has
// said it on its page, the owner's word stays, and what the file says is kept beside it for the owner to take.

import type { Further } from '../../features/imports/further-cells.ts';
import { ownerSaidOtherwise, type RejectedRow } from '../../features/imports/import-result.ts';
import {
  type FactSource,
  findFacts,
  type LeftOut,
  noteFacts,
  sameValues,
} from '../../features/listings/catalogue-facts.repo.ts';
import { contactKey, writeContacts } from '../../features/listings/contacts.repo.ts';
import { upsertEvents } from '../../features/listings/event-writes.repo.ts';
import {
  FURTHER_FIELDS,
  type FurtherField,
  findHeldKeys,
  isList,
  saysMore,
} from '../../features/listings/further-values.repo.ts';
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
} as const satisfies Readonly<Record<FurtherField, string>>;
type Field = FurtherField;

/** What a row says of a field, as it is kept where the owner's word stands. */
function partsSaid(further: Further, field: Field): readonly never[] {
  const said: Readonly<Record<Field, readonly unknown[]>> = {
    further_places: further.places ?? [],
    further_categories: further.categorySlugs ?? [],
    contacts: further.contact ? [further.contact] : [],
    events: further.event ? [further.event] : [],
  };
  return said[field] as readonly never[];
}

/** Answers the rows that changed something, and a note for each thing that was left out, once in a file. */
export async function writeFurther(
  { tx, context: { clock } }: ImportWork,
  rows: readonly FurtherRow[],
  source: FactSource,
  { seen, contactsSaid }: { readonly seen: Set<string>; readonly contactsSaid: Map<string, Set<string>> },
): Promise<{ readonly accepted: readonly number[]; readonly notes: readonly RejectedRow[] }> {
  const told = rows.filter(({ further }) => FURTHER_FIELDS.some((field) => partsSaid(further, field).length > 0));
  if (told.length === 0) return { accepted: [], notes: [] };
  const facts = await findFacts(tx, [...new Set(told.map(({ listingId }) => listingId))]);
  const isOwners = (listingId: string, field: Field): boolean => facts.get(listingId)?.said[field]?.by === 'provider';
  const owned = told.filter(({ listingId }) => FURTHER_FIELDS.some((field) => isOwners(listingId, field)));
  const held = await findHeldKeys(
    tx,
    owned.map(({ listingId }) => listingId),
  );
  const notes: RejectedRow[] = [];
  // Several rows of one file are one thing that the file says.
  const leftOut = new Map<string, Map<Field, LeftOut>>();
  const keepAside = ({ row, listingId, further }: FurtherRow, field: Field): void => {
    const parts = partsSaid(further, field);
    if (!saysMore(field, parts, held.get(`${listingId} ${field}`) ?? new Set())) return;
    const kept = leftOut.get(listingId)?.get(field) ?? facts.get(listingId)?.left_out[field];
    const before = kept?.in === source.id && !isList(field) ? kept.values[field] : [];
    const values = JSON.parse(JSON.stringify({ [field]: [...(Array.isArray(before) ? before : []), ...parts] }));
    if (!sameValues(kept?.values, values))
      leftOut.set(listingId, (leftOut.get(listingId) ?? new Map()).set(field, { in: source.id, values }));
    const column = COLUMNS[field];
    if (!seen.has(`${listingId} ${column}`))
      notes.push(ownerSaidOtherwise(row, { column, code: 'import.owner_said_otherwise' }));
    seen.add(`${listingId} ${column}`);
  };
  const saying = (field: Field): FurtherRow[] =>
    told.filter((row) => {
      if (partsSaid(row.further, field).length === 0) return false;
      if (!isOwners(row.listingId, field)) return true;
      keepAside(row, field);
      return false;
    });
  const byField = {
    further_places: saying('further_places'),
    further_categories: saying('further_categories'),
    contacts: saying('contacts'),
    events: saying('events'),
  };
  for (const { listingId, further } of byField.contacts)
    if (further.contact)
      contactsSaid.set(listingId, (contactsSaid.get(listingId) ?? new Set()).add(contactKey(further.contact)));
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
    FURTHER_FIELDS.flatMap((field) =>
      last(byField[field])
        .filter(({ listingId }) => changed[field].includes(listingId))
        .map(({ listingId }) => ({ recordId: listingId, said: { [field]: { by: source.kind, in: source.id } } })),
    ),
  );
  await noteFacts(
    tx,
    [...leftOut].map(([recordId, fields]) => ({ recordId, leftOut: Object.fromEntries(fields) })),
  );
  const accepted = FURTHER_FIELDS.flatMap((field) =>
    byField[field].filter(({ listingId }) => changed[field].includes(listingId)).map(({ row }) => row),
  );
  return { accepted, notes };
}
