// Writes a stretch of the demonstration's story in a handful of statements: orders with everything below them, what
// became of their visits, and what finance decided.

import { recordUnsealed } from '@support-market/api/platform/unsealed.repo';
import type { Tx } from '@support-market/db/pool';
import { startState } from '@support-market/domain/shared/machines';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

const asJson = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));

export interface OrderRow {
  readonly id: string;
  readonly reference: string;
  readonly person_id: string;
  readonly organisation_id: string;
  readonly total_pence: bigint;
  readonly placed_by: string;
  readonly placed_at: Temporal.Instant;
}

export interface OrderLineRow {
  readonly id: string;
  readonly order_id: string;
  readonly offer_id: string;
  readonly listing_id: string;
  readonly description: string;
  readonly unit: string;
  readonly vat_category: string;
  readonly vat_rate_basis_points: number;
  readonly kind: string;
  readonly quantity: number;
  readonly first_date: Temporal.PlainDate;
  readonly last_date: Temporal.PlainDate;
  readonly pattern: readonly object[];
  readonly notice_hours: number;
}

export interface LineShareRow {
  readonly order_line_id: string;
  readonly position: number;
  readonly line_id: string;
  readonly weight: number;
}

export interface VisitRow {
  readonly id: string;
  readonly order_id: string;
  readonly order_line_id: string;
  readonly person_id: string;
  readonly organisation_id: string;
  readonly service_date: Temporal.PlainDate;
  readonly planned_start: Temporal.Instant | null;
  readonly planned_end: Temporal.Instant | null;
  readonly planned_minutes: number | null;
  readonly quantity: number;
  readonly unit_price_pence: bigint;
  readonly price_source: string;
  readonly planned_pence: bigint;
}

export interface VisitShareRow {
  readonly visit_id: string;
  readonly position: number;
  readonly line_id: string;
  readonly weight: number;
  readonly planned_pence: bigint;
  readonly reservation_id: string | null;
}

export interface PlacedRows {
  readonly orders: readonly OrderRow[];
  readonly lines: readonly OrderLineRow[];
  readonly lineShares: readonly LineShareRow[];
  readonly visits: readonly VisitRow[];
  readonly visitShares: readonly VisitShareRow[];
}

/** Orders as they were placed; their reservations are in the ledger already. */
export async function insertStoryOrders(tx: Tx, councilId: string, rows: PlacedRows): Promise<void> {
  if (rows.orders.length === 0) return;
  await sql`
    insert into orders (council_id, id, reference, person_id, organisation_id, state, total_pence, placed_by, placed_at)
    select ${councilId}, id, reference, person_id, organisation_id, ${startState('orders', 'place')}, total_pence, placed_by, placed_at
      from jsonb_to_recordset(${asJson(rows.orders)}::jsonb) as made (id text, reference text, person_id text, organisation_id text, total_pence bigint,
           placed_by text, placed_at timestamptz)
    returning council_id`.execute(tx);
  await sql`
    insert into order_lines (council_id, id, order_id, offer_id, listing_id, description, unit, vat_category,
           vat_rate_basis_points, kind, quantity, first_date, last_date, pattern, notice_hours)
    select ${councilId}, made.* from jsonb_to_recordset(${asJson(rows.lines)}::jsonb) as made (id text, order_id text, offer_id text, listing_id text,
           description text, unit text, vat_category text, vat_rate_basis_points int, kind text,
           quantity int, first_date date, last_date date, pattern jsonb, notice_hours int)
    returning council_id`.execute(tx);
  await sql`
    insert into order_line_shares (council_id, order_line_id, position, line_id, weight)
    select ${councilId}, made.* from jsonb_to_recordset(${asJson(rows.lineShares)}::jsonb) as made (order_line_id text, position int, line_id text, weight int)
    returning council_id`.execute(tx);
  await sql`
    insert into visits (council_id, state, id, order_id, order_line_id, person_id, organisation_id, service_date, planned_start, planned_end,
           planned_minutes, quantity, unit_price_pence, price_source, planned_pence)
    select ${councilId}, ${startState('visits', 'plan')}, made.* from jsonb_to_recordset(${asJson(rows.visits)}::jsonb) as made (id text, order_id text, order_line_id text,
           person_id text, organisation_id text, service_date date, planned_start timestamptz, planned_end timestamptz, planned_minutes int,
           quantity int, unit_price_pence bigint, price_source text, planned_pence bigint)
    returning council_id`.execute(tx);
  await sql`
    insert into visit_shares (council_id, visit_id, position, line_id, weight, planned_pence, reservation_id)
    select ${councilId}, made.* from jsonb_to_recordset(${asJson(rows.visitShares)}::jsonb) as made (visit_id text, position int, line_id text,
           weight int, planned_pence bigint, reservation_id text)
    returning council_id`.execute(tx);
}

export interface OrderChange {
  readonly decided_at: Temporal.Instant | null;
  readonly decline_reason: string | null;
  readonly decline_note: string;
}

/** What changes with an order's state, with its types in SQL. */
export const ORDER_CHANGE = { decided_at: 'timestamptz', decline_reason: 'text', decline_note: 'text' } as const;

export interface VisitChange {
  readonly worker_id: string | null;
  readonly actual_start: Temporal.Instant | null;
  readonly actual_end: Temporal.Instant | null;
  readonly actual_minutes: number | null;
  readonly charge_pence: bigint | null;
  readonly recorded_at: Temporal.Instant | null;
  readonly recorded_by: string | null;
  readonly within_tolerance: boolean | null;
  readonly confirmed_at: Temporal.Instant | null;
  readonly confirmed_by: string | null;
  readonly query_note: string;
  readonly settled_pence: bigint | null;
}

/** What changes with a visit's state, with its types in SQL. */
export const VISIT_CHANGE = {
  worker_id: 'text',
  actual_start: 'timestamptz',
  actual_end: 'timestamptz',
  actual_minutes: 'int',
  charge_pence: 'bigint',
  recorded_at: 'timestamptz',
  recorded_by: 'text',
  within_tolerance: 'boolean',
  confirmed_at: 'timestamptz',
  confirmed_by: 'text',
  query_note: 'text',
  settled_pence: 'bigint',
} as const satisfies Record<keyof VisitChange, string>;

/** What each share of visits was charged in the end. */
export async function updateShareCharges(
  tx: Tx,
  councilId: string,
  visits: readonly { readonly id: string; readonly charges: readonly bigint[] }[],
): Promise<void> {
  const charges = visits.flatMap(({ id, charges: parts }) =>
    parts.map((charge_pence, position) => ({ visit_id: id, position, charge_pence })),
  );
  if (charges.length === 0) return;
  await sql`
    update visit_shares set charge_pence = made.charge_pence
      from jsonb_to_recordset(${asJson(charges)}::jsonb) as made (visit_id text, position int, charge_pence bigint)
     where visit_shares.council_id = ${councilId} and visit_shares.visit_id = made.visit_id and visit_shares.position = made.position`.execute(
    tx,
  );
}

export interface ExceptionRow {
  readonly id: string;
  readonly kind: string;
  readonly visit_id: string;
  readonly expected_pence: bigint;
  readonly found_pence: bigint;
  readonly raised_at: Temporal.Instant;
}

/** Exceptions as they were raised; that some were settled is told after it. */
export async function insertStoryExceptions(tx: Tx, councilId: string, rows: readonly ExceptionRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into exceptions (council_id, state, id, kind, visit_id, expected_pence, found_pence, raised_at)
    select ${councilId}, ${startState('exceptions', 'raise')}, made.* from jsonb_to_recordset(${asJson(rows)}::jsonb) as made (id text, kind text, visit_id text,
           expected_pence bigint, found_pence bigint, raised_at timestamptz)
    returning council_id`.execute(tx);
}

export interface MessageRow {
  readonly id: string;
  readonly person_id: string | null;
  readonly organisation_id: string | null;
  readonly kind: string;
  readonly details: object;
  readonly created_at: Temporal.Instant;
}

export async function insertStoryMessages(tx: Tx, councilId: string, rows: readonly MessageRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into messages (council_id, id, person_id, organisation_id, kind, details, created_at)
    select ${councilId}, made.* from jsonb_to_recordset(${asJson(rows)}::jsonb) as made (id text, person_id text, organisation_id text, kind text,
           details jsonb, created_at timestamptz)
    returning council_id`.execute(tx);
}

export interface PayableOutside {
  readonly invoice_id: string;
  readonly organisation_id: string;
  readonly funder_id: string;
  readonly payer_kind: 'holder' | 'person';
  readonly payer_organisation_id: string | null;
  readonly payer_person_id: string | null;
  readonly total_pence: bigint;
  readonly lines: readonly { readonly lineId: string; readonly amountPence: string; readonly pursePence: string }[];
}

/** Approved invoices that a holder or a person pays, up to a day of issue, with what each line bears and its purse has. */
export async function payableOutsideRuns(
  tx: Tx,
  councilId: string,
  issuedBy: Temporal.PlainDate,
): Promise<PayableOutside[]> {
  const { rows } = await sql<PayableOutside>`
    select invoice.id as invoice_id, invoice.organisation_id, invoice.funder_id, payer.kind as payer_kind, payer.organisation_id as payer_organisation_id, payer.person_id as payer_person_id, invoice.total_pence,
           jsonb_agg(jsonb_build_object('lineId', part.line_id, 'amountPence', part.gross::text, 'pursePence', coalesce(purse.available, 0)::text) order by part.line_id) as lines
      from invoices as invoice
      join payers as payer on payer.council_id = ${councilId} and payer.id = invoice.payer_id
      join lateral (select line_id, sum(gross_pence)::bigint as gross from invoice_lines as line
                     where line.council_id = ${councilId} and line.invoice_id = invoice.id group by line_id) as part on true
      left join ledger_accounts as purse on purse.council_id = ${councilId} and purse.line_id = part.line_id and purse.purpose = 'purse'
     where invoice.council_id = ${councilId} and invoice.state = 'approved' and payer.kind in ('holder', 'person') and invoice.issue_date <= ${issuedBy}
       and invoice.total_pence > 0
     group by invoice.council_id, invoice.id, payer.council_id, payer.id order by invoice.issue_date, invoice.id`.execute(
    tx,
  );
  return rows;
}

export interface SettledOutside {
  readonly id: string;
  readonly invoice_id: string;
  readonly how: string;
  readonly amount_pence: bigint;
  readonly paid_on: Temporal.PlainDate;
  readonly recorded_by: string;
  readonly recorded_at: Temporal.Instant;
}

export async function insertSettlements(tx: Tx, councilId: string, rows: readonly SettledOutside[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into direct_settlements (council_id, id, invoice_id, how, amount_pence, paid_on, recorded_by, recorded_at)
    select ${councilId}, made.* from jsonb_to_recordset(${asJson(rows)}::jsonb) as made (id text, invoice_id text, how text, amount_pence bigint, paid_on date,
           recorded_by text, recorded_at timestamptz)
    returning council_id`.execute(tx);
}

export async function insertCardPayments(
  tx: Tx,
  councilId: string,
  rows: readonly {
    readonly id: string;
    readonly line_id: string;
    readonly account_id: string;
    readonly amount_pence: bigint;
    readonly at: Temporal.Instant;
  }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into card_payments (council_id, id, line_id, account_id, amount_pence, state, created_at)
    select ${councilId}, id, line_id, account_id, amount_pence, ${startState('card_payments', 'start')}, at
      from jsonb_to_recordset(${asJson(rows)}::jsonb) as made (id text, line_id text, account_id text, amount_pence bigint, at timestamptz)
    returning council_id`.execute(tx);
  await recordUnsealed(
    tx,
    councilId,
    rows.map(({ id }) => ({ kind: 'card-payment', recordId: id, recordAt: null })),
  );
}
