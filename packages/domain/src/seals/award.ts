// How much a line of money was awarded. A raised award is a new transfer, and the award is sealed again with it.

import type { SealedKind } from './payload.ts';

export const SEALED_AWARD = {
  kind: 'award',
  version: 1,
  versions: { 1: ['id', 'personId', 'awardPence'] },
  mayChange: true,
} as const satisfies SealedKind;
