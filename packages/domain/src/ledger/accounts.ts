// The chart of accounts of one council. An account's id says what it is for, so no look-up stands between a rule and its posting.

export type AccountPurpose =
  | 'funding'
  | 'line'
  | 'accrued'
  | 'payable'
  | 'bank'
  | 'card-clearing'
  | 'purse'
  | 'returned'
  | 'debt'
  | 'write-off';

/** One ledger account as it is opened. `normal` is the side on which it grows; a hot one keeps no running balance. */
export interface LedgerAccount {
  readonly id: string;
  readonly purpose: AccountPurpose;
  readonly normal: 'debit' | 'credit';
  readonly hot: boolean;
  readonly lineId: string | null;
  readonly organisationId: string | null;
  /** Whose money it is, where money is kept apart by funder. */
  readonly funderId: string | null;
}

const hot = (
  id: string,
  purpose: AccountPurpose,
  normal: 'debit' | 'credit',
  about: { readonly organisationId?: string; readonly funderId?: string },
): LedgerAccount => ({
  id,
  purpose,
  normal,
  hot: true,
  lineId: null,
  organisationId: about.organisationId ?? null,
  funderId: about.funderId ?? null,
});

/** Where awards come from: what a funder has promised. */
export const fundingAccount = (funderId: string): LedgerAccount =>
  hot(`funding:${funderId}`, 'funding', 'debit', { funderId });

/** What a person may still spend on one line. Never below zero. */
export const lineAccount = (lineId: string): LedgerAccount => ({
  id: `line:${lineId}`,
  purpose: 'line',
  normal: 'credit',
  hot: false,
  lineId,
  organisationId: null,
  funderId: null,
});

/** Cash that a holder keeps for one line: paid in, less paid out. Never below zero. */
export const purseAccount = (lineId: string): LedgerAccount => ({
  id: `purse:${lineId}`,
  purpose: 'purse',
  normal: 'debit',
  hot: false,
  lineId,
  organisationId: null,
  funderId: null,
});

/** A pay-in that the bank sent back after it was spent: owed to its holder again. Never below zero. */
export const returnedAccount = (lineId: string): LedgerAccount => ({
  id: `returned:${lineId}`,
  purpose: 'returned',
  normal: 'credit',
  hot: false,
  lineId,
  organisationId: null,
  funderId: null,
});

/** What a person owes the council because card money that they had spent was taken back. Never below zero. */
export const debtAccount = (lineId: string): LedgerAccount => ({
  id: `debt:${lineId}`,
  purpose: 'debt',
  normal: 'debit',
  hot: false,
  lineId,
  organisationId: null,
  funderId: null,
});

/** Debts that the council has given up. */
export const writeOffAccount = (): LedgerAccount => hot('write-off', 'write-off', 'debit', {});

/** Delivered and confirmed, not yet on an approved invoice. */
export const accruedAccount = (organisationId: string): LedgerAccount =>
  hot(`accrued:${organisationId}`, 'accrued', 'credit', { organisationId });

/** What one funder owes a provider on approved invoices. */
export const payableAccount = (funderId: string, organisationId: string): LedgerAccount =>
  hot(`payable:${funderId}:${organisationId}`, 'payable', 'credit', { funderId, organisationId });

/** The bank account that a funder pays from. */
export const bankAccount = (funderId: string): LedgerAccount => hot(`bank:${funderId}`, 'bank', 'debit', { funderId });

/** Card payments taken and not yet paid over by the card processor to the funder whose money it is. */
export const cardClearingAccount = (funderId: string): LedgerAccount =>
  hot(`card-clearing:${funderId}`, 'card-clearing', 'debit', { funderId });
