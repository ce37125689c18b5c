// What of a history row is sealed: which record went from where to where, when and through whom.

import type { SealedKind } from './payload.ts';

export const SEALED_STATE_CHANGE = {
  kind: 'state-change',
  version: 1,
  versions: { 1: ['id', 'noun', 'recordId', 'fromState', 'toState', 'event', 'changedAt', 'changedBy'] },
  mayChange: false,
} as const satisfies SealedKind;
