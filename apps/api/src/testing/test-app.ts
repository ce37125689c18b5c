// A whole API on a database of its own with a clock that stands still, for tests that go from route to row.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool } from '@support-market/db/pool';
import { createTestDatabase, type TestDatabase } from '@support-market/db/testing/test-database';
import { Temporal } from 'temporal-polyfill';
import { buildApp, type FurtherParts } from '../app.ts';
import type { Config } from '../config.ts';
import type { App } from '../http/app-instance.ts';
import { prepareQueue } from '../jobs/worker.ts';
import type { AppContext } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { type SettableClock, settableClock } from '../ports/clock/clock.ts';
import { localFileStore } from '../ports/files/local-file-store.ts';
import { outboxMail } from '../ports/mail/outbox-mail.ts';
import { sandboxCardPayments } from '../ports/payments/sandbox-card-payments.ts';

export interface TestApp {
  readonly app: App;
  readonly context: AppContext;
  readonly clock: SettableClock;
  readonly database: TestDatabase;
  /** A Bearer header for an account in a council, through a session row as sign-in would make it. */
  readonly signIn: (accountId: string, councilId: string) => Promise<{ authorization: string }>;
  readonly close: () => Promise<void>;
}

/** Monday 2 November 2026, 9:00 in London, unless a test says otherwise. */
export const TEST_NOW = '2026-11-02T09:00:00Z';

async function withQueue(url: string): Promise<void> {
  const owner = createPool(url, { max: 1, role: 'owner', name: 'test queue' });
  await prepareQueue(owner);
  await owner.end();
}

export async function startTestApp(
  options: { now?: string; config?: Partial<Config>; further?: FurtherParts } = {},
): Promise<TestApp> {
  const database = await createTestDatabase({ max: 20, prepare: withQueue });
  const clock = settableClock(Temporal.Instant.from(options.now ?? TEST_NOW), database.url);
  const dataDir = mkdtempSync(join(tmpdir(), 'support-market-test-'));
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    databaseUrl: database.url,
    appDatabaseUrl: database.appUrl,
    readDatabaseUrl: database.appUrl,
    prepareStatements: 'auto',
    dataDir,
    demonstration: false,
    sessionSecret: 'a secret that only tests know, long enough',
    sealKey: 'a seal key that only tests know, long enough',
    earlierSealKeys: [],
    sealHeads: 'log',
    metricsToken: null,
    smtpUrl: null,
    mailFrom: 'Support Market <no-reply@support-market.example>',
    stripe: { apiBase: 'http://127.0.0.1:1', secretKey: null, webhookSecret: 'whsec_test', publishableKey: null },
    logLevel: 'silent',
    requestsPerMinute: 0,
    clockAheadSeconds: 0,
    trustedProxies: [],
    openReferralProfile: 'https://openreferraluk.org',
    ...options.config,
  };
  let app: App | undefined;
  const cards = sandboxCardPayments({
    clock,
    webhookSecret: config.stripe.webhookSecret,
    deliver: async ({ rawBody, signatureHeader }) => {
      const answer = await app?.inject({
        method: 'POST',
        url: '/webhooks/stripe',
        headers: { 'content-type': 'application/json', 'stripe-signature': signatureHeader },
        payload: rawBody,
      });
      if (!answer || answer.statusCode >= 300) throw new Error(`the webhook answered ${answer?.statusCode}`);
    },
  });
  const mail = outboxMail({ from: config.mailFrom, clock, store: async () => undefined });
  const { db } = database;
  const context: AppContext = {
    config,
    db,
    reads: db,
    identities: db,
    clock,
    mail,
    cards,
    files: localFileStore(dataDir),
  };
  app = await buildApp(context, options.further);
  await app.ready();
  const built = app;
  return {
    app: built,
    context,
    clock,
    database,
    signIn: async (accountId, councilId) => {
      const sessionId = newId(clock, 'session');
      const iat = Math.floor(clock.now().epochMilliseconds / 1_000);
      await database.ownerDb
        .insertInto('sessions')
        .values({
          id: sessionId,
          account_id: accountId,
          council_id: councilId,
          refresh_hash: sessionId,
          rotated_at: clock.now(),
          created_at: clock.now(),
          expires_at: clock.now().add({ hours: 24 * 400 }),
        })
        .execute();
      return { authorization: `Bearer ${built.jwt.sign({ sid: sessionId, iat }, { expiresIn: '400d' })}` };
    },
    close: async () => {
      await built.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
