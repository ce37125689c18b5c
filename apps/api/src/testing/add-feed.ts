// Puts a feed into its table, for tests that read one.

import { startState } from '@support-market/domain/shared/machines';
import { newId } from '../platform/ids.ts';
import type { TestApp } from './test-app.ts';
import { WORLD } from './world.ts';

/** Of the council of the shared world, written now; answers its id. */
export async function addFeed(test: TestApp, address = 'https://feed.example.org/oruk'): Promise<string> {
  const id = newId(test.clock, 'feed');
  await test.database.ownerDb
    .insertInto('feeds')
    .values({
      council_id: WORLD.council,
      id,
      ...{ name: 'Neighbours', address, list: new URL(address).host, added_at: test.clock.now() },
      state: startState('feeds', 'add'),
    })
    .execute();
  return id;
}
