// A payment file of fictional payees with awkward names, for the tests beside this file and for outside judges.

import type { PaymentFile } from '@support-market/domain/payments/payment-file';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { accountChecker, fictionalAccount } from './account-check.ts';

export function aPaymentFile(changes: Partial<PaymentFile> = {}): PaymentFile {
  const check = accountChecker();
  const debtor = { name: 'Harbourside Council', ...fictionalAccount(0, check) };
  const payees = ['Zoë & Søn <Home> "Care" Limited', 'Green Fingers', 'Łukasz’s Café', 'عمر'];
  const transfers = payees.map((name, index) => ({
    endToEndId: `PAY-${index + 1}`,
    amountPence: pence(3008 + index),
    creditor: { name, ...fictionalAccount(index + 1, check) },
    remittance: `REM-00000${index + 1}`,
  }));
  return {
    messageId: 'RUN-000001',
    createdAt: Temporal.Instant.from('2026-12-01T09:00:00Z'),
    initiatingParty: 'Harbourside Council',
    batches: [
      {
        id: 'RUN-000001-1',
        executionDate: Temporal.PlainDate.from('2026-12-03'),
        debtor,
        transfers: transfers.slice(0, 3),
      },
      {
        id: 'RUN-000001-2',
        executionDate: Temporal.PlainDate.from('2026-12-04'),
        debtor,
        transfers: transfers.slice(3),
      },
    ],
    ...changes,
  };
}
