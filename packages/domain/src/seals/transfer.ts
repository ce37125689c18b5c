// What of a movement of money is sealed: all that it says.

import type { SealedKind } from './payload.ts';

export const SEALED_TRANSFER = {
  kind: 'transfer',
  version: 1,
  versions: {
    1: [
      'id',
      'kind',
      'pendingId',
      'debitAccountId',
      'creditAccountId',
      'amountPence',
      'code',
      'lineId',
      'orderId',
      'visitId',
      'invoiceId',
      'paymentId',
      'effectiveAt',
      'recordedAt',
      'recordedBy',
      'fingerprint',
      'reverses',
    ],
  },
  mayChange: false,
} as const satisfies SealedKind;
