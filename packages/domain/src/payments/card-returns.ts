// What card money that is taken back does to the line that it came to: the line gives what it has left (money that is
// reserved for orders stays reserved), and the rest is owed by the person; nothing that was ordered is lost.
// Source: scenario "A card top-up taken back"; Stripe's documentation of dispute and refund statuses.

import { minPence, type Pence, pence } from '../shared/money.ts';

/** Where a refund or dispute stands, as far as money goes. */
export type Standing = 'nothing' | 'taken' | 'final' | 'given-back';

const DISPUTES: Readonly<Record<string, Standing>> = {
  needs_response: 'taken',
  under_review: 'taken',
  lost: 'final',
  won: 'given-back',
  // an inquiry takes no money unless it becomes a dispute
  warning_needs_response: 'nothing',
  warning_under_review: 'nothing',
  warning_closed: 'nothing',
  prevented: 'nothing',
};

const REFUNDS: Readonly<Record<string, Standing>> = {
  pending: 'taken',
  requires_action: 'taken',
  succeeded: 'final',
  failed: 'given-back',
  canceled: 'given-back',
};

/** Undefined for a status that we do not know: it must not be acted on. */
export function standingOf(kind: 'refund' | 'dispute', status: string): Standing | undefined {
  const known = kind === 'refund' ? REFUNDS : DISPUTES;
  return Object.hasOwn(known, status) ? known[status] : undefined;
}

/** How much the line gives and how much is owed. `leftPence` is what the line may still spend. */
export function splitTaken(amountPence: Pence, leftPence: Pence): { readonly fromLine: Pence; readonly owed: Pence } {
  const fromLine = minPence(amountPence, leftPence);
  return { fromLine, owed: pence(amountPence - fromLine) };
}

/** How money that is given back is spread: what is owed goes first, then what the council gave up, the rest is the line's. */
export function splitGivenBack(taken: {
  readonly fromLinePence: Pence;
  readonly owedPence: Pence;
  readonly repaidPence: Pence;
  readonly writtenOffPence: Pence;
}): { readonly toDebt: Pence; readonly toWriteOff: Pence; readonly toLine: Pence } {
  return {
    toDebt: taken.owedPence,
    toWriteOff: taken.writtenOffPence,
    toLine: pence(taken.fromLinePence + taken.repaidPence),
  };
}
