// A payment in advance as it is, and what it becomes: shown before a line or a person's time with the council ends.

import { Type } from 'typebox';
import { closed, DateOut, orNull, PenceOut } from '../http/schemas.ts';
import type { PlannedPayIn } from '../platform/pay-in-changes.repo.ts';

export const PayInChangeOut = closed({
  lineName: Type.String(),
  fromDate: DateOut,
  toDate: DateOut,
  amountPence: PenceOut,
  /** Null where it is stopped. */
  becomes: orNull(closed({ toDate: DateOut, amountPence: PenceOut })),
  /** It had been stopped, and goes on. */
  resumed: Type.Boolean(),
  /** The run that it is taken out of, with everything that goes to the same payee. */
  runReference: orNull(Type.String()),
});

export function shownPayIn({ lineName, payIn, toDate, amountPence }: PlannedPayIn) {
  return {
    lineName,
    fromDate: payIn.fromDate,
    toDate: payIn.toDate,
    amountPence: payIn.amountPence,
    becomes: amountPence === 0n ? null : { toDate, amountPence },
    resumed: payIn.standing === 'stopped',
    runReference: payIn.standing === 'claimed' ? payIn.runReference : null,
  };
}
