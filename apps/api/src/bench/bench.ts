// `npm run bench`: measures the product against the floor beneath it in one run, prints a table and writes bench.json.

import { type ChildProcess, fork } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureAppLogin } from '@support-market/db/app-login';
import { openDatabase } from '@support-market/db/database-url';
import { migrate } from '@support-market/db/migrate';
import { createDb, createPool } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { accruedAccount } from '@support-market/domain/ledger/accounts';
import { pence } from '@support-market/domain/shared/money';
import type { InjectOptions } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { openContext } from '../adapters.ts';
import { buildApp } from '../app.ts';
import { buildProcesses } from '../build-processes.ts';
import { REPOSITORY } from '../commands/open-command.ts';
import { readConfig } from '../config.ts';
import { prepareQueue } from '../jobs/worker.ts';
import { systemClock } from '../ports/clock/clock.ts';
import { openAccounts, postTransfers } from '../ports/ledger/ledger.repo.ts';
import { openSealKeys } from '../ports/seal-keys/seal-keys.ts';
import { careToSeed, seedConfirmedVisits } from '../testing/seed-confirmed-visits.ts';
import { buildWorld, WORLD } from '../testing/world.ts';
import { loadReferenceData } from '../workflows/load-reference-data.ts';
import { verifyBooks } from '../workflows/verify-books.ts';
import { BARE_TABLES } from './bare-statements.ts';
import { benchSearches, fillCatalogue, fillPeople, tidyFilled } from './bench-world.repo.ts';
import { beside, coldStartSeconds, cut, median, repeated } from './floors.ts';
import { httpClient, type Load, measure } from './load.ts';
import { writeOpenReferralFile } from './open-referral-file.ts';
import { buildPages, measurePages } from './pages.ts';
import { recordingDb, replay, type Statement } from './recorded-statements.ts';

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string;
  readonly passes: boolean | null;
}

const BASKETS = 600;
const ORDERS = 6_000;
const BARE_ORDERS = 12_000;
const VISITS = 100_000;
const SEARCH_ROUNDS = 5;
const PAGE_ROUNDS = 6;
const FLOOR_TURNS = 6;
const SERVICES = 100_000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const figures: Figure[] = [];
const round = (value: number): number => Math.round(value * 100) / 100;
const note = (name: string, value: number, unit: string): void =>
  void figures.push({ name, value: round(value), unit, target: '', passes: null });
const atLeast = (name: string, value: number, unit: string, least: number): void =>
  void figures.push({ name, value: round(value), unit, target: `at least ${least}`, passes: value >= least });
const atMost = (name: string, value: number, unit: string, most: number): void =>
  void figures.push({ name, value: round(value), unit, target: `at most ${most}`, passes: value <= most });

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function residentMebibytes(pid: number): number {
  const kibibytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kibibytes ?? 0) / 1_024;
}

/** Runs a program that does one piece of work, and answers what it tells of it. */
async function workDone<Told>(file: string, env: NodeJS.ProcessEnv): Promise<Told> {
  const child = fork(file, { env, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return new Promise<Told>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Told));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
}

async function started(file: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = fork(file, {
    env,
    execArgv: ['--max-semi-space-size=4'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return child;
}

const home = mkdtempSync(join(tmpdir(), 'support-market-bench-'));
chmodSync(home, 0o755);
const database = await openDatabase({ dataDir: join(home, 'data'), log: () => undefined });
const children: ChildProcess[] = [];
try {
  say('Filling a database: 10,000 listings, 10,000 people …');
  await migrate(database.url);
  await ensureAppLogin(database.url, database.appUrl);
  const ownerPool = createPool(database.url, { max: 2, role: 'owner', name: 'bench owner' });
  await prepareQueue(ownerPool);
  await ownerPool.end();
  const ownerDb = createDb(database.url, { max: 4, role: 'owner', name: 'bench owner' });
  const appPool = createPool(database.appUrl, { max: 10, role: 'app', name: 'bench straight' });
  const clock = systemClock();
  await buildWorld({ database: { db: createDb(database.appUrl, { max: 2, role: 'app' }), ownerDb } });
  // Demonstration mode needs neither mail nor a secret of an operator's.
  await ownerDb.updateTable('councils').set({ demonstration: true }).execute();
  await loadReferenceData(ownerDb, clock);
  const pages = await fillCatalogue(ownerDb, clock);
  const buyers = await fillPeople(ownerDb, { two: BASKETS * 2, one: ORDERS });
  const tables = createPool(database.url, { max: 1, role: 'owner', name: 'bench floor' });
  for (const statement of BARE_TABLES) await tables.query(statement);
  await tables.query('vacuum analyze bare_balances, bare_listings');
  await tables.end();

  const port = await freePort();
  const barePort = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    APP_DATABASE_URL: database.appUrl,
    DATA_DIR: join(home, 'data'),
    DEMONSTRATION: 'true',
    PORT: String(port),
    LOG_LEVEL: 'error',
    REQUESTS_PER_MINUTE: '0',
    SESSION_SECRET: 'a secret that only this bench knows, and long enough',
  };
  buildPages();
  const built = await buildProcesses(
    ...(['server', 'bench/bare-server', 'bench/bill-in-worker', 'bench/import-in-worker'] as const),
  );
  const server = await started(built.server, env);
  children.push(server, await started(built['bench/bare-server'], { ...env, PORT: String(barePort) }));
  const http = httpClient(`http://127.0.0.1:${port}`);
  const bare = httpClient(`http://127.0.0.1:${barePort}`);

  // The product in this process, with ears on its SQL.
  const config = readConfig(env);
  const opened = openContext(config, 'bench listener', 'request');
  const recording = recordingDb(createPool(database.appUrl, { max: 2, role: 'app', name: 'bench recording' }));
  const app = await buildApp({ ...opened.context, db: recording.db, reads: recording.db, identities: recording.db });
  await app.ready();
  const record = async (ask: InjectOptions): Promise<Statement[]> => {
    recording.take();
    const answer = await app.inject(ask);
    if (answer.statusCode >= 300) throw new Error(`recording ${answer.statusCode}: ${answer.body.slice(0, 300)}`);
    return recording.take();
  };

  say('Searching …');
  const searches = benchSearches();
  const rounds = <Value>(list: readonly Value[], times: number): Value[] =>
    Array.from({ length: times }, () => list).flat();
  // What the first search of a listing keeps for the next is kept before statements are recorded: they are to be those of any search.
  await measure(searches.map((path) => () => http.send({ method: 'GET', path })));
  const searchStatements: Statement[][] = [];
  // What a search asks, and not what it notes and keeps for the next one.
  for (const url of searches)
    searchStatements.push(
      (await record({ method: 'GET', url })).filter(({ text }) => /^\s*(?:select|with)\b/i.test(text)),
    );
  await measure(searchStatements.map((statements) => () => replay(appPool, statements)));
  // In turns, so that a machine that slows down slows both.
  const searchApi: Load[] = [];
  const searchSql: Load[] = [];
  for (let turn = 0; turn < SEARCH_ROUNDS; turn += 1) {
    searchApi.push(await measure(searches.map((path) => () => http.send({ method: 'GET', path }))));
    searchSql.push(await measure(searchStatements.map((statements) => () => replay(appPool, statements))));
  }
  const select = pages.map(
    ({ id }) =>
      () =>
        replay(appPool, [{ text: 'select * from listings where id = $1', values: [id] }]),
  );
  await measure(select);
  const keySelect = await measure(rounds(select, PAGE_ROUNDS));
  const medianOf = (loads: readonly Load[], of: (load: Load) => number): number => median(loads.map(of));
  const searchRate = medianOf(searchApi, ({ perSecond }) => perSecond);
  const sqlRate = medianOf(searchSql, ({ perSecond }) => perSecond);
  note('catalogue search, API', searchRate, 'requests/s');
  note('catalogue search, same SQL straight', sqlRate, 'requests/s');
  note('primary-key select straight', keySelect.perSecond, 'requests/s');
  atLeast('catalogue search: API of straight SQL', (100 * searchRate) / sqlRate, '%', 60);
  atMost('catalogue search: SQL in primary-key selects', keySelect.perSecond / sqlRate, 'times', 40);
  atMost(
    'catalogue search: p99 in p50',
    medianOf(searchApi, ({ p99Millis, p50Millis }) => p99Millis / p50Millis),
    'times',
    5,
  );

  say('Opening listing pages …');
  const get = (path: string) => ({ method: 'GET', path }) as const;
  const pageTurns = repeated(
    FLOOR_TURNS,
    pages.map(({ slug }) => get(`/api/listings/${slug}`)),
    pages.map(({ id }) => get(`/bare/listings/${id}`)),
  );
  const page = await beside(http, bare, pageTurns);
  note('listing page, API', page.ours, 'requests/s');
  note('listing page, bare Fastify + pg', page.floor, 'requests/s');
  atLeast('listing page: API of the bare one', page.percent, '%', 60);

  say('Searching beside the floor …');
  const bareSearches = searches.map((path) => {
    const words = new URL(path, 'http://127.0.0.1').searchParams.get('words') ?? '';
    return get(`/bare/listings?${new URLSearchParams({ words })}`);
  });
  const search = await beside(http, bare, repeated(FLOOR_TURNS, searches.map(get), bareSearches));
  note('search with facets, API', search.ours, 'requests/s');
  note('search with facets, bare Fastify + pg', search.floor, 'requests/s');
  atLeast('search with facets: API of the bare one', search.percent, '%', 50);

  say('Placing baskets …');
  const bearer = (sessionId: string): Record<string, string> => ({
    authorization: `Bearer ${app.jwt.sign({ sid: sessionId }, { expiresIn: '1d' })}`,
  });
  const placeAsk = (
    index: number,
  ): { method: 'POST'; url: string; headers: Record<string, string>; payload: string } => ({
    method: 'POST',
    url: '/api/basket/place',
    headers: {
      ...bearer(buyers[index]?.sessionId ?? ''),
      'idempotency-key': `bench-place-${index}`,
      'content-type': 'application/json',
    },
    payload: '{}',
  });
  const placeStatements: Statement[][] = [];
  for (let index = BASKETS; index < BASKETS * 2; index += 1) {
    const statements = await record(placeAsk(index));
    // What was rolled back gave every basket the same next order numbers: each gets its own again.
    const own = (value: unknown): unknown =>
      typeof value === 'string' ? value.replaceAll(/\bHAR-(\d+)/g, `HAR-B${index}-$1`) : value;
    placeStatements.push(statements.map(({ text, values }) => ({ text, values: values.map(own) })));
  }
  const warm = 50;
  const placeApi = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => {
      const { url, headers, payload } = placeAsk(from + at);
      return () => http.send({ method: 'POST', path: url, headers, body: payload });
    });
  await measure(placeApi(0, warm));
  await measure(placeStatements.slice(0, warm).map((statements) => () => replay(appPool, statements)));
  const placed = await measure(placeApi(warm, BASKETS));
  const straight = await measure(placeStatements.slice(warm).map((statements) => () => replay(appPool, statements)));
  note('place a basket of two orders, API', placed.perSecond, 'baskets/s');
  note('place a basket, same SQL straight', straight.perSecond, 'baskets/s');
  atLeast('place a basket: API of straight SQL', (100 * placed.perSecond) / straight.perSecond, '%', 40);

  say('Placing orders beside the floor …');
  const orderAsks = Array.from({ length: ORDERS }, (_, index) => {
    const { url, headers, payload } = placeAsk(BASKETS * 2 + index);
    return { method: 'POST', path: url, headers, body: payload } as const;
  });
  const bareOrders = Array.from({ length: BARE_ORDERS }, (_, index) => {
    const body = JSON.stringify({ person: 1 + (index % 10_000), pence: 3_300 });
    return { method: 'POST', path: '/bare/orders', body } as const;
  });
  // PostgreSQL measures tables that fill by itself, a minute later: the floor's and ours are tidied and measured now.
  await measure(bareOrders.slice(0, 100).map((ask) => () => bare.send(ask)));
  await tidyFilled(ownerDb);
  const order = await beside(http, bare, cut(FLOOR_TURNS, orderAsks, bareOrders));
  note('an order, API', order.ours, 'orders/s');
  note('an order, seven bare statements', order.floor, 'orders/s');
  atLeast('an order: API of the bare transaction', order.percent, '%', 25);

  say('Seeding 100,000 confirmed visits …');
  const at = Temporal.Now.instant();
  await inTransaction(opened.context.db, WORLD.council, async (tx) => {
    await openAccounts(tx, WORLD.council, [
      accruedAccount(WORLD.agency),
      accruedAccount(WORLD.club),
      accruedAccount(WORLD.gardener),
    ]);
    await postTransfers(tx, { councilId: WORLD.council, effectiveAt: at, recordedAt: at, recordedBy: 'system' }, [
      {
        kind: 'single',
        id: 'tr_award:bench',
        code: 'award',
        debit: `funding:${WORLD.adults}`,
        credit: `line:${WORLD.ashaCare}`,
        amountPence: pence(9_000_000_000),
        lineId: WORLD.ashaCare,
      },
    ]);
  });
  const seeds = 'abcdefghjkmnpqrstvwx';
  const providers = [WORLD.agency, WORLD.club, WORLD.gardener];
  for (let index = 0; index < seeds.length; index += 1) {
    await seedConfirmedVisits(
      opened.context.db,
      careToSeed(`bench${seeds[index]}`, VISITS / seeds.length, {
        organisationId: providers[index % 3] ?? WORLD.agency,
        firstDate: clock.today().subtract({ days: 35 }),
        overDays: 7,
      }),
    );
  }
  say('Billing …');
  const billed = await workDone<{ visits: number; invoices: number; seconds: number; mebibytes: number }>(
    built['bench/bill-in-worker'],
    env,
  );
  atLeast('confirmed visits billed', billed.visits, 'visits', VISITS);
  note('invoices made and matched', billed.invoices, 'invoices');
  atMost('billing 100,000 visits', billed.seconds, 's', 60);
  atMost('billing: memory of the worker', billed.mebibytes, 'MiB', 300);
  const { balanced } = await verifyBooks(ownerDb, openSealKeys(config));
  atLeast('the books balance after all of it', balanced ? 1 : 0, 'yes', 1);

  atMost('API process after the whole run, resident', residentMebibytes(server.pid ?? 0), 'MiB', 250);

  say('Importing 100,000 services …');
  const feed = join(home, 'services.json');
  await writeOpenReferralFile(feed, SERVICES);
  const imported = await workDone<{ accepted: number; seconds: number; mebibytes: number }>(
    built['bench/import-in-worker'],
    { ...env, BENCH_FEED: feed },
  );
  atLeast('services imported', imported.accepted, 'services', SERVICES);
  atLeast('importing an Open Referral file', imported.accepted / imported.seconds, 'services/s', 2_000);
  atMost('importing: memory of the worker', imported.mebibytes, 'MiB', 300);

  say('Weighing the public pages …');
  await measurePages(
    `http://127.0.0.1:${port}`,
    http,
    pages.map(({ slug }) => `/listings/${slug}`),
    { note, atMost },
  );

  say('Starting again on this data …');
  const coldPort = await freePort();
  const coldEnv = { ...env, PORT: String(coldPort) };
  const coldStart = { address: `http://127.0.0.1:${coldPort}${searches[0]}`, times: 3 };
  atMost('cold start to the first answer', await coldStartSeconds(built.server, coldEnv, coldStart), 's', 1.5);

  http.close();
  bare.close();
  await app.close();
  await opened.close();
  await recording.db.destroy();
  await appPool.end();
  await ownerDb.destroy();
} finally {
  for (const child of children) child.kill('SIGTERM');
  await database.stop();
  rmSync(home, { recursive: true, force: true });
}

const columns = figures.map(({ name, value, unit, target, passes }) => [
  name,
  `${value.toLocaleString('en-GB')} ${unit}`,
  target,
  passes === null ? '' : passes ? 'yes' : 'NO',
]);
for (const [name = '', value = '', target = '', passes = ''] of [['what', 'value', 'target', 'passes'], ...columns]) {
  process.stdout.write(`${name.padEnd(48)} ${value.padStart(20)}  ${target.padEnd(14)} ${passes}\n`);
}
writeFileSync(join(REPOSITORY, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
process.exit(figures.every(({ passes }) => passes !== false) ? 0 : 1);
