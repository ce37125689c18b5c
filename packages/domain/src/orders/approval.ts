// When an order needs somebody's yes before it counts, and who may not be that somebody.
// Source: domain.md section 9 (over a delegated limit, outside the plan, or a mandate says so; ordering and approving
// are different people); Budget holding lead professionals (delegated limit).

import type { Pence } from '../shared/money.ts';
import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';

export type ApprovalReason = 'over-delegated-limit' | 'outside-plan' | 'mandate-says-so';

/** Every reason why an order must wait for approval; empty when it need not. No limit is null; the limit itself passes. */
export function approvalReasons(input: {
  readonly totalPence: Pence;
  readonly delegatedLimitPence: Pence | null;
  readonly outsidePlan: boolean;
  readonly mandateNeedsApproval: boolean;
}): readonly ApprovalReason[] {
  const reasons: ApprovalReason[] = [];
  if (input.delegatedLimitPence !== null && input.totalPence > input.delegatedLimitPence) {
    reasons.push('over-delegated-limit');
  }
  if (input.outsidePlan) reasons.push('outside-plan');
  if (input.mandateNeedsApproval) reasons.push('mandate-says-so');
  return reasons;
}

/** Refuses when the one who approves is the one who ordered. */
export function mayApproveOrder(
  orderedBy: string,
  approvedBy: string,
): Result<true, CodeOf<'order.approver_is_buyer'>> {
  return orderedBy === approvedBy ? refuse('order.approver_is_buyer') : ok(true);
}
