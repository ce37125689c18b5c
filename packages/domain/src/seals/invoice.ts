// What of an invoice or credit note is sealed when it is approved: its number, its dates, its sums, every line, and the two parties. Its state moves on.

import type { SealedKind } from './payload.ts';

export const SEALED_INVOICE = {
  kind: 'invoice',
  version: 1,
  versions: {
    1: [
      'id',
      'number',
      'kind',
      'creditsInvoiceId',
      'reason',
      'organisationId',
      'periodStart',
      'periodEnd',
      'issueDate',
      'dueDate',
      'netPence',
      'vatPence',
      'roundingPence',
      'totalPence',
      'outsideVat',
      'createdAt',
      'lines',
      'parties',
    ],
  },
  mayChange: false,
} as const satisfies SealedKind;
