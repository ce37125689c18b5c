// Proves the books whole: that they balance, and that what was sealed is still as it was sealed.

import type { Db, Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { SealHead } from '@support-market/domain/seals/heads';
import { type Check, runChecks } from '../features/ledger/verification.repo.ts';
import { allCouncilIds } from '../features/seals/seals.repo.ts';
import { verifySeals } from '../features/seals/verification.service.ts';
import type { SealKeys } from '../ports/seal-keys/seal-keys.ts';

export interface Proof {
  readonly checks: readonly Check[];
  readonly balanced: boolean;
}

async function verify(
  db: Db,
  councilIds: readonly string[],
  keys: SealKeys,
  heads: readonly SealHead[] | null,
): Promise<Proof> {
  const checks = [...(await runChecks(db)), ...(await verifySeals(db, councilIds, keys, heads))];
  return { checks, balanced: checks.every(({ wrong }) => wrong.length === 0) };
}

/** Every check of the books and of the seals. `balanced` when nothing is wrong anywhere. */
export async function verifyBooks(
  ownerDb: Db,
  keys: SealKeys,
  heads: readonly SealHead[] | null = null,
): Promise<Proof> {
  // One picture of all tables, however long it takes: what is sealed meanwhile is not held against an older look.
  return inTransaction(ownerDb, null, async (tx) => verify(tx, await allCouncilIds(tx), keys, heads), {
    isolation: 'repeatable read',
  });
}

/** The same checks of one council alone: row-level security hides every other council's rows from its transaction. */
export function verifyCouncil(tx: Tx, councilId: string, keys: SealKeys): Promise<Proof> {
  return verify(tx, [councilId], keys, null);
}
