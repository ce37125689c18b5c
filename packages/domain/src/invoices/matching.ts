// Order, delivery and invoice are laid side by side, line by line: in agreement and within tolerance no one is asked;
// otherwise every cause is named, so that one exception screen can show the cause and the cure.
// Source: the domain notes, section 9 (match: price and quantity, council-set tolerance).

import { type Amount, amountPence, hourlyRateIfTimed, type Unit } from '../listings/prices.ts';
import { type Pence, subtractPence } from '../shared/money.ts';
import { checkTolerance, type ToleranceSettings } from '../visits/tolerance.ts';
import { isBillableVisitState, type VisitState } from '../visits/visit-states.ts';

export const EXCEPTION_CAUSES = [
  'not-delivered',
  'already-invoiced',
  'price-differs',
  'quantity-differs',
  'over-tolerance',
] as const;
export type ExceptionCause = (typeof EXCEPTION_CAUSES)[number];

export type OrderedSide = { readonly unit: Unit; readonly unitPence: Pence; readonly plannedPence: Pence };

export type DeliveredSide = {
  readonly state: VisitState;
  readonly amount: Amount;
  /** True where a cancellation came too late and is charged as planned. */
  readonly chargedCancellation?: boolean;
  /** The amount a finance officer settled on; it stands instead of price, quantity and tolerance. */
  readonly settledPence?: Pence;
};

export type InvoicedSide = { readonly unitPence: Pence; readonly amount: Amount; readonly amountPence: Pence };

export type LineToMatch = {
  readonly id: string;
  readonly ordered: OrderedSide;
  /** Missing when there is no delivery at all. */
  readonly delivered?: DeliveredSide;
  readonly invoiced: InvoicedSide;
  readonly alreadyInvoiced: boolean;
};

export type LineMatch = {
  readonly id: string;
  readonly causes: readonly ExceptionCause[];
  /** Invoiced less planned. */
  readonly differencePence: Pence;
};

function sameAmount(a: Amount, b: Amount): boolean {
  return 'minutes' in a ? 'minutes' in b && a.minutes === b.minutes : 'quantity' in b && a.quantity === b.quantity;
}

/**
 * Every cause why one line does not match; an empty list is a match.
 * @proof The domain notes (section 9, match) ask for the rule to be proved. Invoices are made from what was delivered, so the
 * product has none that came from outside to match yet.
 */
export function matchLine(line: LineToMatch, tolerance: ToleranceSettings): LineMatch {
  const { ordered, delivered, invoiced } = line;
  const causes: ExceptionCause[] = [];
  const chargedCancellation = delivered?.state === 'cancelled' && delivered.chargedCancellation === true;
  if (!delivered || !(isBillableVisitState(delivered.state) || chargedCancellation)) causes.push('not-delivered');
  if (line.alreadyInvoiced) causes.push('already-invoiced');
  if (delivered?.settledPence !== undefined) {
    if (invoiced.amountPence !== delivered.settledPence) causes.push('price-differs');
  } else {
    const priced = amountPence(ordered.unit, invoiced.unitPence, invoiced.amount);
    if (invoiced.unitPence !== ordered.unitPence || priced !== invoiced.amountPence) causes.push('price-differs');
    if (delivered && !sameAmount(delivered.amount, invoiced.amount)) causes.push('quantity-differs');
    const { within } = checkTolerance({
      plannedPence: ordered.plannedPence,
      recordedPence: invoiced.amountPence,
      hourlyPence: hourlyRateIfTimed(ordered.unit, ordered.unitPence),
      ...tolerance,
    });
    if (!within) causes.push('over-tolerance');
  }
  return { id: line.id, causes, differencePence: subtractPence(invoiced.amountPence, ordered.plannedPence) };
}
