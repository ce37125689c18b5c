// Finds people within the viewer's reach, and keeps what is known of them: anyone else is simply not there.

import { patternWithin } from '@support-market/db/patterns';
import type { Tx } from '@support-market/db/pool';
import { inReach, type MandatePower } from '@support-market/db/scope';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type {
  AddressKind,
  CareGroup,
  ContactPreference,
  TelephoneKind,
} from '@support-market/domain/people/person-facts';
import type { PersonState } from '@support-market/domain/people/person-states';
import { startState } from '@support-market/domain/shared/machines';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface Asker {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly today: Temporal.PlainDate;
}

export interface MandateView {
  readonly mayOrder: boolean;
  readonly mayConfirm: boolean;
  readonly mayManageMoney: boolean;
  /** YYYY-MM-DD, as PostgreSQL wrote it into JSON. */
  readonly untilDate: string;
}

function currentMandate({ viewer, reach, today }: Asker): RawBuilder<MandateView | null> {
  return sql<MandateView | null>`(select json_build_object('mayOrder', bool_or(mandate.may_order), 'mayConfirm', bool_or(mandate.may_confirm),
      'mayManageMoney', bool_or(mandate.may_manage_money), 'untilDate', max(mandate.until_date))
    from mandates as mandate where mandate.council_id = ${viewer.councilId} and mandate.person_id = people.id
      and mandate.state = 'running' and ${today} between mandate.from_date and mandate.until_date
      and (${reach.byAccountMandate} and mandate.account_id = ${viewer.accountId}
        or mandate.organisation_id = any(${[...reach.mandateOrganisationIds]}::text[]))
    having count(*) > 0)`;
}

function inView(asker: Asker, power: MandatePower = 'view') {
  const reached = inReach(
    asker.reach,
    asker.viewer.accountId,
    asker.today,
    { councilId: asker.viewer.councilId, person: 'people.id' },
    power,
  );
  // A person who came with a file that was undone is there for no one.
  return sql<boolean>`(${reached} and people.state <> 'taken-back')`;
}

/** Where they live today, as far as we know. */
function currentHome({ viewer, today }: Asker) {
  return sql<string | null>`(select address.ward_name from person_addresses as address
    where address.council_id = ${viewer.councilId} and address.person_id = people.id and address.kind in ('home', 'staying')
      and ${today} between coalesce(address.from_date, ${today}) and coalesce(address.until_date, ${today})
    order by address.kind = 'staying' desc, address.position limit 1)`;
}

const SUMMARY = [
  'people.id',
  'people.reference',
  'people.full_name as name',
  'people.called',
  sql<CareGroup[]>`people.care_groups`.as('careGroups'),
  sql<PersonState>`people.state`.as('state'),
] as const;

/** More people of one part of a name than this are read by name, a page at a time. */
const MOST_BY_NAME = 1_000;

/** The condition for `people` whose name holds the words, or whose reference they are. */
async function whoseName(tx: Tx, councilId: string, words: string): Promise<RawBuilder<boolean>> {
  const pattern = patternWithin(words);
  const { rows } = await sql<{ ids: string[] | null }>`
    select people_named(${councilId}, ${words}, ${pattern}, ${MOST_BY_NAME}) as ids`.execute(tx);
  const ids = rows[0]?.ids ?? null;
  if (ids !== null) return sql<boolean>`people.id = any(${ids}::text[])`;
  return sql<boolean>`(plain_name(people.full_name) like plain_name(${pattern}) or plain_name(people.called) like plain_name(${pattern})
    or lower(people.reference) = lower(${words}))`;
}

/** One page (and one row more) of people by name and id. */
export async function listPeople(
  tx: Tx,
  asker: Asker,
  query: { readonly search?: string; readonly after: readonly string[] | null; readonly limit: number },
) {
  const words = (query.search ?? '').trim();
  const named = words === '' ? sql<boolean>`true` : await whoseName(tx, asker.viewer.councilId, words);
  return tx
    .selectFrom('people')
    .select(SUMMARY)
    .select([currentHome(asker).as('wardName'), currentMandate(asker).as('mandate')])
    .where('people.council_id', '=', asker.viewer.councilId)
    .where(inView(asker))
    .where(named)
    .$if(query.after !== null, (people) =>
      people.where(
        sql<boolean>`(people.full_name, people.id) > (${query.after?.[0] ?? ''}, ${query.after?.[1] ?? ''})`,
      ),
    )
    .orderBy('people.full_name')
    .orderBy('people.id')
    .limit(query.limit + 1)
    .execute();
}

export interface AddressRow {
  readonly id: string;
  readonly kind: AddressKind;
  readonly line: string;
  readonly postcode: string | null;
  readonly accessNotes: string;
  readonly fromDate: string | null;
  readonly untilDate: string | null;
}

export interface TelephoneRow {
  readonly id: string;
  readonly kind: TelephoneKind;
  readonly number: string;
  readonly note: string;
  readonly fromDate: string | null;
  readonly untilDate: string | null;
}

export async function findPerson(tx: Tx, asker: Asker, id: string, power: MandatePower = 'view') {
  const council = asker.viewer.councilId;
  return tx
    .selectFrom('people')
    .select(SUMMARY)
    .select([
      'people.date_of_birth as dateOfBirth',
      'people.email',
      'people.language',
      sql<ContactPreference | null>`people.contact_preference`.as('contactPreference'),
      'people.communication_needs as communicationNeeds',
      'people.support_needs as supportNeeds',
      sql<'council' | 'self-made'>`people.origin`.as('origin'),
      'people.last_day as lastDay',
      'people.version',
      currentHome(asker).as('wardName'),
      currentMandate(asker).as('mandate'),
      sql<
        AddressRow[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', address.id, 'kind', address.kind, 'line', address.address_line,
          'postcode', address.postcode, 'accessNotes', address.access_notes, 'fromDate', address.from_date, 'untilDate', address.until_date)
          order by address.position, address.id)
        from person_addresses as address where address.council_id = ${council} and address.person_id = people.id), '[]')`.as(
        'addresses',
      ),
      sql<
        TelephoneRow[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', telephone.id, 'kind', telephone.kind, 'number', telephone.number,
          'note', telephone.note, 'fromDate', telephone.from_date, 'untilDate', telephone.until_date) order by telephone.position, telephone.id)
        from person_telephones as telephone where telephone.council_id = ${council} and telephone.person_id = people.id), '[]')`.as(
        'telephones',
      ),
    ])
    .where('people.council_id', '=', council)
    .where('people.id', '=', id)
    .where(inView(asker, power))
    .executeTakeFirst();
}

/** Writes the record of somebody who made their own account. */
export async function insertSelfMade(
  tx: Tx,
  councilId: string,
  person: { readonly id: string; readonly reference: string; readonly fullName: string; readonly email: string | null },
): Promise<void> {
  await tx
    .insertInto('people')
    .values({
      council_id: councilId,
      id: person.id,
      reference: person.reference,
      full_name: person.fullName,
      email: person.email,
      origin: 'self-made',
      state: startState('people', 'sign-up'),
    })
    .execute();
}

export interface PersonChange {
  readonly called: string | null;
  readonly email: string | null;
  readonly language: string | null;
  readonly contactPreference: ContactPreference | null;
  readonly communicationNeeds: string;
  readonly supportNeeds: string;
  /** What the council alone keeps; undefined leaves it. */
  readonly record?: {
    readonly fullName: string;
    readonly dateOfBirth: Temporal.PlainDate | null;
    readonly careGroups: readonly CareGroup[];
  };
}

/** Writes what is known of a person whose record is still at `version`; false when it has moved on. */
export async function updatePerson(
  tx: Tx,
  councilId: string,
  id: string,
  version: number,
  change: PersonChange,
): Promise<boolean> {
  const row = await tx
    .updateTable('people')
    .set({
      called: change.called,
      email: change.email,
      language: change.language,
      contact_preference: change.contactPreference,
      communication_needs: change.communicationNeeds,
      support_needs: change.supportNeeds,
      version: version + 1,
      ...(change.record
        ? {
            full_name: change.record.fullName,
            date_of_birth: change.record.dateOfBirth,
            care_groups: [...change.record.careGroups],
          }
        : {}),
    })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

interface NewAddress extends Omit<AddressRow, 'fromDate' | 'untilDate'> {
  readonly fromDate: Temporal.PlainDate | null;
  readonly untilDate: Temporal.PlainDate | null;
}
interface NewTelephone extends Omit<TelephoneRow, 'fromDate' | 'untilDate'> {
  readonly fromDate: Temporal.PlainDate | null;
  readonly untilDate: Temporal.PlainDate | null;
}

/** Puts a person's addresses and telephones in place of those before. Ward and place follow from the postcode. */
export async function replaceContacts(
  tx: Tx,
  councilId: string,
  personId: string,
  contacts: { readonly addresses: readonly NewAddress[]; readonly telephones: readonly NewTelephone[] },
): Promise<void> {
  const { addresses, telephones } = contacts;
  for (const table of ['person_addresses', 'person_telephones'] as const) {
    await tx.deleteFrom(table).where('council_id', '=', councilId).where('person_id', '=', personId).execute();
  }
  const postcodes = addresses.flatMap(({ postcode }) => (postcode === null ? [] : [postcode]));
  const places =
    postcodes.length === 0
      ? []
      : await tx
          .selectFrom('postcodes')
          .select(['postcode', 'ward_code', 'ward_name', 'latitude', 'longitude'])
          .where('postcode', 'in', postcodes)
          .execute();
  if (addresses.length > 0) {
    await tx
      .insertInto('person_addresses')
      .values(
        addresses.map((address, position) => {
          const place = places.find(({ postcode }) => postcode === address.postcode);
          return {
            council_id: councilId,
            id: address.id,
            person_id: personId,
            position,
            kind: address.kind,
            address_line: address.line,
            postcode: address.postcode,
            ward_code: place?.ward_code ?? null,
            ward_name: place?.ward_name ?? null,
            latitude: place?.latitude ?? null,
            longitude: place?.longitude ?? null,
            access_notes: address.accessNotes,
            from_date: address.fromDate,
            until_date: address.untilDate,
          };
        }),
      )
      .execute();
  }
  if (telephones.length > 0) {
    await tx
      .insertInto('person_telephones')
      .values(
        telephones.map((telephone, position) => ({
          council_id: councilId,
          id: telephone.id,
          person_id: personId,
          position,
          kind: telephone.kind,
          number: telephone.number,
          note: telephone.note,
          from_date: telephone.fromDate,
          until_date: telephone.untilDate,
        })),
      )
      .execute();
  }
}
