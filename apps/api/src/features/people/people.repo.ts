// Finds people within the viewer's reach: anyone else is simply not there.

import type { Tx } from '@support-market/db/pool';
import { inReach } from '@support-market/db/scope';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
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
    from mandates as mandate where mandate.council_id = people.council_id and mandate.person_id = people.id
      and mandate.ended_at is null and ${today} between mandate.from_date and mandate.until_date
      and (${reach.byAccountMandate} and mandate.account_id = ${viewer.accountId}
        or mandate.organisation_id = any(${[...reach.mandateOrganisationIds]}::text[]))
    having count(*) > 0)`;
}

function inView(asker: Asker) {
  return inReach(asker.reach, asker.viewer.accountId, asker.today, {
    council: 'people.council_id',
    person: 'people.id',
  });
}

const SUMMARY = [
  'people.id',
  'people.reference',
  'people.given_name as givenName',
  'people.family_name as familyName',
  'people.care_group as careGroup',
  'people.ward_name as wardName',
] as const;

/** One page (and one row more) of people by family name, given name and id. */
export async function listPeople(
  tx: Tx,
  asker: Asker,
  query: { readonly search?: string; readonly after: readonly string[] | null; readonly limit: number },
) {
  const pattern = `%${(query.search ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  return tx
    .selectFrom('people')
    .select(SUMMARY)
    .select(currentMandate(asker).as('mandate'))
    .where('people.council_id', '=', asker.viewer.councilId)
    .where(inView(asker))
    .$if(Boolean(query.search?.trim()), (people) =>
      people.where(
        sql<boolean>`(unaccent(people.given_name || ' ' || people.family_name) ilike unaccent(${pattern}) or lower(people.reference) = lower(${(query.search ?? '').trim()}))`,
      ),
    )
    .$if(query.after !== null, (people) =>
      people.where(
        sql<boolean>`(people.family_name, people.given_name, people.id) > (${query.after?.[0] ?? ''}, ${query.after?.[1] ?? ''}, ${query.after?.[2] ?? ''})`,
      ),
    )
    .orderBy('people.family_name')
    .orderBy('people.given_name')
    .orderBy('people.id')
    .limit(query.limit + 1)
    .execute();
}

export async function findPerson(tx: Tx, asker: Asker, id: string) {
  return tx
    .selectFrom('people')
    .select(SUMMARY)
    .select([
      'people.date_of_birth as dateOfBirth',
      'people.email',
      'people.address_line as addressLine',
      'people.postcode',
    ])
    .select(currentMandate(asker).as('mandate'))
    .where('people.council_id', '=', asker.viewer.councilId)
    .where('people.id', '=', id)
    .where(inView(asker))
    .executeTakeFirst();
}
