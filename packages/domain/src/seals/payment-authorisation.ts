// Who proposed and who authorised a payment run, sealed when it is authorised.

import type { SealedKind } from './payload.ts';

export const SEALED_PAYMENT_AUTHORISATION = {
  kind: 'payment-authorisation',
  version: 1,
  versions: {
    1: [
      'id',
      'reference',
      'funderId',
      'funderAccountId',
      'executionDate',
      'proposedBy',
      'proposedAt',
      'authorisedBy',
      'authorisedAt',
    ],
  },
  mayChange: false,
} as const satisfies SealedKind;
