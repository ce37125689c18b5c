// Chooses the real adapter or the shipped sandbox of each port, from the configuration alone.

import { createDb, type WorkKind } from '@support-market/db/pool';
import type { Config } from './config.ts';
import type { AppContext } from './platform/context.ts';
import { systemClock } from './ports/clock/clock.ts';
import { localFileStore } from './ports/files/local-file-store.ts';
import { outboxMail } from './ports/mail/outbox-mail.ts';
import { smtpMail } from './ports/mail/smtp-mail.ts';
import { sandboxCardPayments } from './ports/payments/sandbox-card-payments.ts';
import { stripeCardPayments } from './ports/payments/stripe-card-payments.ts';

/** Connections of one process: enough for two cores, few enough for several processes beside each other. */
const POOL_SIZE = 12;
const READ_POOL_SIZE = 6;
const IDENTITY_POOL_SIZE = 4;

export interface OpenContext {
  readonly context: AppContext;
  readonly close: () => Promise<void>;
}

/** Everything the application reaches, opened; `close` closes it again. */
export function openContext(config: Config, name: string, work: WorkKind): OpenContext {
  const clock = systemClock(config.clockAheadSeconds);
  const pool = { role: 'app', work, prepare: config.prepareStatements } as const;
  const db = createDb(config.appDatabaseUrl, { ...pool, max: POOL_SIZE, name });
  const reads = createDb(config.readDatabaseUrl, { ...pool, max: READ_POOL_SIZE, name: `${name} reads` });
  const identities = createDb(config.appDatabaseUrl, { ...pool, max: IDENTITY_POOL_SIZE, name: `${name} identities` });
  const smtp = config.smtpUrl ? smtpMail({ url: config.smtpUrl, from: config.mailFrom }) : null;
  // Without SMTP every mail stays in the outbox table, where a page of demonstration mode shows it.
  const mail = smtp ?? outboxMail({ from: config.mailFrom, clock, store: async () => undefined });
  const cards = config.stripe.secretKey
    ? stripeCardPayments({
        clock,
        apiBase: config.stripe.apiBase,
        secretKey: config.stripe.secretKey,
        webhookSecret: config.stripe.webhookSecret,
      })
    : sandboxCardPayments({
        // Without a secret of ours it makes one up at every start: only this process can sign for the sandbox.
        clock,
        deliver: (webhook) => deliverToOwnWebhook(config, webhook),
      });
  return {
    context: { config, db, reads, identities, clock, mail, cards, files: localFileStore(config.dataDir) },
    close: async () => {
      smtp?.close();
      await Promise.all([db.destroy(), reads.destroy(), identities.destroy()]);
    },
  };
}

/** The sandbox speaks to the webhook route over HTTP as the real processor does, so that demonstration exercises it whole. */
async function deliverToOwnWebhook(
  config: Config,
  webhook: { rawBody: string; signatureHeader: string },
): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${config.port}/webhooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stripe-signature': webhook.signatureHeader },
    body: webhook.rawBody,
  });
  if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`);
}
