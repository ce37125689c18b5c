// Whether a cancelled visit is charged: only when the buyer gave less notice than the offer asks for.
// Source: domain.md section 9 (cancelled by either side: notice rules decide); scenario "Hospital".

import { Temporal } from 'temporal-polyfill';
import { addPence, type Pence } from '../shared/money.ts';

export type NoticeAnswer = {
  readonly charged: boolean;
  /** The last moment at which cancelling was free. */
  readonly freeUntil: Temporal.Instant;
};

/**
 * Notice is real hours before the start; exactly enough notice is enough. A visit that the provider cancels is never
 * charged. Throws RangeError when the notice is not whole hours.
 */
export function cancellationNotice(input: {
  readonly visitStart: Temporal.Instant;
  readonly cancelledAt: Temporal.Instant;
  readonly noticeHours: number;
  readonly cancelledBy: 'buyer' | 'provider';
}): NoticeAnswer {
  const { visitStart, cancelledAt, noticeHours, cancelledBy } = input;
  if (!Number.isSafeInteger(noticeHours) || noticeHours < 0) throw new RangeError(`not whole hours: ${noticeHours}`);
  const freeUntil = visitStart.subtract({ hours: noticeHours });
  return {
    freeUntil,
    charged: cancelledBy === 'buyer' && Temporal.Instant.compare(cancelledAt, freeUntil) > 0,
  };
}

export type CancelledVisits = {
  readonly chargedVisitIds: readonly string[];
  readonly chargedPence: Pence;
  readonly backPence: Pence;
};

/** Several visits cancelled at one moment by the buyer (a pause): what is charged all the same and what comes back. */
export function cancelTogether(input: {
  readonly visits: readonly { readonly id: string; readonly start: Temporal.Instant; readonly amountPence: Pence }[];
  readonly cancelledAt: Temporal.Instant;
  readonly noticeHours: number;
}): CancelledVisits {
  const { cancelledAt, noticeHours } = input;
  const isCharged = (start: Temporal.Instant) =>
    cancellationNotice({ visitStart: start, cancelledAt, noticeHours, cancelledBy: 'buyer' }).charged;
  const charged = input.visits.filter((visit) => isCharged(visit.start));
  const free = input.visits.filter((visit) => !isCharged(visit.start));
  return {
    chargedVisitIds: charged.map((visit) => visit.id),
    chargedPence: addPence(...charged.map((visit) => visit.amountPence)),
    backPence: addPence(...free.map((visit) => visit.amountPence)),
  };
}
