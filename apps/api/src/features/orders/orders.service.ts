// What happens to an order after it was placed: it is seen, accepted, declined with a reason, or cancelled. Whatever
// money comes back does so in the same transaction.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { type Reach, reachOf } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type { Transfer } from '@support-market/domain/ledger/transfers';
import { type Cancellation, cancelOrder as planCancelling } from '@support-market/domain/orders/cancelling';
import { priceStretches } from '@support-market/domain/orders/item-plan';
import { type OrderEvent, type OrderState, orderMachine } from '@support-market/domain/orders/order-states';
import type { SharedNeed } from '@support-market/domain/people/person-facts';
import { startOfLondonDay } from '@support-market/domain/shared/local-time';
import type { MessageKind } from '@support-market/domain/shared/message-kinds';
import { addPence } from '@support-market/domain/shared/money';
import { eventsFrom } from '@support-market/domain/shared/state-machine';
import { releaseId } from '@support-market/domain/visits/posting';
import type { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { once } from '../../platform/idempotency.repo.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { step } from '../../platform/transitions.repo.ts';
import { postTransfers } from '../../ports/ledger/ledger.repo.ts';
import { askerIn } from './order-asker.ts';
import {
  AT_PLANNED_PRICE,
  chargePlannedShares,
  findLinesOfOrders,
  findOrder,
  findOrderLines,
  findOrderPayers,
  findOrderVisits,
  findPlacedTogether,
  findReservations,
  listOrders,
  lockOrder,
} from './orders.repo.ts';
import type { CancelIn, DeclineIn, OrderChanged, OrdersQuery } from './orders.schemas.ts';

/** A page of the orders that the viewer may see, newest first. */
export async function viewOrders(context: AppContext, viewer: Viewer, reach: Reach, query: OrdersQuery) {
  const limit = query.limit ?? 25;
  const list = listAsked('orders', query);
  const after = readCursor(list, query.cursor, ['instant', 'text']);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const rows = await listOrders(tx, await askerIn(tx, context, viewer, reach), { ...query, after, limit });
    if (reach.council || reach.byCaseload) {
      await recordAudit(tx, context.clock, viewer, {
        event: 'order.listed',
        noun: 'order',
        recordId: null,
        personId: query.personId ?? null,
      });
    }
    const page = pageFrom(list, rows, limit, (row) => [row.placed_at.toString(), row.id]);
    return {
      nextCursor: page.nextCursor,
      items: page.items.map((row) => ({
        id: row.id,
        reference: row.reference,
        state: row.state,
        personId: row.knows_person ? row.person_id : null,
        personName: row.person_name,
        organisationId: row.organisation_id,
        organisationName: row.organisation_name,
        totalPence: row.total_pence,
        placedAt: row.placed_at,
        decidedAt: row.decided_at,
        declineReason: row.decline_reason,
        what: row.what,
        things: row.things,
        firstDate: row.first_date,
        lastDate: row.last_date,
        nextVisitAt: row.next_visit_at,
      })),
    };
  });
}

type OrderVisit = Awaited<ReturnType<typeof findOrderVisits>>[number];

function cancellation(state: OrderState, visits: readonly OrderVisit[], at: Temporal.Instant): Cancellation {
  return planCancelling({
    state,
    at,
    visits: visits
      .filter((visit) => visit.state === 'planned')
      .map((visit) => ({
        id: visit.id,
        start: visit.planned_start ?? startOfLondonDay(visit.service_date),
        amountPence: visit.planned_pence,
        noticeHours: visit.notice_hours,
      })),
  });
}

/** One order with its visits; who looked is kept unless it is the person themselves. */
export async function viewOrder(context: AppContext, viewer: Viewer, reach: Reach, id: string) {
  const { councilId } = viewer;
  const reaches = { decide: reachOf(viewer, 'order.decide'), cancel: reachOf(viewer, 'order.cancel') };
  return inTransaction(context.db, councilId, async (tx) => {
    const asker = await askerIn(tx, context, viewer, reach);
    const order = found(await findOrder(tx, asker, reaches, id));
    // Before it accepts, a provider knows no person's name.
    const names = order.sees_payers || !order.is_near || order.may_visit;
    const [lines, visits, payers] = [
      await findOrderLines(tx, councilId, id),
      await findOrderVisits(tx, councilId, id),
      // Who only pays sees what they pay, not what others do; the provider sees neither.
      await findOrderPayers(tx, asker, id, order.sees_payers ? 'all' : 'own'),
    ];
    if (!reach.personIds.includes(order.person_id)) {
      await recordAudit(tx, context.clock, viewer, {
        event: 'order.viewed',
        noun: 'order',
        recordId: id,
        personId: order.person_id,
      });
    }
    const events = eventsFrom(orderMachine, order.state);
    const mayCancel = order.may_cancel && events.includes('cancel');
    const cancelling = cancellation(order.state, visits, context.clock.now());
    return {
      id: order.id,
      reference: order.reference,
      state: order.state,
      personId: order.knows_person ? order.person_id : null,
      personName: order.person_name,
      organisationId: order.organisation_id,
      organisationName: order.organisation_name,
      totalPence: order.total_pence,
      placedAt: order.placed_at,
      decidedAt: order.decided_at,
      declineReason: order.decline_reason,
      declineNote: order.decline_note,
      placedByName: names ? order.placed_by_name : null,
      outward: order.outward || null,
      mayVisit: order.is_near && !order.sees_payers && order.may_visit,
      sharedNeeds: order.sees_payers ? (order.shared_needs as SharedNeed[]) : null,
      mayShare: order.may_cancel,
      allowed: (['accept', 'decline', 'cancel'] as const).filter(
        (event) => events.includes(event) && (event === 'cancel' ? order.may_cancel : order.may_decide),
      ),
      lines: lines.map((line) => ({
        id: line.id,
        offerId: line.offer_id,
        listingSlug: line.listing_slug,
        description: line.description,
        unit: line.unit,
        prices: priceStretches(
          visits
            .filter((visit) => visit.order_line_id === line.id)
            .map((visit) => ({
              date: visit.service_date,
              price: { unitPence: visit.unit_price_pence, source: visit.price_source },
            })),
        ).map((stretch) => ({
          unitPricePence: stretch.price.unitPence,
          priceSource: stretch.price.source,
          firstDate: stretch.firstDate.toString(),
          lastDate: stretch.lastDate.toString(),
          visits: stretch.visits,
        })),
        vatCategory: line.vat_category,
        vatRateBasisPoints: line.vat_rate_basis_points,
        kind: line.kind,
        quantity: line.quantity,
        firstDate: line.first_date,
        lastDate: line.last_date,
        pattern: line.pattern,
        noticeHours: line.notice_hours,
        // What the person wrote for the provider is not for those who only pay.
        note: order.is_near ? line.note : '',
        visits: line.visits,
        totalPence: line.total_pence,
      })),
      payers: payers.map((payer) => ({
        lineId: payer.line_id,
        lineName: payer.line_name,
        personName: payer.person_name,
        plannedPence: payer.planned_pence,
      })),
      visits: visits.map((visit) => ({
        id: visit.id,
        orderLineId: visit.order_line_id,
        serviceDate: visit.service_date,
        plannedStart: visit.planned_start,
        plannedEnd: visit.planned_end,
        plannedMinutes: visit.planned_minutes,
        quantity: visit.quantity,
        plannedPence: visit.planned_pence,
        chargePence: visit.charge_pence,
        state: visit.state,
      })),
      cancelling: mayCancel
        ? {
            chargedPence: cancelling.chargedPence,
            chargedVisits: cancelling.chargedVisitIds.length,
            backPence: cancelling.backPence,
          }
        : null,
    };
  });
}

/** Gives back what visits had reserved, or takes it for those inside their notice. Amounts are the reservations' own. */
async function settleVisits(
  context: AppContext,
  tx: Tx,
  viewer: Viewer,
  visits: { readonly released: readonly string[]; readonly charged: readonly string[] },
): Promise<void> {
  const { councilId, accountId } = viewer;
  const { released, charged } = visits;
  const work = { tx, clock: context.clock, actor: viewer };
  const rowsOf = (ids: readonly string[]) => ids.map((id) => ({ id }));
  await step(work, 'visits', 'cancel', rowsOf(released), { audit: null });
  await step(work, 'visits', 'cancel', rowsOf(charged), { set: AT_PLANNED_PRICE, audit: null });
  await chargePlannedShares(tx, councilId, charged);
  const transfers: Transfer[] = [
    ...(await findReservations(tx, councilId, released)).map((share) => ({
      id: releaseId(share.reservation_id),
      kind: 'void' as const,
      code: 'release' as const,
      pendingId: share.reservation_id,
    })),
    ...(await findReservations(tx, councilId, charged)).map((share) => ({
      id: `tr_deliver:${share.visit_id}:${share.position}`,
      kind: 'post' as const,
      code: 'deliver' as const,
      pendingId: share.reservation_id,
      amountPence: share.planned_pence,
    })),
  ];
  const at = context.clock.now();
  await postTransfers(tx, { councilId, effectiveAt: at, recordedAt: at, recordedBy: accountId }, transfers);
}

interface Change {
  readonly event: Extract<OrderEvent, 'accept' | 'decline' | 'cancel'>;
  readonly decline?: DeclineIn;
  readonly note?: string;
}

const MESSAGE_OF = {
  accept: 'order.accepted',
  decline: 'order.declined',
  cancel: 'order.cancelled',
} as const satisfies Readonly<Record<Change['event'], MessageKind>>;

/** Takes one step of an order's life with everything that follows from it, in the caller's transaction. */
async function changeOrder(
  context: AppContext,
  tx: Tx,
  viewer: Viewer,
  reach: Reach,
  id: string,
  change: Change,
): Promise<OrderChanged> {
  const { councilId } = viewer;
  const at = context.clock.now();
  const before = found(await lockOrder(tx, { viewer, reach, today: context.clock.today() }, id));
  const visits = change.event === 'accept' ? [] : await findOrderVisits(tx, councilId, id);
  // A declined order was never accepted, so by the same rule all of it comes back.
  const settling = cancellation(before.state, visits, at);
  const facts = { chargedPence: Number(settling.chargedPence), backPence: Number(settling.backPence) };
  const details = {
    orderId: id,
    reference: before.reference,
    organisationName: before.organisation_name,
    totalPence: Number(before.total_pence),
    ...facts,
    ...(change.decline ? { reason: change.decline.reason, note: change.decline.note ?? '' } : {}),
    ...(change.note ? { note: change.note } : {}),
  };
  const kind = MESSAGE_OF[change.event];
  await step({ tx, clock: context.clock, actor: viewer }, 'orders', change.event, [before], {
    set: {
      ...(change.event === 'cancel' ? {} : { decided_at: at }),
      ...(change.decline ? { decline_reason: change.decline.reason, decline_note: change.decline.note ?? '' } : {}),
    },
    audit: () => ({
      personId: before.person_id,
      reason: change.decline ? `${change.decline.reason} ${change.decline.note ?? ''}`.trim() : (change.note ?? ''),
      details: facts,
    }),
    messages: () => [
      { personId: before.person_id, kind, details },
      ...(change.event === 'cancel' ? [{ organisationId: before.organisation_id, kind, details }] : []),
    ],
    otherwise: change.event === 'cancel' ? 'state.not_allowed' : 'order.not_placed',
  });
  if (change.event !== 'accept') {
    await settleVisits(context, tx, viewer, {
      released: settling.releasedVisitIds,
      charged: settling.chargedVisitIds,
    });
  }
  return { id, reference: before.reference, state: orderMachine.edges[change.event].to, ...facts };
}

/** The provider says yes. Money stays reserved. */
export async function acceptOrder(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  id: string,
): Promise<OrderChanged> {
  return inTransaction(context.db, viewer.councilId, (tx) =>
    changeOrder(context, tx, viewer, reach, id, { event: 'accept' }),
  );
}

/** The provider says no with a reason: everything reserved comes back at once, and the person is told. */
export async function declineOrder(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  request: { readonly id: string; readonly key: string; readonly body: DeclineIn },
): Promise<OrderChanged> {
  const { id, key, body } = request;
  return inTransaction(context.db, viewer.councilId, (tx) =>
    once(tx, context.clock, viewer, { key, operation: `declineOrder ${id}`, body }, () =>
      changeOrder(context, tx, viewer, reach, id, { event: 'decline', decline: body }),
    ),
  );
}

/** The buyer cancels: visits outside their notice come back, those inside it are charged (domain/orders/cancelling). */
export async function cancelOrder(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  request: { readonly id: string; readonly key: string; readonly body: CancelIn },
): Promise<OrderChanged> {
  const { id, key, body } = request;
  return inTransaction(context.db, viewer.councilId, (tx) =>
    once(tx, context.clock, viewer, { key, operation: `cancelOrder ${id}`, body }, () =>
      changeOrder(context, tx, viewer, reach, id, {
        event: 'cancel',
        ...(body.note ? { note: body.note } : {}),
      }),
    ),
  );
}

/** What was placed together, no matter who placed it, for anyone who may see those orders from the person's side. */
export async function viewReceipt(context: AppContext, viewer: Viewer, reach: Reach, basketId: string) {
  const asker = { viewer, reach, today: context.clock.today() };
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const orders = await findPlacedTogether(tx, asker, basketId);
    const [first] = orders;
    if (!first) throw new ProblemError('record.not_found');
    const lines = await findLinesOfOrders(
      tx,
      asker,
      orders.map((order) => order.id),
    );
    await recordAudit(
      tx,
      context.clock,
      viewer,
      ...orders
        .filter((order) => !reach.personIds.includes(order.person_id))
        .map((order) => ({ event: 'order.viewed', noun: 'order', recordId: order.id, personId: order.person_id })),
    );
    return {
      basketId,
      placedAt: first.placed_at,
      placedByName: first.placed_by_name,
      totalPence: addPence(...orders.map((order) => order.total_pence)),
      orders: orders.map((order) => ({
        id: order.id,
        reference: order.reference,
        organisationName: order.organisation_name,
        personName: order.person_name,
        what: order.what,
        totalPence: order.total_pence,
      })),
      lines: lines.map((line) => ({
        lineId: line.line_id,
        lineName: line.line_name,
        personName: line.person_name,
        paidPence: line.paid_pence,
        leftPence: line.left_pence,
      })),
    };
  });
}
