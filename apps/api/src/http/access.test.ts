// Walks every route, every role and every kind of record (one's own, a mandated person's, a stranger's, one that is not
// there, another council's): what the permission table does not grant is refused, and a hidden record looks like a missing one.

import { isPublicAction, PERMISSIONS, type ProtectedAction } from '@support-market/domain/access/permissions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccessWorld, BODIES, nounOf, recordsOf, startAccessWorld, urlOf } from '../testing/access-world.ts';

let access: AccessWorld;
beforeAll(async () => {
  access = await startAccessWorld();
});
afterAll(() => access.world.close());

describe('every route', () => {
  test('that shows one record has access.samples here, so that no new noun escapes this test', () => {
    expect(
      [...new Set(access.recordRoutes().map(({ url }) => nounOf(url)))].filter((noun) => !(noun in access.samples)),
    ).toEqual([]);
  });

  test('that is not public answers 401 to somebody who is not signed in', async () => {
    const wrong: string[] = [];
    for (const route of access.world.app.routeTable.filter(({ action }) => !isPublicAction(action))) {
      const answer = await access.inject(
        route.method,
        urlOf(route, 'ord_01missing00000000000000000'),
        null,
        BODIES[`${route.method} ${route.url}`] ?? {},
      );
      if (answer.status !== 401) wrong.push(`${route.method} ${route.url}: ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  });

  test('that is not public answers 403 to every role that the table does not name, whatever the record', async () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const route of access.world.app.routeTable) {
      const { action } = route;
      if (isPublicAction(action)) continue;
      for (const [account, viewer] of access.viewers) {
        if (viewer.memberships.some(({ role }) => role in PERMISSIONS[action])) continue;
        tried += 1;
        const noun = access.samples[nounOf(route.url)];
        const answer = await access.inject(
          route.method,
          urlOf(route, noun?.ashas.id ?? 'ord_01missing00000000000000000'),
          account,
          BODIES[`${route.method} ${route.url}`] ?? {},
        );
        if (answer.status !== 403) wrong.push(`${account} ${route.method} ${route.url}: ${answer.status}`);
      }
    }
    expect(tried).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });

  test('answers the same bytes for a record out of reach as for one that does not exist', async () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const route of access.recordRoutes()) {
      const { action } = route;
      const noun = access.samples[nounOf(route.url)];
      if (isPublicAction(action) || !noun) continue;
      const body = BODIES[`${route.method} ${route.url}`];
      for (const [account, viewer] of access.viewers) {
        if (!viewer.memberships.some(({ role }) => role in PERMISSIONS[action])) continue;
        for (const record of recordsOf(noun)) {
          if (record.id === noun.missing || access.mayReach(account, action, record)) continue;
          tried += 1;
          const hidden = await access.inject(route.method, urlOf(route, record.id), account, body);
          const none = await access.inject(route.method, urlOf(route, noun.missing), account, body);
          if (hidden.status !== 404 || hidden.body !== none.body || none.status !== 404) {
            wrong.push(`${account} ${route.method} ${route.url}: hidden ${hidden.status}, missing ${none.status}`);
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
  });

  test('that reads a record gives it to everybody whom the table, a mandate or a caseload names', async () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const route of access.recordRoutes().filter(({ method }) => method === 'GET')) {
      const noun = access.samples[nounOf(route.url)];
      if (isPublicAction(route.action) || !noun) continue;
      for (const record of recordsOf(noun).filter((one) => one !== noun.strangers)) {
        for (const account of access.viewers.keys()) {
          if (!access.mayReach(account, route.action, record)) continue;
          tried += 1;
          const answer = await access.inject('GET', urlOf(route, record.id), account);
          if (answer.status !== 200)
            wrong.push(`${account} GET ${route.url} ${record.id}: ${answer.status} ${answer.body.slice(0, 120)}`);
        }
      }
    }
    expect(tried).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  test('refuses an unknown field in a body and names it', async () => {
    const wrong: string[] = [];
    for (const route of access.world.app.routeTable) {
      const key = `${route.method} ${route.url}`;
      const account = [...access.viewers].find(
        ([, viewer]) =>
          !isPublicAction(route.action) &&
          viewer.memberships.some(({ role }) => role in PERMISSIONS[route.action as ProtectedAction]),
      )?.[0];
      if (!BODIES[key] || !account) continue;
      const answer = await access.inject(
        route.method,
        urlOf(route, access.samples[nounOf(route.url)]?.missing ?? 'ord_01missing00000000000000000'),
        account,
        { ...BODIES[key], surprise: true },
      );
      if (answer.status !== 400 || !answer.body.includes('"/surprise"'))
        wrong.push(`${key}: ${answer.status} ${answer.body.slice(0, 160)}`);
    }
    expect(wrong).toEqual([]);
  });
});
