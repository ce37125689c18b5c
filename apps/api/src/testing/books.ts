// Asks of a test's database what `npm run verify:ledger` asks of a real one.

import { runChecks } from '../features/ledger/verification.repo.ts';
import type { TestApp } from './test-app.ts';

/** Everything that is wrong with the books; empty when they are right. */
export async function wrongInTheBooks(test: TestApp): Promise<readonly unknown[]> {
  return (await runChecks(test.database.ownerDb)).flatMap(({ name, wrong }) =>
    wrong.map((finding) => ({ name, ...finding })),
  );
}
