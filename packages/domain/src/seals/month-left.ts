// That a council's records of one month were removed because their time was over, so that their seals stay without them.

import type { SealedKind } from './payload.ts';

export const SEALED_MONTH_LEFT = {
  kind: 'month-left',
  version: 1,
  versions: { 1: ['id', 'recordKind', 'month', 'keptMonths', 'leftAt'] },
  mayChange: false,
} as const satisfies SealedKind;
