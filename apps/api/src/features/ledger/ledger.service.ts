// Proves the books and keeps them sealed: what `npm run verify:ledger` prints, and what the worker does every minute.

import type { Db } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { AppContext } from '../../http/context.ts';
import { allCouncilIds, CHAINS, makeLedgerPartitions, sealBatch, verifyChain } from './seals.repo.ts';
import { type Check, runChecks } from './verification.repo.ts';

/** Every check of the books and of the seals. `balanced` when nothing is wrong anywhere. */
export async function verifyLedger(ownerDb: Db): Promise<{ checks: readonly Check[]; balanced: boolean }> {
  const checks = await runChecks(ownerDb);
  for (const chain of CHAINS) {
    const wrong = [];
    let links = 0;
    for (const councilId of await allCouncilIds(ownerDb)) {
      const result = await verifyChain(ownerDb, councilId, chain);
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
