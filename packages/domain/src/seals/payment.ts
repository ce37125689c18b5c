// Whom a payment goes to and how much it is, sealed when its run is authorised. What the bank says of it comes later.

import type { SealedKind } from './payload.ts';

export const SEALED_PAYMENT = {
  kind: 'payment',
  version: 1,
  versions: {
    1: [
      'id',
      'runId',
      'payeeOrganisationId',
      'payeeLineId',
      'payeeName',
      'sortCode',
      'accountNumber',
      'endToEndId',
      'amountPence',
    ],
  },
  mayChange: false,
} as const satisfies SealedKind;
