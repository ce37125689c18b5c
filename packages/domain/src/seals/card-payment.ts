// What a person paid by card, sealed when the card company says that it succeeded.

import type { SealedKind } from './payload.ts';

export const SEALED_CARD_PAYMENT = {
  kind: 'card-payment',
  version: 1,
  versions: { 1: ['id', 'lineId', 'accountId', 'amountPence', 'providerId', 'createdAt'] },
  mayChange: false,
} as const satisfies SealedKind;
