// The API's own description without a database behind it: routes and schemas are known before anything connects.

import { createDb } from '@support-market/db/pool';
import { buildApp, type FurtherParts } from './app.ts';
import { systemClock } from './ports/clock/clock.ts';
import { localFileStore } from './ports/files/local-file-store.ts';
import { outboxMail } from './ports/mail/outbox-mail.ts';
import { sandboxCardPayments } from './ports/payments/sandbox-card-payments.ts';

/** openapi.json as text, with a line break at its end, of the product and of what a server of another app adds to it. */
export async function describeApi(further: FurtherParts = {}): Promise<string> {
  const clock = systemClock();
  const from = 'Support Market <no-reply@support-market.example>';
  // The pool opens no connection until a query is sent, and none is.
  const db = createDb('postgres://no-login@127.0.0.1:1/none', { max: 1, role: 'app' });
  const app = await buildApp(
    {
      config: {
        port: 0,
        host: '127.0.0.1',
        publicUrl: 'http://localhost:3000',
        databaseUrl: '',
        appDatabaseUrl: '',
        readDatabaseUrl: '',
        prepareStatements: 'auto',
        dataDir: '.data',
        demonstration: true,
        sessionSecret: 'only to describe the API, nothing is signed with it',
        sealKey: 'only to describe the API, nothing is sealed with it',
        earlierSealKeys: [],
        sealHeads: 'log',
        metricsToken: null,
        smtpUrl: null,
        mailFrom: from,
        stripe: { apiBase: 'http://127.0.0.1:1', secretKey: null, webhookSecret: 'whsec_none', publishableKey: null },
        logLevel: 'silent',
        requestsPerMinute: 0,
        clockAheadSeconds: 0,
        trustedProxies: [],
        openReferralProfile: 'https://openreferraluk.org',
      },
      db,
      reads: db,
      identities: db,
      clock,
      mail: outboxMail({ from, clock, store: async () => undefined }),
      cards: sandboxCardPayments({ clock, deliver: async () => undefined }),
      files: localFileStore('.data'),
    },
    further,
  );
  await app.ready();
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`;
  await app.close();
  await db.destroy();
  return text;
}
