// What an organisation says of its own insurance, checks and registrations, and what its council needs before it pays them.

import type { Db, Tx } from '@support-market/db/pool';
import type { StoreFacts } from '@support-market/domain/listings/store-checks';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { organisationsChanged } from '../../platform/listing-changes.repo.ts';

/** What its members said last; dates are YYYY-MM-DD. */
export interface SaidChecks {
  readonly insuredUntil: string | null;
  readonly dbsCheckedOn: string | null;
  readonly cqcLocationId: string | null;
  readonly charityNumber: string | null;
  readonly taxReference: string | null;
}

export interface ChecksRow {
  readonly name: string;
  /** Of what its members or a council's file said, the newer end counts. */
  readonly facts: StoreFacts;
  readonly said: SaidChecks;
  readonly saidAt: string | null;
}

/** Read as the council that would pay. */
export async function findChecks(db: Db | Tx, councilId: string, organisationId: string): Promise<ChecksRow | null> {
  const { rows } = await sql<{ row: ChecksRow }>`
    select json_build_object('name', organisation.name, 'saidAt', said.said_at,
        'said', json_build_object('insuredUntil', said.insured_until, 'dbsCheckedOn', said.dbs_checked_on,
          'cqcLocationId', said.cqc_location_id, 'charityNumber', said.charity_number, 'taxReference', organisation.tax_reference),
        'facts', json_build_object('kind', organisation.kind, 'name', organisation.name,
          'canBeReached', coalesce(organisation.telephone, organisation.email, organisation.website) is not null
            or exists (select from contacts as contact where contact.organisation_id = organisation.id),
          'insuredUntil', greatest(organisation.insured_until, said.insured_until),
          'dbsCheckedOn', greatest(organisation.dbs_checked_on, said.dbs_checked_on),
          'cqcLocationId', coalesce(organisation.cqc_location_id, said.cqc_location_id),
          'charityNumber', coalesce(organisation.charity_number, said.charity_number),
          'taxReference', coalesce(organisation.vat_number, organisation.tax_reference),
          'hasBankAccount', exists (select from payee_accounts as account where account.council_id = ${councilId}
            and account.organisation_id = organisation.id and account.state in ('proposed', 'waiting', 'in-force')),
          'selfBillingAgreedOn', (select agreement.self_billing_agreed_on from agreements as agreement
            where agreement.council_id = ${councilId} and agreement.organisation_id = organisation.id))) as row
      from organisations as organisation left join organisation_checks as said on said.organisation_id = organisation.id
     where organisation.id = ${organisationId}`.execute(db);
  return rows[0]?.row ?? null;
}

export async function writeChecks(
  tx: Tx,
  organisationId: string,
  said: SaidChecks,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into organisation_checks (organisation_id, insured_until, dbs_checked_on, cqc_location_id, charity_number, said_by, said_at)
    values (${organisationId}, ${said.insuredUntil}::date, ${said.dbsCheckedOn}::date, ${said.cqcLocationId}, ${said.charityNumber}, ${by}, ${at})
    on conflict (organisation_id) do update set insured_until = excluded.insured_until, dbs_checked_on = excluded.dbs_checked_on,
      cqc_location_id = excluded.cqc_location_id, charity_number = excluded.charity_number, said_by = excluded.said_by, said_at = excluded.said_at`.execute(
    tx,
  );
  await sql`update organisations set tax_reference = ${said.taxReference} where id = ${organisationId}`.execute(tx);
  await organisationsChanged(tx, [organisationId]);
}

/** Agrees with a council, once: from that day on its invoices say that the council wrote them. */
export async function agreeSelfBilling(
  tx: Tx,
  made: { readonly id: string; readonly councilId: string; readonly organisationId: string },
  today: Temporal.PlainDate,
): Promise<void> {
  await sql`
    insert into agreements (council_id, id, organisation_id, billing_period, self_billing_agreed_on, from_date)
    values (${made.councilId}, ${made.id}, ${made.organisationId}, 'calendar-month', ${today}, ${today})
    on conflict (council_id, organisation_id) do update
      set self_billing_agreed_on = coalesce(agreements.self_billing_agreed_on, excluded.self_billing_agreed_on)`.execute(
    tx,
  );
}

export interface EndingInsurance {
  readonly id: string;
  readonly name: string;
  readonly until: string;
}

/** Organisations that a council lists whose insurance ends by a day, and whose members were not reminded of that end. */
export async function listEndingInsurance(
  tx: Tx,
  councilId: string,
  span: { readonly today: Temporal.PlainDate; readonly until: Temporal.PlainDate },
  limit: number,
): Promise<EndingInsurance[]> {
  const { rows } = await sql<EndingInsurance>`
    select organisation.id, organisation.name, greatest(organisation.insured_until, said.insured_until)::text as until
      from organisations as organisation left join organisation_checks as said on said.organisation_id = organisation.id
     where organisation.listed_by = ${councilId} and (organisation.insured_until is not null or said.insured_until is not null)
       and greatest(organisation.insured_until, said.insured_until) between ${span.today} and ${span.until}
       and said.reminded_of is distinct from greatest(organisation.insured_until, said.insured_until)
     order by organisation.id limit ${limit}`.execute(tx);
  return rows;
}

export async function noteReminded(tx: Tx, ending: readonly EndingInsurance[]): Promise<void> {
  await sql`
    insert into organisation_checks (organisation_id, reminded_of)
    select given.id, given.until::date from jsonb_to_recordset(${JSON.stringify(ending)}::jsonb) as given (id text, until text)
    on conflict (organisation_id) do update set reminded_of = excluded.reminded_of`.execute(tx);
}
