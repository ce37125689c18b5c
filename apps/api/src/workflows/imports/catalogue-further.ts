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
import { removeEvents, upsertEvents } from '../../features/listings/event-writes.repo.ts';
import {
  FURTHER_FIELDS,
  type FurtherField,
  findHeldKeys,
  isList,
  saysMore,
} from '../../features/listings/further-values.repo.ts';
import { writeFurtherCategories } from '../../features/listings/listing-categories.repo.ts';
import { writeCosts } from '../../features/listings/listing-costs.repo.ts';
import { findPlacesOf, placeListings } from '../../features/listings/listing-places.repo.ts';
import { forgetListingPages, listingsChanged } from '../../platform/listing-changes.repo.ts';
import type { ImportWork } from './import-plan.ts';

interface FurtherRow {
  readonly row: number;
  readonly organisationId: string;
  readonly listingId: string;
  /** The file has only just made it. */
  readonly isNew: boolean;
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
    contacts: further.contacts,
    events: further.events,
  };
  return said[field] as readonly never[];
}

/** A row says nothing of a field where it has no part of it; but one that names all that is on may say that nothing is. */
const says = (further: Further, field: Field): boolean =>
  partsSaid(further, field).length > 0 || (field === 'events' && further.eventsAreAll);

/** Answers the rows that changed something, and a note for each thing that was left out, once in a file. */
export async function writeFurther(
  { tx, context: { clock } }: ImportWork,
  rows: readonly FurtherRow[],
  source: FactSource,
  { seen, contactsSaid }: { readonly seen: Set<string>; readonly contactsSaid: Map<string, Set<string>> },
): Promise<{ readonly accepted: readonly number[]; readonly notes: readonly RejectedRow[] }> {
  const told = rows.filter(({ further }) => FURTHER_FIELDS.some((field) => says(further, field)));
  const known = new Set(told.flatMap(({ listingId, isNew }) => (isNew ? [] : [listingId])));
  const facts = known.size === 0 ? new Map() : await findFacts(tx, [...known]);
  const isOwners = (listingId: string, field: Field): boolean => facts.get(listingId)?.said[field]?.by === 'provider';
  const owned = told.filter(({ listingId }) => FURTHER_FIELDS.some((field) => isOwners(listingId, field)));
  const ownedIds = owned.map(({ listingId }) => listingId);
  const held = ownedIds.length === 0 ? new Map() : await findHeldKeys(tx, ownedIds);
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
      if (!says(row.further, field)) return false;
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
    for (const contact of further.contacts)
      contactsSaid.set(listingId, (contactsSaid.get(listingId) ?? new Set()).add(contactKey(contact)));
  const last = (some: readonly FurtherRow[]) => [...new Map(some.map((row) => [row.listingId, row])).values()];
  const changed: Record<Field, readonly string[]> = {
    further_places: await placeListings(
      tx,
      clock,
      last(byField.further_places).map(({ listingId, isNew, further }) => ({
        ...{ listingId, isNew },
        furtherPlaces: further.places ?? [],
      })),
      source,
    ),
    further_categories: await writeFurtherCategories(
      tx,
      last(byField.further_categories).map(({ listingId, isNew, further }) => ({
        ...{ listingId, isNew },
        furtherCategorySlugs: further.categorySlugs ?? [],
      })),
    ),
    contacts: await writeContacts(
      tx,
      clock,
      byField.contacts.map(({ organisationId, listingId, further }) => ({
        ...{ organisationId, listingId, add: true },
        contacts: further.contacts,
      })),
      source,
    ),
    events: await writeEvents(),
  };

  async function writeEvents(): Promise<string[]> {
    const elsewhere = byField.events.filter(({ further }) =>
      further.events.some(({ placeName }) => placeName !== null),
    );
    const places =
      elsewhere.length === 0
        ? []
        : await findPlacesOf(
            tx,
            elsewhere.map(({ listingId }) => listingId),
          );
    const isNew = new Set(byField.events.flatMap((row) => (row.isNew ? [row.listingId] : [])));
    const placeOf = (listingId: string, name: string | null): string | null =>
      places.find((one) => one.listing_id === listingId && one.name === name && one.position > 0)?.location_id ?? null;
    const write = async (rows: readonly FurtherRow[], areAll: boolean): Promise<string[]> => {
      const events = rows.flatMap(({ listingId, further }) =>
        further.events.map(({ placeName, ...facts }) => ({
          ...facts,
          listingId,
          locationId: placeOf(listingId, placeName),
        })),
      );
      const of = areAll ? rows.map(({ listingId }) => listingId) : undefined;
      const written = await upsertEvents(tx, clock, events, { source, isNew, ...(of ? { of } : { add: true }) });
      return events.flatMap(({ listingId }, index) => (written[index]?.outcome === 'accepted' ? [listingId] : []));
    };
    const over = await removeEvents(
      tx,
      byField.events.flatMap(({ listingId, isNew, further: { events } }) =>
        events.length === 0 && !isNew ? [listingId] : [],
      ),
    );
    const [whole, further] = [true, false].map((areAll) =>
      byField.events.filter((row) => row.further.events.length > 0 && row.further.eventsAreAll === areAll),
    );
    return [...over, ...(await write(whole ?? [], true)), ...(await write(further ?? [], false))];
  }

  const costed = await writeCosts(
    tx,
    rows.flatMap(({ listingId, isNew, further: { costs } }) => (costs === null ? [] : [{ listingId, isNew, costs }])),
  );
  await listingsChanged(tx, [...new Set(Object.values(changed).flat())]);
  await forgetListingPages(tx, costed);
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
  const withCosts = rows.flatMap(({ row, listingId }) => (costed.includes(listingId) ? [row] : []));
  return { accepted: [...accepted, ...withCosts], notes };
}
