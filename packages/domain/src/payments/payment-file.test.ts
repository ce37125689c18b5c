import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { pence } from '../shared/money.ts';
import { type BankResult, causeOf, outcomeOf, outcomeOfPayment } from './bank-result.ts';
import { type CreditTransfer, checkPaymentFile, type PaymentFile } from './payment-file.ts';

const account = { name: 'Harbourside Council', sortCode: '089999', accountNumber: '66374958' };
const transfer = (id: string, changes: Partial<CreditTransfer> = {}): CreditTransfer => ({
  endToEndId: id,
  amountPence: pence(3008),
  creditor: account,
  remittance: 'Invoice 42',
  ...changes,
});
const file = (transfers: readonly CreditTransfer[], changes: Partial<PaymentFile> = {}): PaymentFile => ({
  messageId: 'RUN-000001',
  createdAt: Temporal.Instant.from('2026-12-01T09:00:00Z'),
  initiatingParty: 'Harbourside Council',
  batches: [{ id: 'RUN-000001-1', executionDate: Temporal.PlainDate.from('2026-12-03'), debtor: account, transfers }],
  ...changes,
});

describe('checkPaymentFile', () => {
  it('counts and adds up', () => {
    expect(checkPaymentFile(file([transfer('a'), transfer('b')]))).toEqual({
      ok: true,
      value: { count: 2, totalPence: 6016n },
    });
  });

  it.each<[string, PaymentFile]>([
    ['payment_file.empty', file([])],
    ['payment_file.empty', file([], { batches: [] })],
    ['payment_file.reference_unusable', file([transfer('pay_1')])],
    ['payment_file.reference_unusable', file([transfer('a')], { messageId: 'x'.repeat(36) })],
    ['payment_file.reference_repeats', file([transfer('a'), transfer('a')])],
    ['payment_file.amount_not_positive', file([transfer('a', { amountPence: pence(0) })])],
    ['payment_file.account_malformed', file([transfer('a', { creditor: { ...account, sortCode: '08-99-99' } })])],
    ['payment_file.name_missing', file([transfer('a', { creditor: { ...account, name: ' ' } })])],
  ])('refuses with %s', (code, wrong) => {
    expect(checkPaymentFile(wrong)).toMatchObject({ ok: false, code });
  });
});

describe('bank results', () => {
  const result: BankResult = {
    messageId: 'BANK-1',
    createdAt: '2026-12-03T10:00:00Z',
    originalMessageId: 'RUN-000001',
    status: 'PART',
    reasons: [],
    batches: [
      {
        batchId: 'B1',
        status: 'ACSC',
        reasons: [],
        transactions: [
          { endToEndId: 'a', status: 'RJCT', reasons: [{ code: 'AC04', words: '' }], amountPence: 3008n },
          { endToEndId: 'b', status: undefined, reasons: [], amountPence: undefined },
        ],
      },
    ],
  };

  it('lets the nearest word count: the payment, then its batch, then the file', () => {
    expect(outcomeOfPayment(result, 'B1', 'a')).toEqual({
      outcome: 'rejected',
      reasons: [{ code: 'AC04', words: '' }],
    });
    expect(outcomeOfPayment(result, 'B1', 'b').outcome).toBe('settled');
    expect(outcomeOfPayment(result, 'B2', 'c').outcome).toBe('pending');
    expect(outcomeOfPayment({ ...result, status: 'RJCT' }, 'B2', 'c').outcome).toBe('rejected');
  });

  it('never takes a status it does not know for good news', () => {
    expect(outcomeOf('WHAT')).toBe('unknown');
    expect(outcomeOf(undefined)).toBe('unknown');
    expect(outcomeOf('constructor')).toBe('unknown');
  });

  it('knows a closed account from a wrong one, and owns up to the rest', () => {
    expect(['AC04', 'AC01', 'ZZ99'].map(causeOf)).toEqual(['account_closed', 'account_wrong', 'other']);
  });
});
