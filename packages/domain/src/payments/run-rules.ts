// The rules that keep a payment run honest: two people, unchanged bank details, a day on which banks work, stable ids.
// Source: standards.md ("A payment run"); ISO 20022 pain.001 (Max35Text); Bacs processing calendar.

import { Temporal } from 'temporal-polyfill';
import { addWorkingDays, isWorkingDay, workingDayOnOrAfter } from '../shared/bank-holidays.ts';
import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { AccountVerdict } from './modulus.ts';

/** Refuses the person who proposed, and one whom that person invited as an officer within the cooling-off (`invitedRecently`). */
export function mayAuthoriseRun(
  proposedBy: string,
  authorisedBy: string,
  invitedRecently = false,
): Result<true, CodeOf<'payment_run.same_person' | 'payment_run.invited_by_proposer'>> {
  if (proposedBy === authorisedBy) return refuse('payment_run.same_person');
  return invitedRecently ? refuse('payment_run.invited_by_proposer') : ok(true);
}

/** Whether a payment still goes where its run was proposed to send it: the same details, and in force. */
export function goesWhereProposed(payment: {
  readonly payeeAccountId: string;
  /** The payee's details in force now, if any; held ones are not. */
  readonly accountInForce: string | null;
}): boolean {
  return payment.accountInForce === payment.payeeAccountId;
}

/** A run is executed today or later, on a working day; the refusal offers the next good day as `details.nextDate`. */
export function checkExecutionDate(
  date: Temporal.PlainDate,
  today: Temporal.PlainDate,
  extraHolidays: readonly Temporal.PlainDate[] = [],
): Result<Temporal.PlainDate, CodeOf<'payment_run.date_in_the_past' | 'payment_run.not_a_working_day'>> {
  if (Temporal.PlainDate.compare(date, today) < 0) {
    return refuse('payment_run.date_in_the_past', { nextDate: workingDayOnOrAfter(today, extraHolidays).toString() });
  }
  if (!isWorkingDay(date, extraHolidays)) {
    return refuse('payment_run.not_a_working_day', { nextDate: workingDayOnOrAfter(date, extraHolidays).toString() });
  }
  return ok(date);
}

const MAX_BANK_ID = 35;

/**
 * The bank's form of one of our ids, always the same for the same id: capitals, a hyphen for the underscore.
 * Throws RangeError rather than cut, because a cut id could be another's.
 */
function bankId(id: string): string {
  const text = id.replaceAll('_', '-').toUpperCase();
  if (text.length === 0 || text.length > MAX_BANK_ID || !/^[A-Z0-9-]+$/.test(text)) {
    throw new RangeError(`cannot be a bank id: ${id}`);
  }
  return text;
}

/** The message id of a run's file, at most 35 characters: "RUN-01JD…". Its one batch has the same id. */
export function messageIdOf(runId: string): string {
  return bankId(runId);
}

/** The end-to-end id of one payment, at most 35 characters: "PAY-01JD…". */
export function endToEndIdOf(paymentId: string): string {
  return bankId(paymentId);
}

/** The day a run is paid unless somebody asks for another: the next working day. */
export function nextExecutionDate(
  today: Temporal.PlainDate,
  extraHolidays: readonly Temporal.PlainDate[] = [],
): Temporal.PlainDate {
  return addWorkingDays(today, 1, extraHolidays);
}

export const LEFT_OUT_REASONS = ['no-bank-account', 'bank-account-wrong', 'account-held', 'owes-more'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Why something owed cannot be paid in a run, or null when it can. `verdict` is the modulus check's. */
export function whyLeftOut(payee: {
  readonly hasAccount: boolean;
  /** The bank sent money back from it, and no officer has acted yet. */
  readonly isHeld: boolean;
  readonly verdict: AccountVerdict;
}): LeftOutReason | null {
  if (!payee.hasAccount) return 'no-bank-account';
  if (payee.isHeld) return 'account-held';
  // The check knows nothing of some sort codes; only a plain contradiction holds a payment back.
  return payee.verdict === 'invalid' ? 'bank-account-wrong' : null;
}

/** What people call a run, at most 18 letters with the council's code in front so that a bank statement shows it whole. */
export function runReference(sequence: number): string {
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`not a sequence: ${sequence}`);
  return `RUN-${String(sequence).padStart(6, '0')}`;
}

/** "REM-000001": what people call a remittance advice. */
export function remittanceNumber(sequence: number): string {
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`not a sequence: ${sequence}`);
  return `REM-${String(sequence).padStart(6, '0')}`;
}
