// Lets people say yes to the visits of a council's story, or that something is wrong, and finance settle what went over.

import { splitOverShares } from '@support-market/domain/orders/schedule';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import type { LiveVisit } from './story-book.ts';
import { factsOf, type LeftOpen, type StoryWorld } from './story-world.ts';
import { deliver } from './visit-money.ts';

/** The person says that something is not right, and it waits. */
export function query(world: StoryWorld, visit: LiveVisit, at: Temporal.Instant): void {
  const { book } = world;
  const text = 'No one I know came, and they left after half an hour.';
  const { buyerId, buyerRole } = visit.order.person;
  book.moveVisit(visit, 'query', { at, by: buyerId, role: buyerRole, reason: text }, { query_note: text });
  book.raise(visit, 'queried', at);
  book.tell(at, {
    person_id: null,
    organisation_id: visit.row.organisation_id,
    kind: 'visit.queried',
    details: {
      ...factsOf(visit.order),
      visitId: visit.row.id,
      serviceDate: visit.row.service_date.toString(),
      note: text,
    },
  });
}

/** The person, or time, says yes. What is out of tolerance waits for finance, for good where it is to be left `open`. */
export function confirm(
  world: StoryWorld,
  visit: LiveVisit,
  at: Temporal.Instant,
  by: string,
  open: LeftOpen | null,
): void {
  const { book, chance } = world;
  const taken = by === 'auto' ? { at, by: 'system', role: 'schedule' } : { at, by, role: visit.order.person.buyerRole };
  const event = by === 'auto' ? 'confirmByItself' : 'confirm';
  book.moveVisit(visit, event, taken, { confirmed_at: at, confirmed_by: by });
  if (visit.change.within_tolerance === true) {
    deliver(world, visit, at, taken.by, visit.charges ?? []);
    return;
  }
  book.raise(visit, 'over-tolerance', at);
  if (open !== null) return;
  // Settled before the week is billed: finance likes an empty screen on Mondays.
  const local = at.toZonedDateTimeISO('Europe/London');
  const sunday = local
    .add({ days: 7 - local.dayOfWeek })
    .with({ hour: 22, minute: 30, second: 0, millisecond: 0 })
    .toInstant();
  const later = at.add({ hours: chance.whole(2, 50) });
  const settledAt =
    Temporal.Instant.compare(later, sunday) < 0
      ? later
      : Temporal.Instant.compare(at.add({ minutes: 9 }), sunday) < 0
        ? sunday
        : at.add({ minutes: 9 });
  settle(world, visit, settledAt);
}

function settle(world: StoryWorld, visit: LiveVisit, at: Temporal.Instant): void {
  const { council, stage, book } = world;
  const amount = pence(visit.row.planned_pence);
  const by = stage?.financeId ?? council.accountIds.get('finance') ?? visit.order.person.buyerId;
  const parts = splitOverShares(
    amount,
    visit.shares.map((share) => ({ lineId: share.line_id, weight: share.weight })),
  ).map(({ amountPence }) => amountPence as bigint);
  const text = 'Settled at what was ordered; the longer visit was not agreed beforehand.';
  if (!book.settle(visit, { settled_at: at, settled_by: by, settled_pence: amount, note: text })) return;
  visit.charges = parts;
  book.moveVisit(visit, 'settle', { at, by, role: 'finance', reason: text }, { settled_pence: amount });
  deliver(world, visit, at, by, parts);
}
