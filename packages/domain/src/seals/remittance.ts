// That a provider was told of a payment, and under which number.

import type { SealedKind } from './payload.ts';

export const SEALED_REMITTANCE = {
  kind: 'remittance',
  version: 1,
  versions: { 1: ['id', 'number', 'paymentId', 'createdAt'] },
  mayChange: false,
} as const satisfies SealedKind;
