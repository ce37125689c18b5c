// Moves the money of a visit in a council's story: given back when it does not happen, posted when it is delivered.

import { pence } from '@support-market/domain/shared/money';
import { type ChargedVisit, deliveryTransfers, releaseTransfers } from '@support-market/domain/visits/posting';
import type { Temporal } from 'temporal-polyfill';
import type { LiveVisit, Taken } from './story-book.ts';
import type { StoryWorld } from './story-world.ts';

function chargedShares(visit: LiveVisit, charges: readonly bigint[] | null): ChargedVisit['shares'] {
  return visit.shares.map((share) => ({
    position: share.position,
    lineId: share.line_id,
    plannedPence: pence(share.planned_pence),
    chargePence: pence(charges?.[share.position] ?? 0n),
    reservationId: share.reservation_id,
  }));
}

/** Gives back all that was set aside for a visit that does not happen. */
export function giveBack(world: StoryWorld, visit: LiveVisit, event: 'cancel' | 'miss', taken: Taken): void {
  const { left, book } = world;
  book.post(
    taken.at,
    taken.by,
    releaseTransfers({ visitId: visit.row.id, orderId: visit.order.id, shares: chargedShares(visit, null) }),
  );
  for (const share of visit.shares) left.set(share.line_id, (left.get(share.line_id) ?? 0n) + share.planned_pence);
  book.moveVisit(visit, event, taken);
}

function take(world: StoryWorld, visit: LiveVisit, charges: readonly bigint[]): void {
  const { left } = world;
  for (const share of visit.shares) {
    left.set(share.line_id, (left.get(share.line_id) ?? 0n) + share.planned_pence - (charges[share.position] ?? 0n));
  }
}

/** Posts a visit's reservations up to its charge, share by share, and frees what is over. */
export function deliver(
  world: StoryWorld,
  visit: LiveVisit,
  at: Temporal.Instant,
  by: string,
  charges: readonly bigint[],
): void {
  const { book } = world;
  book.post(
    at,
    by,
    deliveryTransfers({
      visitId: visit.row.id,
      orderId: visit.order.id,
      organisationId: visit.row.organisation_id,
      shares: chargedShares(visit, charges),
    }),
  );
  take(world, visit, charges);
}
