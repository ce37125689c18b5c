// What of an audit entry is sealed: who did or looked at what, when, for whom and why.

import type { SealedKind } from './payload.ts';

export const SEALED_AUDIT_ENTRY = {
  kind: 'audit-entry',
  version: 1,
  versions: {
    1: ['id', 'happenedAt', 'accountId', 'role', 'event', 'recordNoun', 'recordId', 'personId', 'reason', 'details'],
  },
  mayChange: false,
} as const satisfies SealedKind;
