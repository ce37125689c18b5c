// Which of a bank's reasons say that nothing should be sent to an account again until a person has acted: the account is
// closed, was never right, cannot take money, or its owner has died. The other reasons (no funds, a duplicate, a wrong
// amount) say nothing against the account.
// Source: ISO 20022 external code set ExternalStatusReason1Code and ExternalReturnReason1Code (iso20022.org/external_code_list.page);
// Pay.UK, Bacs return codes (ARUCS) for the kinds of return that UK banks send.

import { type BankCause, causeOf } from './bank-result.ts';

const HOLDING: readonly BankCause[] = [
  'account_closed',
  'account_wrong',
  'account_blocked',
  'name_differs',
  'payee_deceased',
];

/** Whether a return for this reason stops further payments to the account that it came back from. */
export function stopsPayments(reasonCode: string | null): boolean {
  return reasonCode !== null && HOLDING.includes(causeOf(reasonCode));
}

/** The reasons that an officer can choose from, as a bank's letter or list says them; each with its usual code. */
export const RETURN_REASONS = ['AC04', 'AC01', 'AC06', 'BE01', 'MD07', 'MS02', 'AM05', 'MS03'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];
