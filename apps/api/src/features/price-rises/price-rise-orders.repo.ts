// Which orders a price rise falls on, and what was answered for each: found within the viewer's reach and stored.

import type { Tx } from '@support-market/db/pool';
import { inReach, isOfCouncil } from '@support-market/db/scope';
import { isCouncilMoney, STREAM_NAMES } from '@support-market/domain/budgets/streams';
import type { Unit } from '@support-market/domain/listings/prices';
import type { OrderState } from '@support-market/domain/orders/order-states';
import type { PriceRiseOrderState } from '@support-market/domain/price-rises/price-rise-order-states';
import type { UpliftAnswer } from '@support-market/domain/price-rises/uplift-rule';
import { startState } from '@support-market/domain/shared/machines';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Asker, PriceRise, RaisedPrice } from './price-rises.repo.ts';

const COUNCIL_STREAMS = STREAM_NAMES.filter(isCouncilMoney);

/** A line of a running order with visits at a price that a rise is about. */
export interface AffectedLine {
  readonly orderLineId: string;
  readonly orderId: string;
  readonly reference: string;
  readonly personId: string;
  readonly description: string;
  readonly unit: Unit;
  readonly vatRateBasisPoints: number;
  readonly councilAlonePays: boolean;
  /** The visits of one week of it; none for what is bought once. */
  readonly weekly: readonly { readonly minutes: number }[];
  readonly quantity: number;
  /** Planned ones from the first day on, in the order of time. */
  readonly visits: readonly {
    readonly minutes: number | null;
    readonly quantity: number;
    readonly unitPence: number;
    readonly plannedPence: number;
  }[];
}

/** Running orders with planned visits from a day on, charged by that kind of price; those that were asked already left out. */
export async function listAffected(
  tx: Tx,
  councilId: string,
  rise: Pick<PriceRise, 'offerId' | 'kind'> & { readonly id: string | null },
  firstDay: Temporal.PlainDate,
): Promise<AffectedLine[]> {
  const { rows } = await sql<AffectedLine>`
    select line.id as "orderLineId", line.order_id as "orderId", orders.reference, orders.person_id as "personId", line.description, line.unit,
           line.vat_rate_basis_points as "vatRateBasisPoints", line.quantity,
           case when line.kind = 'schedule' then line.pattern else '[]'::jsonb end as weekly, planned.visits,
           not exists (select from order_line_shares as share
             join budget_lines as payer on payer.council_id = ${councilId} and payer.id = share.line_id
            where share.council_id = ${councilId} and share.order_line_id = line.id
              and payer.stream <> all(${[...COUNCIL_STREAMS]}::text[])) as "councilAlonePays"
      from order_lines as line
      join orders on orders.council_id = ${councilId} and orders.id = line.order_id and orders.state in ('placed', 'accepted')
      cross join lateral (
        select json_agg(json_build_object('minutes', visit.planned_minutes, 'quantity', visit.quantity, 'unitPence', visit.unit_price_pence,
                 'plannedPence', visit.planned_pence) order by visit.service_date, visit.planned_start, visit.id) as visits
          from visits as visit
         where visit.council_id = ${councilId} and visit.order_id = line.order_id and visit.order_line_id = line.id
           and visit.state = 'planned' and visit.service_date >= ${firstDay} and visit.price_source = ${rise.kind}) as planned
     where line.council_id = ${councilId} and line.offer_id = ${rise.offerId} and line.last_date >= ${firstDay} and planned.visits is not null
       and not exists (select from price_rise_orders as asked
         where asked.council_id = ${councilId} and asked.price_rise_id = ${rise.id} and asked.order_line_id = line.id)
     order by line.id`.execute(tx);
  return rows;
}

export interface NewPriceRiseOrder {
  readonly id: string;
  readonly orderId: string;
  readonly orderLineId: string;
  readonly personId: string;
  readonly fromPence: Pence;
  readonly toPence: Pence;
  readonly yearlyPence: Pence;
  readonly visits: number;
  readonly plannedPence: Pence;
  readonly rule: UpliftAnswer;
}

/** Stores what is asked of buyers; answers those that no one asked a moment before. `begin` of the platform tells of them. */
export async function insertPriceRiseOrders(
  tx: Tx,
  councilId: string,
  rise: Pick<PriceRise, 'id' | 'organisationId'>,
  rows: readonly NewPriceRiseOrder[],
  at: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const made = rows.map((row) => ({
    ...{ id: row.id, order_id: row.orderId, order_line_id: row.orderLineId, person_id: row.personId, rule: row.rule },
    ...{ from_pence: row.fromPence.toString(), to_pence: row.toPence.toString(), visits: row.visits },
    ...{ yearly_pence: row.yearlyPence.toString(), planned_pence: row.plannedPence.toString() },
  }));
  // As one value, however many orders run: a statement takes no more than 65,535.
  const { rows: stored } = await sql<{ id: string }>`
    insert into price_rise_orders (council_id, id, price_rise_id, order_id, order_line_id, person_id, organisation_id, from_pence, to_pence,
                                   yearly_pence, visits, planned_pence, rule, asked_at, state)
    select ${councilId}, id, ${rise.id}, order_id, order_line_id, person_id, ${rise.organisationId}, from_pence, to_pence,
           yearly_pence, visits, planned_pence, rule, ${at}::timestamptz, ${startState('price_rise_orders', 'ask')}
      from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as made (id text, order_id text, order_line_id text, person_id text, from_pence bigint,
           to_pence bigint, yearly_pence bigint, visits integer, planned_pence bigint, rule text)
    on conflict (council_id, price_rise_id, order_line_id) do nothing returning id`.execute(tx);
  return new Set(stored.map(({ id }) => id));
}

export interface PriceRiseOrder {
  readonly id: string;
  readonly priceRiseId: string;
  readonly orderId: string;
  readonly orderLineId: string;
  readonly reference: string;
  readonly orderState: OrderState;
  readonly personId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly description: string;
  readonly unit: Unit;
  readonly kind: RaisedPrice;
  readonly fromDate: Temporal.PlainDate;
  readonly words: string;
  readonly fromPence: Pence;
  readonly toPence: Pence;
  readonly yearlyPence: Pence;
  readonly visits: number;
  readonly plannedPence: Pence;
  readonly rule: UpliftAnswer;
  readonly shortPence: Pence | null;
  readonly askedAt: Temporal.Instant;
  readonly state: PriceRiseOrderState;
  readonly answeredAt: Temporal.Instant | null;
  readonly raisedPence: Pence | null;
}

function all(tx: Tx, councilId: string) {
  return tx
    .selectFrom('price_rise_orders as asked')
    .innerJoin('price_rises as rise', (join) =>
      join.on('rise.council_id', '=', councilId).onRef('rise.id', '=', 'asked.price_rise_id'),
    )
    .innerJoin('orders', (join) =>
      join.on('orders.council_id', '=', councilId).onRef('orders.id', '=', 'asked.order_id'),
    )
    .innerJoin('order_lines as line', (join) =>
      join.on('line.council_id', '=', councilId).onRef('line.id', '=', 'asked.order_line_id'),
    )
    .innerJoin('organisations', 'organisations.id', 'asked.organisation_id')
    .select([
      'asked.id',
      'asked.price_rise_id as priceRiseId',
      'asked.order_id as orderId',
      'asked.order_line_id as orderLineId',
      'orders.reference',
      sql<OrderState>`orders.state`.as('orderState'),
      'asked.person_id as personId',
      'asked.organisation_id as organisationId',
      'organisations.name as organisationName',
      'line.description',
      sql<Unit>`line.unit`.as('unit'),
      sql<RaisedPrice>`rise.kind`.as('kind'),
      'rise.from_date as fromDate',
      'rise.words',
      sql<Pence>`asked.from_pence`.as('fromPence'),
      sql<Pence>`asked.to_pence`.as('toPence'),
      sql<Pence>`asked.yearly_pence`.as('yearlyPence'),
      'asked.visits',
      sql<Pence>`asked.planned_pence`.as('plannedPence'),
      sql<UpliftAnswer>`asked.rule`.as('rule'),
      sql<Pence | null>`asked.short_pence`.as('shortPence'),
      'asked.asked_at as askedAt',
      sql<PriceRiseOrderState>`asked.state`.as('state'),
      'asked.answered_at as answeredAt',
      sql<Pence | null>`asked.raised_pence`.as('raisedPence'),
    ])
    .where('asked.council_id', '=', councilId);
}

function within(
  { viewer, reach, today }: Omit<Asker, 'reach'> & { reach: Asker['reach'] | null },
  power: 'view' | 'order',
) {
  return inReach(
    reach,
    viewer.accountId,
    today,
    { councilId: viewer.councilId, person: 'asked.person_id', organisation: 'asked.organisation_id' },
    power,
  );
}

/** One page (and one row more), newest first; `answer` is the viewer's reach to answer, so that a page shows no button in vain. */
export async function listPriceRiseOrders(
  tx: Tx,
  asker: Asker,
  answer: Asker['reach'] | null,
  wanted: {
    readonly orderId: string | undefined;
    readonly priceRiseId: string | undefined;
    readonly after: readonly string[] | null;
    readonly limit: number;
  },
): Promise<(PriceRiseOrder & { readonly mayAnswer: boolean })[]> {
  return all(tx, asker.viewer.councilId)
    .select(
      sql<boolean>`asked.state = 'asked' and orders.state in ('placed', 'accepted') and ${within({ ...asker, reach: answer }, 'order')}`.as(
        'mayAnswer',
      ),
    )
    .where(within(asker, 'view'))
    .$if(wanted.orderId !== undefined, (rows) => rows.where('asked.order_id', '=', wanted.orderId ?? ''))
    .$if(wanted.priceRiseId !== undefined, (rows) => rows.where('asked.price_rise_id', '=', wanted.priceRiseId ?? ''))
    .$if(wanted.after !== null, (rows) =>
      rows.where(
        sql<boolean>`(asked.asked_at, asked.id) < (${wanted.after?.[0] ?? ''}::timestamptz, ${wanted.after?.[1] ?? ''})`,
      ),
    )
    .orderBy('asked.asked_at', 'desc')
    .orderBy('asked.id', 'desc')
    .limit(wanted.limit + 1)
    .execute();
}

/** One that the viewer may answer; undefined where there is none such. */
export async function findAnswerable(tx: Tx, asker: Asker, id: string): Promise<PriceRiseOrder | undefined> {
  return all(tx, asker.viewer.councilId).where('asked.id', '=', id).where(within(asker, 'order')).executeTakeFirst();
}

/** One of a council's, for what the program does by itself. */
export async function priceRiseOrderOf(tx: Tx, councilId: string, id: string): Promise<PriceRiseOrder | undefined> {
  return all(tx, councilId).where('asked.id', '=', id).executeTakeFirst();
}

/** Those still asked of one rise. */
export async function stillAsked(tx: Tx, councilId: string, priceRiseId: string): Promise<PriceRiseOrder[]> {
  return all(tx, councilId)
    .where('asked.price_rise_id', '=', priceRiseId)
    .where('asked.state', '=', 'asked')
    .orderBy('asked.id')
    .execute();
}

/** The next of those that the council's rule accepts and that are not raised yet, in the order of their ids. */
export async function waitingForRule(tx: Tx, councilId: string, after: string, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('price_rise_orders')
    .select('id')
    .where('council_id', '=', councilId)
    .where('state', '=', 'asked')
    .where('rule', '=', 'accept')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Those asked of orders that do not run any more. */
export async function askedInVain(tx: Tx, councilId: string): Promise<PriceRiseOrder[]> {
  return all(tx, councilId)
    .where('asked.state', '=', 'asked')
    .where('orders.state', 'not in', ['placed', 'accepted'])
    .orderBy('asked.id')
    .limit(10_000)
    .execute();
}

/** Notes how much money is missing for what the rule accepts; false where that was known. */
export async function noteShortfall(tx: Tx, councilId: string, id: string, shortPence: Pence): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update price_rise_orders set short_pence = ${shortPence}
     where council_id = ${councilId} and id = ${id} and state = 'asked' and short_pence is distinct from ${shortPence}`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

/** How many orders a rise fell on, and what they come to together, by their state: of the council's people, or of everybody. */
export async function sumsOf(tx: Tx, councilId: string, priceRiseId: string, whose: 'council' | 'all') {
  return tx
    .selectFrom('price_rise_orders')
    .select([
      sql<PriceRiseOrderState>`state`.as('state'),
      sql<number>`count(*)::int`.as('orders'),
      sql<Pence>`sum(yearly_pence)::bigint`.as('yearlyPence'),
      sql<Pence>`sum(planned_pence)::bigint`.as('plannedPence'),
    ])
    .where('council_id', '=', councilId)
    .where('price_rise_id', '=', priceRiseId)
    .$if(whose === 'council', (rows) => rows.where(isOfCouncil(councilId, sql.ref('price_rise_orders.person_id'))))
    .groupBy('state')
    .orderBy('state')
    .execute();
}
