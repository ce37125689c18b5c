// A held invoice waits for one visit with an open exception: these are the rows that change when a finance officer has decided.

import type { Tx } from '@support-market/db/pool';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';

export interface HeldInvoice {
  readonly id: string;
  readonly number: string;
  readonly organisationId: string;
  readonly funderId: string;
  readonly payerPersonId: string | null;
  readonly payerOrganisationId: string | null;
}

/** The held invoices of a visit, locked. */
export async function lockHeldInvoices(tx: Tx, councilId: string, visitId: string): Promise<readonly HeldInvoice[]> {
  const { rows } = await sql<HeldInvoice>`
    select invoice.id, invoice.number, invoice.organisation_id as "organisationId", invoice.funder_id as "funderId", payer.person_id as "payerPersonId",
           payer.organisation_id as "payerOrganisationId"
      from invoices as invoice
      join payers as payer on payer.council_id = ${councilId} and payer.id = invoice.payer_id
     where invoice.council_id = ${councilId} and invoice.state = 'held'
       and exists (select from invoice_lines as line where line.council_id = ${councilId} and line.invoice_id = invoice.id and line.visit_id = ${visitId})
     order by invoice.id for update of invoice`.execute(tx);
  return rows;
}

export interface DecidedLine {
  readonly id: string;
  readonly rate: number;
  readonly category: string;
  readonly oldGrossPence: Pence;
  readonly grossPence: Pence;
}

/** The lines of a held invoice with what each line of money really bears now. */
export async function decidedLines(tx: Tx, councilId: string, invoiceId: string): Promise<readonly DecidedLine[]> {
  const { rows } = await sql<DecidedLine>`
    select line.id, line.vat_rate_basis_points as rate, line.vat_category as category, line.gross_pence as "oldGrossPence",
           coalesce(share.charge_pence, line.gross_pence) as "grossPence"
      from invoice_lines as line
      join visit_shares as share on share.council_id = ${councilId} and share.visit_id = line.visit_id and share.position = line.share_position
     where line.council_id = ${councilId} and line.invoice_id = ${invoiceId}
     order by line.position`.execute(tx);
  return rows;
}

export async function saveDecidedLine(
  tx: Tx,
  councilId: string,
  line: DecidedLine & { readonly netPence: Pence },
): Promise<void> {
  const adjustment = line.grossPence - line.oldGrossPence;
  await tx
    .updateTable('invoice_lines')
    .set({
      net_pence: line.netPence,
      gross_pence: line.grossPence,
      adjustment_pence: adjustment,
      adjustment_reason: adjustment === 0n ? '' : 'settled',
    })
    .where('council_id', '=', councilId)
    .where('id', '=', line.id)
    .execute();
}
