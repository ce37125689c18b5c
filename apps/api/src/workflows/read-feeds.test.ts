// Feeds that a council keeps, read over a real connection: what is new comes in, what is gone goes in two steps, what fails
// changes nothing, and a machine inside is never asked.

import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inTransaction } from '@support-market/db/transaction';
import { DAYS_AWAY } from '@support-market/domain/feeds/absences';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FeedReading, findReadings } from '../features/feeds/feeds.repo.ts';
import { systemActor } from '../platform/audit.repo.ts';
import { addFeed } from '../testing/add-feed.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { buildWorld, WORLD } from '../testing/world.ts';
import { undoImport } from './imports/undo-import.ts';
import { loadReferenceData } from './load-reference-data.ts';
import { readFeeds } from './read-feeds.ts';

let world: TestApp;
let server: Server;
let base: string;
let asked = 0;
let answer: (response: ServerResponse) => void;
let turn = 0;
let feed: { readonly id: string; readonly list: string };

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await loadReferenceData(world.database.db, world.clock);
  server = createServer((_request, response) => {
    asked += 1;
    answer(response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await world.close();
});
beforeEach(async () => {
  turn += 1;
  const id = await addFeed(world, `${base}/feed-${turn}`);
  const list = `feed-${turn}`;
  await world.database.ownerDb.updateTable('feeds').set({ list }).where('id', '=', id).execute();
  feed = { id, list };
});

const service = (id: string, name: string) => ({
  ...{ id, name, description: `About ${name}.`, status: 'active', contacts: [] },
  organization: { id: 'o1', name: 'Neighbours Together', description: 'x' },
});
const sends = (contents: readonly object[], more: object = {}): void => {
  answer = (response) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ contents, total_pages: 1, ...more }));
};
const read = (mayBeInside = true) =>
  readFeeds(world.context, { councilId: WORLD.council, id: feed.id }, { mayBeInside });
const readings = (): Promise<FeedReading[]> =>
  inTransaction(world.database.db, WORLD.council, (tx) => findReadings(tx, WORLD.council, feed.id, 20));
async function readOne(): Promise<FeedReading> {
  world.clock.advance({ minutes: 1 });
  await read();
  const [reading] = await readings();
  if (reading === undefined) throw new Error('nothing was read');
  return reading;
}
const states = async (): Promise<Record<string, string>> => {
  const { rows } = await sql<{ source_ref: string; state: string }>`
    select source_ref, state from listings where source = ${`${WORLD.council} open-referral ${feed.list}`} order by source_ref`.execute(
    world.database.ownerDb,
  );
  return Object.fromEntries(rows.map(({ source_ref, state }) => [source_ref, state]));
};
const lunch = service('1', 'Lunch club');
const chess = service('2', 'Chess club');

describe('a feed that is read', () => {
  test('brings what is new and what changed, counts each, and the same again is not taken again', async () => {
    sends([lunch, chess, { id: '3', contacts: [] }]);
    expect(await readOne()).toMatchObject({
      ...{ outcome: 'taken', isWhole: true, services: 3, made: 2, changed: 0, unchanged: 0, refused: 1 },
      refusals: [{ row: 3, message: expect.stringContaining('name') }],
    });
    expect(await readOne()).toMatchObject({ outcome: 'same', services: 3, importId: null });
    sends([lunch, { ...chess, name: 'Chess for all' }]);
    expect(await readOne()).toMatchObject({ outcome: 'taken', made: 0, changed: 1, unchanged: 1, refused: 0 });
  });

  test('hides what it no longer names, withdraws it after a week, and shows it when it is back', async () => {
    sends([lunch, chess]);
    await readOne();
    sends([lunch]);
    expect(await readOne()).toMatchObject({ hidden: 1, withdrawn: 0, changed: 0 });
    expect(await states()).toEqual({ 1: 'published', 2: 'hidden' });
    sends([lunch, chess]);
    expect(await readOne()).toMatchObject({ hidden: 0 });
    expect(await states()).toEqual({ 1: 'published', 2: 'published' });
    sends([lunch]);
    await readOne();
    world.clock.advance({ hours: 24 * (DAYS_AWAY - 1) - 1 });
    expect(await readOne()).toMatchObject({ hidden: 0, withdrawn: 0 });
    expect(await states()).toMatchObject({ 2: 'hidden' });
    world.clock.advance({ hours: 25 });
    expect(await readOne()).toMatchObject({ withdrawn: 1 });
    expect(await states()).toEqual({ 1: 'published', 2: 'withdrawn' });
    sends([lunch, chess]);
    await readOne();
    expect(await states()).toEqual({ 1: 'published', 2: 'published' });
  });

  test('is undone as any import: what it hid or withdrew is as before, and the next night reads it anew', async () => {
    sends([lunch, chess]);
    await readOne();
    sends([lunch]);
    const hid = await readOne();
    const undo = (importId: string | null) =>
      undoImport(world.context, systemActor(WORLD.council, 'administrator'), importId ?? '');
    await undo(hid.importId);
    expect(await states()).toEqual({ 1: 'published', 2: 'published' });
    expect(await readOne()).toMatchObject({ outcome: 'taken', hidden: 1 });
    world.clock.advance({ hours: 24 * DAYS_AWAY });
    const withdrew = await readOne();
    expect(await states()).toMatchObject({ 2: 'withdrawn' });
    await undo(withdrew.importId);
    expect(await states()).toMatchObject({ 2: 'hidden' });
  });

  test('that lies about how much it has, or breaks off, hides nothing', async () => {
    sends([lunch, chess]);
    await readOne();
    sends([lunch], { total_items: 9 });
    expect(await readOne()).toMatchObject({ outcome: 'taken', isWhole: false, hidden: 0 });
    expect(await states()).toEqual({ 1: 'published', 2: 'published' });
  });

  test.each([
    ['is no JSON', (response: ServerResponse) => response.end('<html>moved</html>'), 'feed.not_readable'],
    ['is not there', (response: ServerResponse) => response.writeHead(404).end(), 'feed.unreachable'],
    ['is empty', (response: ServerResponse) => response.end('{"contents":[]}'), 'feed.no_services'],
    [
      'moved to a machine that cannot be named',
      (response: ServerResponse) => response.writeHead(301, { location: 'ftp://elsewhere.example' }).end(),
      'feed.address_refused',
    ],
  ])('and %s changes nothing, says why, and tells administrators once', async (_, broken, reason) => {
    sends([lunch]);
    await readOne();
    answer = (response) => void broken(response);
    expect(await readOne()).toMatchObject({ outcome: 'failed', reason, services: 0 });
    await readOne();
    expect(await states()).toEqual({ 1: 'published' });
    const told = await world.database.ownerDb
      .selectFrom('messages')
      .select('role')
      .where('kind', '=', 'feed.failed')
      .where(sql<boolean>`details ->> 'feedId' = ${feed.id}`)
      .execute();
    expect(told).toEqual([{ role: 'administrator' }]);
  });
});

test('a machine inside is never asked, also where its address was kept', async () => {
  sends([lunch]);
  asked = 0;
  await read(false);
  expect([asked, (await readings()).map(({ reason }) => reason)]).toEqual([0, ['feed.address_refused']]);
});

test('the night reads each open feed of every council, and one that is stopped or being read is left', async () => {
  sends([lunch]);
  const { ownerDb } = world.database;
  await ownerDb.updateTable('feeds').set({ state: 'stopped' }).where('id', '<>', feed.id).execute();
  const night = () => readFeeds(world.context, { councilId: null }, { mayBeInside: true });
  await ownerDb.updateTable('feeds').set({ reading_since: world.clock.now() }).where('id', '=', feed.id).execute();
  await night();
  expect(await readings()).toEqual([]);
  world.clock.advance({ hours: 3 });
  await night();
  expect((await readings()).map(({ outcome }) => outcome)).toEqual(['taken']);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from feed_readings where feed_id <> ${feed.id} and began_at >= ${world.clock.now()}::timestamptz`.execute(
    ownerDb,
  );
  expect(rows).toEqual([{ count: 0 }]);
});
