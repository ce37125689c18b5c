// Which records of the demonstration council make a varied sample: every VAT category and payer first.

import type { Db, Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';

export async function demonstrationCouncils(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('councils').select('id').where('demonstration', '=', true).orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Approved invoices, one of each combination of VAT category, payer, unit and state of the line before a second of any. */
export async function sampleInvoices(tx: Tx, councilId: string, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with facts as (
      select invoice.id, invoice.funder_id, payer.kind as payer_kind, string_agg(distinct line.vat_category, '' order by line.vat_category) as categories, max(line.unit) as unit,
             bool_or(line.adjustment_pence <> 0) as adjusted, count(*) as lines, bool_or(line.share_weight <> line.share_total) as shared
        from invoices as invoice join payers as payer on payer.council_id = ${councilId} and payer.id = invoice.payer_id
        join invoice_lines as line on line.council_id = ${councilId} and line.invoice_id = invoice.id
       where invoice.council_id = ${councilId} and invoice.state <> 'held' and invoice.total_pence > 0
       group by invoice.id, invoice.funder_id, payer.kind
    ), ranked as (
      select id, categories, row_number() over (partition by categories, funder_id, payer_kind, unit, adjusted, shared order by lines, id) as turn,
             row_number() over (partition by categories order by id) as of_category
        from facts
    )
    select id from ranked order by (of_category > 2), turn, categories, id limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function sampleFiles(tx: Tx, councilId: string, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('payment_files')
    .select('id')
    .where('council_id', '=', councilId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export async function sampleRemittances(tx: Tx, councilId: string, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('remittances')
    .select('id')
    .where('council_id', '=', councilId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Lines with a month in which money moved: funds first, one line of each arrangement before a second of any. */
export async function sampleStatements(
  tx: Tx,
  councilId: string,
  limit: number,
): Promise<
  readonly { readonly lineId: string; readonly reference: string; readonly month: Temporal.PlainYearMonth }[]
> {
  const { rows } = await sql<{ lineId: string; reference: string; month: string }>`
    with moved as (
      select line_id, max(effective_at) as latest from ledger_transfers
       where council_id = ${councilId} and line_id is not null and code in ('pay-in', 'pay', 'deliver', 'card-payment') group by line_id
    ), ranked as (
      select line.id, person.reference, line.arrangement, moved.latest, row_number() over (partition by line.arrangement order by moved.latest desc, line.id) as turn
        from moved
        join budget_lines as line on line.council_id = ${councilId} and line.id = moved.line_id
        join people as person on person.council_id = ${councilId} and person.id = line.person_id
    )
    select id as "lineId", reference, to_char(latest at time zone 'Europe/London', 'YYYY-MM') as month
      from ranked order by turn, (arrangement <> 'individual-service-fund'), arrangement limit ${limit}`.execute(tx);
  return rows.map(({ month, ...row }) => ({ ...row, month: Temporal.PlainYearMonth.from(month) }));
}
