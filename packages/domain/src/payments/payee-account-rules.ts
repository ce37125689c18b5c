// Who may put a payee's bank details in force, and when: two people, or the payee after some days in which the old address
// has been told. Money sent to a thief's account is hardly ever seen again, so no one does it alone.
// Source: standards.md ("A payment run"); Cabinet Office, "Fraud and error: bank mandate fraud".

import type { Temporal } from 'temporal-polyfill';
import { addWorkingDays } from '../shared/bank-holidays.ts';
import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';

/** Where a proposal came from. */
export const PAYEE_ACCOUNT_ORIGINS = ['officer', 'payee', 'import'] as const;
export type PayeeAccountOrigin = (typeof PAYEE_ACCOUNT_ORIGINS)[number];

/** A proposal of the payee's own waits; everybody else's needs a second person. */
export function startOfProposal(origin: PayeeAccountOrigin): 'propose' | 'ask' {
  return origin === 'payee' ? 'ask' : 'propose';
}

/** The first day on which details that the payee gave may be used. */
export function firstDayInForce(
  proposedOn: Temporal.PlainDate,
  coolingOffWorkingDays: number,
  holidays: readonly Temporal.PlainDate[] = [],
): Temporal.PlainDate {
  return addWorkingDays(proposedOn, coolingOffWorkingDays, holidays);
}

/** `invitedRecently`: the proposer brought the second person in as a finance officer within the cooling-off. */
export function mayReleaseAccount(
  proposedBy: string,
  releasedBy: string,
  invitedRecently: boolean,
): Result<true, CodeOf<'payee_account.same_person' | 'payee_account.invited_by_proposer'>> {
  if (proposedBy === releasedBy) return refuse('payee_account.same_person');
  return invitedRecently ? refuse('payee_account.invited_by_proposer') : ok(true);
}

/** The same account, however the name is written. */
export function isSameAccount(
  a: { readonly sortCode: string; readonly accountNumber: string },
  b: { readonly sortCode: string; readonly accountNumber: string },
): boolean {
  return a.sortCode === b.sortCode && a.accountNumber === b.accountNumber;
}
