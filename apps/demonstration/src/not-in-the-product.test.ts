// What serves a real council has nothing of the demonstration's people in it: read from the files, as they are shipped.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entryOf, PRODUCT, packProcesses } from '@support-market/api/build-processes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ofTheDemonstration, tracesIn } from './testing/traces.ts';

/** What opens a session as one of them. */
const ROUTE = '/api/demonstration/session';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'support-market-packed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const texts = [...ofTheDemonstration(), ROUTE];

test('the programs that serve a council know no account, password or route of the demonstration', async () => {
  const product = join(folder, 'product');
  const built = await packProcesses(Object.fromEntries(PRODUCT.map((name) => [name, entryOf(name)])), product);
  expect(Object.keys(built)).toHaveLength(PRODUCT.length);
  expect(tracesIn(product, texts)).toEqual([]);
});

test('the demonstration’s own server has all of it, but for addresses that it puts together', async () => {
  const demonstration = join(folder, 'demonstration');
  await packProcesses({ server: fileURLToPath(new URL('./server.ts', import.meta.url)) }, demonstration);
  const found = tracesIn(demonstration, texts).join('\n');
  expect(texts.filter((text) => !/\w@/.test(text) && !found.includes(text))).toEqual([]);
});
