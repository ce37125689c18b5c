// The statements that may do what a rule of statement-rules.ts forbids, each with its reason. The list only gets shorter.

import type { RuleName } from './statement-rules.ts';

/** Files that ask about every council in one statement, as the owner: every table is joined on its council instead. */
const EVERY_COUNCIL: Readonly<Record<string, string>> = {
  'apps/api/src/features/ledger/verification.repo.ts': 'the proof of the books is of all books',
  'apps/api/src/features/retention/month-partitions.repo.ts': 'a month is empty when no council has a row in it',
};

export const asksAboutEveryCouncil = (file: string): boolean => Object.hasOwn(EVERY_COUNCIL, file);

type Exception = { readonly file: string; readonly rule: RuleName; readonly why: string };

const EXCEPTIONS: readonly Exception[] = [];

export function isAllowed(file: string, rule: RuleName): boolean {
  return EXCEPTIONS.some((one) => one.file === file && one.rule === rule);
}
