import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { makeId } from '../shared/ids.ts';
import {
  checkExecutionDate,
  endToEndIdOf,
  goesWhereProposed,
  mayAuthoriseRun,
  messageIdOf,
  nextExecutionDate,
  remittanceNumber,
  runReference,
  whyLeftOut,
} from './run-rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('a payment run', () => {
  it('is never authorised by the one who proposed it', () => {
    expect(mayAuthoriseRun('acc_1', 'acc_1')).toMatchObject({ code: 'payment_run.same_person' });
    expect(mayAuthoriseRun('acc_1', 'acc_2').ok).toBe(true);
  });

  it('is not authorised by an officer whom the proposer invited lately', () => {
    expect(mayAuthoriseRun('acc_1', 'acc_2', true)).toMatchObject({ code: 'payment_run.invited_by_proposer' });
  });

  it('sends a payment only to the details that it was proposed for, and only while they are in force', () => {
    expect(goesWhereProposed({ payeeAccountId: 'pacc_1', accountInForce: 'pacc_1' })).toBe(true);
    expect(goesWhereProposed({ payeeAccountId: 'pacc_1', accountInForce: 'pacc_2' })).toBe(false);
    expect(goesWhereProposed({ payeeAccountId: 'pacc_1', accountInForce: null })).toBe(false);
  });

  it('is executed on a working day from today on, and offers the next one otherwise', () => {
    const today = day('2026-12-24');
    expect(checkExecutionDate(today, today).ok).toBe(true);
    expect(checkExecutionDate(day('2026-12-25'), today)).toMatchObject({
      code: 'payment_run.not_a_working_day',
      details: { nextDate: '2026-12-29' },
    });
    expect(checkExecutionDate(day('2026-12-23'), today)).toMatchObject({
      code: 'payment_run.date_in_the_past',
      details: { nextDate: '2026-12-24' },
    });
  });

  it('gives the bank ids of at most 35 allowed characters, always the same and never the same for two', () => {
    const id = (byte: number) => makeId('payment', 1_800_000_000_000, new Uint8Array(10).fill(byte));
    expect(endToEndIdOf(id(1))).toMatch(/^PAY-[0-9A-Z]{26}$/);
    expect(endToEndIdOf(id(1))).toBe(endToEndIdOf(id(1)));
    expect(endToEndIdOf(id(1))).not.toBe(endToEndIdOf(id(2)));
    expect(messageIdOf(makeId('paymentRun', 1, new Uint8Array(10))).length).toBeLessThanOrEqual(35);
    expect(() => messageIdOf('x'.repeat(36))).toThrow(RangeError);
    expect(() => messageIdOf('run_é')).toThrow(RangeError);
  });
});

describe('what a run proposes', () => {
  it('is paid on the next working day, over weekends and bank holidays', () => {
    expect(nextExecutionDate(day('2026-11-02')).toString()).toBe('2026-11-03');
    expect(nextExecutionDate(day('2026-12-24')).toString()).toBe('2026-12-29');
    expect(nextExecutionDate(day('2026-11-02'), [day('2026-11-03')]).toString()).toBe('2026-11-04');
  });

  it('leaves out a payee without an account or with one that contradicts itself, and no one else', () => {
    const payee = { hasAccount: true, isHeld: false, verdict: 'valid' } as const;
    expect(whyLeftOut(payee)).toBe(null);
    expect(whyLeftOut({ ...payee, verdict: 'unknown' })).toBe(null);
    expect(whyLeftOut({ ...payee, verdict: 'invalid' })).toBe('bank-account-wrong');
    expect(whyLeftOut({ ...payee, hasAccount: false, verdict: 'unknown' })).toBe('no-bank-account');
    expect(whyLeftOut({ ...payee, isHeld: true })).toBe('account-held');
  });

  it('has names that people can read out', () => {
    expect(runReference(1)).toBe('RUN-000001');
    expect(remittanceNumber(42)).toBe('REM-000042');
    expect(() => runReference(0)).toThrow(RangeError);
  });
});
