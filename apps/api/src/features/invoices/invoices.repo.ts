// The SQL of invoices as people read them: a provider's own, those that a holder or person is to pay, and every one for finance.

import type { Tx } from '@support-market/db/pool';
import { inReach, type MandatePower } from '@support-market/db/scope';
import type { Reach } from '@support-market/domain/access/permissions';
import type { PayerKind } from '@support-market/domain/invoices/billing';
import type { InvoiceState } from '@support-market/domain/invoices/invoice-states';
import type { VatCategory } from '@support-market/domain/invoices/vat';
import type { Pence } from '@support-market/domain/shared/money';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { FUNDER_NAME } from '../../platform/funder-accounts.repo.ts';

export interface InvoiceScope {
  readonly councilId: string;
  readonly accountId: string;
  readonly today: Temporal.PlainDate;
  readonly reach: Reach;
}

/** Invoices that the viewer may see: of their organisation, or theirs to pay. */
function visible({ councilId, reach, accountId, today }: InvoiceScope): RawBuilder<boolean> {
  const holders = [...reach.organisationIds, ...reach.mandateOrganisationIds];
  return sql<boolean>`(${inReach(reach, accountId, today, {
    councilId,
    person: 'payer.person_id',
    organisation: 'invoice.organisation_id',
  })} or payer.organisation_id = any(${holders}::text[]))`;
}

/** Invoices that are the viewer's own to pay. */
function payable(
  { councilId, reach, accountId, today }: InvoiceScope,
  power: MandatePower = 'manage-money',
): RawBuilder<boolean> {
  const holders = [...reach.organisationIds, ...reach.mandateOrganisationIds];
  return sql<boolean>`(${inReach(reach, accountId, today, { councilId, person: 'payer.person_id' }, power)}
    or payer.organisation_id = any(${holders}::text[]))`;
}

export interface InvoiceSummaryRow {
  readonly id: string;
  readonly number: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly kind: 'invoice' | 'credit-note';
  readonly funderId: string;
  readonly funderName: string;
  readonly payerId: string;
  readonly payerKind: PayerKind;
  readonly payerName: string;
  readonly payerPersonId: string | null;
  readonly payerOrganisationId: string | null;
  readonly state: InvoiceState;
  readonly periodStart: Temporal.PlainDate;
  readonly periodEnd: Temporal.PlainDate;
  readonly issueDate: Temporal.PlainDate;
  readonly dueDate: Temporal.PlainDate;
  readonly totalPence: Pence;
  readonly paidAt: Temporal.Instant | null;
  readonly mine: boolean;
  readonly canPayNow: boolean;
}

export interface InvoiceRow extends InvoiceSummaryRow {
  readonly netPence: Pence;
  readonly vatPence: Pence;
  readonly roundingPence: Pence;
  readonly outsideVat: boolean;
  readonly organisationEmail: string | null;
  readonly organisationTelephone: string | null;
  readonly approvedAt: Temporal.Instant | null;
  readonly settledHow: string | null;
  readonly paidOn: Temporal.PlainDate | null;
  readonly runId: string | null;
  readonly runReference: string | null;
  readonly remittanceId: string | null;
  readonly exceptionId: string | null;
  /** Of a credit note: the invoice that it takes back from, and why. */
  readonly creditsInvoiceId: string | null;
  readonly creditsNumber: string | null;
  readonly creditsIssueDate: Temporal.PlainDate | null;
  readonly reason: string;
  /** Of an invoice: what was taken back of it. */
  readonly creditNotes: readonly { readonly id: string; readonly number: string; readonly totalPence: number }[];
}

/** Who pays, as it is written on papers. */
export const PAYER_NAME = sql`case payer.kind when 'holder' then holder.name when 'person' then person.full_name else ${FUNDER_NAME} end`;

const SUMMARY = sql`
  invoice.id, invoice.number, invoice.organisation_id as "organisationId", organisation.name as "organisationName", invoice.kind, invoice.payer_id as "payerId", payer.kind as "payerKind",
  ${PAYER_NAME} as "payerName",
  invoice.funder_id as "funderId", funder.name as "funderName",
  payer.person_id as "payerPersonId", payer.organisation_id as "payerOrganisationId", invoice.state, invoice.period_start as "periodStart",
  invoice.period_end as "periodEnd", invoice.issue_date as "issueDate", invoice.due_date as "dueDate", invoice.total_pence as "totalPence", invoice.paid_at as "paidAt"`;

/** An invoice with its two parties, under the names that FUNDER_NAME wants. */
export const invoiceWithParties = (councilId: string) => sql`
  invoices as invoice
  join councils as council on council.id = invoice.council_id
  join organisations as organisation on organisation.id = invoice.organisation_id
  join funders as funder on funder.council_id = ${councilId} and funder.id = invoice.funder_id
  join payers as payer on payer.council_id = ${councilId} and payer.id = invoice.payer_id
  left join organisations as holder on holder.id = payer.organisation_id
  left join people as person on person.council_id = ${councilId} and person.id = payer.person_id`;

/** Whether the viewer pays it, and whether the money that was paid in covers what each line owes of it. */
function paying(payScope: InvoiceScope | null): RawBuilder<unknown> {
  if (payScope === null) return sql`false as mine, false as "canPayNow"`;
  return sql`${payable(payScope)} as mine, invoice.state = 'approved' and invoice.total_pence > 0 and ${payable(payScope)} and not exists (
    select from (select line_id, sum(gross_pence) as amount from invoice_lines
        where council_id = ${payScope.councilId} and invoice_id = invoice.id group by line_id) as owed
      left join ledger_accounts as purse on purse.council_id = ${payScope.councilId} and purse.line_id = owed.line_id and purse.purpose = 'purse'
     where owed.amount > coalesce(purse.available, 0)) as "canPayNow"`;
}

export interface InvoiceFilter {
  readonly state?: InvoiceState | undefined;
  readonly payerKind?: PayerKind | undefined;
  readonly funderId?: string | undefined;
  readonly organisationId?: string | undefined;
  readonly personId?: string | undefined;
  /** Only those that the viewer pays, or gets money back for. */
  readonly toPay?: boolean | undefined;
  /** Issue date and id of the last row of the page before. */
  readonly after: readonly string[] | null;
  readonly limit: number;
}

/** One row more than asked for; newest first. */
export async function listInvoices(
  tx: Tx,
  scope: InvoiceScope,
  payScope: InvoiceScope | null,
  filter: InvoiceFilter,
): Promise<InvoiceSummaryRow[]> {
  const mine = payScope ? payable(payScope) : sql<boolean>`false`;
  const conditions: RawBuilder<unknown>[] = [sql`invoice.council_id = ${scope.councilId}`, visible(scope)];
  if (filter.state !== undefined) conditions.push(sql`invoice.state = ${filter.state}`);
  if (filter.payerKind !== undefined) conditions.push(sql`payer.kind = ${filter.payerKind}`);
  if (filter.funderId !== undefined) conditions.push(sql`invoice.funder_id = ${filter.funderId}`);
  if (filter.organisationId !== undefined) conditions.push(sql`invoice.organisation_id = ${filter.organisationId}`);
  if (filter.personId !== undefined) conditions.push(sql`payer.person_id = ${filter.personId}`);
  if (filter.toPay === true) conditions.push(sql`invoice.state = 'approved' and invoice.total_pence <> 0 and ${mine}`);
  if (filter.after) {
    const [date, id] = filter.after;
    conditions.push(sql`(invoice.issue_date, invoice.id) < (${date}::date, ${id}::text)`);
  }
  const { rows } = await sql<InvoiceSummaryRow>`
    select ${SUMMARY}, ${paying(payScope)} from ${invoiceWithParties(scope.councilId)} where ${sql.join(conditions, sql` and `)}
     order by invoice.issue_date desc, invoice.id desc limit ${filter.limit + 1}`.execute(tx);
  return rows;
}

export async function findInvoice(
  tx: Tx,
  scope: InvoiceScope,
  payScope: InvoiceScope | null,
  id: string,
): Promise<InvoiceRow | undefined> {
  const { rows } = await sql<InvoiceRow>`
    select ${SUMMARY}, ${paying(payScope)}, invoice.net_pence as "netPence", invoice.vat_pence as "vatPence",
           organisation.email as "organisationEmail", organisation.telephone as "organisationTelephone",
           invoice.rounding_pence as "roundingPence", invoice.outside_vat as "outsideVat", invoice.approved_at as "approvedAt", invoice.reason,
           invoice.credits_invoice_id as "creditsInvoiceId", credited.number as "creditsNumber", credited.issue_date as "creditsIssueDate",
           (select coalesce(jsonb_agg(jsonb_build_object('id', note.id, 'number', note.number, 'totalPence', note.total_pence) order by note.id), '[]')
              from invoices as note where note.council_id = ${scope.councilId} and note.credits_invoice_id = invoice.id) as "creditNotes",
           settlement.how as "settledHow", settlement.paid_on as "paidOn", run.id as "runId", run.reference as "runReference",
           remittance.id as "remittanceId",
           (select exception.id from exceptions as exception join invoice_lines as line on line.council_id = ${scope.councilId} and line.visit_id = exception.visit_id
             where exception.council_id = ${scope.councilId} and line.invoice_id = invoice.id and exception.state = 'open' limit 1) as "exceptionId"
      from ${invoiceWithParties(scope.councilId)}
      left join invoices as credited on credited.council_id = ${scope.councilId} and credited.id = invoice.credits_invoice_id
      left join direct_settlements as settlement on settlement.council_id = ${scope.councilId} and settlement.invoice_id = invoice.id
      left join payment_items as item on item.council_id = ${scope.councilId} and item.invoice_id = invoice.id and item.live
      left join payments as payment on payment.council_id = ${scope.councilId} and payment.id = item.payment_id
      left join payment_runs as run on run.council_id = ${scope.councilId} and run.id = payment.run_id
      left join remittances as remittance on remittance.council_id = ${scope.councilId} and remittance.payment_id = payment.id
     where invoice.council_id = ${scope.councilId} and invoice.id = ${id} and ${visible(scope)}`.execute(tx);
  return rows[0];
}

export interface InvoiceLineRow {
  readonly id: string;
  readonly description: string;
  readonly serviceDate: Temporal.PlainDate;
  readonly orderId: string;
  readonly orderReference: string;
  readonly orderLineId: string;
  readonly personId: string;
  readonly personName: string;
  readonly unit: string;
  readonly minutes: number | null;
  readonly quantity: number;
  readonly unitPricePence: Pence;
  /** This line's part of the visit, with VAT. */
  readonly grossPence: Pence;
  /** This line's weight among the weights of all lines of money that pay for the visit. */
  readonly shareWeight: number;
  readonly shareTotal: number;
  readonly netPence: Pence;
  readonly adjustmentPence: Pence;
  readonly adjustmentReason: string;
  readonly vatCategory: VatCategory;
  readonly vatRateBasisPoints: number;
  /** What is left of it after credit notes, with VAT; nothing of a line that is billed again. */
  readonly remainingPence: Pence;
}

export async function invoiceLines(tx: Tx, councilId: string, invoiceId: string): Promise<InvoiceLineRow[]> {
  const { rows } = await sql<InvoiceLineRow>`
    select line.id, line.description, line.service_date as "serviceDate", line.order_id as "orderId", orders.reference as "orderReference",
           visit.order_line_id as "orderLineId", line.person_id as "personId", person.full_name as "personName", line.unit, line.minutes, line.quantity,
           line.unit_price_pence as "unitPricePence", line.gross_pence as "grossPence",
           line.share_weight as "shareWeight", line.share_total as "shareTotal", line.net_pence as "netPence", line.adjustment_pence as "adjustmentPence", line.adjustment_reason as "adjustmentReason",
           line.vat_category as "vatCategory", line.vat_rate_basis_points as "vatRateBasisPoints",
           (line.gross_pence + coalesce((select sum(taken.gross_pence) from invoice_lines as taken
              where taken.council_id = ${councilId} and taken.credits_line_id = line.id), 0))::bigint as "remainingPence"
      from invoice_lines as line
      join orders on orders.council_id = ${councilId} and orders.id = line.order_id
      join visits as visit on visit.council_id = ${councilId} and visit.id = line.visit_id
      join people as person on person.council_id = ${councilId} and person.id = line.person_id
     where line.council_id = ${councilId} and line.invoice_id = ${invoiceId} order by line.position`.execute(tx);
  return rows;
}

export interface PayableInvoice {
  readonly id: string;
  readonly number: string;
  readonly state: InvoiceState;
  readonly organisationId: string;
  readonly funderId: string;
  readonly payerKind: PayerKind;
  readonly payerOrganisationId: string | null;
  readonly payerPersonId: string | null;
  readonly totalPence: Pence;
  readonly periodStart: Temporal.PlainDate;
}

/** An invoice that the viewer may pay, locked. */
export async function lockPayableInvoice(
  tx: Tx,
  payScope: InvoiceScope,
  id: string,
): Promise<PayableInvoice | undefined> {
  const { rows } = await sql<PayableInvoice>`
    select invoice.id, invoice.number, invoice.state, invoice.organisation_id as "organisationId", invoice.funder_id as "funderId", payer.kind as "payerKind",
           payer.organisation_id as "payerOrganisationId", payer.person_id as "payerPersonId", invoice.total_pence as "totalPence",
           invoice.period_start as "periodStart"
      from invoices as invoice
      join payers as payer on payer.council_id = ${payScope.councilId} and payer.id = invoice.payer_id
     where invoice.council_id = ${payScope.councilId} and invoice.id = ${id} and ${payable(payScope)}
       for update of invoice`.execute(tx);
  return rows[0];
}

export interface LineToSettle {
  readonly lineId: string;
  readonly lineName: string;
  readonly amountPence: Pence;
  /** Cash that is there; null when nothing was ever paid in. */
  readonly pursePence: Pence | null;
}

/** What each line of money owes of an invoice (below zero: gets back), and the cash that it has. */
export async function linesToSettle(tx: Tx, councilId: string, invoiceId: string): Promise<readonly LineToSettle[]> {
  const { rows } = await sql<LineToSettle>`
    select owed.line_id as "lineId", line.name as "lineName", owed.amount as "amountPence", purse.available as "pursePence"
      from (select line_id, sum(gross_pence)::bigint as amount from invoice_lines where council_id = ${councilId} and invoice_id = ${invoiceId} group by line_id) as owed
      join budget_lines as line on line.council_id = ${councilId} and line.id = owed.line_id
      left join ledger_accounts as purse on purse.council_id = ${councilId} and purse.line_id = owed.line_id and purse.purpose = 'purse'
     where owed.amount <> 0 order by owed.line_id`.execute(tx);
  return rows;
}

export async function insertDirectSettlement(
  tx: Tx,
  councilId: string,
  settlement: {
    readonly id: string;
    readonly invoiceId: string;
    readonly how: string;
    readonly amountPence: Pence;
    readonly paidOn: Temporal.PlainDate;
    readonly recordedBy: string;
    readonly recordedAt: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('direct_settlements')
    .values({
      council_id: councilId,
      id: settlement.id,
      invoice_id: settlement.invoiceId,
      how: settlement.how,
      amount_pence: settlement.amountPence,
      paid_on: settlement.paidOn,
      recorded_by: settlement.recordedBy,
      recorded_at: settlement.recordedAt,
    })
    .execute();
}
