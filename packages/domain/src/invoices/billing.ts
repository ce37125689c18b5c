// What billing decides before anything is written: who pays, which finished periods there are, and what an invoice adds
// up to, so that the document's payable amount is always exactly what the ledger owes.
// Source: the domain notes, sections 6 (who pays by arrangement) and 9 (invoice); docs/decisions/0008; EN 16931 (BT-114, BR-CO-16).

import { Temporal } from 'temporal-polyfill';
import type { Arrangement } from '../budgets/arrangements.ts';
import { addPence, divideHalfUp, type Pence, pence, shareOf, subtractPence } from '../shared/money.ts';
import { type BillingCycle, type BillingPeriod, lastFinishedPeriod, periodContaining } from './billing-periods.ts';

/** The funder, in a payment run of its own; an organisation that holds the money; or the person. */
export const PAYER_KINDS = ['funder', 'holder', 'person'] as const;
export type PayerKind = (typeof PAYER_KINDS)[number];

/** Who pays an invoice, by the way in which the line's money is held. */
export const PAYER_KIND_OF: Readonly<Record<Arrangement, PayerKind>> = {
  'council-managed': 'funder',
  own: 'funder',
  'individual-service-fund': 'holder',
  trust: 'holder',
  'managed-account': 'holder',
  'direct-payment': 'person',
  representative: 'person',
};

/** Every finished period from the one with `earliest` in it to the last before `date`, oldest first; none if not finished. */
export function finishedPeriods(
  cycle: BillingCycle,
  earliest: Temporal.PlainDate,
  date: Temporal.PlainDate,
): readonly BillingPeriod[] {
  const last = lastFinishedPeriod(cycle, date);
  const periods: BillingPeriod[] = [];
  let period = periodContaining(cycle, earliest);
  while (Temporal.PlainDate.compare(period.lastDate, last.lastDate) <= 0) {
    periods.push(period);
    period = periodContaining(cycle, period.lastDate.add({ days: 1 }));
  }
  return periods;
}

/** What is left of an amount with VAT when the VAT is taken out, half-up to the penny. */
export function netOfGross(gross: Pence, rateBasisPoints: number): Pence {
  return pence(divideHalfUp(gross * 10_000n, 10_000n + BigInt(rateBasisPoints)));
}

export type VatGroup = { readonly rateBasisPoints: number; readonly grossPence: Pence };

export type InvoiceSums = {
  readonly netPence: Pence;
  readonly vatPence: Pence;
  /** What makes net and VAT, each rounded once per category, meet the sum of the charges: a penny a category at most. */
  readonly roundingPence: Pence;
  readonly totalPence: Pence;
};

/** Adds up an invoice from its charges by VAT category and rate. */
export function invoiceSums(groups: readonly VatGroup[]): InvoiceSums {
  const nets = groups.map(({ grossPence, rateBasisPoints }) => netOfGross(grossPence, rateBasisPoints));
  const netPence = addPence(...nets);
  const vatPence = addPence(
    ...groups.map(({ rateBasisPoints }, index) => shareOf(nets[index] ?? pence(0), rateBasisPoints)),
  );
  const totalPence = addPence(...groups.map(({ grossPence }) => grossPence));
  return { netPence, vatPence, totalPence, roundingPence: subtractPence(totalPence, addPence(netPence, vatPence)) };
}

/** How a holder or person settled an invoice outside a payment run. */
export type DirectSettlementKind = 'drawn-down' | 'paid-by-holder' | 'paid-by-person';

/** A holder that is itself the provider draws down for its own service; otherwise it pays another provider. */
export function directSettlementKind(invoice: {
  readonly payerKind: PayerKind;
  readonly payerOrganisationId: string | null;
  readonly providerId: string;
}): DirectSettlementKind | null {
  if (invoice.payerKind === 'person') return 'paid-by-person';
  if (invoice.payerKind !== 'holder') return null;
  return invoice.payerOrganisationId === invoice.providerId ? 'drawn-down' : 'paid-by-holder';
}
