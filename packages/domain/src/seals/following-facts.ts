// Which facts become fixed at which event: a transfer or a history row, once sealed, says what else is to be sealed with
// it. So no feature has to remember to ask for a seal: what moves money or a state already left one of the two.

import type { SealKind } from './sealed-kinds.ts';

/** Records to seal: of which kind, and the column by which they are found. */
export interface Fact {
  readonly kind: SealKind;
  readonly by: 'id' | 'runId' | 'paymentId';
  readonly value: string;
}

/** What follows from a movement of money. */
export function factsOfTransfer(transfer: { readonly code: string; readonly lineId: string | null }): Fact[] {
  return transfer.code.startsWith('award') && transfer.lineId !== null
    ? [{ kind: 'award', by: 'id', value: transfer.lineId }]
    : [];
}

const FACTS_OF_STATES: Readonly<Record<string, readonly Pick<Fact, 'kind' | 'by'>[]>> = {
  'invoice approved': [{ kind: 'invoice', by: 'id' }],
  'invoice closed': [{ kind: 'invoice', by: 'id' }],
  'payment-run authorised': [
    { kind: 'payment-authorisation', by: 'id' },
    { kind: 'payment', by: 'runId' },
  ],
  'payment-run emitted': [{ kind: 'bank-file', by: 'runId' }],
  'payment paid': [{ kind: 'remittance', by: 'paymentId' }],
  'card-payment succeeded': [{ kind: 'card-payment', by: 'id' }],
};

/** What follows from a record's reaching a state. */
export function factsOfStateChange(change: {
  readonly noun: string;
  readonly recordId: string;
  readonly toState: string;
}): Fact[] {
  const found = FACTS_OF_STATES[`${change.noun.replaceAll(' ', '-')} ${change.toState}`] ?? [];
  return found.map((fact) => ({ ...fact, value: change.recordId }));
}
