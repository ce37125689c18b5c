// An order's life from route to row: who sees it, who decides, and what comes back when it does not happen.

import { inTransaction } from '@support-market/db/transaction';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lineBalances } from '../../testing/line-balances.repo.ts';
import { newKey, placeOrder } from '../../testing/place-order.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld, insertSelfFunder, WORLD } from '../../testing/world.ts';

let world: TestApp;
beforeEach(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterEach(() => world.close());

async function ask(
  account: string,
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
  council: string = WORLD.council,
) {
  return world.app.inject({
    method,
    url,
    headers: {
      ...(await world.signIn(account, council)),
      ...(method === 'POST' ? { 'idempotency-key': newKey() } : {}),
    },
    ...(payload ? { payload } : {}),
  });
}

async function left(lineId: string): Promise<bigint | undefined> {
  const balances = await inTransaction(world.database.db, WORLD.council, (tx) =>
    lineBalances(tx, WORLD.council, [lineId]),
  );
  return balances.get(lineId)?.leftPence;
}

const session = () =>
  placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: WORLD.clubOffer,
    lines: [WORLD.ashaOwn],
    oneOff: { date: '2026-11-06' },
  });

/** £28.80 a visit on four Tuesdays and Thursdays from tomorrow: 3, 5, 10 and 12 November. */
const care = (accept: boolean) =>
  placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: WORLD.careOffer,
    lines: [WORLD.ashaCare],
    schedule: {
      firstDate: '2026-11-03',
      lastDate: '2026-11-12',
      pattern: [
        { weekday: 2, startTime: '09:30', minutes: 90 },
        { weekday: 4, startTime: '09:30', minutes: 90 },
      ],
    },
    ...(accept ? { accept: ACCOUNTS.provider } : {}),
  });

describe('a declined order', () => {
  test('gives the money back at once, tells the person why and keeps the reason', async () => {
    const order = await session();
    expect(await left(WORLD.ashaOwn)).toBe(3_750n);
    const answer = await ask(ACCOUNTS.clubProvider, 'POST', `/api/orders/${order.id}/decline`, {
      reason: 'no-space',
      note: 'Full until January',
    });
    expect(answer.json()).toEqual({
      id: order.id,
      reference: order.reference,
      state: 'declined',
      chargedPence: 0,
      backPence: 1_250,
    });
    expect(await left(WORLD.ashaOwn)).toBe(5_000n);
    const { ownerDb } = world.database;
    expect(await ownerDb.selectFrom('orders').select(['state', 'decline_reason', 'decline_note']).execute()).toEqual([
      { state: 'declined', decline_reason: 'no-space', decline_note: 'Full until January' },
    ]);
    expect(await ownerDb.selectFrom('visits').select(['state', 'charge_pence']).execute()).toEqual([
      { state: 'cancelled', charge_pence: null },
    ]);
    const [message] = await ownerDb.selectFrom('messages').selectAll().where('kind', '=', 'order.declined').execute();
    expect(message).toMatchObject({
      person_id: WORLD.asha,
      details: { reference: order.reference, reason: 'no-space', note: 'Full until January' },
    });
    const history = await ownerDb
      .selectFrom('state_changes')
      .select(['noun', 'from_state', 'to_state'])
      .where('event', 'in', ['order.declined', 'visit.cancelled'])
      .orderBy('noun')
      .execute();
    expect(history).toEqual([
      { noun: 'order', from_state: 'placed', to_state: 'declined' },
      { noun: 'visit', from_state: 'planned', to_state: 'cancelled' },
    ]);
    expect(
      await ownerDb
        .selectFrom('audit_entries')
        .select(['reason', 'person_id'])
        .where('event', '=', 'order.declined')
        .execute(),
    ).toEqual([{ reason: 'no-space Full until January', person_id: WORLD.asha }]);
  });

  test('by mistake is put back by finance with its visits and money, or refused where the money is spent', async () => {
    const order = await session();
    const decline = () => ask(ACCOUNTS.clubProvider, 'POST', `/api/orders/${order.id}/decline`, { reason: 'other' });
    const back = () => ask(ACCOUNTS.finance, 'POST', `/api/orders/${order.id}/put-back`, { reason: 'Wrong button' });
    expect((await back()).json()).toMatchObject({ code: 'order.not_declined' });
    await decline();
    expect((await back()).json()).toEqual({ id: order.id });
    expect(await left(WORLD.ashaOwn)).toBe(3_750n);
    const { ownerDb } = world.database;
    expect(await ownerDb.selectFrom('orders').select(['state', 'decided_at', 'decline_reason']).execute()).toEqual([
      { state: 'placed', decided_at: null, decline_reason: null },
    ]);
    expect(await ownerDb.selectFrom('visits').select('state').execute()).toEqual([{ state: 'planned' }]);
    const told = await ownerDb.selectFrom('messages').select('details').where('kind', '=', 'order.put-back').execute();
    expect(told).toHaveLength(2);
    expect(told[0]?.details).toMatchObject({ orderId: order.id, reason: 'Wrong button' });

    // Declined again; somebody who left before its visit has none again; and then the money is spent on something else.
    expect((await decline()).statusCode).toBe(200);
    const leave = (state: string, day: string | null) =>
      sql`update people set state = ${state}, last_day = ${day}::date where id = ${WORLD.asha}`.execute(ownerDb);
    for (const [state, day] of [
      ['left', '2026-11-05'],
      ['died', '2026-11-30'],
    ] as const) {
      await leave(state, day);
      expect((await back()).json(), state).toMatchObject({
        code: 'person.ended',
        details: { personName: 'Asha Example' },
      });
    }
    await leave('active', null);
    for (let spent = 0; spent < 4; spent += 1) await session();
    expect(await left(WORLD.ashaOwn)).toBe(0n);
    const refused = await back();
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'budget.not_enough_money']);
    expect(await ownerDb.selectFrom('orders').select('state').where('id', '=', order.id).executeTakeFirst()).toEqual({
      state: 'declined',
    });
  });

  test('of somebody who pays for themselves is theirs alone: finance neither sees it nor puts it back', async () => {
    await insertSelfFunder(world);
    const wish = { account: ACCOUNTS.selfFunder, person: WORLD.selfFunder, lines: [WORLD.selfFunderOwn] };
    const buy = () => placeOrder(world, { ...wish, offer: WORLD.clubOffer, oneOff: { date: '2026-11-06' } });
    const order = await buy();
    const before = await left(WORLD.selfFunderOwn);
    await ask(ACCOUNTS.clubProvider, 'POST', `/api/orders/${order.id}/decline`, { reason: 'other' });
    expect(await left(WORLD.selfFunderOwn)).toBe((before ?? 0n) + 1_250n);
    const [visit] = await world.database.ownerDb.selectFrom('visits').select('id').execute();
    for (const [noun, id] of [
      ['orders', order.id],
      ['visits', visit?.id ?? ''],
    ] as const) {
      const statuses = [
        await ask(ACCOUNTS.finance, 'GET', `/api/${noun}/${id}`),
        await ask(ACCOUNTS.finance, 'POST', `/api/${noun}/${id}/put-back`, { reason: 'Wrong button' }),
      ].map(({ statusCode }) => statusCode);
      expect(statuses, noun).toEqual([404, 404]);
    }
    // What was said by mistake they order again, with the money that came back.
    await buy();
    expect(await left(WORLD.selfFunderOwn)).toBe(before);
  });

  test('cannot be accepted, declined again or cancelled', async () => {
    const order = await session();
    await ask(ACCOUNTS.clubProvider, 'POST', `/api/orders/${order.id}/decline`, { reason: 'too-far' });
    const codes = [
      await ask(ACCOUNTS.clubProvider, 'POST', `/api/orders/${order.id}/accept`),
      await ask(ACCOUNTS.clubProvider, 'POST', `/api/orders/${order.id}/decline`, { reason: 'too-far' }),
      await ask(ACCOUNTS.asha, 'POST', `/api/orders/${order.id}/cancel`, {}),
    ].map((answer) => [answer.statusCode, answer.json().code]);
    expect(codes).toEqual([
      [409, 'order.not_placed'],
      [409, 'order.not_placed'],
      [409, 'state.not_allowed'],
    ]);
  });

  test('needs a reason from the list, and nothing that we do not know', async () => {
    const order = await session();
    const url = `/api/orders/${order.id}/decline`;
    for (const body of [{}, { reason: 'because' }, { reason: 'too-far', colour: 'red' }]) {
      expect((await ask(ACCOUNTS.clubProvider, 'POST', url, body)).statusCode).toBe(400);
    }
  });
});

describe('an accepted order', () => {
  test('keeps the money reserved and tells the person', async () => {
    const order = await care(true);
    expect(await left(WORLD.ashaCare)).toBe(520_000n - 4n * 2_880n);
    const seen = (await ask(ACCOUNTS.asha, 'GET', `/api/orders/${order.id}`)).json();
    expect(seen).toMatchObject({
      state: 'accepted',
      allowed: ['cancel'],
      payers: [{ lineId: WORLD.ashaCare, plannedPence: 11_520 }],
      lines: [{ prices: [{ unitPricePence: 1_920, priceSource: 'agreed', visits: 4 }], visits: 4, totalPence: 11_520 }],
      cancelling: { chargedPence: 2_880, chargedVisits: 1, backPence: 8_640 },
    });
    expect(seen.visits).toHaveLength(4);
    const messages = await world.database.ownerDb
      .selectFrom('messages')
      .select('person_id')
      .where('kind', '=', 'order.accepted')
      .execute();
    expect(messages).toEqual([{ person_id: WORLD.asha }]);
  });

  test('that is cancelled charges the visit inside its notice, £28.80, and gives £86.40 back', async () => {
    const order = await care(true);
    const answer = await ask(ACCOUNTS.asha, 'POST', `/api/orders/${order.id}/cancel`, { note: 'Hospital' });
    expect(answer.json()).toMatchObject({ state: 'cancelled', chargedPence: 2_880, backPence: 8_640 });
    expect(await left(WORLD.ashaCare)).toBe(520_000n - 2_880n);
    const visits = await world.database.ownerDb
      .selectFrom('visits')
      .select(['state', 'charge_pence'])
      .orderBy('service_date')
      .execute();
    expect(visits).toEqual([
      { state: 'cancelled', charge_pence: 2_880n },
      { state: 'cancelled', charge_pence: null },
      { state: 'cancelled', charge_pence: null },
      { state: 'cancelled', charge_pence: null },
    ]);
    const balances = await inTransaction(world.database.db, WORLD.council, (tx) =>
      lineBalances(tx, WORLD.council, [WORLD.ashaCare]),
    );
    expect(balances.get(WORLD.ashaCare)).toMatchObject({ reservedPence: 0n, spentPence: 2_880n });
  });
});

describe('cancelling', () => {
  test('before the provider accepted costs nothing', async () => {
    const order = await care(false);
    const answer = await ask(ACCOUNTS.asha, 'POST', `/api/orders/${order.id}/cancel`, {});
    expect(answer.json()).toMatchObject({ chargedPence: 0, backPence: 11_520 });
    expect(await left(WORLD.ashaCare)).toBe(520_000n);
  });

  test('and declining at the same moment: one of them happens, and the money comes back once', async () => {
    const order = await session();
    const answers = await Promise.all([
      ask(ACCOUNTS.asha, 'POST', `/api/orders/${order.id}/cancel`, {}),
      ask(ACCOUNTS.clubProvider, 'POST', `/api/orders/${order.id}/decline`, { reason: 'other' }),
      ask(ACCOUNTS.clubProvider, 'POST', `/api/orders/${order.id}/accept`),
    ]);
    expect(answers.filter(({ statusCode }) => statusCode >= 500)).toEqual([]);
    const state = (await ask(ACCOUNTS.asha, 'GET', `/api/orders/${order.id}`)).json().state;
    expect(await left(WORLD.ashaOwn)).toBe(state === 'accepted' ? 3_750n : 5_000n);
  });

  test('by a representative whose mandate does not let them order is refused like a missing record', async () => {
    const order = await session();
    await world.database.ownerDb.updateTable('mandates').set({ may_order: false }).execute();
    expect((await ask(ACCOUNTS.representative, 'GET', `/api/orders/${order.id}`)).statusCode).toBe(200);
    expect((await ask(ACCOUNTS.representative, 'POST', `/api/orders/${order.id}/cancel`, {})).statusCode).toBe(404);
  });
});

describe('an order', () => {
  test('is seen by its buyer, provider, practitioner and auditor, and looks missing to everyone else', async () => {
    const order = await session();
    const url = `/api/orders/${order.id}`;
    for (const account of [
      ACCOUNTS.asha,
      ACCOUNTS.representative,
      ACCOUNTS.clubProvider,
      ACCOUNTS.practitioner,
      ACCOUNTS.finance,
      ACCOUNTS.auditor,
    ]) {
      expect((await ask(account, 'GET', url)).statusCode, account).toBe(200);
    }
    const missing = (await ask(ACCOUNTS.stranger, 'GET', '/api/orders/ord_00000000000000000000000000')).body;
    for (const account of [ACCOUNTS.stranger, ACCOUNTS.broker, ACCOUNTS.provider]) {
      const answer = await ask(account, 'GET', url);
      expect([answer.statusCode, answer.body], account).toEqual([404, missing]);
    }
    const elsewhere = await ask(ACCOUNTS.elsewhere, 'GET', url, undefined, WORLD.elsewhere);
    expect([elsewhere.statusCode, elsewhere.body]).toEqual([404, missing]);
    expect((await ask(ACCOUNTS.commissioner, 'GET', url)).statusCode).toBe(403);
    expect((await world.app.inject(url)).statusCode).toBe(401);
    for (const step of ['accept', 'decline']) {
      const answer = await ask(
        ACCOUNTS.provider,
        'POST',
        `${url}/${step}`,
        step === 'decline' ? { reason: 'other' } : undefined,
      );
      expect(answer.statusCode, step).toBe(404);
    }
    const looks = await world.database.ownerDb
      .selectFrom('audit_entries')
      .select('account_id')
      .where('event', '=', 'order.viewed')
      .orderBy('id')
      .execute();
    expect(new Set(looks.map((look) => look.account_id))).toEqual(
      new Set([
        ACCOUNTS.representative,
        ACCOUNTS.clubProvider,
        ACCOUNTS.practitioner,
        ACCOUNTS.finance,
        ACCOUNTS.auditor,
      ]),
    );
  });

  test('can be read, and no more, by those who act for a person whose line pays for it', async () => {
    const order = await placeOrder(world, {
      account: ACCOUNTS.broker,
      person: WORLD.sonTwo,
      offer: WORLD.clubOffer,
      lines: [WORLD.sonTwoBreaks, WORLD.motherCare],
      oneOff: { date: '2026-11-06' },
      note: 'The key is under the pot',
    });
    const { ownerDb } = world.database;
    const { id: visitId } = await ownerDb.selectFrom('visits').select('id').executeTakeFirstOrThrow();
    await ownerDb
      .updateTable('mandates')
      .set({ state: 'ended', ended_at: world.clock.now() })
      .where('person_id', '=', WORLD.sonTwo)
      .execute();
    const seen = await ask(ACCOUNTS.broker, 'GET', `/api/orders/${order.id}`);
    expect(seen.json()).toMatchObject({
      allowed: [],
      cancelling: null,
      payers: [{ lineId: WORLD.motherCare }],
      lines: [{ note: '' }],
    });
    expect((await ask(ACCOUNTS.broker, 'GET', `/api/visits/${visitId}`)).json()).toMatchObject({
      mayAnswer: false,
      shares: [{ lineId: WORLD.motherCare }],
    });
    expect((await ask(ACCOUNTS.broker, 'GET', '/api/orders')).json().items).toEqual([]);
    expect((await ask(ACCOUNTS.broker, 'POST', `/api/orders/${order.id}/cancel`, {})).statusCode).toBe(404);
    expect((await ask(ACCOUNTS.broker, 'POST', `/api/visits/${visitId}/confirm`)).statusCode).toBe(404);
    await ownerDb
      .updateTable('mandates')
      .set({ state: 'ended', ended_at: world.clock.now() })
      .where('person_id', '=', WORLD.mother)
      .execute();
    for (const url of [`/api/orders/${order.id}`, `/api/visits/${visitId}`]) {
      expect((await ask(ACCOUNTS.broker, 'GET', url)).statusCode, url).toBe(404);
    }
  });

  test('does not show its provider which line of money pays', async () => {
    const order = await session();
    expect((await ask(ACCOUNTS.clubProvider, 'GET', `/api/orders/${order.id}`)).json()).toMatchObject({
      payers: [],
      allowed: ['accept', 'decline'],
      cancelling: null,
    });
  });

  test('is on the lists of those who may see it, page by page without a gap, and on no other', async () => {
    const references: string[] = [];
    for (let index = 0; index < 3; index += 1) references.unshift((await session()).reference);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = (await ask(ACCOUNTS.asha, 'GET', `/api/orders?limit=2${cursor}`)).json();
      seen.push(...page.items.map((item: { reference: string }) => item.reference));
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    expect(seen.sort()).toEqual(references.sort());
    const count = async (account: string, query = '') =>
      (await ask(account, 'GET', `/api/orders${query}`)).json().items.length;
    expect(await count(ACCOUNTS.clubProvider)).toBe(3);
    expect(await count(ACCOUNTS.provider)).toBe(0);
    expect(await count(ACCOUNTS.broker)).toBe(0);
    expect(await count(ACCOUNTS.finance, `?personId=${WORLD.asha}`)).toBe(3);
    expect(await count(ACCOUNTS.finance, `?personId=${WORLD.mother}`)).toBe(0);
    expect(await count(ACCOUNTS.asha, '?state=accepted')).toBe(0);
    expect(await count(ACCOUNTS.asha, `?organisationId=${WORLD.club}&state=placed`)).toBe(3);
    expect((await ask(ACCOUNTS.asha, 'GET', '/api/orders?cursor=rubbish')).statusCode).toBe(400);
    expect((await ask(ACCOUNTS.asha, 'GET', '/api/orders?colour=red')).statusCode).toBe(400);
  });
});
