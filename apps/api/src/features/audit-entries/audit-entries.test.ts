// The audit trail: whole for the auditor, whose looks are in it, and each person's own for the person.

import { inTransaction } from '@support-market/db/transaction';
import type { Static } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAudit, systemActor } from '../../platform/audit.repo.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../../testing/world.ts';
import type { AuditEntriesOut, LooksOut } from './audit-entries.schemas.ts';

let world: TestApp;
let auditor: { authorization: string };
let asha: { authorization: string };

const get = (url: string, headers: { authorization: string }) => world.app.inject({ url, headers });

async function entries(query: string): Promise<Static<typeof AuditEntriesOut>> {
  world.clock.advance({ seconds: 1 });
  const answer = await get(`/api/audit-entries?${query}`, auditor);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function looks(query = '', headers = asha): Promise<Static<typeof LooksOut>> {
  world.clock.advance({ seconds: 1 });
  const answer = await get(`/api/people/${WORLD.asha}/audit-entries${query}`, headers);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  auditor = await world.signIn(ACCOUNTS.auditor, WORLD.council);
  asha = await world.signIn(ACCOUNTS.asha, WORLD.council);
  const viewer = (
    accountId: string,
    role: 'practitioner' | 'provider' | 'budget-holder',
    ids: { personId?: string; organisationId?: string } = {},
  ) => ({
    accountId,
    councilId: WORLD.council,
    memberships: [{ role, personId: ids.personId ?? null, organisationId: ids.organisationId ?? null }],
  });
  const did = async (actor: Parameters<typeof recordAudit>[2], event: string, personId: string, reason = '') => {
    world.clock.advance({ minutes: 1 });
    await inTransaction(world.database.db, WORLD.council, (tx) =>
      recordAudit(tx, world.clock, actor, {
        event,
        noun: event.split('.')[0] ?? '',
        recordId: personId,
        personId,
        reason,
      }),
    );
  };
  await did(viewer(ACCOUNTS.practitioner, 'practitioner'), 'person.viewed', WORLD.asha, 'Yearly review');
  await did(viewer(ACCOUNTS.provider, 'provider', { organisationId: WORLD.agency }), 'order.viewed', WORLD.asha);
  await did(viewer(ACCOUNTS.asha, 'budget-holder', { personId: WORLD.asha }), 'order.placed', WORLD.asha);
  await did(systemActor(WORLD.council, 'billing'), 'invoice.billed', WORLD.asha);
  await did(viewer(ACCOUNTS.practitioner, 'practitioner'), 'person.viewed', WORLD.stranger);
});
afterAll(() => world.close());

describe('the auditor', () => {
  test('finds entries by account, person, event and day', async () => {
    expect(
      (await entries('account=practitioner@harbourside.example')).items.map(({ personReference }) => personReference),
    ).toEqual(['P-5', 'P-1']);
    expect((await entries('account=system')).items.map(({ event }) => event)).toEqual(['invoice.billed']);
    expect((await entries('person=P-1&event=person.viewed')).items).toMatchObject([
      {
        accountName: 'practitioner',
        roles: ['practitioner'],
        reason: 'Yearly review',
        personId: WORLD.asha,
        sealPosition: null,
      },
    ]);
    expect((await entries('to=2026-11-01')).items).toEqual([]);
    expect((await entries('event=person.viewed&from=2026-11-02&to=2026-11-02')).items).toHaveLength(2);
    expect((await entries('account=no-account@nowhere.example')).items).toEqual([]);
  });

  test('is in the trail for every look, with what was asked for', async () => {
    await entries(`person=${WORLD.stranger}&event=person.viewed`);
    const { items } = await entries('event=audit-entry.searched&limit=1');
    expect(items).toMatchObject([
      { accountId: ACCOUNTS.auditor, personId: WORLD.stranger, details: { event: 'person.viewed' } },
    ]);
  });

  test('reads on page by page without a gap or a repeat', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await entries(`person=${WORLD.asha}&limit=1${cursor}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(4);
  });

  test.each(['x=1', 'from=2026-13-01', 'event=Person Viewed', 'cursor=bm9uc2Vuc2U', 'limit=1000'])(
    'refuses %s',
    async (query) => {
      expect([400, 422]).toContain((await get(`/api/audit-entries?${query}`, auditor)).statusCode);
    },
  );

  test('alone reads the whole trail', async () => {
    expect((await world.app.inject('/api/audit-entries')).statusCode).toBe(401);
    for (const account of [ACCOUNTS.asha, ACCOUNTS.finance, ACCOUNTS.commissioner, ACCOUNTS.administrator]) {
      expect((await get('/api/audit-entries', await world.signIn(account, WORLD.council))).statusCode).toBe(403);
    }
  });
});

describe('who looked at my records', () => {
  test('tells the person who, as what, when and why, without their own acts unless asked', async () => {
    const { items } = await looks();
    expect(items.filter(({ event }) => !event.startsWith('audit-entry'))).toMatchObject([
      { event: 'invoice.billed', name: null, roles: ['billing'], own: false },
      { event: 'order.viewed', name: 'provider', organisationName: 'Bright Care' },
      { event: 'person.viewed', name: 'practitioner', reason: 'Yearly review', roles: ['practitioner'] },
    ]);
    const everyone = await looks('?who=everyone');
    expect(everyone.items.find(({ own }) => own)).toMatchObject({ event: 'order.placed' });
  });

  test('a representative reads it too, and leaves a trace that the person reads', async () => {
    await looks('', await world.signIn(ACCOUNTS.representative, WORLD.council));
    const { items } = await looks('?limit=1');
    expect(items).toMatchObject([{ event: 'audit-entry.listed', name: 'representative' }]);
  });

  test('a stranger gets the same 404 as for a person who does not exist, and staff have no such page', async () => {
    const stranger = await world.signIn(ACCOUNTS.stranger, WORLD.council);
    const hidden = await get(`/api/people/${WORLD.asha}/audit-entries`, stranger);
    const missing = await get('/api/people/per_absent000000000000000000/audit-entries', stranger);
    expect([hidden.statusCode, hidden.body]).toEqual([404, missing.body]);
    const commissioner = await world.signIn(ACCOUNTS.commissioner, WORLD.council);
    expect((await get(`/api/people/${WORLD.asha}/audit-entries`, commissioner)).statusCode).toBe(403);
    expect((await get(`/api/people/${WORLD.asha}/audit-entries?x=1`, asha)).statusCode).toBe(400);
  });
});
