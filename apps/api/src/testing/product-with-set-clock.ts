// The product of a real council as a program for journeys in a browser: pages, API and the worker, on a database of its
// own, under a clock that the journey moves. What is not done on a page the journey asks for by messages.

import { mkdirSync } from 'node:fs';
import { appUrlOf, ensureAppLogin } from '@support-market/db/app-login';
import { connectOrStart } from '@support-market/db/embedded/embedded-postgres';
import { migrate } from '@support-market/db/migrate';
import { createDb, createPool } from '@support-market/db/pool';
import { Temporal } from 'temporal-polyfill';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { freePort } from '../failure/child-process.ts';
import { keepMonthsReady } from '../features/retention/month-partitions.service.ts';
import { prepareQueue, startWorker } from '../jobs/worker.ts';
import type { AppContext } from '../platform/context.ts';
import { settableClock } from '../ports/clock/clock.ts';
import { localFileStore } from '../ports/files/local-file-store.ts';
import { outboxMail } from '../ports/mail/outbox-mail.ts';
import { sandboxCardPayments } from '../ports/payments/sandbox-card-payments.ts';
import { openSealKeys } from '../ports/seal-keys/seal-keys.ts';
import { buildTasks } from '../tasks.ts';
import { type Founding, foundRealCouncil } from '../workflows/found-real-council.ts';
import { loadReferenceData } from '../workflows/load-reference-data.ts';
import { verifyBooks } from '../workflows/verify-books.ts';
import { givePassword } from './set-password.ts';
import { ACCOUNTS, buildWorld } from './world.ts';

/** What a journey may ask; each message is answered by one `Answer` with the same `id`. */
type Ask =
  | { readonly id: number; readonly found: Founding }
  /** Puts the small council of the API's tests there, each of whose people signs in with that password. */
  | { readonly id: number; readonly world: { readonly password: string } }
  /** Moves the clock to that moment and does what the worker does in a night. */
  | { readonly id: number; readonly goOn: string }
  /** The names of the checks of the books that fail. */
  | { readonly id: number; readonly wrong: true };

const NIGHT = [
  'begin-payee-accounts',
  'auto-confirm-visits',
  'bill-deliveries',
  'complete-orders',
  'seal-records',
] as const;

const [dataDir = '', startsAt = ''] = process.argv.slice(2);
mkdirSync(dataDir, { recursive: true });
const server = await connectOrStart({ dataDir });
const port = await freePort();
const config = readConfig({
  ...process.env,
  DATABASE_URL: server.url,
  DATA_DIR: dataDir,
  PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  SESSION_SECRET: 'a secret that only this journey knows, long enough',
  SEAL_KEY: 'a seal key that only this journey knows, long enough',
  // Mail goes to the journey; the address only says that a real council needs one.
  SMTP_URL: 'smtp://127.0.0.1:1',
  LOG_LEVEL: 'error',
  REQUESTS_PER_MINUTE: '0',
});
const clock = settableClock(Temporal.Instant.from(startsAt), dataDir);

await migrate(server.url);
await ensureAppLogin(server.url, appUrlOf(server.url));
const queue = createPool(server.url, { max: 4, role: 'owner', name: 'journey queue', rows: 'as-pg-reads-them' });
await prepareQueue(queue);
const ownerDb = createDb(server.url, { max: 2, role: 'owner', name: 'journey maintenance' });
await keepMonthsReady(ownerDb, clock);

const db = createDb(config.appDatabaseUrl, { max: 8, role: 'app', name: 'journey' });
const context: AppContext = {
  config,
  db,
  reads: db,
  identities: db,
  clock,
  mail: outboxMail({ from: config.mailFrom, clock, store: async (mail) => void process.send?.({ mail }) }),
  cards: sandboxCardPayments({ clock, deliver: () => Promise.reject(new Error('no card is used here')) }),
  files: localFileStore(dataDir),
};
const tasks = buildTasks(context, ownerDb);
const worker = await startWorker(queue, tasks, { aheadSeconds: 0, now: clock.now });
const app = await buildApp(context);
await app.listen({ port, host: '127.0.0.1' });

async function answer(ask: Ask): Promise<unknown> {
  if ('found' in ask) {
    await loadReferenceData(ownerDb, clock);
    return foundRealCouncil(context, ask.found);
  }
  if ('world' in ask) {
    await buildWorld({ database: { db, ownerDb } });
    for (const id of Object.values(ACCOUNTS)) await givePassword(ownerDb, id, ask.world.password, clock.now());
    return null;
  }
  if ('goOn' in ask) {
    clock.set(Temporal.Instant.from(ask.goOn));
    await keepMonthsReady(ownerDb, clock);
    for (const task of NIGHT) await tasks[task]?.({ councilId: null });
    return null;
  }
  const { checks } = await verifyBooks(ownerDb, openSealKeys(config));
  return checks.flatMap(({ wrong }) => wrong);
}

process.on('message', (ask: Ask) => {
  answer(ask).then(
    (value) => process.send?.({ id: ask.id, value }),
    (error: unknown) => process.send?.({ id: ask.id, error: String(error) }),
  );
});
process.once('SIGTERM', async () => {
  await app.close();
  await worker.stop(5_000);
  await Promise.all([queue.end(), ownerDb.destroy(), db.destroy()]);
  await server.stop();
  process.exit(0);
});
process.send?.({ url: config.publicUrl });
