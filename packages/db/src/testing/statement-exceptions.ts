// The statements that do not name one council, each file with its reason. The list only gets shorter.

/** Files that ask about every council in one statement, as the owner: every table is joined on its council instead. */
const EVERY_COUNCIL: Readonly<Record<string, string>> = {
  'apps/api/src/features/ledger/verification.repo.ts': 'the proof of the books is of all books',
  'apps/api/src/features/retention/month-partitions.repo.ts': 'a month is empty when no council has a row in it',
};

export const asksAboutEveryCouncil = (file: string): boolean => Object.hasOwn(EVERY_COUNCIL, file);
