// Places orders in a council's story as people would: planned by the rules, paid for from what is left, reserved visit by
// visit, and answered by the provider within a day or so.

import { newId } from '@support-market/api/platform/ids';
import { accruedAccount, lineAccount } from '@support-market/domain/ledger/accounts';
import type { Transfer } from '@support-market/domain/ledger/transfers';
import { type ItemChoice, planItem } from '@support-market/domain/orders/item-plan';
import { londonDate } from '@support-market/domain/shared/local-time';
import { startState } from '@support-market/domain/shared/machines';
import { pence } from '@support-market/domain/shared/money';
import type { Temporal } from 'temporal-polyfill';
import { decide } from './answer-orders.ts';
import type { LoadedLine, LoadedOffer, LoadedPerson } from './council-shapes.ts';
import type { VisitRow, VisitShareRow } from './story.repo.ts';
import type { LiveOrder, LiveVisit } from './story-book.ts';
import { factsOf, type StoryWorld } from './story-world.ts';
import { byDay } from './timeline.ts';

const PLAIN_VISIT = {
  worker_id: null,
  actual_start: null,
  actual_end: null,
  actual_minutes: null,
  charge_pence: null,
  recorded_at: null,
  recorded_by: null,
  within_tolerance: null,
  confirmed_at: null,
  confirmed_by: null,
  query_note: '',
  settled_pence: null,
} as const;

/** Sets the money of a visit aside, each share from its own line. */
function reservationsOf({ row, shares }: LiveVisit): Transfer[] {
  return shares.flatMap((share): Transfer[] =>
    share.reservation_id === null
      ? []
      : [
          {
            kind: 'pending',
            id: share.reservation_id,
            code: 'reserve',
            debit: lineAccount(share.line_id).id,
            credit: accruedAccount(row.organisation_id).id,
            amountPence: pence(share.planned_pence),
            lineId: share.line_id,
            orderId: row.order_id,
            visitId: row.id,
          },
        ],
  );
}

/** Places one order. False, with nothing placed, where the rules refuse it or a line has too little left. */
export function place(
  world: StoryWorld,
  at: Temporal.Instant,
  person: LoadedPerson,
  offer: LoadedOffer,
  paying: readonly { line: LoadedLine; weight: number }[],
  choice: Omit<ItemChoice, 'person' | 'shares'>,
  confirmsAfterDays: number | null,
  decision: 'usual' | 'waits' | 'declined',
): boolean {
  const { council, clock, chance, left, book } = world;
  const shares = paying.map(({ line, weight }) => ({ lineId: line.id, weight }));
  const planned = planItem({
    choice: { ...choice, person: { personId: person.id, familyRef: person.familyRef }, shares },
    offer: offer.facts,
    agreedRates: offer.rates,
    lines: paying.map(({ line }) => ({
      id: line.id,
      personId: line.personId,
      familyRef: line.familyRef,
      stream: line.stream,
      startsOn: line.year.startsOn,
      endsOn: line.year.endsOn,
    })),
    councilId: council.id,
    today: londonDate(at),
  });
  const vat = planned.ok ? planned.value.prices[0]?.price : undefined;
  if (!planned.ok || !vat) return false;
  if (planned.value.perLine.some(({ lineId, amountPence }) => amountPence > (left.get(lineId) ?? 0n))) return false;
  for (const { lineId, amountPence } of planned.value.perLine) left.set(lineId, (left.get(lineId) ?? 0n) - amountPence);

  clock.set(at);
  const organisation = council.organisations.get(offer.organisationKey);
  const order: LiveOrder = {
    id: newId(clock, 'order'),
    reference: book.nextReference(),
    person,
    organisationKey: offer.organisationKey,
    organisationName: organisation?.name ?? '',
    totalPence: planned.value.totalPence,
    confirmsAfterDays,
    state: startState('orders', 'place'),
    change: { decided_at: null, decline_reason: null, decline_note: '' },
    open: planned.value.visits.length,
  };
  const orderLineId = newId(clock, 'orderLine');
  const organisationId = organisation?.id ?? '';
  const placed = book.placed();
  placed.orders.push({
    id: order.id,
    reference: order.reference,
    person_id: person.id,
    organisation_id: organisationId,
    total_pence: order.totalPence,
    placed_by: person.buyerId,
    placed_at: at,
  });
  placed.lines.push({
    id: orderLineId,
    order_id: order.id,
    offer_id: offer.facts.offerId,
    listing_id: offer.listingId,
    description: offer.description,
    unit: planned.value.unit,
    vat_category: vat.vatCategory,
    vat_rate_basis_points: vat.vatRateBasisPoints,
    kind: choice.kind,
    quantity: choice.quantity,
    first_date: choice.firstDate,
    last_date: choice.lastDate,
    pattern: choice.pattern.map((entry) => ({
      weekday: entry.weekday,
      startTime: entry.startTime.toString().slice(0, 5),
      minutes: 'minutes' in entry ? entry.minutes : 60,
    })),
    notice_hours: offer.noticeHours,
  });
  placed.lineShares.push(
    ...shares.map((share, position) => ({
      order_line_id: orderLineId,
      position,
      line_id: share.lineId,
      weight: share.weight,
    })),
  );
  const visits = planned.value.visits.map((visit): LiveVisit => {
    const id = newId(clock, 'visit');
    const row: VisitRow = {
      id,
      order_id: order.id,
      order_line_id: orderLineId,
      person_id: person.id,
      organisation_id: organisationId,
      service_date: visit.date,
      planned_start: visit.start,
      planned_end: visit.end,
      planned_minutes: visit.minutes,
      quantity: visit.quantity,
      unit_price_pence: visit.price.unitPence,
      price_source: visit.price.source,
      planned_pence: visit.amountPence,
    };
    const visitShares = visit.shares.map(
      (share, position): VisitShareRow => ({
        visit_id: id,
        position,
        line_id: share.lineId,
        weight: shares[position]?.weight ?? 1,
        planned_pence: share.amountPence,
        reservation_id: share.amountPence > 0n ? `tr_reserve:${id}:${position}` : null,
      }),
    );
    placed.visits.push(row);
    placed.visitShares.push(...visitShares);
    return {
      order,
      row,
      shares: visitShares,
      unit: planned.value.unit,
      unitPence: visit.price.unitPence,
      state: startState('visits', 'plan'),
      change: PLAIN_VISIT,
      charges: null,
    };
  });
  book.post(at, person.buyerId, visits.flatMap(reservationsOf));
  book.place(order, { at, by: person.buyerId, role: person.buyerRole });
  book.tell(at, { person_id: null, organisation_id: organisationId, kind: 'order.placed', details: factsOf(order) });
  if (decision !== 'waits') {
    const answeredAt = byDay(at.add({ minutes: chance.whole(20, 60 * 26) }));
    world.plan(answeredAt, () =>
      decide(
        world,
        order,
        visits,
        answeredAt,
        decision === 'declined' || (decision === 'usual' && chance.happens(0.035)),
      ),
    );
  }
  return true;
}
