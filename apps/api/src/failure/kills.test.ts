// The program is killed in the middle of checkout, billing and payment, many times, and the power is cut: after each start
// the books balance, everything that was answered is there, nothing is half there, and asking again finishes the work once.

import { createHash } from 'node:crypto';
import { inTransaction } from '@support-market/db/transaction';
import { accruedAccount } from '@support-market/domain/ledger/accounts';
import { pence } from '@support-market/domain/shared/money';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProcesses } from '../build-processes.ts';
import { openAccounts, postTransfers } from '../ports/ledger/ledger.repo.ts';
import { careToSeed, type SeedOrder, seedConfirmedVisits } from '../testing/seed-confirmed-visits.ts';
import { WORLD } from '../testing/world.ts';
import { loadReferenceData } from '../workflows/load-reference-data.ts';
import { verifyBooks } from '../workflows/verify-books.ts';
import { type Answer, ask, bearer, runCommand, seededRandom } from './child-process.ts';
import {
  cutConnections,
  halfOrTwice,
  moneyFacts,
  ordersByAccount,
  queueTask,
  refreshStatistics,
} from './facts.repo.ts';
import { type LivingProduct, startLivingProduct } from './living-product.ts';
import { BASKET_PENCE, type Buyer, createBuyers, openSession } from './population.repo.ts';
import { SET_CLOCK } from './set-clock.ts';

/** Another run of the same moments: FAILURE_SEED=… npx vitest run kills */
const SEED = Number(process.env.FAILURE_SEED ?? Math.floor(performance.timeOrigin % 1_000_000));
const random = seededRandom(SEED);

const BUYERS_A_ROUND = 12;
const VISITS_A_ROUND = 60;
const KINDS = [
  'checkout',
  'payment',
  'billing',
  'worker',
  'checkout',
  'payment',
  'checkout',
  'power',
  'database',
] as const;
/** Few in `npm test`, where time is short; `npm run kills` plays 200. */
const ROUNDS = Number(process.env.FAILURE_ROUNDS ?? 21);
/** Far more than a round ever took. */
const ROUND_MILLIS = 15_000;

type Kind = (typeof KINDS)[number];

let product: LivingProduct;
let buyers: readonly Buyer[] = [];
let officers: readonly [Record<string, string>, Record<string, string>];
let nextBuyer = 0;
let nextSeed = 0;
let answered = 0;
let unanswered = 0;

/** What the API has promised by answering 2xx. */
const promisedOrders = new Map<string, readonly string[]>();
const promisedRuns = new Map<string, number>();
const promisedFiles = new Map<string, { sha256: string; messageId: string }>();
let promisedVisits = 0;
let seededVisits = 0;

const RUN_RANK: Readonly<Record<string, number>> = { proposed: 1, authorised: 2, emitted: 3, settled: 4 };

beforeAll(async () => {
  console.info(`moments of failure from FAILURE_SEED=${SEED}`);
  const files = await buildProcesses('server', 'worker');
  product = await startLivingProduct(files);
  await loadReferenceData(product.ownerDb(), SET_CLOCK);
  buyers = await createBuyers(product.ownerDb(), BUYERS_A_ROUND * (ROUNDS + KINDS.length + 8), SET_CLOCK);
  officers = [
    bearer(product.secret, await openSession(product.ownerDb(), 'finance', SET_CLOCK)),
    bearer(product.secret, await openSession(product.ownerDb(), 'financeSecond', SET_CLOCK)),
  ];
  const at = SET_CLOCK.now();
  await inTransaction(product.appDb(), WORLD.council, async (tx) => {
    await openAccounts(tx, WORLD.council, [WORLD.agency, WORLD.club, WORLD.gardener].map(accruedAccount));
    await postTransfers(tx, { councilId: WORLD.council, effectiveAt: at, recordedAt: at, recordedBy: 'system' }, [
      {
        kind: 'single',
        id: 'tr_award:failure',
        code: 'award',
        debit: `funding:${WORLD.adults}`,
        credit: `line:${WORLD.ashaCare}`,
        amountPence: pence(900_000_000),
        lineId: WORLD.ashaCare,
      },
    ]);
  });
  await product.startApi();
}, 300_000);

afterAll(() => product?.close());

/** Asks; an answer that did not come, or that says the database is away, is no answer. */
async function tell(request: Parameters<typeof ask>[1]): Promise<Answer | null> {
  const answer = await ask(product.origin(), request);
  if (answer === null || answer.status >= 500) {
    unanswered += 1;
    return null;
  }
  answered += 1;
  return answer;
}

/** Something to be done by asking, as often as it takes, until an answer came. */
interface Work {
  readonly go: () => Promise<boolean>;
}

function checkout(buyer: Buyer): Work {
  const headers = { ...bearer(product.secret, buyer.sessionId), 'idempotency-key': `place-${buyer.accountId}` };
  return {
    go: async () => {
      const answer = await tell({ method: 'POST', path: '/api/basket/place', headers, body: {} });
      if (answer === null) return false;
      expect(answer.status, answer.bytes.toString()).toBe(200);
      const ids = answer.json<{ orders: { id: string }[] }>().orders.map(({ id }) => id);
      const before = promisedOrders.get(buyer.accountId);
      const sorted = ids.sort();
      if (before) expect(sorted, 'the same key answers the same orders').toEqual(before);
      promisedOrders.set(buyer.accountId, sorted);
      return true;
    },
  };
}

function billing(): Work {
  return {
    go: async () => {
      const answer = await tell({ method: 'POST', path: '/api/invoices/bill', headers: officers[0], body: {} });
      if (answer === null) return false;
      expect(answer.status, answer.bytes.toString()).toBe(200);
      promisedVisits += answer.json<{ visits: number }>().visits;
      return true;
    },
  };
}

interface RunAnswer {
  readonly id: string;
  readonly state: string;
  readonly files: readonly { readonly id: string; readonly sha256: string; readonly messageId: string }[];
}

function promiseRun(run: Pick<RunAnswer, 'id' | 'state' | 'files'>): void {
  promisedRuns.set(run.id, Math.max(promisedRuns.get(run.id) ?? 0, RUN_RANK[run.state] ?? 0));
  for (const { id, sha256, messageId } of run.files) promiseFile(id, { sha256, messageId });
}

function promiseFile(id: string, file: { readonly sha256: string; readonly messageId: string }): void {
  expect(promisedFiles.get(id) ?? file, 'a file is made once').toEqual(file);
  promisedFiles.set(id, file);
}

/** Proposes everything there is to pay and takes it to the bank's answer, going on wherever it was cut off. */
function payment(key: string, proposer: 0 | 1): Work {
  const [mine, theirs] = proposer === 0 ? officers : [officers[1], officers[0]];
  let id: string | undefined;
  let step: 'propose' | 'authorise' | 'emit' | 'results' | 'done' = 'propose';
  const post = (path: string, headers: Record<string, string>, body?: object) =>
    tell({ method: 'POST', path, headers, ...(body ? { body } : {}) });
  const go = async (): Promise<boolean> => {
    if (step === 'propose') {
      const answer = await post('/api/payment-runs', { ...mine, 'idempotency-key': key }, { funderId: WORLD.adults });
      if (answer === null) return false;
      if (answer.status !== 201) {
        // The other officer's run has claimed everything.
        expect(answer.json<{ code: string }>().code).toBe('payment_run.empty');
        step = 'done';
        return true;
      }
      ({ id } = answer.json<{ id: string }>());
      promisedRuns.set(id, Math.max(promisedRuns.get(id) ?? 0, 1));
      step = 'authorise';
    }
    if (step === 'authorise') {
      const answer = await post(`/api/payment-runs/${id}/authorise`, theirs);
      if (answer === null) return false;
      // What was done before the cut is not done again.
      if (answer.status !== 200) expect(answer.json<{ code: string }>().code).toBe('state.not_allowed');
      else promiseRun(answer.json<RunAnswer>());
      step = 'emit';
    }
    let run: RunAnswer | undefined;
    if (step === 'emit') {
      const answer = await post(`/api/payment-runs/${id}/emit`, mine);
      if (answer === null) return false;
      expect(answer.status, answer.bytes.toString()).toBe(200);
      run = answer.json<RunAnswer>();
      promiseRun(run);
      step = 'results';
    }
    if (step === 'results') {
      const seen =
        run ?? (await tell({ method: 'GET', path: `/api/payment-runs/${id}`, headers: mine }))?.json<RunAnswer>();
      if (!seen) return false;
      const payments = await tell({ method: 'GET', path: `/api/payment-runs/${id}/payments?limit=100`, headers: mine });
      if (payments === null) return false;
      const { items } = payments.json<{ items: readonly { readonly endToEndId: string }[] }>();
      const results = items.map(({ endToEndId }) => ({ endToEndId, status: 'paid' }));
      const answer = await post(`/api/payment-runs/${id}/results`, mine, { results });
      if (answer === null) return false;
      expect(answer.status, answer.bytes.toString()).toBe(200);
      promiseRun({ id: seen.id, state: answer.json<{ state: string }>().state, files: [] });
      step = 'done';
    }
    return true;
  };
  return { go };
}

async function seedVisits(): Promise<void> {
  const letters = 'abcdefghjkmnpqrstvwxyz';
  nextSeed += 1;
  const name = `f${letters[Math.floor(nextSeed / letters.length)] ?? ''}${letters[nextSeed % letters.length] ?? ''}`;
  const today = SET_CLOCK.today();
  const common: Partial<SeedOrder> = { firstDate: today.subtract({ days: 21 }), at: SET_CLOCK.now() };
  for (const [suffix, organisationId] of [
    ['a', WORLD.agency],
    ['b', WORLD.club],
    ['c', WORLD.gardener],
  ] as const) {
    await seedConfirmedVisits(
      product.appDb(),
      careToSeed(`${name}${suffix}`, VISITS_A_ROUND, { ...common, organisationId }),
    );
    seededVisits += VISITS_A_ROUND;
  }
}

function takeBuyers(): readonly Buyer[] {
  const taken = buyers.slice(nextBuyer, nextBuyer + BUYERS_A_ROUND);
  nextBuyer += BUYERS_A_ROUND;
  expect(taken).toHaveLength(BUYERS_A_ROUND);
  return taken;
}

/** Prepares a round of its kind; answers the work that will be going on when the end comes. */
async function prepare(kind: Kind, name: string): Promise<readonly Work[]> {
  const pays = (): readonly Work[] => [payment(`pay-${name}-one`, 0), payment(`pay-${name}-two`, 1)];
  const buys = (): readonly Work[] =>
    takeBuyers().flatMap((buyer, index) => (index % 4 === 0 ? [checkout(buyer), checkout(buyer)] : [checkout(buyer)]));
  if (kind === 'checkout') return buys();
  await seedVisits();
  if (kind === 'billing' || kind === 'worker') return [billing(), billing()];
  expect(await billing().go()).toBe(true);
  if (kind === 'payment') return pays();
  await seedVisits();
  return [...buys(), billing(), ...pays()];
}

async function untilBilled(): Promise<void> {
  for (let poll = 0; poll < 600; poll += 1) {
    if ((await moneyFacts(product.ownerDb())).unbilledVisits === 0) return;
    await pause(50);
  }
  throw new Error(`the worker did not bill everything:\n${product.worker().said()}`);
}

const pause = (millis: number) => new Promise<void>((resume) => setTimeout(resume, millis));

async function runsInDatabase(): Promise<ReadonlyMap<string, string>> {
  const rows = await product.ownerDb().selectFrom('payment_runs').select(['id', 'state']).execute();
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** What has to hold at every moment, however the last one ended. */
async function everythingHolds(): Promise<void> {
  await refreshStatistics(product.ownerDb());
  const { checks } = await verifyBooks(product.ownerDb(), product.sealKeys());
  expect(checks.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(await halfOrTwice(product.ownerDb())).toEqual([]);
  const orders = await ordersByAccount(product.ownerDb());
  for (const [account, ids] of promisedOrders)
    expect(orders.get(account), `orders answered to ${account}`).toEqual(ids);
  const runs = await runsInDatabase();
  for (const [id, rank] of promisedRuns)
    expect(RUN_RANK[runs.get(id) ?? ''] ?? 0, `run ${id}`).toBeGreaterThanOrEqual(rank);
  const files = await product
    .ownerDb()
    .selectFrom('payment_files')
    .select(['id', 'sha256', 'message_id as messageId', 'bytes'])
    .execute();
  for (const { id, sha256, messageId, bytes } of files) {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    // What lies there when we first look is what every later answer must say.
    promiseFile(id, { sha256, messageId });
  }
  for (const id of promisedFiles.keys())
    expect(
      files.map((file) => file.id),
      'a file that was promised',
    ).toContain(id);
  const facts = await moneyFacts(product.ownerDb());
  expect(facts.billedVisits).toBeGreaterThanOrEqual(promisedVisits);
  expect(facts.paidPaymentsPence).toBe(facts.paidInvoicesPence);
  expect(facts.paidInLedgerPence).toBe(facts.paidInvoicesPence);
}

/** Goes on with work that was cut off until all of it was answered. */
async function finish(works: readonly Work[]): Promise<void> {
  const done = await Promise.all(works.map(({ go }) => go()));
  expect(done, product.api().said()).toEqual(works.map(() => true));
}

/** In these rounds the worker bills and seals beside what people do. */
const WITH_WORKER: ReadonlySet<Kind> = new Set(['worker', 'power', 'database']);

/** Ends what the kind names; the database comes back by itself, under the API and the worker that go on. */
async function end(kind: Kind): Promise<void> {
  if (kind === 'power') await product.cutPower();
  else if (kind === 'database') await product.crashDatabase();
  else await (kind === 'worker' ? product.worker() : product.api()).kill();
}

async function playRound(kind: Kind, name: string, kill: boolean, span: number): Promise<number> {
  const works = await prepare(kind, name);
  // The server gathers them by itself within a minute; the first rounds do not wait so long, and would be planned for empty tables.
  if (!kill) await refreshStatistics(product.ownerDb());
  if (WITH_WORKER.has(kind)) await product.startWorker();
  const started = performance.now();
  const going = kind === 'worker' ? [] : works.map(({ go }) => go());
  if (WITH_WORKER.has(kind)) {
    await queueTask(product.ownerDb(), 'bill-deliveries');
    await queueTask(product.ownerDb(), 'seal-records');
  }
  if (!kill) {
    await Promise.all(going);
    if (kind === 'worker') await untilBilled();
    const took = performance.now() - started;
    if (WITH_WORKER.has(kind)) await product.worker().stop();
    return took;
  }
  await pause(random() * span);
  const { pid } = product.api();
  await end(kind);
  const outcomes = await Promise.all(going);
  if (kind === 'power') await product.restoreDatabase();
  await everythingHolds();
  if (kind === 'worker') {
    await product.startWorker();
    await queueTask(product.ownerDb(), 'bill-deliveries');
    await queueTask(product.ownerDb(), 'seal-records');
    await untilBilled();
    await product.worker().stop();
  } else if (kind === 'database') {
    expect(product.api().isAlive() && product.api().pid === pid, 'the API went on').toBe(true);
    expect(product.worker().isAlive(), product.worker().said()).toBe(true);
    await product.worker().stop();
  } else await product.startApi();
  await finish(works.filter((_, index) => outcomes[index] !== true));
  await finish([billing()]);
  await everythingHolds();
  expect((await moneyFacts(product.ownerDb())).unbilledVisits).toBe(0);
  return 0;
}

test(
  `killed ${ROUNDS} times in checkout, billing and payment, it loses and doubles nothing`,
  async () => {
    // How long a round takes here undisturbed, says where its middle is.
    const spans = new Map<Kind, number>();
    for (const kind of new Set(KINDS)) spans.set(kind, await playRound(kind, `whole-${kind}`, false, 0));
    await everythingHolds();
    for (let round = 0; round < ROUNDS; round += 1) {
      const kind = KINDS[round % KINDS.length] ?? 'checkout';
      await playRound(kind, `round-${round}`, true, spans.get(kind) ?? 0);
    }
    // Everything that is still to be paid is paid, once, and everything adds up.
    await finish([payment('pay-the-rest', 0)]);
    await everythingHolds();
    const facts = await moneyFacts(product.ownerDb());
    expect(facts.billedVisits).toBe(seededVisits);
    expect(facts.paidInvoices).toBe(facts.invoices);
    const orders = await ordersByAccount(product.ownerDb());
    expect([...orders.keys()].sort()).toEqual([...promisedOrders.keys()].sort());
    expect(promisedOrders.size).toBe(nextBuyer);
    // The test is worth something only if it really cut answers off.
    expect(answered).toBeGreaterThan(0);
    expect(unanswered).toBeGreaterThan(0);
  },
  100_000 + ROUNDS * ROUND_MILLIS,
);

test('with its database connections cut again and again, the API goes on and loses or doubles nothing', async () => {
  const { pid } = product.api();
  await product.startWorker();
  const works = [
    ...(await prepare('power', 'cut-connections')),
    ...takeBuyers().map(checkout),
    ...takeBuyers().map(checkout),
  ];
  await queueTask(product.ownerDb(), 'bill-deliveries');
  let cut = 0;
  const before = unanswered;
  const going = Promise.all(works.map(({ go }) => go()));
  let over = false;
  const cutting = (async () => {
    while (!over) {
      cut += await cutConnections(product.ownerDb());
      await pause(random() * 60);
    }
  })();
  const outcomes = await going;
  over = true;
  await cutting;
  expect(cut).toBeGreaterThan(0);
  expect(unanswered).toBeGreaterThan(before);
  await everythingHolds();
  await finish(works.filter((_, index) => outcomes[index] !== true));
  await finish([billing(), payment('pay-after-the-cut', 1)]);
  await queueTask(product.ownerDb(), 'bill-deliveries');
  await untilBilled();
  await everythingHolds();
  expect(product.api().isAlive() && product.api().pid === pid).toBe(true);
  expect(product.worker().isAlive(), product.worker().said()).toBe(true);
  expect((await ask(product.origin(), { method: 'GET', path: '/readyz' }))?.status).toBe(200);
  const left = await product
    .ownerDb()
    .selectFrom('ledger_accounts')
    .select('available')
    .where(
      'id',
      'in',
      buyers.slice(0, nextBuyer).map(({ lineId }) => `line:${lineId}`),
    )
    .execute();
  expect(new Set(left.map(({ available }) => available))).toEqual(new Set([500_000n - BASKET_PENCE]));
  await product.worker().stop();
}, 200_000);

test('verify:ledger beside the running product finds its database by the data folder and says balanced', async () => {
  const { code, out, err } = await runCommand('verify-ledger.ts', [], { DATABASE_URL: '', DATA_DIR: product.dataDir });
  expect(code, err).toBe(0);
  expect(Number(/^ok\s+(\d+) {2}every paid invoice has exactly one payment$/m.exec(out)?.[1])).toBeGreaterThan(0);
  expect(out.trimEnd().split('\n').at(-1)).toBe('balanced');
  expect((await ask(product.origin(), { method: 'GET', path: '/readyz' }))?.status).toBe(200);
});
