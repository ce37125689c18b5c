// A kept page must never be shown for other facts, nor grow without an end.

import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openPageCache } from './page-cache.ts';

function prepared(facts: string, size = 2_000) {
  let drawn = 0;
  return {
    status: 200,
    secret: false,
    facts,
    draw: () => {
      drawn += 1;
      return facts.padEnd(size, '.');
    },
    drawForApp: () => '',
    times: () => drawn,
  };
}

test('the same facts are drawn once, other facts again, and a page taken away is never shown again', async () => {
  const cache = openPageCache();
  const page = prepared('open');
  const first = cache.pageFor('/x', page);
  expect(cache.pageFor('/x', page)).toBe(first);
  expect(page.times()).toBe(1);
  const withheld = cache.pageFor('/x', prepared('withheld'));
  expect(withheld.etag).not.toBe(first.etag);
  expect(brotliDecompressSync(await withheld.as('br')).toString()).toMatch(/^withheld/);
  expect(cache.pageFor('/x', page)).not.toBe(first);
});

test('no more is kept than there is room for, and what was asked for longest ago goes first', () => {
  const cache = openPageCache(5_000);
  const [one, two, three] = [prepared('one'), prepared('two'), prepared('three')];
  cache.pageFor('/1', one);
  cache.pageFor('/2', two);
  cache.pageFor('/1', one);
  cache.pageFor('/3', three);
  cache.pageFor('/1', one);
  cache.pageFor('/2', two);
  expect([one.times(), two.times()]).toEqual([1, 2]);
});
