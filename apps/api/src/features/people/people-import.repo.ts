// Takes people in from a council's own system, many at a time, so that reading the same file again changes nothing.

import type { Tx } from '@support-market/db/pool';
import type { Temporal } from 'temporal-polyfill';

export type CareGroup =
  | 'older-people'
  | 'learning-disability'
  | 'physical-disability'
  | 'mental-health'
  | 'children'
  | 'carers';

export interface NewPerson {
  /** The council's own reference, by which the person is found again. */
  readonly reference: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: Temporal.PlainDate | null;
  readonly careGroup: CareGroup;
  readonly email: string | null;
  readonly addressLine: string | null;
  /** Normalised ("HB1 1AA"), or null; ward and place follow from it. */
  readonly postcode: string | null;
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

/** Inserts or updates up to a few thousand people whose references differ. `ids` has a fresh id for each. */
export async function savePeople(
  tx: Tx,
  councilId: string,
  people: readonly NewPerson[],
  ids: readonly string[],
): Promise<SavedPerson[]> {
  const postcodes = [...new Set(people.flatMap(({ postcode }) => (postcode === null ? [] : [postcode])))];
  const places =
    postcodes.length === 0
      ? []
      : await tx
          .selectFrom('postcodes')
          .select(['postcode', 'ward_code', 'ward_name', 'latitude', 'longitude'])
          .where('postcode', 'in', postcodes)
          .execute();
  const placeOf = new Map(places.map((place) => [place.postcode, place]));
  const written = await tx
    .insertInto('people')
    .values(
      people.map((person, index) => {
        const place = person.postcode === null ? undefined : placeOf.get(person.postcode);
        return {
          council_id: councilId,
          id: ids[index] ?? '',
          reference: person.reference,
          given_name: person.givenName,
          family_name: person.familyName,
          date_of_birth: person.dateOfBirth,
          care_group: person.careGroup,
          email: person.email,
          address_line: person.addressLine,
          postcode: person.postcode,
          ward_code: place?.ward_code ?? null,
          ward_name: place?.ward_name ?? null,
          latitude: place?.latitude ?? null,
          longitude: place?.longitude ?? null,
          family_ref: person.familyRef,
          source_hash: person.sourceHash,
        };
      }),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['council_id', 'reference'])
        .doUpdateSet(({ ref }) => ({
          given_name: ref('excluded.given_name'),
          family_name: ref('excluded.family_name'),
          date_of_birth: ref('excluded.date_of_birth'),
          care_group: ref('excluded.care_group'),
          email: ref('excluded.email'),
          address_line: ref('excluded.address_line'),
          postcode: ref('excluded.postcode'),
          ward_code: ref('excluded.ward_code'),
          ward_name: ref('excluded.ward_name'),
          latitude: ref('excluded.latitude'),
          longitude: ref('excluded.longitude'),
          family_ref: ref('excluded.family_ref'),
          source_hash: ref('excluded.source_hash'),
        }))
        .where((where) => where('people.source_hash', 'is distinct from', where.ref('excluded.source_hash'))),
    )
    .returning(['id', 'reference'])
    .execute();
  const fresh = new Set(ids);
  const outcomes = new Map<string, SavedPerson>(
    written.map(({ id, reference }) => [
      reference,
      { reference, personId: id, outcome: fresh.has(id) ? 'created' : 'changed' },
    ]),
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
