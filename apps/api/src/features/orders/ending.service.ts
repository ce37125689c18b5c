// Orders end on a day, because a person, their money or an authority does: later visits are called off, what was set aside
// for them comes back, and each provider is told, all in the transaction of the cause. Source: the domain notes, section 9.

import type { Transfer } from '@support-market/domain/ledger/transfers';
import { addPence, type Pence } from '@support-market/domain/shared/money';
import { releaseId } from '@support-market/domain/visits/posting';
import type { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import { recordMessages } from '../../platform/messages.repo.ts';
import { step, type Work } from '../../platform/transitions.repo.ts';
import { postTransfers } from '../../ports/ledger/ledger.repo.ts';
import { type HitVisit, ordersWithPlanned } from './ending.repo.ts';
import { findReservations } from './orders.repo.ts';

export interface HitOrder {
  readonly id: string;
  readonly reference: string;
  readonly state: HitVisit['orderState'];
  readonly personId: string;
  readonly personName: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly visits: number;
  readonly backPence: Pence;
}

/** The orders that some visits are of, in the order of their references. */
export function hitOrders(visits: readonly HitVisit[]): HitOrder[] {
  const byOrder = new Map<string, HitVisit[]>();
  for (const visit of visits) byOrder.set(visit.orderId, [...(byOrder.get(visit.orderId) ?? []), visit]);
  return [...byOrder]
    .flatMap(([id, of]) => {
      const [first] = of;
      if (!first) return [];
      const { reference, orderState: state, personId, personName, organisationId, organisationName } = first;
      const backPence = addPence(...of.map(({ plannedPence }) => plannedPence));
      return [
        { id, reference, state, personId, personName, organisationId, organisationName, visits: of.length, backPence },
      ];
    })
    .sort((a, b) => (a.reference < b.reference ? -1 : 1));
}

async function giveBack({ tx, clock, actor }: Work, visits: readonly HitVisit[]): Promise<void> {
  const reservations = await findReservations(
    tx,
    actor.councilId,
    visits.map(({ id }) => id),
  );
  const at = clock.now();
  await postTransfers(
    tx,
    { councilId: actor.councilId, effectiveAt: at, recordedAt: at, recordedBy: actor.accountId },
    reservations.map(
      (share): Transfer => ({
        id: releaseId(share.reservation_id),
        kind: 'void',
        code: 'release',
        pendingId: share.reservation_id,
      }),
    ),
  );
}

/**
 * Calls off these planned visits. An order in which nothing more is to come ends, or every one of them where `whole`; the
 * others go on with what is left. Messages say the last day and never why.
 */
export async function endVisits(
  work: Work,
  visits: readonly HitVisit[],
  ending: { readonly lastDay: Temporal.PlainDate; readonly whole: boolean; readonly reason: string },
): Promise<void> {
  const { tx, clock, actor } = work;
  const { lastDay, whole, reason } = ending;
  const orders = hitOrders(visits);
  await step(work, 'visits', 'cancel', visits, { audit: null });
  await giveBack(work, visits);
  const goOn = whole
    ? new Set<string>()
    : await ordersWithPlanned(
        tx,
        actor.councilId,
        orders.map(({ id }) => id),
      );
  const facts = (order: HitOrder) => ({
    visits: order.visits,
    backPence: Number(order.backPence),
    lastDay: lastDay.toString(),
  });
  const ended = orders.filter(({ id }) => !goOn.has(id));
  await step(work, 'orders', 'end', ended, {
    audit: (order) => ({ personId: order.personId, reason, details: facts(order) }),
  });
  await recordAudit(
    tx,
    clock,
    actor,
    ...orders
      .filter(({ id }) => goOn.has(id))
      .map((order) => ({
        event: 'order.shortened',
        noun: 'order',
        recordId: order.id,
        personId: order.personId,
        reason,
        details: facts(order),
      })),
  );
  await recordMessages(
    tx,
    clock,
    actor.councilId,
    orders.flatMap((order) => {
      const details = {
        orderId: order.id,
        reference: order.reference,
        organisationName: order.organisationName,
        serviceDate: lastDay.toString(),
        count: order.visits,
        backPence: Number(order.backPence),
      };
      return [
        { personId: order.personId, kind: 'order.ended' as const, details },
        { organisationId: order.organisationId, kind: 'order.ended' as const, details },
      ];
    }),
  );
}
