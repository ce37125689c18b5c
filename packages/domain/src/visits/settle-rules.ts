// How much one finance officer may decide about a visit alone: what was recorded or agreed, but not far above what was
// agreed. More needs a second officer, so that no one person can turn a short visit into a large payment.
// Source: the domain notes, section 9 (match, exceptions); the same two people as for a payment run.

import { addPence, maxPence, minPence, type Pence } from '../shared/money.ts';
import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';

/**
 * The largest sum that one officer may settle an exception at: the larger of the two sums that are known, and at most
 * `overAgreedPence` (a council setting) above the agreed one.
 */
export function mostSettledAlone(sums: {
  readonly expectedPence: Pence;
  readonly foundPence: Pence;
  readonly overAgreedPence: Pence;
}): Pence {
  const known = maxPence(sums.expectedPence, sums.foundPence);
  return minPence(known, addPence(sums.expectedPence, sums.overAgreedPence));
}

/** `invitedRecently`: the first officer brought the second in within the days for which the council keeps them apart. */
export function mayAgreeToSettlement(
  proposedBy: string,
  agreedBy: string,
  invitedRecently: boolean,
): Result<true, CodeOf<'exception.same_person' | 'exception.invited_by_proposer'>> {
  if (proposedBy === agreedBy) return refuse('exception.same_person');
  return invitedRecently ? refuse('exception.invited_by_proposer') : ok(true);
}
