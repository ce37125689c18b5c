// Many orders, visits and deliveries made by set-based SQL with the ledger's own function, for tests and measurements of
// billing and payment that need thousands of confirmed visits without placing each order.

import type { Db, Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { accruedAccount } from '@support-market/domain/ledger/accounts';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { openAccounts } from '../ports/ledger/ledger.repo.ts';

export interface SeedOrder {
  readonly councilId: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly offerId: string;
  readonly listingId: string;
  /** An account that placed it. */
  readonly placedBy: string;
  /** Told apart from other seeds of the same council: 1 to 12 lower-case letters without i, l, o and u, or digits. */
  readonly name: string;
  readonly unit: 'hour' | 'session';
  /** With VAT, as orders keep it. */
  readonly unitPricePence: bigint;
  readonly vatCategory: 'E' | 'O' | 'S' | 'Z';
  readonly vatRateBasisPoints: number;
  readonly minutes: number | null;
  readonly lines: readonly { readonly lineId: string; readonly weight: number }[];
  readonly visits: number;
  readonly firstDate: Temporal.PlainDate;
  /** Visits go on day after day from `firstDate` and start again after this many. */
  readonly overDays: number;
  /** Planned, and charged: the same for every visit. */
  readonly plannedPence: bigint;
  readonly chargePence: bigint;
  /** What each line bears of the plan and of the charge, in the order of `lines`; they add up. */
  readonly plannedParts: readonly bigint[];
  readonly chargeParts: readonly bigint[];
  readonly at: Temporal.Instant;
}

const CHUNK = 5_000;

/** Reserves and posts in chunks through the ledger function, as placing and confirming would. */
async function post(
  tx: Tx,
  seed: SeedOrder,
  phase: 'reserve' | 'deliver' | 'overrun',
  from: number,
  to: number,
): Promise<void> {
  const amount =
    phase === 'reserve'
      ? sql`share.planned_pence`
      : phase === 'deliver'
        ? sql`least(share.planned_pence, share.charge_pence)`
        : sql`share.charge_pence - share.planned_pence`;
  await sql`
    select ledger_transfer(${seed.councilId}, jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
             'id', ${`tr_${phase}:`} || share.visit_id || ':' || share.position, 'kind', ${phase === 'reserve' ? 'pending' : phase === 'deliver' ? 'post' : 'single'}::text,
             'pending_id', case when ${phase}::text = 'deliver' then 'tr_reserve:' || share.visit_id || ':' || share.position end,
             'debit', 'line:' || share.line_id, 'credit', ${`accrued:${seed.organisationId}`}::text, 'amount_pence', ${amount}, 'code', ${phase}::text,
             'line_id', share.line_id, 'order_id', visit.order_id, 'visit_id', share.visit_id,
             'effective_at', ${seed.at}::timestamptz, 'recorded_at', ${seed.at}::timestamptz, 'recorded_by', 'system', 'fingerprint', 'seed'))))
      from visits as visit join visit_shares as share on share.council_id = visit.council_id and share.visit_id = visit.id
     where visit.council_id = ${seed.councilId} and visit.order_id = ${orderId(seed)} and visit.quantity = 1
       and visit.id between ${visitId(seed, from)} and ${visitId(seed, to)} and ${amount} > 0`.execute(tx);
}

function orderId(seed: SeedOrder): string {
  return `ord_${seed.name.padEnd(24, '0')}`;
}

function visitId(seed: SeedOrder, index: number): string {
  return `vis_${seed.name.padEnd(16, '0')}${String(index).padStart(8, '0')}`;
}

/** One order with many visits that were all confirmed; the lines' ledger accounts must be open and hold enough. Answers the visits' ids. */
export async function insertConfirmedVisits(db: Db, seed: SeedOrder): Promise<readonly string[]> {
  return inTransaction(db, seed.councilId, async (tx) => {
    const order = orderId(seed);
    const orderLine = `ordl_${seed.name.padEnd(24, '0')}`;
    const lastDate = seed.firstDate.add({ days: seed.overDays - 1 });
    await sql`
      insert into orders (council_id, id, reference, person_id, organisation_id, state, total_pence, placed_by, placed_at, decided_at)
      values (${seed.councilId}, ${order}, ${`ORD-${seed.name.toUpperCase()}`}, ${seed.personId}, ${seed.organisationId}, 'accepted',
              ${seed.plannedPence * BigInt(seed.visits)}, ${seed.placedBy}, ${seed.at}, ${seed.at})`.execute(tx);
    await sql`
      insert into order_lines (council_id, id, order_id, offer_id, listing_id, description, unit, vat_category,
        vat_rate_basis_points, kind, quantity, first_date, last_date, notice_hours)
      values (${seed.councilId}, ${orderLine}, ${order}, ${seed.offerId}, ${seed.listingId}, 'Support', ${seed.unit},
              ${seed.vatCategory}, ${seed.vatRateBasisPoints}, 'schedule', 1, ${seed.firstDate}, ${lastDate}, 48)`.execute(
      tx,
    );
    for (const [position, line] of seed.lines.entries()) {
      await sql`insert into order_line_shares (council_id, order_line_id, position, line_id, weight)
        values (${seed.councilId}, ${orderLine}, ${position}, ${line.lineId}, ${line.weight})`.execute(tx);
    }
    await openAccounts(tx, seed.councilId, [accruedAccount(seed.organisationId)]);
    await sql`
      insert into visits (council_id, id, order_id, order_line_id, person_id, organisation_id, state, service_date, planned_start, planned_end, planned_minutes,
        unit_price_pence, price_source, planned_pence, actual_start, actual_end, actual_minutes, charge_pence, recorded_at, recorded_by, within_tolerance, confirmed_at, confirmed_by)
      select ${seed.councilId}, 'vis_' || ${seed.name.padEnd(16, '0')} || lpad(n::text, 8, '0'), ${order}, ${orderLine}, ${seed.personId}, ${seed.organisationId}, 'confirmed', day.d,
             starts.at, starts.at + make_interval(mins => ${seed.minutes}::int), ${seed.minutes}::int, ${seed.unitPricePence}, 'public', ${seed.plannedPence},
             starts.at, starts.at + make_interval(mins => ${seed.minutes}::int), ${seed.minutes}::int, ${seed.chargePence}, ${seed.at}, 'system', true, ${seed.at}, 'system'
        from generate_series(1, ${seed.visits}::int) as n
        cross join lateral (select ${seed.firstDate}::date + (n - 1) % ${seed.overDays}::int as d) as day
        cross join lateral (select case when ${seed.minutes}::int is null then null else (day.d + time '09:00') at time zone 'Europe/London' end as at) as starts`.execute(
      tx,
    );
    await sql`
      insert into visit_shares (council_id, visit_id, position, line_id, weight, planned_pence, charge_pence)
      select visit.council_id, visit.id, share.position, share.line_id, share.weight, share.planned, share.charge
        from visits as visit
        cross join unnest(${seed.lines.map((_, index) => index)}::int[], ${seed.lines.map(({ lineId }) => lineId)}::text[], ${seed.lines.map(({ weight }) => weight)}::int[],
          ${seed.plannedParts.map(String)}::bigint[], ${seed.chargeParts.map(String)}::bigint[]) as share (position, line_id, weight, planned, charge)
       where visit.council_id = ${seed.councilId} and visit.order_id = ${order}`.execute(tx);
    for (let from = 1; from <= seed.visits; from += CHUNK) {
      const to = Math.min(seed.visits, from + CHUNK - 1);
      await post(tx, seed, 'reserve', from, to);
      await post(tx, seed, 'deliver', from, to);
      if (seed.chargePence > seed.plannedPence) await post(tx, seed, 'overrun', from, to);
    }
    await sql`
      update visit_shares as share set reservation_id = 'tr_reserve:' || share.visit_id || ':' || share.position
        from visits as visit
       where visit.council_id = share.council_id and visit.id = share.visit_id and visit.order_id = ${order} and share.council_id = ${seed.councilId} and share.planned_pence > 0`.execute(
      tx,
    );
    return Array.from({ length: seed.visits }, (_, index) => visitId(seed, index + 1));
  });
}
