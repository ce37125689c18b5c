// The SQL of payment runs: what is due, what a run claimed, and how its payments stand.

import type { Tx } from '@support-market/db/pool';
import type { PaymentRunState } from '@support-market/domain/payments/payment-run-states';
import type { PaymentState } from '@support-market/domain/payments/payment-states';
import type { Owed, PayeeAccount } from '@support-market/domain/payments/run-plan';
import { startState } from '@support-market/domain/shared/machines';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { chunksOf } from '../../platform/chunks.ts';

export interface DueItem extends Owed {
  readonly invoiceId: string | null;
  /** The invoice's number, or the reference of the line that is paid into. */
  readonly reference: string;
  readonly dueDate: Temporal.PlainDate;
}

type DueRow = Omit<DueItem, 'account'> & {
  readonly accountId: string | null;
  readonly accountName: string;
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly isHeld: boolean;
  readonly inForceAt: Temporal.Instant;
  readonly paidBefore: boolean;
};

const ACCOUNT = sql`
  account.id as "accountId", account.account_name as "accountName", account.sort_code as "sortCode", account.account_number as "accountNumber",
  account.state = 'held' as "isHeld", account.in_force_at as "inForceAt"`;

/** Whether money has arrived at an account before. */
const paidBefore = (councilId: string) => sql`
  exists (select from payments as earlier where earlier.council_id = ${councilId} and earlier.payee_account_id = account.id and earlier.state = 'paid') as "paidBefore"`;

type AccountColumns = Pick<
  DueRow,
  'accountId' | 'accountName' | 'sortCode' | 'accountNumber' | 'isHeld' | 'inForceAt' | 'paidBefore'
>;

function withAccount<Row extends AccountColumns>(
  row: Row,
): Omit<Row, keyof AccountColumns> & { readonly account: PayeeAccount | null } {
  const { accountId, accountName, sortCode, accountNumber, isHeld, inForceAt, paidBefore: hasArrived, ...rest } = row;
  const account =
    accountId === null
      ? null
      : { id: accountId, accountName, sortCode, accountNumber, isHeld, inForceAt, paidBefore: hasArrived };
  return { ...rest, account };
}

/** Somebody to whom a funder owes something, with how much in all; money for a fund is owed apart. */
export interface DuePayee {
  /** Which payee it is, among those of one funder. */
  readonly key: string;
  /** In small letters, to sort by. */
  readonly name: string;
  readonly kind: 'invoices' | 'pay-ins';
  readonly organisationId: string | null;
  readonly lineId: string | null;
  readonly items: number;
  readonly owedPence: Pence;
  readonly account: PayeeAccount | null;
}

/** Up to `limit` payees of what is due now, by name, after the one that is named. */
export async function duePayees(
  tx: Tx,
  councilId: string,
  funderId: string,
  page: { readonly after: readonly string[] | null; readonly limit: number },
): Promise<readonly DuePayee[]> {
  const [name = '', key = ''] = page.after ?? [];
  const { rows } = await sql<Omit<DuePayee, 'account'> & AccountColumns>`
    with due as (
      select 'i:' || invoice.organisation_id as key, 'invoices' as kind, invoice.organisation_id, null::text as line_id,
             count(*)::int as items, sum(invoice.total_pence)::bigint as owed
        from invoices as invoice
        join payers as payer on payer.council_id = ${councilId} and payer.id = invoice.payer_id
       where invoice.council_id = ${councilId} and invoice.funder_id = ${funderId} and invoice.state = 'approved' and payer.kind = 'funder' and invoice.total_pence <> 0
       group by invoice.organisation_id
      union all
      select 'p:' || coalesce(line.holder_organisation_id, line.id), 'pay-ins', line.holder_organisation_id,
             case when line.holder_organisation_id is null then line.id end, count(*)::int, sum(pay_in.amount_pence)::bigint
        from pay_ins as pay_in
        join budget_lines as line on line.council_id = ${councilId} and line.id = pay_in.line_id
       where pay_in.council_id = ${councilId} and pay_in.state = 'due' and line.funder_id = ${funderId}
       group by coalesce(line.holder_organisation_id, line.id), line.holder_organisation_id, case when line.holder_organisation_id is null then line.id end
    ), payee as (
      select due.key collate "C" as key, due.kind, due.organisation_id as "organisationId", due.line_id as "lineId", due.items, due.owed as "owedPence",
             lower(coalesce(account.account_name, organisation.name, line.holder_name, person.full_name)) collate "C" as name, ${ACCOUNT}, ${paidBefore(councilId)}
        from due
        left join organisations as organisation on organisation.id = due.organisation_id
        left join budget_lines as line on line.council_id = ${councilId} and line.id = due.line_id
        left join people as person on person.council_id = ${councilId} and person.id = line.person_id
        left join payee_accounts as account on account.council_id = ${councilId} and account.state in ('in-force', 'held')
             and (account.organisation_id = due.organisation_id or account.line_id = due.line_id)
    )
    select payee.* from payee where (payee.name, payee.key) > (${name}, ${key}) order by payee.name, payee.key limit ${page.limit}`.execute(
    tx,
  );
  return rows.map(withAccount);
}

/**
 * Every approved invoice that a funder pays these payees in a run, and every pay-in of its money that is due to them, by
 * payee in the order given. With `lock` the rows are kept from any other run until the transaction ends.
 */
export async function dueItems(
  tx: Tx,
  councilId: string,
  funderId: string,
  payees: readonly Pick<DuePayee, 'key' | 'kind' | 'organisationId' | 'lineId'>[],
  lock: boolean,
): Promise<readonly DueItem[]> {
  const forUpdate = (table: string) => (lock ? sql.raw(`for update of ${table}`) : sql.raw(''));
  const organisationsOf = (kind: DuePayee['kind']) =>
    payees.flatMap((payee) => (payee.kind === kind && payee.organisationId !== null ? [payee.organisationId] : []));
  const lineIds = payees.flatMap(({ lineId }) => (lineId === null ? [] : [lineId]));
  const invoices = await sql<DueRow>`
    select invoice.id as "invoiceId", null as "payInId", invoice.number as reference,
           invoice.organisation_id as "organisationId", null as "payeeLineId", organisation.name as "payeeName",
           invoice.total_pence as "amountPence", invoice.due_date as "dueDate", ${ACCOUNT}, ${paidBefore(councilId)}
      from invoices as invoice
      join payers as payer on payer.council_id = ${councilId} and payer.id = invoice.payer_id
      join organisations as organisation on organisation.id = invoice.organisation_id
      left join payee_accounts as account on account.council_id = ${councilId} and account.organisation_id = invoice.organisation_id and account.state in ('in-force', 'held')
     where invoice.council_id = ${councilId} and invoice.funder_id = ${funderId} and invoice.state = 'approved' and payer.kind = 'funder' and invoice.total_pence <> 0
       and invoice.organisation_id = any(${organisationsOf('invoices')}::text[])
     order by invoice.id ${forUpdate('invoice')}`.execute(tx);
  const payIns = await sql<DueRow>`
    select null as "invoiceId", pay_in.id as "payInId", person.reference as reference,
           line.holder_organisation_id as "organisationId", case when line.holder_organisation_id is null then line.id end as "payeeLineId",
           coalesce(holder.name, account.account_name, line.holder_name, person.full_name) as "payeeName",
           pay_in.amount_pence as "amountPence", pay_in.from_date as "dueDate", ${ACCOUNT}, ${paidBefore(councilId)}
      from pay_ins as pay_in
      join budget_lines as line on line.council_id = ${councilId} and line.id = pay_in.line_id
      join people as person on person.council_id = ${councilId} and person.id = line.person_id
      left join organisations as holder on holder.id = line.holder_organisation_id
      left join payee_accounts as account on account.council_id = ${councilId} and account.state in ('in-force', 'held')
           and (account.organisation_id = line.holder_organisation_id or (line.holder_organisation_id is null and account.line_id = line.id))
     where pay_in.council_id = ${councilId} and pay_in.state = 'due' and line.funder_id = ${funderId}
       and (line.holder_organisation_id = any(${organisationsOf('pay-ins')}::text[]) or line.holder_organisation_id is null and line.id = any(${lineIds}::text[]))
     order by pay_in.id ${forUpdate('pay_in')}`.execute(tx);
  const place = new Map(payees.map(({ key }, index) => [key, index]));
  return [...invoices.rows, ...payIns.rows]
    .map(withAccount)
    .sort(
      (a, b) => (place.get(payeeKey(a)) ?? 0) - (place.get(payeeKey(b)) ?? 0) || (itemIdOf(a) < itemIdOf(b) ? -1 : 1),
    );
}

export const itemIdOf = ({ invoiceId, payInId }: Pick<DueItem, 'invoiceId' | 'payInId'>): string =>
  invoiceId ?? payInId ?? '';

/** The payee of something due, as `duePayees` names it. */
export const payeeKey = ({ organisationId, payeeLineId, payInId }: Owed): string =>
  `${payInId === null ? 'i' : 'p'}:${organisationId ?? payeeLineId ?? ''}`;

export interface NewRun {
  readonly id: string;
  readonly funderId: string;
  readonly funderAccountId: string;
  readonly reference: string;
  readonly executionDate: Temporal.PlainDate;
  readonly proposedBy: string;
  readonly proposedAt: Temporal.Instant;
}

export interface NewPayment {
  readonly id: string;
  readonly organisationId: string | null;
  readonly lineId: string | null;
  readonly payeeName: string;
  readonly account: PayeeAccount;
  readonly endToEndId: string;
  readonly amountPence: Pence;
  readonly items: readonly {
    readonly invoiceId: string | null;
    readonly payInId: string | null;
    readonly amountPence: Pence;
  }[];
}

/** A run with nothing in it yet. */
export async function insertRun(tx: Tx, councilId: string, run: NewRun): Promise<void> {
  await tx
    .insertInto('payment_runs')
    .values({
      council_id: councilId,
      id: run.id,
      reference: run.reference,
      funder_id: run.funderId,
      funder_account_id: run.funderAccountId,
      state: startState('payment_runs', 'propose'),
      execution_date: run.executionDate,
      payments: 0,
      total_pence: 0n,
      proposed_by: run.proposedBy,
      proposed_at: run.proposedAt,
    })
    .execute();
}

/** Adds payments to a run after those that it has. */
export async function insertPayments(
  tx: Tx,
  councilId: string,
  runId: string,
  before: number,
  payments: readonly NewPayment[],
): Promise<void> {
  const rows = payments.map((payment, index) => ({
    council_id: councilId,
    id: payment.id,
    run_id: runId,
    position: before + index + 1,
    payee_organisation_id: payment.organisationId,
    payee_line_id: payment.lineId,
    payee_account_id: payment.account.id,
    payee_name: payment.payeeName,
    sort_code: payment.account.sortCode,
    account_number: payment.account.accountNumber,
    end_to_end_id: payment.endToEndId,
    amount_pence: payment.amountPence,
  }));
  for (const chunk of chunksOf(rows))
    await tx
      .insertInto('payments')
      .values(chunk.map((row) => ({ ...row, state: startState('payments', 'propose') })))
      .execute();
  const items = payments.flatMap((payment) =>
    payment.items.map((item, index) => ({
      council_id: councilId,
      payment_id: payment.id,
      position: index + 1,
      invoice_id: item.invoiceId,
      pay_in_id: item.payInId,
      amount_pence: item.amountPence,
    })),
  );
  for (const chunk of chunksOf(items))
    await tx
      .insertInto('payment_items')
      .values([...chunk])
      .execute();
}

export interface RunRow {
  readonly id: string;
  readonly reference: string;
  readonly funderId: string;
  readonly funderName: string;
  readonly funderAccountId: string;
  /** The last four digits of the account that it is paid from. */
  readonly fromLastFour: string;
  /** Whether that account is still the one released for the funder. */
  readonly isFromReleased: boolean;
  readonly state: PaymentRunState;
  readonly executionDate: Temporal.PlainDate;
  readonly payments: number;
  readonly totalPence: Pence;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: Temporal.Instant;
  readonly authorisedByName: string | null;
  readonly authorisedAt: Temporal.Instant | null;
  readonly emittedAt: Temporal.Instant | null;
  readonly settledAt: Temporal.Instant | null;
}

const RUN = sql`
  run.id, run.reference, run.funder_id as "funderId", funder.name as "funderName", run.funder_account_id as "funderAccountId",
  right(paying.account_number, 4) as "fromLastFour", paying.state = 'released' as "isFromReleased", run.state, run.execution_date as "executionDate", run.payments, run.total_pence as "totalPence", run.proposed_by as "proposedBy",
  proposer.name as "proposedByName", run.proposed_at as "proposedAt", authoriser.name as "authorisedByName", run.authorised_at as "authorisedAt",
  run.emitted_at as "emittedAt", run.settled_at as "settledAt"`;
const runFrom = (councilId: string) => sql`
  payment_runs as run join funders as funder on funder.council_id = ${councilId} and funder.id = run.funder_id
  join funder_accounts as paying on paying.council_id = ${councilId} and paying.id = run.funder_account_id
  join accounts as proposer on proposer.id = run.proposed_by left join accounts as authoriser on authoriser.id = run.authorised_by`;

/** One row more than asked for; newest first. */
export async function listRuns(
  tx: Tx,
  councilId: string,
  filter: {
    readonly state: PaymentRunState | undefined;
    readonly funderId: string | undefined;
    readonly after: readonly string[] | null;
    readonly limit: number;
  },
): Promise<RunRow[]> {
  const ofState = filter.state === undefined ? sql`` : sql` and run.state = ${filter.state}`;
  const ofFunder = filter.funderId === undefined ? sql`` : sql` and run.funder_id = ${filter.funderId}`;
  const afterId = filter.after?.[0];
  const after = afterId === undefined ? sql`` : sql` and run.id < ${afterId}`;
  const { rows } = await sql<RunRow>`
    select ${RUN} from ${runFrom(councilId)} where run.council_id = ${councilId}${ofState}${ofFunder}${after} order by run.id desc limit ${filter.limit + 1}`.execute(
    tx,
  );
  return rows;
}

export async function findRun(tx: Tx, councilId: string, id: string): Promise<RunRow | undefined> {
  const { rows } =
    await sql<RunRow>`select ${RUN} from ${runFrom(councilId)} where run.council_id = ${councilId} and run.id = ${id}`.execute(
      tx,
    );
  return rows[0];
}

export interface FileRow {
  readonly id: string;
  readonly format: string;
  readonly messageId: string;
  readonly payments: number;
  readonly totalPence: Pence;
  readonly sha256: string;
}

/** What a run gave the bank, without the bytes. */
export async function filesOf(tx: Tx, councilId: string, runId: string): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    select id, format, message_id as "messageId", payments, total_pence as "totalPence", sha256
      from payment_files where council_id = ${councilId} and run_id = ${runId} order by format`.execute(tx);
  return rows;
}

/** The run, locked, so that two officers' steps follow each other. */
export async function lockRun(tx: Tx, councilId: string, id: string): Promise<RunRow | undefined> {
  await sql`select 1 from payment_runs where council_id = ${councilId} and id = ${id} for update`.execute(tx);
  return findRun(tx, councilId, id);
}

export interface PaymentRow {
  readonly id: string;
  readonly position: number;
  readonly organisationId: string | null;
  readonly lineId: string | null;
  readonly payeeName: string;
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly endToEndId: string;
  readonly amountPence: Pence;
  readonly state: PaymentState;
  readonly resultCode: string | null;
  readonly remittanceId: string | null;
  readonly remittanceNumber: string | null;
  readonly payeeAccountId: string;
  /** The payee's details in force now; null while they are held, or gone. */
  readonly accountInForce: string | null;
  /** Since when the council has paid into these details, and whether money arrived there before this payment. */
  readonly accountSince: Temporal.Instant;
  readonly paidBefore: boolean;
  /** Whether it pays money in advance for a time after the last day of its line, or of somebody who died or left. */
  readonly isOver: boolean;
  readonly items: readonly {
    readonly invoiceId: string | null;
    readonly payInId: string | null;
    readonly lineId: string | null;
    readonly reference: string;
    readonly amountPence: number;
  }[];
}

/** The payments of a run by their position: all of them, or those of a page and one more. */
export async function paymentsOf(
  tx: Tx,
  councilId: string,
  runId: string,
  page?: { readonly afterPosition: number; readonly limit: number },
): Promise<PaymentRow[]> {
  const [after, upTo] = page
    ? [sql` and payment.position > ${page.afterPosition}`, sql` limit ${page.limit + 1}`]
    : [sql``, sql``];
  const { rows } = await sql<PaymentRow>`
    select payment.id, payment.position, payment.payee_organisation_id as "organisationId", payment.payee_line_id as "lineId",
           payment.payee_name as "payeeName", payment.sort_code as "sortCode", payment.account_number as "accountNumber", payment.end_to_end_id as "endToEndId",
           payment.amount_pence as "amountPence", payment.state, payment.result_code as "resultCode",
           remittance.id as "remittanceId", remittance.number as "remittanceNumber",
           payment.payee_account_id as "payeeAccountId", present.id as "accountInForce", used.in_force_at as "accountSince",
           exists (select from payments as earlier where earlier.council_id = ${councilId} and earlier.payee_account_id = payment.payee_account_id
                      and earlier.state = 'paid' and earlier.id < payment.id) as "paidBefore",
           items.items, items.over as "isOver"
      from payments as payment
      join payee_accounts as used on used.council_id = ${councilId} and used.id = payment.payee_account_id
      left join payee_accounts as present on present.council_id = ${councilId} and present.state = 'in-force'
           and (present.organisation_id = payment.payee_organisation_id or present.line_id = payment.payee_line_id)
      left join remittances as remittance on remittance.council_id = ${councilId} and remittance.payment_id = payment.id
      cross join lateral (
        select jsonb_agg(jsonb_build_object('invoiceId', item.invoice_id, 'payInId', item.pay_in_id, 'lineId', pay_in.line_id,
                 'reference', coalesce(invoice.number, person.reference), 'amountPence', item.amount_pence) order by item.position) as items,
               coalesce(bool_or(pay_in.to_date > least(line.ends_on, person.last_day)), false) as over
          from payment_items as item
          left join invoices as invoice on invoice.council_id = ${councilId} and invoice.id = item.invoice_id
          left join pay_ins as pay_in on pay_in.council_id = ${councilId} and pay_in.id = item.pay_in_id
          left join budget_lines as line on line.council_id = ${councilId} and line.id = pay_in.line_id
          left join people as person on person.council_id = ${councilId} and person.id = line.person_id
         where item.council_id = ${councilId} and item.payment_id = payment.id) as items
     where payment.council_id = ${councilId} and payment.run_id = ${runId}${after} order by payment.position${upTo}`.execute(
    tx,
  );
  return rows;
}
