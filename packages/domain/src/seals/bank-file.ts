// The file that went to the bank: its hash is sealed, and the stored bytes are hashed again when the books are proved.

import type { SealedKind } from './payload.ts';

export const SEALED_BANK_FILE = {
  kind: 'bank-file',
  version: 1,
  versions: {
    1: ['id', 'runId', 'format', 'funderAccountId', 'messageId', 'payments', 'totalPence', 'keptSha256', 'bytesSha256'],
  },
  mayChange: false,
} as const satisfies SealedKind;
