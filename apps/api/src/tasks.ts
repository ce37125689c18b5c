// What the worker does: every task name and the feature that does it, in one readable list.

import { billDeliveries } from './features/invoices/billing.service.ts';
import { extendLedgerPartitions, sealRecords } from './features/ledger/ledger.service.ts';
import { sendMail } from './features/mails/mails.service.ts';
import { completeOrders } from './features/orders/completing.service.ts';
import { schedulePayInsOfAll } from './features/pay-ins/pay-ins.service.ts';
import { tidySessions } from './features/sessions/sessions.service.ts';
import type { TaskHandlers } from './jobs/worker.ts';
import type { AppContext } from './platform/context.ts';
import { autoConfirmVisits } from './workflows/confirm-visits.ts';

export function buildTasks(context: AppContext): TaskHandlers {
  return {
    'bill-deliveries': async () => void (await billDeliveries(context)),
    'auto-confirm-visits': async () => void (await autoConfirmVisits(context)),
    'complete-orders': async () => void (await completeOrders(context)),
    'make-ledger-partitions': () => extendLedgerPartitions(context),
    'schedule-pay-ins': () => schedulePayInsOfAll(context),
    'seal-records': async () => void (await sealRecords(context)),
    'send-mail': (payload) => sendMail(context, payload),
    'tidy-sessions': async () => void (await tidySessions(context)),
  };
}
