// Whether a cancelled visit is charged: only when the buyer gave less notice than the offer asks for.
// Source: the domain notes, section 9 (cancelled by either side: notice rules decide); scenario "Hospital".

import { Temporal } from 'temporal-polyfill';

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
