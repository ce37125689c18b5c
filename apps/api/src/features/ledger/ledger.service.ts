// Proves the books and keeps them sealed: what `npm run verify:ledger` prints, and what the worker does every minute.

import type { Db, Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { AppContext } from '../../platform/context.ts';
import { allCouncilIds, CHAINS, makeLedgerPartitions, sealBatch, verifyChain } from './seals.repo.ts';
import { type Check, runChecks } from './verification.repo.ts';

export interface CouncilProof {
  readonly checks: readonly Check[];
  readonly balanced: boolean;
}

async function verify(db: Db, councilIds: readonly string[]): Promise<CouncilProof> {
  const checks = await runChecks(db);
  for (const chain of CHAINS) {
    const wrong = [];
    let links = 0;
    for (const councilId of councilIds) {
      const result = await verifyChain(db, councilId, chain);
      links += result.links;
      if (result.broken)
        wrong.push({
          council: councilId,
          what: `seal ${result.broken.position} does not hold`,
          record: result.broken.record,
        });
    }
    checks.push({
      name:
        chain.seals === 'ledger_seals' ? 'transfers are as they were sealed' : 'audit entries are as they were sealed',
      counted: links,
      wrong,
    });
  }
  return { checks, balanced: checks.every(({ wrong }) => wrong.length === 0) };
}

/** Every check of the books and of the seals. `balanced` when nothing is wrong anywhere. */
export async function verifyLedger(ownerDb: Db): Promise<CouncilProof> {
  return verify(ownerDb, await allCouncilIds(ownerDb));
}

/** The same checks of one council alone: row-level security hides every other council's rows from its transaction. */
export function verifyCouncil(tx: Tx, councilId: string): Promise<CouncilProof> {
  return verify(tx, [councilId]);
}

/** Seals everything that is not sealed yet, council by council, in short transactions. */
export async function sealRecords(context: Pick<AppContext, 'db'>): Promise<number> {
  let sealed = 0;
  for (const councilId of await allCouncilIds(context.db)) {
    for (const chain of CHAINS) {
      for (;;) {
        const batch = await inTransaction(context.db, councilId, (tx) => sealBatch(tx, councilId, chain));
        sealed += batch;
        if (batch === 0) break;
      }
    }
  }
  return sealed;
}

/** Keeps a year of monthly partitions ready ahead of today. */
export async function extendLedgerPartitions(context: Pick<AppContext, 'db' | 'clock'>): Promise<void> {
  const today = context.clock.today();
  await makeLedgerPartitions(
    context.db,
    today.with({ day: 1 }).toString(),
    today.with({ day: 1 }).add({ months: 12 }).toString(),
  );
}
