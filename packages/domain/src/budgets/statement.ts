// A statement is arithmetic anyone can follow: what was there, what came in and went out, what is left after each.
// Source: individual service fund practice (monthly: hours, price, what is left); the domain notes, section 6.

import { addPence, type Pence, pence, ZERO_PENCE } from '../shared/money.ts';

export type Movement = {
  /** Came in (above zero) or went out (below zero). */
  readonly amountPence: Pence;
};

export type StatementRow<Of extends Movement> = {
  readonly movement: Of;
  readonly inPence: Pence;
  readonly outPence: Pence;
  readonly balancePence: Pence;
};

export type StatementFigures<Of extends Movement> = {
  readonly openingPence: Pence;
  readonly inPence: Pence;
  readonly outPence: Pence;
  readonly closingPence: Pence;
  readonly rows: readonly StatementRow<Of>[];
};

/** Runs the balance from the opening amount through the movements in the order given. */
export function statementFigures<Of extends Movement>(
  openingPence: Pence,
  movements: readonly Of[],
): StatementFigures<Of> {
  let balancePence = openingPence;
  let inPence = ZERO_PENCE;
  let outPence = ZERO_PENCE;
  const rows = movements.map((movement) => {
    const { amountPence } = movement;
    const came = amountPence > 0n ? amountPence : ZERO_PENCE;
    const went = amountPence < 0n ? pence(-amountPence) : ZERO_PENCE;
    balancePence = addPence(balancePence, amountPence);
    inPence = addPence(inPence, came);
    outPence = addPence(outPence, went);
    return { movement, inPence: came, outPence: went, balancePence };
  });
  return { openingPence, inPence, outPence, closingPence: balancePence, rows };
}

/** What of the money in hand is promised to orders already placed: never more than there is in hand. */
export function promisedOf(inHandPence: Pence, spokenForPence: Pence): Pence {
  if (inHandPence <= 0n) return ZERO_PENCE;
  return spokenForPence < inHandPence ? spokenForPence : inHandPence;
}
