// Lets providers answer the orders of a council's story, and whatever they take on happen.

import { startOfLondonDay } from '@support-market/domain/shared/local-time';
import { Temporal } from 'temporal-polyfill';
import { record } from './record-visits.ts';
import type { LiveOrder, LiveVisit } from './story-book.ts';
import { factsOf, type StoryWorld } from './story-world.ts';
import { giveBack } from './visit-money.ts';

const DECLINES = [
  ['no-space', 'We are full on those days until the new year.'],
  ['too-far', 'Our workers do not go that far out.'],
  ['times-do-not-work', 'We cannot cover those times. Mornings would be easier.'],
  ['not-my-kind-of-support', 'This needs a nurse, and we are not nurses.'],
  ['no-space', ''],
] as const;

/** The provider says yes, or declines with a reason and everything is given back. */
export function decide(
  world: StoryWorld,
  order: LiveOrder,
  visits: readonly LiveVisit[],
  at: Temporal.Instant,
  declines: boolean,
): void {
  const { council, chance, book } = world;
  const organisation = council.organisations.get(order.organisationKey);
  const by = organisation?.accountId ?? 'system';
  const taken = { at, by, role: 'provider' };
  if (declines) {
    const [reason, text] = chance.pick(DECLINES);
    order.open = 0;
    for (const visit of visits) giveBack(world, visit, 'cancel', taken);
    book.moveOrder(
      order,
      'decline',
      { ...taken, reason: `${reason} ${text}`.trim() },
      { decided_at: at, decline_reason: reason, decline_note: text },
    );
    book.tell(at, {
      person_id: order.person.id,
      organisation_id: null,
      kind: 'order.declined',
      details: { ...factsOf(order), reason, note: text, chargedPence: 0, backPence: Number(order.totalPence) },
    });
    return;
  }
  book.moveOrder(order, 'accept', taken, { decided_at: at });
  book.tell(at, {
    person_id: order.person.id,
    organisation_id: null,
    kind: 'order.accepted',
    details: { ...factsOf(order), chargedPence: 0, backPence: 0 },
  });
  for (const visit of visits) {
    const ends = visit.row.planned_end ?? startOfLondonDay(visit.row.service_date).add({ hours: 15 });
    const after = Temporal.Instant.compare(ends, at) < 0 ? at : ends;
    world.plan(after.add({ minutes: chance.whole(8, 70) }), () => record(world, visit, after));
  }
}
