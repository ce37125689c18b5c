// Payment runs from route to row: nothing is paid twice, two people are needed, and the bank's answer can be said twice.

import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writePain002 } from '../../ports/bank-files/pain002.ts';
import { wrongInTheBooks } from '../../testing/books.ts';
import { newKey } from '../../testing/place-order.ts';
import { careToSeed, type SeedOrder, seedConfirmedVisits } from '../../testing/seed-confirmed-visits.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';

let world: TestApp;
beforeEach(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterEach(() => world.close());

async function send(who: AccountName, method: 'GET' | 'POST', url: string, payload?: object, key = newKey()) {
  return world.app.inject({
    method,
    url,
    headers: {
      ...(await world.signIn(ACCOUNTS[who], who === 'elsewhere' ? WORLD.elsewhere : WORLD.council)),
      'idempotency-key': key,
    },
    ...(payload ? { payload } : {}),
  });
}

interface Run {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly files: readonly { readonly id: string; readonly messageId: string; readonly sha256: string }[];
  readonly totalPence: number;
  readonly payments: number;
}

interface Payment {
  readonly position: number;
  readonly payeeName: string;
  readonly endToEndId: string;
  readonly state: string;
}

const OWN: Partial<SeedOrder> = {
  organisationId: WORLD.club,
  offerId: WORLD.clubOffer,
  listingId: WORLD.clubListing,
  lines: [{ lineId: WORLD.ashaOwn, weight: 1 }],
  unit: 'session',
  minutes: null,
  unitPricePence: 1_250n,
  plannedPence: 1_250n,
};
const CLUB: Partial<SeedOrder> = { ...OWN, lines: [{ lineId: WORLD.ashaCare, weight: 1 }] };
const GARDEN: Partial<SeedOrder> = {
  organisationId: WORLD.gardener,
  offerId: WORLD.gardenOffer,
  listingId: WORLD.gardenListing,
  unitPricePence: 4_800n,
  minutes: 60,
  plannedPence: 4_800n,
  vatCategory: 'S',
  vatRateBasisPoints: 2_000,
};

async function bill(...seeds: readonly SeedOrder[]): Promise<void> {
  for (const seed of seeds) await seedConfirmedVisits(world.database.db, seed);
  const billed = await send('finance', 'POST', '/api/invoices/bill', {});
  expect(billed.statusCode, billed.body).toBe(200);
}

async function propose(funderId: string = WORLD.adults): Promise<Run> {
  const proposed = await send('finance', 'POST', '/api/payment-runs', { funderId });
  expect(proposed.statusCode, proposed.body).toBe(201);
  return (await send('finance', 'GET', `/api/payment-runs/${proposed.json<Run>().id}`)).json<Run>();
}

async function emitted(funderId: string = WORLD.adults): Promise<Run> {
  const { id } = await propose(funderId);
  const authorised = await send('financeSecond', 'POST', `/api/payment-runs/${id}/authorise`);
  expect(authorised.statusCode, authorised.body).toBe(200);
  const run = await send('finance', 'POST', `/api/payment-runs/${id}/emit`);
  expect(run.statusCode, run.body).toBe(200);
  return run.json<Run>();
}

async function paymentsIn({ id }: Pick<Run, 'id'>): Promise<Payment[]> {
  return (await send('finance', 'GET', `/api/payment-runs/${id}/payments`)).json<{ items: Payment[] }>().items;
}

/** The text of the file of a run. */
async function fileOf({ files }: Pick<Run, 'files'>): Promise<string> {
  expect(files).toHaveLength(1);
  return (await send('finance', 'GET', `/api/payment-files/${files[0]?.id}`)).body;
}

/** An officer proposes another account for a payee, and the other officer releases it. */
async function giveNewAccount(organisationId: string, sortCode = '089999', accountNumber = '66374958'): Promise<void> {
  const proposed = await send('finance', 'POST', '/api/payee-accounts', {
    organisationId,
    accountName: 'New account',
    sortCode,
    accountNumber,
  });
  expect(proposed.statusCode, proposed.body).toBe(201);
  const waiting = await send('financeSecond', 'GET', `/api/payee-accounts?organisationId=${organisationId}`);
  const ids = waiting.json<{ items: { id: string }[] }>().items.map(({ id }) => id);
  const released = await send('financeSecond', 'POST', '/api/payee-accounts/release', { ids });
  expect(released.statusCode, released.body).toBe(200);
}

async function stateOf(table: 'invoices' | 'payments'): Promise<string[]> {
  const rows = await world.database.ownerDb.selectFrom(table).select('state').orderBy('id').execute();
  return rows.map(({ state }) => state);
}

async function paidTransfers() {
  return world.database.ownerDb
    .selectFrom('ledger_transfers')
    .select(['id', 'amount_pence', 'credit_account_id'])
    .where('code', '=', 'pay')
    .execute();
}

test('of two runs started at once over 30 invoices each is in one, and the file matches the ledger', async () => {
  const weeks = Array.from({ length: 30 }, (_, index) =>
    careToSeed(`week${String.fromCharCode(97 + Math.floor(index / 8))}${index % 8}x`, 1, {
      firstDate: Temporal.PlainDate.from('2026-04-06').add({ days: 7 * index }),
    }),
  );
  await bill(...weeks);
  expect(await stateOf('invoices')).toHaveLength(30);
  const answers = await Promise.all(
    (['finance', 'financeSecond', 'finance', 'financeSecond'] as const).map((who) =>
      send(who, 'POST', '/api/payment-runs', { funderId: WORLD.adults }),
    ),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409]);
  const items = await world.database.ownerDb.selectFrom('payment_items').select('invoice_id').execute();
  expect(new Set(items.map(({ invoice_id }) => invoice_id)).size).toBe(30);
  expect(items).toHaveLength(30);

  const id = answers.find(({ statusCode }) => statusCode === 201)?.json<Run>().id;
  const run = await world.database.ownerDb.selectFrom('payment_runs').select('proposed_by').executeTakeFirstOrThrow();
  const other: AccountName = run.proposed_by === ACCOUNTS.finance ? 'financeSecond' : 'finance';
  await send(other, 'POST', `/api/payment-runs/${id}/authorise`);
  const emission = await send(other, 'POST', `/api/payment-runs/${id}/emit`);
  const file = await fileOf(emission.json<Run>());
  const { owed } = await world.database.ownerDb
    .selectFrom('ledger_transfers')
    .select(({ fn }) => fn.sum<bigint>('amount_pence').as('owed'))
    .where('code', '=', 'approve-invoice')
    .executeTakeFirstOrThrow();
  expect(BigInt(owed)).toBe(86_400n);
  expect(file).toContain('<CtrlSum>864.00</CtrlSum>');
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('a run of each funder goes from proposal to remittance: its own account, file and postings', async () => {
  await bill(careToSeed('care', 5), careToSeed('club', 2, OWN), careToSeed('garden', 1, GARDEN));
  const proposal = await send('finance', 'GET', `/api/payment-runs/proposal?funderId=${WORLD.adults}`);
  expect(proposal.json(), proposal.body).toMatchObject({
    executionDate: '2026-11-03',
    funderName: 'Adults’ social care',
    from: { accountName: 'Adults’ social care', sortCode: '089999', lastFour: '4958' },
    totalPence: 14_400 + 4_800,
    leftOut: [],
    payments: [{ payeeName: 'Bright Care' }, { payeeName: 'Green Gardens' }],
  });
  const run = await emitted();
  expect(run).toMatchObject({ reference: 'RUN-000001', state: 'emitted', payments: 2, totalPence: 19_200 });
  const own = await emitted(WORLD.ownMoney);
  expect(own).toMatchObject({ funderName: 'People’s own money', fromLastFour: '7491', payments: 1, totalPence: 2_500 });
  const download = await send('finance', 'GET', `/api/payment-files/${run.files[0]?.id}`);
  expect(download.headers['content-type']).toContain('application/xml');
  const [councils, peoples] = [await fileOf(run), await fileOf(own)];
  expect([councils, peoples].map((file) => file.match(/<PmtInf>/g)?.length)).toEqual([1, 1]);
  expect(councils).toContain('<CtrlSum>192.00</CtrlSum>');
  expect(councils).toContain('66374958');
  expect(councils).not.toContain('88837491');
  expect(peoples).toContain('<CtrlSum>25.00</CtrlSum>');
  expect(peoples).toContain('88837491');
  expect(peoples).not.toContain('Bright Care');

  const results = { results: (await paymentsIn(run)).map(({ endToEndId }) => ({ endToEndId, status: 'paid' })) };
  const taken = await send('finance', 'POST', `/api/payment-runs/${run.id}/results`, results);
  expect(taken.json(), taken.body).toEqual({
    state: 'settled',
    paid: 2,
    returned: 0,
    unchanged: 0,
    waiting: 0,
    notTaken: [],
  });
  const again = await send('finance', 'POST', `/api/payment-runs/${run.id}/results`, results);
  expect(again.json()).toEqual({ state: 'settled', paid: 0, returned: 0, unchanged: 2, waiting: 0, notTaken: [] });
  const ofOwn = { results: (await paymentsIn(own)).map(({ endToEndId }) => ({ endToEndId, status: 'paid' })) };
  expect((await send('finance', 'POST', `/api/payment-runs/${own.id}/results`, ofOwn)).json()).toMatchObject({
    paid: 1,
  });
  expect(await stateOf('invoices')).toEqual(['paid', 'paid', 'paid']);
  const posted = await paidTransfers();
  expect(posted.map(({ amount_pence }) => amount_pence).sort()).toEqual([14_400n, 2_500n, 4_800n]);
  expect(posted.map(({ credit_account_id }) => credit_account_id).sort()).toEqual(
    [`bank:${WORLD.adults}`, `bank:${WORLD.adults}`, `bank:${WORLD.ownMoney}`].sort(),
  );
  expect(await wrongInTheBooks(world)).toEqual([]);

  const remittances = await send('provider', 'GET', '/api/remittances');
  expect(remittances.json(), remittances.body).toMatchObject({
    items: [
      {
        number: 'REM-000001',
        funderName: 'Adults’ social care',
        payeeName: 'Bright Care',
        amountPence: 14_400,
        items: [{ reference: 'BC-HAR-000001' }],
      },
    ],
  });
  const remittanceId = remittances.json<{ items: { id: string }[] }>().items[0]?.id ?? '';
  const pdf = await send('provider', 'GET', `/api/remittances/${remittanceId}.pdf`);
  expect(pdf.statusCode).toBe(200);
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await send('clubProvider', 'GET', `/api/remittances/${remittanceId}.pdf`)).statusCode).toBe(404);
  const told = await world.database.ownerDb
    .selectFrom('messages')
    .select('organisation_id')
    .where('kind', '=', 'remittance.sent')
    .execute();
  expect(told).toHaveLength(3);
  const mails = await world.database.ownerDb.selectFrom('mails').select('subject').orderBy('subject').execute();
  expect(mails.map(({ subject }) => subject)).toContain('Remittance advice REM-000001: £144.00');
});

test('the payments of a run come in pages by number, and the run says how much they are in all', async () => {
  await bill(careToSeed('care', 5), careToSeed('club', 2, CLUB), careToSeed('garden', 1, GARDEN));
  const run = await propose();
  expect(run).toMatchObject({ payments: 3, totalPence: 21_700 });
  const page = async (query: string) =>
    (await send('auditor', 'GET', `/api/payment-runs/${run.id}/payments?limit=2${query}`)).json<{
      items: Payment[];
      nextCursor: string | null;
    }>();
  const first = await page('');
  expect(first.items.map(({ position, payeeName }) => [position, payeeName])).toEqual([
    [1, 'Bright Care'],
    [2, 'Green Gardens'],
  ]);
  const last = await page(`&cursor=${first.nextCursor}`);
  expect(last).toMatchObject({ items: [{ position: 3, payeeName: 'Quayside Club' }], nextCursor: null });
  const stranger = await send('elsewhere', 'GET', `/api/payment-runs/${run.id}/payments`);
  expect(stranger.statusCode).toBe(403);
});

test('the officer who proposed a run cannot authorise it', async () => {
  await bill(careToSeed('care', 1));
  const { id } = await propose();
  expect((await send('finance', 'POST', `/api/payment-runs/${id}/authorise`)).json()).toMatchObject({
    status: 403,
    code: 'payment_run.same_person',
  });
  expect((await send('financeSecond', 'POST', `/api/payment-runs/${id}/authorise`)).json()).toMatchObject({
    state: 'authorised',
  });
  expect((await send('financeSecond', 'POST', `/api/payment-runs/${id}/authorise`)).json()).toMatchObject({
    status: 409,
    code: 'state.not_allowed',
  });
});

test('emitting twice, later or at once, gives the same bytes, message id and one effect', async () => {
  await bill(careToSeed('care', 1));
  const { id } = await propose();
  await send('financeSecond', 'POST', `/api/payment-runs/${id}/authorise`);
  expect((await send('finance', 'GET', `/api/payment-runs/${id}`)).json()).toMatchObject({ files: [] });
  await Promise.all(Array.from({ length: 3 }, () => send('finance', 'POST', `/api/payment-runs/${id}/emit`)));
  const { files } = (await send('finance', 'GET', `/api/payment-runs/${id}`)).json<Run>();
  expect(files).toHaveLength(1);
  const first = await send('finance', 'GET', `/api/payment-files/${files[0]?.id}`);
  world.clock.set(Temporal.Instant.from('2026-11-05T09:00:00Z'));
  const run = await send('finance', 'POST', `/api/payment-runs/${id}/emit`);
  const second = await send('finance', 'GET', `/api/payment-files/${files[0]?.id}`);
  expect(run.json<Run>().files).toEqual(files);
  expect(second.rawPayload.equals(first.rawPayload)).toBe(true);
  expect(first.headers.etag).toBe(`"${files[0]?.sha256}"`);
  const effects = await world.database.ownerDb.selectFrom('effects').select(['key', 'state']).execute();
  expect(effects).toEqual([{ key: `payment-file:${files[0]?.messageId}`, state: 'done' }]);
});

test('a returned payment leaves the invoice open and owed, and the next run pays a new account', async () => {
  await bill(careToSeed('care', 1), careToSeed('garden', 1, GARDEN));
  const run = await emitted();
  const [care, garden] = await paymentsIn(run);
  const taken = await send('finance', 'POST', `/api/payment-runs/${run.id}/results`, {
    results: [
      { endToEndId: care?.endToEndId, status: 'paid' },
      { endToEndId: garden?.endToEndId, status: 'returned', reason: 'AC04' },
      { endToEndId: 'PAY-UNKNOWN', status: 'paid' },
    ],
  });
  expect(taken.json(), taken.body).toMatchObject({
    state: 'settled',
    paid: 1,
    returned: 1,
    notTaken: [{ endToEndId: 'PAY-UNKNOWN', why: 'unknown-reference' }],
  });
  expect((await stateOf('invoices')).sort()).toEqual(['approved', 'paid']);
  expect(await paidTransfers()).toHaveLength(1);
  expect(await paymentsIn(run)).toMatchObject([
    { state: 'paid' },
    { state: 'returned', resultCode: 'AC04', cause: 'account_closed' },
  ]);
  expect(await wrongInTheBooks(world)).toEqual([]);
  const revived = await send('finance', 'POST', `/api/payment-runs/${run.id}/results`, {
    results: [{ endToEndId: garden?.endToEndId, status: 'paid' }],
  });
  expect(revived.json()).toMatchObject({ paid: 0, notTaken: [{ why: 'already-returned' }] });
  await giveNewAccount(WORLD.gardener, '202959', '63748472');
  const next = await emitted();
  expect(next).toMatchObject({ reference: 'RUN-000002', payments: 1, totalPence: 4_800 });
  const crossed = await send('finance', 'POST', `/api/payment-runs/${next.id}/results`, {
    results: [{ endToEndId: care?.endToEndId, status: 'paid' }],
  });
  expect(crossed.json()).toMatchObject({ notTaken: [{ why: 'other-run', runReference: 'RUN-000001' }] });
});

test('money that comes back days after it was paid is owed again, and the books still hold', async () => {
  await bill(careToSeed('care', 1));
  const run = await emitted();
  const [payment] = await paymentsIn(run);
  const report = (status: string) => ({
    results: [{ endToEndId: payment?.endToEndId, status, ...(status === 'returned' ? { reason: 'AC04' } : {}) }],
  });
  await send('finance', 'POST', `/api/payment-runs/${run.id}/results`, report('paid'));
  world.clock.advance({ hours: 72 });
  const back = await send('finance', 'POST', `/api/payment-runs/${run.id}/results`, report('returned'));
  expect(back.json()).toMatchObject({ returned: 1 });
  expect(await stateOf('invoices')).toEqual(['approved']);
  expect(await wrongInTheBooks(world)).toEqual([]);
  const { ownerDb } = world.database;
  const [remittance] = await ownerDb.selectFrom('remittances').select('number').execute();
  const mails = await ownerDb.selectFrom('mails').select(['recipient', 'subject', 'body_text']).orderBy('id').execute();
  expect(mails.map(({ subject }) => subject)).toEqual([
    `Remittance advice ${remittance?.number}: £28.80`,
    'Our payment of £28.80 came back',
  ]);
  expect(mails[1]).toMatchObject({ recipient: mails[0]?.recipient });
  expect(mails[1]?.body_text).toContain('It was for BC-HAR-000001.');
  expect(mails[1]?.body_text).toContain(`Remittance advice ${remittance?.number} said that it was paid.`);
  expect(mails[1]?.body_text).toContain('we will pay it again');
  const messages = await ownerDb
    .selectFrom('messages')
    .select(['organisation_id', 'role', 'details'])
    .where('kind', '=', 'payment.returned')
    .orderBy('organisation_id')
    .execute();
  expect(messages).toMatchObject([
    { organisation_id: WORLD.agency, details: { references: 'BC-HAR-000001', totalPence: 2_880 } },
    { role: 'finance', details: { references: 'BC-HAR-000001' } },
  ]);
  await giveNewAccount(WORLD.agency);
  const next = await emitted();
  await send('finance', 'POST', `/api/payment-runs/${next.id}/results`, {
    results: [{ endToEndId: (await paymentsIn(next))[0]?.endToEndId, status: 'paid' }],
  });
  expect(await stateOf('invoices')).toEqual(['paid']);
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('a payee whose bank details changed after the proposal is dropped, before and after authorising', async () => {
  await bill(careToSeed('care', 1), careToSeed('garden', 1, GARDEN));
  const { id } = await propose();
  await giveNewAccount(WORLD.gardener);
  expect((await send('financeSecond', 'POST', `/api/payment-runs/${id}/authorise`)).json()).toMatchObject({
    state: 'authorised',
    payments: 1,
    totalPence: 2_880,
  });
  expect(await paymentsIn({ id })).toMatchObject([{ state: 'pending' }, { state: 'dropped' }]);
  await giveNewAccount(WORLD.agency, '202959', '63748472');
  expect((await send('finance', 'POST', `/api/payment-runs/${id}/emit`)).json()).toMatchObject({
    state: 'cancelled',
    totalPence: 0,
  });
  expect(await stateOf('invoices')).toEqual(['approved', 'approved']);
  expect(await propose()).toMatchObject({ payments: 2, totalPence: 7_680 });
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('a payee without an account, or with one that fails the check, is left out and explained', async () => {
  await bill(careToSeed('care', 1), careToSeed('garden', 1, GARDEN), careToSeed('club', 1, CLUB));
  await bill(careToSeed('more', 1));
  await world.database.ownerDb.deleteFrom('payee_accounts').where('organisation_id', '=', WORLD.club).execute();
  await world.database.ownerDb
    .updateTable('payee_accounts')
    .set({ account_number: '66374959' })
    .where('organisation_id', '=', WORLD.agency)
    .execute();
  const proposal = await send('finance', 'GET', `/api/payment-runs/proposal?funderId=${WORLD.adults}`);
  expect(proposal.json()).toMatchObject({
    payments: [{ payeeName: 'Green Gardens' }],
    leftOut: [
      { payeeName: 'Bright Care', reason: 'bank-account-wrong' },
      { payeeName: 'Bright Care', reason: 'bank-account-wrong' },
      { payeeName: 'Quayside Club', reason: 'no-bank-account' },
    ],
  });
  const paged = async (cursor: string, rows: string) => {
    const names: string[] = [];
    for (let next = ''; ; ) {
      const url = `/api/payment-runs/proposal?funderId=${WORLD.adults}&limit=1${next}`;
      const page = (await send('finance', 'GET', url)).json();
      expect(page).toMatchObject({ count: 1, leftOutCount: 3, totalPence: 4_800 });
      names.push(...page[rows].map((row: { payeeName: string; reference?: string }) => row.payeeName));
      const more = page[rows === 'leftOut' ? 'nextLeftOutCursor' : 'nextCursor'];
      if (more === null) return names;
      next = `&${cursor}=${more}`;
    }
  };
  expect(await paged('leftOutCursor', 'leftOut')).toEqual(['Bright Care', 'Bright Care', 'Quayside Club']);
  expect(await paged('cursor', 'payments')).toEqual(['Green Gardens']);
  expect(await propose()).toMatchObject({ payments: 1 });
});

test('a cancelled run gives everything back; one with a file cannot be cancelled', async () => {
  await bill(careToSeed('care', 1));
  const { id } = await propose();
  expect((await send('finance', 'POST', `/api/payment-runs/${id}/cancel`)).json()).toMatchObject({
    state: 'cancelled',
  });
  expect(await stateOf('invoices')).toEqual(['approved']);
  const run = await emitted();
  expect((await send('finance', 'POST', `/api/payment-runs/${run.id}/cancel`)).json()).toMatchObject({
    code: 'state.not_allowed',
  });
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('a bank’s status report is taken as a file; another run’s file and an unreadable one are refused', async () => {
  await bill(careToSeed('care', 1), careToSeed('club', 1, CLUB));
  const run = await emitted();
  const [care] = await paymentsIn(run);
  const upload = async (bytes: Uint8Array) => {
    const boundary = 'testboundary';
    return world.app.inject({
      method: 'POST',
      url: `/api/payment-runs/${run.id}/results`,
      headers: {
        ...(await world.signIn(ACCOUNTS.finance, WORLD.council)),
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: Buffer.concat([
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="pain002.xml"\r\ncontent-type: application/xml\r\n\r\n`,
        ),
        bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
    });
  };
  const report = (originalMessageId: string, status: string, endToEndId?: string) =>
    writePain002({
      messageId: 'BANK-1',
      createdAt: '2026-11-04T10:00:00Z',
      originalMessageId,
      status,
      reasons: [],
      batches:
        endToEndId === undefined
          ? []
          : [
              {
                batchId: originalMessageId,
                status: undefined,
                reasons: [],
                transactions: [
                  { endToEndId, status: 'RJCT', reasons: [{ code: 'AC04', words: '' }], amountPence: 2_880n },
                ],
              },
            ],
    });
  const messageId = run.files[0]?.messageId ?? '';
  expect((await upload(Buffer.from('not xml'))).json()).toMatchObject({ code: 'bank_result.unreadable' });
  expect((await upload(report('RUN-OTHER', 'ACSC'))).json()).toMatchObject({ code: 'bank_result.other_run' });
  const refused = report(messageId, 'PART', care?.endToEndId);
  expect((await upload(refused)).json()).toMatchObject({ state: 'emitted', paid: 0, returned: 1 });
  world.clock.advance({ seconds: 1 });
  const taken = await upload(report(messageId, 'ACSC'));
  expect(taken.json(), taken.body).toMatchObject({ state: 'settled', paid: 1, returned: 0 });
  expect((await upload(refused)).json()).toMatchObject({ paid: 0, returned: 0, unchanged: 2 });
  const said = await send('auditor', 'GET', `/api/payment-runs/${run.id}/bank-entries`);
  const { items } = said.json<{ items: { outcome: string; amountPence: number; payeeName: string }[] }>();
  expect(items.map((one) => [one.outcome, one.amountPence, one.payeeName]).sort()).toEqual([
    ['already-returned', 0, 'Bright Care'],
    ['paid', -1_250, 'Quayside Club'],
    ['returned', 0, 'Bright Care'],
    ['waiting', 0, 'Quayside Club'],
  ]);
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('the same idempotency key proposes one run, and another body under it is refused', async () => {
  await bill(careToSeed('care', 1));
  const key = newKey();
  const first = await send('finance', 'POST', '/api/payment-runs', { funderId: WORLD.adults }, key);
  const second = await send('finance', 'POST', '/api/payment-runs', { funderId: WORLD.adults }, key);
  expect(second.json()).toEqual(first.json());
  expect(
    (
      await send('finance', 'POST', '/api/payment-runs', { funderId: WORLD.adults, executionDate: '2026-11-10' }, key)
    ).json(),
  ).toMatchObject({
    status: 409,
    code: 'idempotency.other_body',
  });
});

test('runs are for finance and the auditor; dates must be working days; a stranger’s run is not found', async () => {
  expect((await send('finance', 'POST', '/api/payment-runs', { funderId: WORLD.adults })).json()).toMatchObject({
    status: 409,
    code: 'payment_run.empty',
  });
  await bill(careToSeed('care', 1));
  expect((await send('provider', 'GET', '/api/payment-runs')).statusCode).toBe(403);
  expect((await send('auditor', 'GET', '/api/payment-runs')).statusCode).toBe(200);
  expect((await send('auditor', 'POST', '/api/payment-runs', { funderId: WORLD.adults })).statusCode).toBe(403);
  expect(
    (
      await send('finance', 'POST', '/api/payment-runs', { funderId: WORLD.adults, executionDate: '2026-11-07' })
    ).json(),
  ).toMatchObject({
    code: 'payment_run.not_a_working_day',
    details: { nextDate: '2026-11-09' },
  });
  expect(
    (
      await send('finance', 'POST', '/api/payment-runs', { funderId: WORLD.adults, executionDate: '2026-10-30' })
    ).json(),
  ).toMatchObject({
    code: 'payment_run.date_in_the_past',
  });
  expect((await send('finance', 'POST', '/api/payment-runs', { funderId: WORLD.adults, when: 'now' })).statusCode).toBe(
    400,
  );
  for (const url of ['run_0000000000000000000000009', 'run_0000000000000000000000009/payments']) {
    expect((await send('finance', 'GET', `/api/payment-runs/${url}`)).json()).toMatchObject({
      code: 'record.not_found',
    });
  }
  const { id } = await propose();
  expect((await send('finance', 'POST', `/api/payment-runs/${id}/sandbox-results`)).statusCode).toBe(404);
  expect((await world.app.inject(`/api/payment-runs/${id}`)).statusCode).toBe(401);
  const audit = await world.database.ownerDb
    .selectFrom('audit_entries')
    .select('record_id')
    .where('event', '=', 'payment-run.proposed')
    .execute();
  expect(audit).toEqual([{ record_id: id }]);
});
