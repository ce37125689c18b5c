// The SQL of remittances: which payment, to whom, and which invoices it paid.

import type { Tx } from '@support-market/db/pool';
import { inReach } from '@support-market/db/scope';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Pence } from '@support-market/domain/shared/money';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { FUNDER_NAME } from '../../platform/funder-accounts.repo.ts';

export interface RemittanceScope {
  readonly councilId: string;
  readonly accountId: string;
  readonly today: Temporal.PlainDate;
  readonly reach: Reach;
}

export interface RemittanceRow {
  readonly id: string;
  readonly number: string;
  readonly createdAt: Temporal.Instant;
  readonly runReference: string;
  readonly funderName: string;
  readonly executionDate: Temporal.PlainDate;
  readonly organisationId: string | null;
  readonly payeeName: string;
  readonly amountPence: Pence;
  readonly state: string;
  readonly items: readonly {
    readonly invoiceId: string | null;
    readonly payInId: string | null;
    readonly reference: string;
    readonly date: string;
    readonly what: string | null;
    readonly amountPence: number;
  }[];
}

const select = (councilId: string) => sql`
  select remittance.id, remittance.number, remittance.created_at as "createdAt", run.reference as "runReference", funder.name as "funderName", run.execution_date as "executionDate",
         payment.payee_organisation_id as "organisationId", coalesce(organisation.name, payment.payee_name) as "payeeName", payment.amount_pence as "amountPence",
         payment.state, items.items
    from remittances as remittance
    join payments as payment on payment.council_id = ${councilId} and payment.id = remittance.payment_id
    join payment_runs as run on run.council_id = ${councilId} and run.id = payment.run_id
    join funders as funder on funder.council_id = ${councilId} and funder.id = run.funder_id
    left join organisations as organisation on organisation.id = payment.payee_organisation_id
    cross join lateral (
      select jsonb_agg(jsonb_build_object('invoiceId', item.invoice_id, 'payInId', item.pay_in_id, 'reference', coalesce(invoice.number, person.reference),
               'date', coalesce(invoice.issue_date, pay_in.from_date), 'amountPence', item.amount_pence,
               'what', case when pay_in.id is not null then to_char(pay_in.from_date, 'FMDD FMMonth YYYY') || ' to ' || to_char(pay_in.to_date, 'FMDD FMMonth YYYY') end) order by item.position) as items
        from payment_items as item
        left join invoices as invoice on invoice.council_id = ${councilId} and invoice.id = item.invoice_id
        left join pay_ins as pay_in on pay_in.council_id = ${councilId} and pay_in.id = item.pay_in_id
        left join budget_lines as line on line.council_id = ${councilId} and line.id = pay_in.line_id
        left join people as person on person.council_id = ${councilId} and person.id = line.person_id
       where item.council_id = ${councilId} and item.payment_id = payment.id) as items`;

function visible({ councilId, reach, accountId, today }: RemittanceScope): RawBuilder<boolean> {
  return inReach(reach, accountId, today, {
    councilId,
    organisation: 'payment.payee_organisation_id',
  });
}

/** One row more than asked for; newest first. */
export async function listRemittances(
  tx: Tx,
  scope: RemittanceScope,
  filter: { readonly after: readonly string[] | null; readonly limit: number },
): Promise<RemittanceRow[]> {
  const afterId = filter.after?.[0];
  const after = afterId === undefined ? sql`` : sql` and remittance.id < ${afterId}`;
  const { rows } = await sql<RemittanceRow>`
    ${select(scope.councilId)} where remittance.council_id = ${scope.councilId} and ${visible(scope)}${after} order by remittance.id desc limit ${filter.limit + 1}`.execute(
    tx,
  );
  return rows;
}

export interface RemittancePaper extends RemittanceRow {
  readonly endToEndId: string;
  readonly accountNumber: string;
  readonly payeeAddress: readonly string[];
  /** Whose money it is, and where to write about it. */
  readonly payer: { readonly name: string; readonly address: readonly string[] };
  readonly council: { readonly code: string; readonly email: string };
}

export async function findRemittance(tx: Tx, scope: RemittanceScope, id: string): Promise<RemittancePaper | undefined> {
  const { rows } = await sql<RemittanceRow>`
    ${select(scope.councilId)} where remittance.council_id = ${scope.councilId} and remittance.id = ${id} and ${visible(scope)}`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) return undefined;
  const more = await sql<{
    endToEndId: string;
    accountNumber: string;
    payeeAddress: string[];
    payer: RemittancePaper['payer'];
    council: RemittancePaper['council'];
  }>`
    select payment.end_to_end_id as "endToEndId", payment.account_number as "accountNumber",
           array_remove(array[organisation.address_line, organisation.city, organisation.postcode], null) as "payeeAddress",
           jsonb_build_object('code', council.code, 'email', council.email) as council,
           jsonb_build_object('name', ${FUNDER_NAME},
             'address', case when funder.address_line is null then jsonb_build_array(council.address_line, council.city, council.postcode)
               else jsonb_build_array(funder.address_line, funder.city, funder.postcode) end) as payer
      from remittances as remittance
      join payments as payment on payment.council_id = ${scope.councilId} and payment.id = remittance.payment_id
      join payment_runs as run on run.council_id = ${scope.councilId} and run.id = payment.run_id
      join funders as funder on funder.council_id = ${scope.councilId} and funder.id = run.funder_id
      join councils as council on council.id = remittance.council_id
      left join organisations as organisation on organisation.id = payment.payee_organisation_id
     where remittance.council_id = ${scope.councilId} and remittance.id = ${id}`.execute(tx);
  const [paper] = more.rows;
  return paper ? { ...row, ...paper } : undefined;
}
