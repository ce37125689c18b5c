// What the worker does: every task name and the feature that does it, in one readable list.

import { extendLedgerPartitions, sealRecords } from './features/ledger/ledger.service.ts';
import type { AppContext } from './http/context.ts';
import type { TaskHandlers } from './jobs/worker.ts';

export function buildTasks(context: AppContext): TaskHandlers {
  return {
    'make-ledger-partitions': () => extendLedgerPartitions(context),
    'seal-records': async () => void (await sealRecords(context)),
  };
}
