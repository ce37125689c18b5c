// The only SQL about orders that were placed: who may see which, and how they change state.

import { currentAddress } from '@support-market/db/current-address';
import type { Tx } from '@support-market/db/pool';
import { inReach } from '@support-market/db/scope';
import { knowsPerson, mayVisit, type VisitorView, visitorName } from '@support-market/db/visitor-view';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type { DeclineReason } from '@support-market/domain/orders/cancelling';
import type { OrderState } from '@support-market/domain/orders/order-states';
import type { Pence } from '@support-market/domain/shared/money';
import type { VisitState } from '@support-market/domain/visits/visit-states';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** Who asks, where nothing of a person is shown to a provider. */
export interface Someone {
  readonly viewer: Viewer;
  readonly reach: Reach | null;
  readonly today: Temporal.PlainDate;
}

export interface Asker extends Someone {
  /** For how many days after the last visit a provider knows whom an order is for. */
  readonly days: number;
}

const COLUMNS = { person: 'orders.person_id', organisation: 'orders.organisation_id' };

function within(asker: Someone, power: 'view' | 'order'): RawBuilder<boolean> {
  return inReach(
    asker.reach,
    asker.viewer.accountId,
    asker.today,
    { councilId: asker.viewer.councilId, ...COLUMNS },
    power,
  );
}

/** Within reach as the person's side: themselves, who acts for them, and who works for the council. */
function personSide(asker: Someone): RawBuilder<boolean> {
  return within({ ...asker, reach: asker.reach && { ...asker.reach, organisationIds: [] } }, 'view');
}

function viewOf({ viewer, today, days }: Asker): VisitorView {
  return { councilId: viewer.councilId, today, days };
}

/** Those who may see a line that pays for an order may read that order, even when it is for someone else. */
function paysFor(asker: Someone, orderId: string): RawBuilder<boolean> {
  const ownLine = inReach(
    asker.reach && { ...asker.reach, council: false, organisationIds: [] },
    asker.viewer.accountId,
    asker.today,
    { councilId: asker.viewer.councilId, person: 'line.person_id' },
  );
  return sql<boolean>`exists (
    select from visits as visit
      join visit_shares as share on share.council_id = ${asker.viewer.councilId} and share.visit_id = visit.id
      join budget_lines as line on line.council_id = ${asker.viewer.councilId} and line.id = share.line_id
     where visit.council_id = ${asker.viewer.councilId} and visit.order_id = ${orderId} and ${ownLine})`;
}

export interface OrderFilters {
  readonly personId?: string | undefined;
  readonly organisationId?: string | undefined;
  readonly state?: OrderState | undefined;
  /** When the last one shown was placed, and its id. */
  readonly after: readonly string[] | null;
  readonly limit: number;
}

/** One more order than asked for, newest first. A provider that may not know yet whom an order is for does not find it by them either. */
export async function listOrders(tx: Tx, asker: Asker, filters: OrderFilters) {
  const council = asker.viewer.councilId;
  const [placedAt, id] = filters.after ?? [];
  return tx
    .selectFrom('orders')
    .innerJoin('people', (join) =>
      join.on('people.council_id', '=', council).onRef('people.id', '=', 'orders.person_id'),
    )
    .innerJoin('organisations', 'organisations.id', 'orders.organisation_id')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('order_lines')
          .where('order_lines.council_id', '=', council)
          .whereRef('order_lines.order_id', '=', 'orders.id')
          .select([
            sql<string>`coalesce((array_agg(order_lines.description order by order_lines.id))[1], '')`.as('what'),
            sql<number>`count(*)::int`.as('things'),
            sql<Temporal.PlainDate>`min(order_lines.first_date)`.as('first_date'),
            sql<Temporal.PlainDate>`max(order_lines.last_date)`.as('last_date'),
          ])
          .as('line'),
      (join) => join.onTrue(),
    )
    .select([
      'orders.id',
      'orders.reference',
      'orders.person_id',
      sql<OrderState>`orders.state`.as('state'),
      visitorName(viewOf(asker), 'people', personSide(asker)).as('person_name'),
      knowsPerson(viewOf(asker), personSide(asker)).as('knows_person'),
      'orders.organisation_id',
      'organisations.name as organisation_name',
      sql<Pence>`orders.total_pence`.as('total_pence'),
      'orders.placed_at',
      'orders.decided_at',
      sql<DeclineReason | null>`orders.decline_reason`.as('decline_reason'),
      'line.what',
      'line.things',
      'line.first_date',
      'line.last_date',
      sql<Temporal.Instant | null>`(select min(visits.planned_start) from visits where visits.council_id = ${council}
        and visits.order_id = orders.id and visits.state = 'planned' and visits.service_date >= ${asker.today})`.as(
        'next_visit_at',
      ),
    ])
    .where('orders.council_id', '=', council)
    .where(within(asker, 'view'))
    .$if(filters.personId !== undefined, (query) =>
      query.where('orders.person_id', '=', filters.personId ?? '').where(knowsPerson(viewOf(asker), personSide(asker))),
    )
    .$if(filters.organisationId !== undefined, (query) =>
      query.where('orders.organisation_id', '=', filters.organisationId ?? ''),
    )
    .$if(filters.state !== undefined, (query) => query.where('orders.state', '=', filters.state ?? ''))
    .$if(placedAt !== undefined, (query) =>
      query.where(sql<boolean>`(orders.placed_at, orders.id) < (${placedAt}::timestamptz, ${id})`),
    )
    .orderBy('orders.placed_at', 'desc')
    .orderBy('orders.id', 'desc')
    .limit(filters.limit + 1)
    .execute();
}

/** One order within reach, or undefined; and what this viewer may do with it by each of the two actions. */
export async function findOrder(
  tx: Tx,
  asker: Asker,
  reaches: { readonly decide: Reach | null; readonly cancel: Reach | null },
  id: string,
) {
  return tx
    .selectFrom('orders')
    .innerJoin('people', (join) =>
      join.on('people.council_id', '=', asker.viewer.councilId).onRef('people.id', '=', 'orders.person_id'),
    )
    .innerJoin('organisations', 'organisations.id', 'orders.organisation_id')
    .innerJoin('accounts', 'accounts.id', 'orders.placed_by')
    .select([
      'orders.id',
      'orders.reference',
      sql<OrderState>`orders.state`.as('state'),
      'orders.person_id',
      visitorName(viewOf(asker), 'people', sql<boolean>`(${personSide(asker)} or ${paysFor(asker, id)})`).as(
        'person_name',
      ),
      knowsPerson(viewOf(asker), sql<boolean>`(${personSide(asker)} or ${paysFor(asker, id)})`).as('knows_person'),
      'orders.organisation_id',
      'organisations.name as organisation_name',
      sql<Pence>`orders.total_pence`.as('total_pence'),
      'orders.placed_at',
      'orders.decided_at',
      sql<DeclineReason | null>`orders.decline_reason`.as('decline_reason'),
      'orders.decline_note',
      'accounts.name as placed_by_name',
      within(asker, 'view').as('is_near'),
      personSide(asker).as('sees_payers'),
      'orders.shared_needs',
      mayVisit(viewOf(asker)).as('may_visit'),
      sql<
        string | null
      >`split_part(${currentAddress(asker.viewer.councilId, 'people.id', asker.today, 'postcode')}, ' ', 1)`.as(
        'outward',
      ),
      within({ ...asker, reach: reaches.decide }, 'view').as('may_decide'),
      within({ ...asker, reach: reaches.cancel }, 'order').as('may_cancel'),
    ])
    .where('orders.council_id', '=', asker.viewer.councilId)
    .where('orders.id', '=', id)
    .where(sql<boolean>`(${within(asker, 'view')} or ${paysFor(asker, id)})`)
    .executeTakeFirst();
}

/** What is on an order, in the order in which it was put in the basket. */
export async function findOrderLines(tx: Tx, councilId: string, orderId: string) {
  return tx
    .selectFrom('order_lines as line')
    .innerJoin('listings', 'listings.id', 'line.listing_id')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('visits')
          .where('visits.council_id', '=', councilId)
          .whereRef('visits.order_line_id', '=', 'line.id')
          .select([
            sql<number>`count(*)::int`.as('visits'),
            sql<Pence>`coalesce(sum(visits.planned_pence), 0)::bigint`.as('total_pence'),
          ])
          .as('planned'),
      (join) => join.onTrue(),
    )
    .select([
      'line.id',
      'line.offer_id',
      'listings.slug as listing_slug',
      'line.description',
      'line.unit',
      'line.vat_category',
      'line.vat_rate_basis_points',
      sql<'one-off' | 'schedule'>`line.kind`.as('kind'),
      'line.quantity',
      'line.first_date',
      'line.last_date',
      sql<{ weekday: number; startTime: string; minutes: number }[]>`line.pattern`.as('pattern'),
      'line.notice_hours',
      'line.note',
      'planned.visits',
      'planned.total_pence',
    ])
    .where('line.council_id', '=', councilId)
    .where('line.order_id', '=', orderId)
    .orderBy('line.id')
    .execute();
}

/** Visits of an order in time order, with the notice that each asks for. */
export async function findOrderVisits(tx: Tx, councilId: string, orderId: string) {
  return tx
    .selectFrom('visits')
    .innerJoin('order_lines as line', (join) =>
      join.on('line.council_id', '=', councilId).onRef('line.id', '=', 'visits.order_line_id'),
    )
    .select([
      'visits.id',
      'visits.order_line_id',
      'visits.service_date',
      'visits.planned_start',
      'visits.planned_end',
      'visits.planned_minutes',
      'visits.quantity',
      sql<Pence>`visits.unit_price_pence`.as('unit_price_pence'),
      sql<'public' | 'agreed'>`visits.price_source`.as('price_source'),
      sql<Pence>`visits.planned_pence`.as('planned_pence'),
      sql<Pence | null>`visits.charge_pence`.as('charge_pence'),
      sql<VisitState>`visits.state`.as('state'),
      'line.notice_hours',
    ])
    .where('visits.council_id', '=', councilId)
    .where('visits.order_id', '=', orderId)
    .orderBy('visits.service_date')
    .orderBy('visits.planned_start')
    .orderBy('visits.id')
    .execute();
}

/** Lines whose person is within reach. */
function ownLines({ viewer, reach, today }: Someone): RawBuilder<boolean> {
  return inReach(reach, viewer.accountId, today, { councilId: viewer.councilId, person: 'line.person_id' });
}

/** Every share of the council's visits, with the line of money that bears it and whose line that is. */
function plannedShares(tx: Tx, { viewer }: Someone) {
  return tx
    .selectFrom('visits')
    .innerJoin('visit_shares as share', (join) =>
      join.on('share.council_id', '=', viewer.councilId).onRef('share.visit_id', '=', 'visits.id'),
    )
    .innerJoin('budget_lines as line', (join) =>
      join.on('line.council_id', '=', viewer.councilId).onRef('line.id', '=', 'share.line_id'),
    )
    .innerJoin('people', (join) =>
      join.on('people.council_id', '=', viewer.councilId).onRef('people.id', '=', 'line.person_id'),
    )
    .select(['line.id as line_id', 'line.name as line_name', 'people.full_name as person_name'])
    .where('visits.council_id', '=', viewer.councilId);
}

/** What each line of money was planned to pay for an order: every line, or only those whose person is within reach. */
export async function findOrderPayers(tx: Tx, asker: Someone, orderId: string, which: 'all' | 'own') {
  return plannedShares(tx, asker)
    .select(sql<Pence>`sum(share.planned_pence)::bigint`.as('planned_pence'))
    .where('visits.order_id', '=', orderId)
    .$if(which === 'own', (query) => query.where(ownLines(asker)))
    .groupBy(['line.id', 'line.name', 'people.full_name'])
    .orderBy(sql`min(share.position)`)
    .orderBy('line.id')
    .execute();
}

/** An order within reach with what telling of its change takes, locked; undefined where there is none such. */
export async function lockOrder(tx: Tx, asker: Someone, id: string) {
  // The state is read under the lock, because a cancelled order costs by whether it was accepted.
  return tx
    .selectFrom('orders')
    .innerJoin('organisations', 'organisations.id', 'orders.organisation_id')
    .select([
      'orders.id',
      'orders.reference',
      sql<OrderState>`orders.state`.as('state'),
      'orders.person_id',
      'orders.organisation_id',
      'organisations.name as organisation_name',
      'orders.total_pence',
    ])
    .where('orders.council_id', '=', asker.viewer.councilId)
    .where('orders.id', '=', id)
    .where(within(asker, 'order'))
    .forUpdate('orders')
    .executeTakeFirst();
}

/** A visit that was cancelled too late costs its planned price. */
export const AT_PLANNED_PRICE = { charge_pence: sql`planned_pence` };

/** Visits that were cancelled too late bear their planned price on every line. */
export async function chargePlannedShares(tx: Tx, councilId: string, visitIds: readonly string[]): Promise<void> {
  if (visitIds.length === 0) return;
  await tx
    .updateTable('visit_shares')
    .set({ charge_pence: sql`planned_pence` })
    .where('council_id', '=', councilId)
    .where('visit_id', 'in', [...visitIds])
    .execute();
}

/** The reservations behind some visits. */
export async function findReservations(tx: Tx, councilId: string, visitIds: readonly string[]) {
  if (visitIds.length === 0) return [];
  const rows = await tx
    .selectFrom('visit_shares')
    .select(['visit_id', 'position', 'line_id', sql<Pence>`planned_pence`.as('planned_pence'), 'reservation_id'])
    .where('council_id', '=', councilId)
    .where('visit_id', 'in', [...visitIds])
    .where('reservation_id', 'is not', null)
    .orderBy('visit_id')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, reservation_id: row.reservation_id ?? '' }));
}

/** Orders within reach that were placed together, with what is on each; in the order of their references. */
export async function findPlacedTogether(tx: Tx, asker: Someone, basketId: string) {
  return tx
    .selectFrom('orders')
    .innerJoin('people', (join) =>
      join.on('people.council_id', '=', asker.viewer.councilId).onRef('people.id', '=', 'orders.person_id'),
    )
    .innerJoin('organisations', 'organisations.id', 'orders.organisation_id')
    .innerJoin('accounts', 'accounts.id', 'orders.placed_by')
    .select([
      'orders.id',
      'orders.reference',
      'orders.person_id',
      'organisations.name as organisation_name',
      'people.full_name as person_name',
      'accounts.name as placed_by_name',
      'orders.placed_at',
      sql<Pence>`orders.total_pence`.as('total_pence'),
      sql<
        string[]
      >`array(select line.description from order_lines as line where line.council_id = ${asker.viewer.councilId}
        and line.order_id = orders.id order by line.id)`.as('what'),
    ])
    .where('orders.council_id', '=', asker.viewer.councilId)
    .where('orders.basket_id', '=', basketId)
    .where(personSide(asker))
    .orderBy('orders.reference')
    .execute();
}

/** What each line was planned to pay for some orders, and what it has left now: null where that is not the viewer's to know. */
export async function findLinesOfOrders(tx: Tx, asker: Someone, orderIds: readonly string[]) {
  if (orderIds.length === 0) return [];
  return plannedShares(tx, asker)
    .innerJoin('ledger_accounts as account', (join) =>
      join
        .on('account.council_id', '=', asker.viewer.councilId)
        .onRef('account.line_id', '=', 'line.id')
        .on('account.purpose', '=', 'line'),
    )
    .select([
      sql<Pence>`sum(share.planned_pence)::bigint`.as('paid_pence'),
      sql<Pence | null>`case when ${ownLines(asker)} then coalesce(account.available, 0) end`.as('left_pence'),
    ])
    .where('visits.order_id', 'in', [...orderIds])
    .groupBy(['line.council_id', 'line.id', 'line.name', 'line.person_id', 'people.full_name', 'account.available'])
    .orderBy('line.name')
    .orderBy('line.id')
    .execute();
}
