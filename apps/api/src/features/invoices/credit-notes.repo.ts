// The SQL of credit notes: what is left of an invoice to take back, the note itself, and what is freed to be billed again.

import type { Tx } from '@support-market/db/pool';
import type { PayerKind } from '@support-market/domain/invoices/billing';
import type { CreditableLine, CreditPlan } from '@support-market/domain/invoices/credit-rules';
import type { InvoiceState } from '@support-market/domain/invoices/invoice-states';
import { type StartOf, startState } from '@support-market/domain/shared/machines';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface InvoiceToCredit {
  readonly id: string;
  readonly number: string;
  readonly kind: 'invoice' | 'credit-note';
  readonly state: InvoiceState;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly funderId: string;
  readonly payerKind: PayerKind;
  readonly payerPersonId: string | null;
  readonly payerOrganisationId: string | null;
  readonly totalPence: Pence;
}

export async function supplierOfInvoice(
  tx: Tx,
  councilId: string,
  id: string,
): Promise<{ organisationId: string; name: string } | undefined> {
  return tx
    .selectFrom('invoices')
    .innerJoin('organisations', 'organisations.id', 'invoices.organisation_id')
    .select(['organisations.id as organisationId', 'organisations.name'])
    .where('invoices.council_id', '=', councilId)
    .where('invoices.id', '=', id)
    .executeTakeFirst();
}

/** An invoice, locked. */
export async function lockInvoice(tx: Tx, councilId: string, id: string): Promise<InvoiceToCredit | undefined> {
  const { rows } = await sql<InvoiceToCredit>`
    select invoice.id, invoice.number, invoice.kind, invoice.state, invoice.organisation_id as "organisationId", organisation.name as "organisationName",
           invoice.funder_id as "funderId", payer.kind as "payerKind", payer.person_id as "payerPersonId", payer.organisation_id as "payerOrganisationId",
           invoice.total_pence as "totalPence"
      from invoices as invoice
      join organisations as organisation on organisation.id = invoice.organisation_id
      join payers as payer on payer.council_id = ${councilId} and payer.id = invoice.payer_id
     where invoice.council_id = ${councilId} and invoice.id = ${id} for update of invoice`.execute(tx);
  return rows[0];
}

export interface EarlierCredit {
  readonly id: string;
  readonly state: InvoiceState;
  readonly totalPence: Pence;
}

/** The credit notes against an invoice, locked, oldest first. */
export async function lockCreditsOf(tx: Tx, councilId: string, invoiceId: string): Promise<readonly EarlierCredit[]> {
  const { rows } = await sql<EarlierCredit>`
    select id, state, total_pence as "totalPence" from invoices
     where council_id = ${councilId} and credits_invoice_id = ${invoiceId} order by id for update`.execute(tx);
  return rows;
}

export interface LineToCredit extends CreditableLine {
  readonly visitId: string;
  readonly sharePosition: number;
  readonly lineId: string;
  readonly live: boolean;
}

/** The lines of an invoice with what is left of each after earlier credit notes. */
export async function linesToCredit(tx: Tx, councilId: string, invoiceId: string): Promise<readonly LineToCredit[]> {
  const { rows } = await sql<LineToCredit>`
    select line.id, line.vat_category as category, line.vat_rate_basis_points as "rateBasisPoints", line.visit_id as "visitId",
           line.share_position as "sharePosition", line.line_id as "lineId", line.live,
           (line.gross_pence + coalesce((select sum(taken.gross_pence) from invoice_lines as taken
              where taken.council_id = ${councilId} and taken.credits_line_id = line.id), 0))::bigint as "remainingPence"
      from invoice_lines as line where line.council_id = ${councilId} and line.invoice_id = ${invoiceId} order by line.position`.execute(
    tx,
  );
  return rows;
}

export interface NewCreditNote {
  readonly id: string;
  readonly number: string;
  readonly start: StartOf<'invoices'>;
  readonly creditsInvoiceId: string;
  readonly issueDate: Temporal.PlainDate;
  readonly reason: string;
  readonly at: Temporal.Instant;
  readonly by: string;
  readonly plan: CreditPlan<LineToCredit>;
  readonly lineIds: readonly string[];
}

/** Writes a credit note with its lines, in the name of the invoice's supplier and payer. */
export async function insertCreditNote(tx: Tx, councilId: string, note: NewCreditNote): Promise<void> {
  const { sums } = note.plan;
  await sql`
    insert into invoices (council_id, id, number, organisation_id, kind, credits_invoice_id, funder_id, payer_id, state, period_start, period_end,
        issue_date, due_date, net_pence, vat_pence, rounding_pence, total_pence, outside_vat, reason, created_at, approved_at, approved_by)
    select ${councilId}, ${note.id}, ${note.number}, invoice.organisation_id, 'credit-note', invoice.id, invoice.funder_id, invoice.payer_id,
           ${startState('invoices', note.start)}, invoice.period_start, invoice.period_end, ${note.issueDate}::date, ${note.issueDate}::date,
           ${-sums.netPence}::bigint, ${-sums.vatPence}::bigint, ${-sums.roundingPence}::bigint, ${-sums.totalPence}::bigint, invoice.outside_vat,
           ${note.reason}, ${note.at}::timestamptz, ${note.at}::timestamptz, ${note.by}
      from invoices as invoice where invoice.council_id = ${councilId} and invoice.id = ${note.creditsInvoiceId}
    returning id`.execute(tx);
  const rows = note.plan.lines.map(({ line, creditPence, netPence }, index) => ({
    id: note.lineIds[index],
    credits: line.id,
    position: index + 1,
    net: (-netPence).toString(),
    gross: (-creditPence).toString(),
  }));
  await sql`
    insert into invoice_lines (council_id, id, invoice_id, position, visit_id, share_position, order_id, person_id, line_id, description, service_date, unit,
        minutes, quantity, unit_price_pence, share_weight, share_total, vat_category, vat_rate_basis_points, net_pence, gross_pence, credits_line_id, live)
    select ${councilId}, given.id, ${note.id}, given.position, line.visit_id, line.share_position, line.order_id, line.person_id, line.line_id, line.description,
           line.service_date, line.unit, line.minutes, line.quantity, line.unit_price_pence, line.share_weight, line.share_total, line.vat_category,
           line.vat_rate_basis_points, given.net, given.gross, line.id, false
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id text, credits text, position integer, net bigint, gross bigint)
      join invoice_lines as line on line.council_id = ${councilId} and line.id = given.credits
    returning id`.execute(tx);
}

/** Frees the visits of credited lines, so that billing takes them again at what they should have cost. */
export async function billAgain(
  tx: Tx,
  councilId: string,
  invoiceId: string,
  lines: CreditPlan<LineToCredit>['lines'],
): Promise<void> {
  await sql`update invoice_lines set live = false where council_id = ${councilId} and invoice_id = ${invoiceId}`.execute(
    tx,
  );
  const rows = lines.map(({ line, rightPence }) => ({
    visit_id: line.visitId,
    position: line.sharePosition,
    pence: rightPence.toString(),
  }));
  await sql`
    update visit_shares as share set charge_pence = given.pence
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (visit_id text, position integer, pence bigint)
     where share.council_id = ${councilId} and share.visit_id = given.visit_id and share.position = given.position`.execute(
    tx,
  );
  const visitIds = [...new Set(lines.map(({ line }) => line.visitId))];
  await sql`
    update visits as visit set billed_at = null, settled_pence = shared.pence
      from (select visit_id, sum(charge_pence)::bigint as pence from visit_shares
             where council_id = ${councilId} and visit_id = any(${visitIds}::text[]) group by visit_id) as shared
     where visit.council_id = ${councilId} and visit.id = shared.visit_id`.execute(tx);
}
