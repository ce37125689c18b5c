// What the worker does: every task name and the feature that does it, in one readable list.

import type { Db } from '@support-market/db/pool';
import { closeLines } from './features/budget-lines/close-lines.service.ts';
import { collectAllDebts } from './features/card-payments/card-returns.service.ts';
import { reconcileCards } from './features/card-payments/reconcile-cards.service.ts';
import { billDeliveries } from './features/invoices/billing.service.ts';
import { ageListings } from './features/listings/listing-ages.service.ts';
import { mendSearchEntries } from './features/listings/mend-entries.service.ts';
import { remindOfInsurance } from './features/listings/own-checks.service.ts';
import { followPriceDays } from './features/listings/price-days.service.ts';
import { sendMail } from './features/mails/mails.service.ts';
import { completeOrders } from './features/orders/completing.service.ts';
import { schedulePayInsOfAll } from './features/pay-ins/pay-ins.service.ts';
import { beginWaitingAccounts } from './features/payee-accounts/payee-accounts.service.ts';
import { keepMonthsReady } from './features/retention/month-partitions.service.ts';
import { sendSealHeads } from './features/seals/heads.service.ts';
import { sealRecords } from './features/seals/sealing.service.ts';
import { tidySessions } from './features/sessions/sessions.service.ts';
import type { TaskHandlers } from './jobs/worker.ts';
import type { AppContext } from './platform/context.ts';
import { autoConfirmVisits } from './workflows/confirm-visits.ts';
import { answerPriceRises } from './workflows/raise-order-prices.ts';
import { readFeeds } from './workflows/read-feeds.ts';
import { removeOldRecords } from './workflows/remove-old-records.ts';

/** `ownerDb` is for what only the owner of the tables may do: making months, and removing those whose time is over. */
export function buildTasks(context: AppContext, ownerDb: Db): TaskHandlers {
  return {
    'bill-deliveries': async () => void (await billDeliveries(context)),
    'age-listings': async () => {
      await ageListings(context);
      await remindOfInsurance(context);
    },
    'answer-price-rises': () => answerPriceRises(context),
    'auto-confirm-visits': async () => void (await autoConfirmVisits(context)),
    'begin-payee-accounts': async () => void (await beginWaitingAccounts(context)),
    'close-budget-lines': async () => void (await closeLines(context)),
    'collect-card-debts': () => collectAllDebts(context),
    'complete-orders': async () => void (await completeOrders(context)),
    'follow-price-days': () => followPriceDays(context),
    'make-months': async () => void (await keepMonthsReady(ownerDb, context.clock)),
    'mend-search-entries': async () => void (await mendSearchEntries(context)),
    'read-feeds': (payload) => readFeeds(context, payload),
    // The processor of the demonstration forgets when the program ends.
    'reconcile-cards': async () => void (context.config.stripe.secretKey && (await reconcileCards(context))),
    'remove-old-records': () => removeOldRecords(context, ownerDb),
    'schedule-pay-ins': () => schedulePayInsOfAll(context),
    'seal-records': async () => void (await sealRecords(context)),
    'send-seal-heads': () => sendSealHeads(context, (line) => void process.stdout.write(`${line}\n`)),
    'send-mail': (payload) => sendMail(context, payload),
    'tidy-sessions': async () => void (await tidySessions(ownerDb, context.clock)),
  };
}
