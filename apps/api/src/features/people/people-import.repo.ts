// Takes people in from a council's own system, many at a time, so that reading the same file again changes nothing.

import type { Tx } from '@support-market/db/pool';
import type {
  AddressKind,
  CareGroup,
  ContactPreference,
  TelephoneKind,
} from '@support-market/domain/people/person-facts';
import { startState } from '@support-market/domain/shared/machines';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface NewPerson {
  /** The council's own reference, by which the person is found again. */
  readonly reference: string;
  readonly fullName: string;
  /** What to call them, where that is not the whole name. */
  readonly called?: string | null;
  readonly dateOfBirth: Temporal.PlainDate | null;
  readonly careGroups: readonly CareGroup[];
  readonly email: string | null;
  readonly language?: string | null;
  readonly contactPreference?: ContactPreference | null;
  readonly communicationNeeds?: string;
  readonly supportNeeds?: string;
  readonly address?: {
    readonly kind?: AddressKind;
    readonly line: string | null;
    /** Normalised ("HB1 1AA"), or null; ward and place follow from it. */
    readonly postcode: string | null;
    readonly accessNotes?: string;
  } | null;
  readonly telephones?: readonly { readonly kind: TelephoneKind; readonly number: string; readonly note?: string }[];
  /** People with the same one may share an order. */
  readonly familyRef: string | null;
  /** Digest of the row as it came; the same digest again is left alone. */
  readonly sourceHash: string;
}

export interface SavedPerson {
  readonly reference: string;
  readonly personId: string;
  readonly outcome: 'created' | 'changed' | 'unchanged';
}

const asJson = (rows: readonly unknown[]): string => JSON.stringify(rows);

/**
 * Inserts or updates up to a few thousand people whose references differ. `ids` has a fresh id for each. What a row
 * does not say (null, an empty text, no group) is left as it was.
 */
export async function savePeople(
  tx: Tx,
  councilId: string,
  people: readonly NewPerson[],
  ids: readonly string[],
): Promise<SavedPerson[]> {
  const rows = people.map((person, index) => ({
    id: ids[index] ?? '',
    reference: person.reference,
    full_name: person.fullName,
    called: person.called ?? null,
    date_of_birth: person.dateOfBirth?.toString() ?? null,
    care_groups: [...person.careGroups],
    email: person.email,
    language: person.language ?? null,
    contact_preference: person.contactPreference ?? null,
    communication_needs: person.communicationNeeds ?? '',
    support_needs: person.supportNeeds ?? '',
    family_ref: person.familyRef,
    source_hash: person.sourceHash,
  }));
  const { rows: written } = await sql<{ id: string; reference: string }>`
    insert into people as kept (council_id, state, id, reference, full_name, called, date_of_birth, care_groups, email, language, contact_preference,
           communication_needs, support_needs, family_ref, source_hash)
    select ${councilId}, ${startState('people', 'take-in')}, given.* from jsonb_to_recordset(${asJson(rows)}::jsonb) as given (id text, reference text, full_name text, called text,
           date_of_birth date, care_groups text[], email text, language text, contact_preference text, communication_needs text, support_needs text,
           family_ref text, source_hash text)
    on conflict (council_id, reference) do update set
           full_name = excluded.full_name, called = coalesce(excluded.called, kept.called),
           date_of_birth = coalesce(excluded.date_of_birth, kept.date_of_birth),
           care_groups = case when excluded.care_groups = '{}' then kept.care_groups else excluded.care_groups end,
           email = coalesce(excluded.email, kept.email), language = coalesce(excluded.language, kept.language),
           contact_preference = coalesce(excluded.contact_preference, kept.contact_preference),
           communication_needs = coalesce(nullif(excluded.communication_needs, ''), kept.communication_needs),
           support_needs = coalesce(nullif(excluded.support_needs, ''), kept.support_needs),
           family_ref = coalesce(excluded.family_ref, kept.family_ref), source_hash = excluded.source_hash, version = kept.version + 1
     where kept.source_hash is distinct from excluded.source_hash
    returning id, reference`.execute(tx);
  const fresh = new Set(ids);
  const outcomes = new Map<string, SavedPerson>(
    written.map(({ id, reference }) => [
      reference,
      { reference, personId: id, outcome: fresh.has(id) ? 'created' : 'changed' },
    ]),
  );
  await saveContacts(
    tx,
    councilId,
    people.flatMap((person) => {
      const saved = outcomes.get(person.reference);
      return saved ? [{ personId: saved.personId, person }] : [];
    }),
  );
  const rest = people.map(({ reference }) => reference).filter((reference) => !outcomes.has(reference));
  if (rest.length > 0) {
    const unchanged = await tx
      .selectFrom('people')
      .select(['id', 'reference'])
      .where('council_id', '=', councilId)
      .where('reference', 'in', rest)
      .execute();
    for (const { id, reference } of unchanged) {
      outcomes.set(reference, { reference, personId: id, outcome: 'unchanged' });
    }
  }
  return people.flatMap(({ reference }) => outcomes.get(reference) ?? []);
}

/** The id of the address or telephone that a file gave: one of each place, so that a further file changes it. */
const givenId = (prefix: 'adr' | 'tel', personId: string, position: number): string =>
  `${prefix}_${personId.slice(personId.indexOf('_') + 1)}${position}`;

async function saveContacts(
  tx: Tx,
  councilId: string,
  given: readonly { readonly personId: string; readonly person: NewPerson }[],
): Promise<void> {
  const addresses = given.flatMap(({ personId, person: { address } }) =>
    !address || (address.line === null && address.postcode === null)
      ? []
      : [
          {
            id: givenId('adr', personId, 0),
            person_id: personId,
            kind: address.kind ?? 'home',
            address_line: address.line ?? '',
            postcode: address.postcode,
            access_notes: address.accessNotes ?? '',
          },
        ],
  );
  if (addresses.length > 0) {
    await sql`
      insert into person_addresses as kept (council_id, id, person_id, position, kind, address_line, postcode, access_notes, ward_code, ward_name,
             latitude, longitude)
      select ${councilId}, given.id, given.person_id, 0, given.kind, given.address_line, given.postcode, given.access_notes, place.ward_code,
             place.ward_name, place.latitude, place.longitude
        from jsonb_to_recordset(${asJson(addresses)}::jsonb) as given (id text, person_id text, kind text, address_line text, postcode text,
             access_notes text)
        left join postcodes as place on place.postcode = given.postcode
      on conflict (council_id, id) do update set
             kind = excluded.kind, address_line = coalesce(nullif(excluded.address_line, ''), kept.address_line),
             postcode = coalesce(excluded.postcode, kept.postcode),
             access_notes = coalesce(nullif(excluded.access_notes, ''), kept.access_notes),
             ward_code = case when excluded.postcode is null then kept.ward_code else excluded.ward_code end,
             ward_name = case when excluded.postcode is null then kept.ward_name else excluded.ward_name end,
             latitude = case when excluded.postcode is null then kept.latitude else excluded.latitude end,
             longitude = case when excluded.postcode is null then kept.longitude else excluded.longitude end`.execute(
      tx,
    );
  }
  const telephones = given.flatMap(({ personId, person }) =>
    (person.telephones ?? []).map(({ kind, number, note }, position) => ({
      id: givenId('tel', personId, position),
      person_id: personId,
      position,
      kind,
      number,
      note: note ?? '',
    })),
  );
  if (telephones.length > 0) {
    await sql`
      insert into person_telephones as kept (council_id, id, person_id, position, kind, number, note)
      select ${councilId}, given.* from jsonb_to_recordset(${asJson(telephones)}::jsonb) as given (id text, person_id text, position integer,
             kind text, number text, note text)
      on conflict (council_id, id) do update set
             kind = excluded.kind, number = excluded.number, note = coalesce(nullif(excluded.note, ''), kept.note)`.execute(
      tx,
    );
  }
}

/** Of some people, those whom an undone import took back. */
export function takenBack(tx: Tx, councilId: string, ids: readonly string[]): Promise<{ id: string }[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('people')
    .select('id')
    .where('council_id', '=', councilId)
    .where('id', 'in', [...ids])
    .where('state', '=', 'taken-back')
    .execute();
}

/** Empties the records of people of everything that says who they are; `called` stands in the place of their name. */
export async function forgetPeople(tx: Tx, councilId: string, ids: readonly string[], called: string): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update people set full_name = ${called}, called = null, date_of_birth = null, care_groups = '{}', email = null, language = null,
           contact_preference = null, communication_needs = '', support_needs = '', family_ref = null, source_hash = null, version = version + 1
     where council_id = ${councilId} and id = any(${[...ids]}::text[])`.execute(tx);
}
