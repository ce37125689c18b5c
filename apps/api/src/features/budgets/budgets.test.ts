// A person's money from ledger to page, and who may see it.

import { inTransaction } from '@support-market/db/transaction';
import { purseAccount } from '@support-market/domain/ledger/accounts';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../platform/audit.repo.ts';
import { openAccounts } from '../../ports/ledger/ledger.repo.ts';
import { fundOf, openLine } from '../../testing/open-line.ts';
import { placeOrder } from '../../testing/place-order.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';
import { createBudgets } from './budgets-import.service.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

async function get(who: AccountName, url: string) {
  return world.app.inject({ url, headers: await world.signIn(ACCOUNTS[who], WORLD.council) });
}

async function looks(): Promise<readonly { role: string }[]> {
  return world.database.ownerDb
    .selectFrom('audit_entries')
    .select(['role'])
    .where('event', '=', 'budget.viewed')
    .where('person_id', '=', WORLD.asha)
    .execute();
}

describe('my money', () => {
  test('tells for each line what is spoken for and left: £576.00 of £5,200.00 leaves £4,624.00', async () => {
    await placeOrder(world, {
      account: ACCOUNTS.asha,
      person: WORLD.asha,
      offer: WORLD.careOffer,
      lines: [WORLD.ashaCare],
      schedule: {
        firstDate: '2026-11-03',
        lastDate: '2027-01-11',
        pattern: [
          { weekday: 2, startTime: '09:30', minutes: 90 },
          { weekday: 4, startTime: '09:30', minutes: 90 },
        ],
      },
    });
    const money = (await get('asha', `/api/people/${WORLD.asha}/money`)).json();
    expect(money.person).toEqual({ id: WORLD.asha, name: 'Asha Example', own: true, selfFunded: false });
    expect(money.budget).toMatchObject({ costPence: 520_000, contributionPence: 0, councilPence: 520_000 });
    const care = money.lines.find(({ id }: { id: string }) => id === WORLD.ashaCare);
    expect(care).toMatchObject({
      awardedPence: 520_000,
      spentPence: 0,
      spokenForPence: 57_600,
      leftPence: 462_400,
      daysLeft: 150,
      aboutPerWeekPence: 21_500,
      arrangementName: 'Managed by the council',
      purse: null,
      mayPayByCard: false,
    });
    const own = money.lines.find(({ id }: { id: string }) => id === WORLD.ashaOwn);
    expect(own).toMatchObject({ leftPence: 5_000, mayPayByCard: true });
    expect(money.total).toMatchObject({ leftPence: 467_400 });
    expect(money.streams.map(({ stream }: { stream: string }) => stream)).toEqual(['social-care', 'own-money']);
  });

  test('leaves a trace when someone else opens it, and none when it is one’s own', async () => {
    await get('asha', `/api/people/${WORLD.asha}/money`);
    expect(await looks()).toEqual([]);
    expect((await get('practitioner', `/api/people/${WORLD.asha}/money`)).statusCode).toBe(200);
    expect(await looks()).toEqual([{ role: 'practitioner' }]);
  });

  test('lets only the person and a money-managing representative top up', async () => {
    const seenBy = async (who: AccountName) =>
      (await get(who, `/api/people/${WORLD.asha}/money`))
        .json()
        .lines.some(({ mayPayByCard }: { mayPayByCard: boolean }) => mayPayByCard);
    expect(await seenBy('representative')).toBe(true);
    expect(await seenBy('practitioner')).toBe(false);
    await world.database.ownerDb
      .updateTable('mandates')
      .set({ may_manage_money: false })
      .where('person_id', '=', WORLD.asha)
      .execute();
    expect(await seenBy('representative')).toBe(false);
  });

  test('of a stranger answers the same bytes as of a missing person', async () => {
    const hidden = await get('asha', `/api/people/${WORLD.stranger}/money`);
    const missing = await get('asha', '/api/people/per_absent0000000000000000000/money');
    expect(hidden.statusCode).toBe(404);
    expect(hidden.body).toBe(missing.body);
    // A fund's holder reaches people by their lines alone, and holds none of Asha's.
    expect((await get('isfHolder', `/api/people/${WORLD.asha}/money`)).body).toBe(missing.body);
    expect((await get('provider', `/api/people/${WORLD.asha}/money`)).statusCode).toBe(403);
    expect((await get('asha', `/api/people/${WORLD.asha}/money?all=1`)).statusCode).toBe(400);
    expect((await world.app.inject(`/api/people/${WORLD.asha}/money`)).statusCode).toBe(401);
  });

  test('shows another year only when it is asked for', async () => {
    const [next] = await inTransaction(world.database.db, WORLD.council, (tx) =>
      createBudgets(tx, world.clock, systemActor(WORLD.council, 'import'), [
        {
          personId: WORLD.asha,
          startsOn: Temporal.PlainDate.from('2027-04-01'),
          endsOn: Temporal.PlainDate.from('2028-03-31'),
          costPence: pence(832_000),
          contributionPence: pence(208_000),
          councilPence: pence(624_000),
        },
      ]),
    );
    const now = (await get('asha', `/api/people/${WORLD.asha}/money`)).json();
    expect(now.budget.startsOn).toBe('2026-04-01');
    expect(now.otherBudgets).toMatchObject([{ id: next?.budgetId }]);
    const later = (await get('asha', `/api/people/${WORLD.asha}/money?budget=${next?.budgetId}`)).json();
    expect(later).toMatchObject({
      budget: { costPence: 832_000, contributionPence: 208_000, councilPence: 624_000 },
      lines: [],
    });
    const others = (await get('practitioner', '/api/people')).json().items;
    expect(others).toHaveLength(1);
  });
});

describe('build-up', () => {
  test('lists lines with more than 8 weeks unspent, most first, and does nothing to them', async () => {
    const list = (await get('manager', '/api/build-up?limit=2')).json();
    // Since 1 April nothing was spent anywhere: 215 of 365 days of each award.
    expect(list).toMatchObject({ limitWeeks: 8, heldLimitWeeks: 12, total: 5 });
    expect(list.items[0]).toMatchObject({ weeks: 30, personName: expect.any(String) });
    expect(list.items).toHaveLength(2);
    const rest = (await get('manager', `/api/build-up?limit=5&cursor=${list.nextCursor}`)).json();
    expect(rest.items).toHaveLength(3);
    expect(rest.nextCursor).toBeNull();
  });

  test('shows a practitioner their caseload, and a budget holder nothing', async () => {
    expect((await get('practitioner', '/api/build-up')).json()).toMatchObject({ total: 1 });
    expect((await get('asha', '/api/build-up')).statusCode).toBe(403);
  });

  test('lists money that somebody holds after the weeks that the council chose, and no sooner', async () => {
    const lineId = await openLine(world, fundOf({ weeklyPence: pence(10_000) }));
    const { ownerDb } = world.database;
    await inTransaction(world.database.db, WORLD.council, (tx) =>
      openAccounts(tx, WORLD.council, [purseAccount(lineId)]),
    );
    // Ten weeks of it are in hand.
    await ownerDb
      .updateTable('ledger_accounts')
      .set({ debits_posted: 100_000n })
      .where('id', '=', `purse:${lineId}`)
      .execute();
    const listed = async () => {
      const answer = (await get('manager', '/api/build-up?limit=100')).json();
      const mine = answer.items.find((item: { lineId: string }) => item.lineId === lineId);
      return [answer.heldLimitWeeks, mine?.weeks];
    };
    expect(await listed()).toEqual([12, undefined]);
    await ownerDb
      .insertInto('council_settings')
      .values({
        ...{ council_id: WORLD.council, id: 'set_keep', key: 'surplusKeepWeeks', value: JSON.stringify(9) },
        ...{ from_date: world.clock.today(), set_at: world.clock.now(), set_by: ACCOUNTS.administrator },
      })
      .execute();
    expect(await listed()).toEqual([9, 10]);
  });
});
