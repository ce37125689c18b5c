// Turns a provider's confirmed visits into invoices inside PostgreSQL: visits are claimed, grouped and written as lines by
// three statements however many they are, so that a hundred thousand never pass through this process.

import type { Tx } from '@support-market/db/pool';
import { PAYER_KIND_OF } from '@support-market/domain/invoices/billing';
import type { BillingCycle, BillingPeriod } from '@support-market/domain/invoices/billing-periods';
import { startState } from '@support-market/domain/shared/machines';
import type { Pence } from '@support-market/domain/shared/money';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { begin, type Work } from '../../platform/transitions.repo.ts';
import type { PayerSubject } from './payers.repo.ts';

export interface ProviderToBill {
  readonly organisationId: string;
  readonly name: string;
  readonly billingPeriod: BillingCycle;
  readonly earliestDate: Temporal.PlainDate;
}

/** What can be billed at all: confirmed visits, and cancellations that came too late. */
const BILLABLE = sql.raw(
  `(visit.state = 'confirmed' or (visit.state = 'cancelled' and visit.charge_pence > 0)) and visit.billed_at is null`,
);

/** Providers with something to bill before a date. Without an agreement the period is the calendar month. */
export async function providersToBill(
  tx: Tx,
  councilId: string,
  before: Temporal.PlainDate,
): Promise<readonly ProviderToBill[]> {
  const { rows } = await sql<ProviderToBill>`
    select waiting.organisation_id as "organisationId", organisation.name, coalesce(agreement.billing_period, 'calendar-month') as "billingPeriod",
           waiting.earliest_date as "earliestDate"
      from (select visit.organisation_id, min(visit.service_date) as earliest_date
              from visits as visit
             where visit.council_id = ${councilId} and visit.service_date < ${before} and ${BILLABLE}
             group by visit.organisation_id) as waiting
      join organisations as organisation on organisation.id = waiting.organisation_id
      left join agreements as agreement on agreement.council_id = ${councilId} and agreement.organisation_id = waiting.organisation_id
     order by waiting.organisation_id`.execute(tx);
  return rows;
}

/**
 * Marks the visits of some periods as billed, which also locks them: a settlement of one waits for us or has been seen by
 * us. One of an earlier period, confirmed since the periods were worked out, is left for the next time, for only what
 * falls into a period comes onto an invoice. Answers how many there were.
 */
export async function claimVisits(
  tx: Tx,
  councilId: string,
  organisationId: string,
  span: { readonly firstDate: Temporal.PlainDate; readonly lastDate: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<number> {
  const claimed = await sql`
    update visits as visit set billed_at = ${now}
     where visit.council_id = ${councilId} and visit.organisation_id = ${organisationId} and visit.service_date between ${span.firstDate} and ${span.lastDate} and ${BILLABLE}`.execute(
    tx,
  );
  return Number(claimed.numAffectedRows ?? 0n);
}

/** Opens an exception for a visit that is over tolerance and that no officer has looked at, so that nothing slips through. */
export async function raiseMissingExceptions(
  work: Work,
  organisationId: string,
  now: Temporal.Instant,
  idStem: string,
): Promise<void> {
  const { tx, actor } = work;
  const { councilId } = actor;
  const { rows } = await sql<{ id: string }>`
    insert into exceptions (council_id, id, kind, visit_id, expected_pence, found_pence, state, raised_at)
    select ${councilId}, 'exc_' || ${idStem} || substr(md5(visit.id), 1, 12), 'over-tolerance', visit.id, visit.planned_pence, visit.charge_pence, ${startState('exceptions', 'raise')}, ${now}::timestamptz
      from visits as visit
      left join exceptions as known on known.council_id = ${councilId} and known.visit_id = visit.id
     where visit.council_id = ${councilId} and visit.organisation_id = ${organisationId} and visit.billed_at = ${now}
       and visit.state = 'confirmed' and visit.within_tolerance = false and visit.settled_pence is null and known.id is null
    on conflict (council_id, visit_id, kind) do nothing returning id`.execute(tx);
  await begin(work, 'exceptions', 'raise', rows, { audit: null });
}

/**
 * No living line bills this share of the visit. Counted and not asked with NOT EXISTS: that becomes a join, and of a table
 * that was never measured PostgreSQL believes that it holds so few lines that reading all of them for each visit is quick.
 */
function isNotBilled(councilId: string, visitId: RawBuilder<unknown>) {
  return sql`(select count(*) from invoice_lines as known where known.council_id = ${councilId} and known.visit_id = ${visitId} and known.share_position = share.position and known.live) = 0`;
}

/** A part of a charge that the visit itself does not yet say, because it waits for a finance officer. */
export interface UndecidedShare {
  readonly visitId: string;
  readonly position: number;
  readonly weight: number;
  readonly chargePence: Pence;
}

/** The shares of claimed visits that have no charge of their own yet, in order. */
export async function undecidedShares(
  tx: Tx,
  councilId: string,
  organisationId: string,
  now: Temporal.Instant,
): Promise<readonly UndecidedShare[]> {
  const { rows } = await sql<UndecidedShare>`
    select visit.id as "visitId", share.position, share.weight, coalesce(visit.settled_pence, visit.charge_pence) as "chargePence"
      from visits as visit
      join visit_shares as share on share.council_id = ${councilId} and share.visit_id = visit.id
     where visit.council_id = ${councilId} and visit.organisation_id = ${organisationId} and visit.billed_at = ${now} and share.charge_pence is null
       and ${isNotBilled(councilId, sql`visit.id`)}
     order by visit.id, share.position`.execute(tx);
  return rows;
}

export interface BillingScope {
  readonly councilId: string;
  readonly organisationId: string;
  readonly now: Temporal.Instant;
  readonly periods: readonly BillingPeriod[];
  /** Charges decided here because their visits do not say them yet. */
  readonly decided: readonly { readonly visitId: string; readonly position: number; readonly grossPence: Pence }[];
}

/** One row for each line of money behind each claimed visit, with the invoice that it belongs on named by `key`. */
function claimedLines(scope: BillingScope) {
  const starts = scope.periods.map(({ firstDate }) => firstDate.toString());
  const ends = scope.periods.map(({ lastDate }) => lastDate.toString());
  const decided = JSON.stringify(
    scope.decided.map(({ visitId, position, grossPence }) => ({
      visit_id: visitId,
      position,
      gross: grossPence.toString(),
    })),
  );
  return sql`
    claimed as materialized (
      select visit.*, exists (select from exceptions as exception where exception.council_id = ${scope.councilId} and exception.visit_id = visit.id and exception.state = 'open') as has_exception
        from visits as visit
       where visit.council_id = ${scope.councilId} and visit.organisation_id = ${scope.organisationId} and visit.billed_at = ${scope.now}
    ), decided as materialized (
      select * from jsonb_to_recordset(${decided}::jsonb) as decided (visit_id text, position integer, gross bigint)
    ), raw_lines as (
      select claimed.id as visit_id, claimed.order_id, claimed.order_line_id, claimed.person_id, claimed.service_date, claimed.has_exception, claimed.quantity,
             claimed.charge_pence, claimed.settled_pence, coalesce(claimed.actual_minutes, claimed.planned_minutes) as minutes,
             share.position as share_position, share.line_id, share.weight,
             sum(share.weight) over (partition by claimed.id) as share_total,
             coalesce(decided.gross, share.charge_pence) as gross,
             line.funder_id, payer_of.kind as payer_kind,
             case payer_of.kind when 'funder' then line.funder_id when 'holder' then line.holder_organisation_id else line.person_id end as payer_subject,
             period.starts, period.ends,
             order_line.vat_category = 'O' as outside_vat, order_line.vat_category, order_line.vat_rate_basis_points as rate,
             order_line.description, order_line.unit, claimed.unit_price_pence
        from claimed
        join visit_shares as share on share.council_id = ${scope.councilId} and share.visit_id = claimed.id
        join budget_lines as line on line.council_id = ${scope.councilId} and line.id = share.line_id
        join order_lines as order_line on order_line.council_id = ${scope.councilId} and order_line.id = claimed.order_line_id
        join jsonb_each_text(${JSON.stringify(PAYER_KIND_OF)}::jsonb) as payer_of (arrangement, kind) on payer_of.arrangement = line.arrangement
        join unnest(${starts}::date[], ${ends}::date[]) as period (starts, ends) on claimed.service_date between period.starts and period.ends
        left join decided on decided.visit_id = claimed.id and decided.position = share.position
       where ${isNotBilled(scope.councilId, sql`claimed.id`)}
    ), lines as (
      select *, concat_ws('|', funder_id, payer_kind, payer_subject, outside_vat, starts, case when has_exception then visit_id end) as key
        from raw_lines where gross > 0
    )`;
}

export interface BillingGroup {
  readonly key: string;
  readonly funderId: string;
  readonly payer: PayerSubject;
  readonly outsideVat: boolean;
  readonly starts: Temporal.PlainDate;
  readonly ends: Temporal.PlainDate;
  readonly hasException: boolean;
  readonly vat: readonly { readonly rate: number; readonly gross: string }[];
}

/** The invoices that the claimed visits make, with their charges by VAT category, in a fixed order. */
export async function billingGroups(tx: Tx, scope: BillingScope): Promise<readonly BillingGroup[]> {
  const { rows } = await sql<BillingGroup>`
    with ${claimedLines(scope)}, by_vat as (
      select key, funder_id, payer_kind, payer_subject, outside_vat, starts, ends, has_exception, vat_category, rate, sum(gross)::bigint as gross
        from lines group by key, funder_id, payer_kind, payer_subject, outside_vat, starts, ends, has_exception, vat_category, rate
    )
    select key, funder_id as "funderId", jsonb_build_object('kind', payer_kind, 'subjectId', payer_subject) as payer, outside_vat as "outsideVat",
           starts, ends, has_exception as "hasException", jsonb_agg(jsonb_build_object('rate', rate, 'gross', gross::text) order by vat_category, rate) as vat
      from by_vat
     group by key, funder_id, payer_kind, payer_subject, outside_vat, starts, ends, has_exception
     order by starts, has_exception, payer_kind, key`.execute(tx);
  return rows;
}

export interface NewInvoice {
  readonly id: string;
  readonly key: string;
  readonly number: string;
  readonly funderId: string;
  readonly payer: PayerSubject;
  readonly payerId: string;
  /** Approved at once, or held for a visit that is being looked into. */
  readonly start: 'approve' | 'hold';
  readonly starts: Temporal.PlainDate;
  readonly ends: Temporal.PlainDate;
  readonly dueDate: Temporal.PlainDate;
  readonly netPence: Pence;
  readonly vatPence: Pence;
  readonly roundingPence: Pence;
  readonly totalPence: Pence;
  readonly outsideVat: boolean;
}

const CHUNK = 1_000;

export async function insertInvoices(
  tx: Tx,
  scope: BillingScope,
  issueDate: Temporal.PlainDate,
  by: string,
  invoices: readonly NewInvoice[],
): Promise<void> {
  for (let start = 0; start < invoices.length; start += CHUNK) {
    await tx
      .insertInto('invoices')
      .values(
        invoices.slice(start, start + CHUNK).map((invoice) => ({
          council_id: scope.councilId,
          id: invoice.id,
          number: invoice.number,
          organisation_id: scope.organisationId,
          funder_id: invoice.funderId,
          payer_id: invoice.payerId,
          state: startState('invoices', invoice.start),
          period_start: invoice.starts,
          period_end: invoice.ends,
          issue_date: issueDate,
          due_date: invoice.dueDate,
          net_pence: invoice.netPence,
          vat_pence: invoice.vatPence,
          rounding_pence: invoice.roundingPence,
          total_pence: invoice.totalPence,
          outside_vat: invoice.outsideVat,
          created_at: scope.now,
          approved_at: invoice.start === 'approve' ? scope.now : null,
          approved_by: invoice.start === 'approve' ? by : null,
        })),
      )
      .execute();
  }
}

/** An amount without its VAT in SQL: the same half-up as `netOfGross`. Both arguments are SQL written here. */
const netOf = (gross: string): string => `((2 * (${gross}) * 10000 + 10000 + rate) / (2 * (10000 + rate)))`;

/**
 * Writes every line of the new invoices. A line's net is the running total's net less that of the line before, so that
 * the lines of a category add up to the category's net exactly. Answers how many lines.
 */
export async function insertLines(
  tx: Tx,
  scope: BillingScope,
  invoices: readonly NewInvoice[],
  idStem: string,
): Promise<number> {
  const made = await sql`
    with ${claimedLines(scope)}, invoice as materialized (
      select * from unnest(${invoices.map(({ key }) => key)}::text[], ${invoices.map(({ id }) => id)}::text[]) as invoice (key, id)
    ), summed as (
      select lines.*, invoice.id as invoice_id,
             row_number() over (partition by key order by service_date, visit_id, share_position) as position,
             sum(gross) over (partition by key, vat_category, rate order by service_date, visit_id, share_position)::bigint as running
        from lines join invoice using (key)
    )
    insert into invoice_lines (council_id, id, invoice_id, position, visit_id, share_position, order_id, person_id, line_id, description, service_date, unit,
        minutes, quantity, unit_price_pence, share_weight, share_total, vat_category, vat_rate_basis_points, net_pence, gross_pence, adjustment_pence, adjustment_reason)
    select ${scope.councilId}, 'invl_' || ${idStem} || substr(md5(invoice_id || '/' || visit_id || '/' || share_position), 1, 16), invoice_id, position, visit_id, share_position,
           order_id, person_id, line_id, description, service_date, unit, minutes, quantity, ${sql.raw(netOf('unit_price_pence'))}, weight, share_total,
           vat_category, rate, ${sql.raw(netOf('running'))} - ${sql.raw(netOf('running - gross'))}, gross,
           case when settled_pence > 0 and settled_pence <> charge_pence then gross - round(charge_pence::numeric * gross / settled_pence)::bigint else 0 end,
           case when settled_pence > 0 and settled_pence <> charge_pence
                then case when exists (select from invoice_lines as taken where taken.council_id = ${scope.councilId} and taken.visit_id = summed.visit_id and taken.credits_line_id is not null)
                          then 'billed-again' else 'settled' end
                else '' end
      from summed
    returning council_id`.execute(tx);
  return Number(made.numAffectedRows ?? 0n);
}

/** Ties each open exception to the invoice that waits for it. */
export async function tieExceptions(tx: Tx, councilId: string, invoiceIds: readonly string[]): Promise<void> {
  if (invoiceIds.length === 0) return;
  await sql`
    update exceptions as exception set invoice_id = held.invoice_id
      from (select visit_id, min(invoice_id) as invoice_id from invoice_lines where council_id = ${councilId} and invoice_id = any(${[...invoiceIds]}::text[]) group by visit_id) as held
     where exception.council_id = ${councilId} and exception.visit_id = held.visit_id and exception.state = 'open'`.execute(
    tx,
  );
}
