// Feeds as they are on the internet: slow, endless, lying about their pages, moved, broken or hostile.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchJson } from './fetch-json.ts';
import { gatherFeed } from './gather-feed.ts';
import { AddressRefusedError, checkedUrl, isOutside, outsideLookup } from './safe-address.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

let server: Server;
let base: string;
let answer: Answer;
let asked: string[] = [];
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'support-market-gather-'));
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '', base);
    asked.push(url.pathname + url.search);
    answer(request, response, url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const json = (response: ServerResponse, value: unknown): void => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(value));
};
const one = (id: string, more: object = {}) => ({ id, name: `Service ${id}`, contacts: [], ...more });
async function gather(how: Answer, path = '/feed') {
  [answer, asked] = [how, []];
  const file = join(folder, 'services.jsonl');
  const feed = await gatherFeed(base + path, file, { mayBeInside: true });
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return { ...feed, ids: lines.map((line) => (JSON.parse(line) as { id: string }).id) };
}
/** Pages of these ids, in the words of 3.0, whatever the feed says of their number. */
const pages =
  (all: readonly (readonly string[])[], more: object = {}): Answer =>
  (_request, response, url) =>
    json(response, {
      ...{
        total_items: all.flat().length,
        total_pages: all.length,
        contents: (all[Number(url.searchParams.get('page')) - 1] ?? []).map((id) => one(id)),
      },
      ...more,
    });

describe('a feed is gathered', () => {
  it('page by page to its end, from its root or its list of services', async () => {
    for (const path of ['/feed', '/feed/', '/feed/services', '/feed/services/'])
      expect(await gather(pages([['1', '2'], ['3']]), path)).toMatchObject({
        services: 3,
        isWhole: true,
        ids: ['1', '2', '3'],
      });
    expect(asked[0]).toBe('/feed/services?page=1&per_page=100&full=true');
  });

  it('whatever it says of its pages, and each service once', async () => {
    expect(
      (await gather(pages([['1'], ['2'], ['3']], { total_pages: 1, last_page: true, total_items: 1 }))).ids,
    ).toEqual(['1', '2', '3']);
    expect((await gather(pages([['1', '2'], ['2', '3'], ['3']]))).ids).toEqual(['1', '2', '3']);
    // The same page for every number would have no end.
    expect(
      await gather((_request, response) => json(response, { content: [one('1')], totalPages: 1_000_000 })),
    ).toMatchObject({ ids: ['1'], isWhole: true });
  });

  it('from page 0 where the first is counted so', async () => {
    const all = [['1'], ['2'], ['3']];
    const { ids } = await gather((_request, response, url) => {
      const page = Number(url.searchParams.get('page'));
      json(response, { number: page, first: page === 0, content: (all[page] ?? []).map((id) => one(id)) });
    });
    expect(ids.sort()).toEqual(['1', '2', '3']);
  });

  it('with the whole of each service that its list only names', async () => {
    const { ids } = await gather((_request, response, url) =>
      url.pathname.endsWith('/services')
        ? json(response, url.search.includes('page=1&') ? [{ id: 'a/b', name: 'x' }] : [])
        : json(response, one('a/b', { description: 'whole' })),
    );
    expect(ids).toEqual(['a/b']);
    expect(asked).toContain('/feed/services/a%2Fb');
  });

  it('and is not whole where a page or a service does not come, or fewer than it said', async () => {
    const broken = await gather((request, response, url) =>
      url.searchParams.get('page') === '2'
        ? void response.writeHead(500).end()
        : pages([['1'], ['2'], ['3']])(request, response, url),
    );
    expect(broken).toMatchObject({ ids: ['1'], isWhole: false });
    const half = await gather((_request, response, url) => {
      if (url.pathname.endsWith('/services')) return json(response, [{ id: '1', name: 'x' }, one('2')]);
      response.statusCode = 404;
      response.end();
    });
    expect(half).toMatchObject({ ids: ['2'], isWhole: false, trouble: [{ code: 'service-missing', about: '1' }] });
    expect(await gather(pages([['1']], { total_items: 5 }))).toMatchObject({
      isWhole: false,
      trouble: [{ code: 'fewer-than-said', about: '1/5' }],
    });
  });

  it('also where it has moved, or is packed', async () => {
    const moved = await gather((request, response, url) => {
      if (url.pathname.startsWith('/new')) return pages([['1']])(request, response, url);
      response.writeHead(301, { location: `/new${url.search}` });
      response.end();
    });
    expect(moved.ids).toEqual(['1']);
    const packed = await gather((_request, response, url) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync(JSON.stringify({ contents: url.search.includes('page=1&') ? [one('1')] : [] })));
    });
    expect(packed.ids).toEqual(['1']);
  });

  it('not at all where it is no feed', async () => {
    const refused = [
      ['feed.not_readable', (_: unknown, response: ServerResponse) => void response.end('<html>')],
      ['feed.not_readable', (_: unknown, response: ServerResponse) => json(response, { hello: 1 })],
      ['feed.unreachable', (_: unknown, response: ServerResponse) => void response.writeHead(404).end()],
      [
        'feed.unreachable',
        (_: unknown, response: ServerResponse) => void response.writeHead(302, { location: '/again' }).end(),
      ],
      [
        'feed.address_refused',
        (_: unknown, response: ServerResponse) =>
          void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      ],
    ] as const;
    for (const [code, how] of refused) await expect(gather(how)).rejects.toMatchObject({ code });
  });
});

describe('a page', () => {
  const limits = { mayBeInside: true, milliseconds: 300, bytes: 1_000 };

  it('is given up where it is too slow, has no end, or grows as it is unpacked', async () => {
    answer = () => undefined;
    await expect(fetchJson(new URL(base), limits)).rejects.toMatchObject({ code: 'feed.unreachable' });
    answer = (_request, response) => {
      const drip = setInterval(() => response.write('['), 20);
      response.on('close', () => clearInterval(drip));
    };
    await expect(fetchJson(new URL(base), limits)).rejects.toMatchObject({ code: 'feed.unreachable' });
    answer = (_request, response) => void response.end('['.repeat(5_000));
    await expect(fetchJson(new URL(base), limits)).rejects.toMatchObject({ code: 'feed.too_large' });
    answer = (_request, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync('['.repeat(5_000_000)));
    };
    await expect(fetchJson(new URL(base), limits)).rejects.toMatchObject({ code: 'feed.too_large' });
  });

  it('never comes from a machine inside where a person gave its address', async () => {
    answer = (_request, response) => json(response, []);
    const outside = { ...limits, mayBeInside: false };
    for (const address of [
      base,
      base.replace('127.0.0.1', 'localhost'),
      base.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
    ])
      await expect(fetchJson(new URL(address), outside), address).rejects.toMatchObject({
        code: 'feed.address_refused',
      });
    for (const address of [
      'ftp://example.org',
      'file:///etc/passwd',
      'http://a:b@example.org',
      'http://2130706433/',
      'http://0x7f.1/',
      'http://[::1]/',
      'nothing',
    ])
      expect(() => checkedUrl(address, false), address).toThrow();
    const inside = [
      '10.1.2.3',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
    ];
    for (const address of [
      ...inside,
      '::1',
      '::',
      'fe80::1',
      'fc00::1',
      '::ffff:10.0.0.1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
      '2001:db8::1',
    ])
      expect(isOutside(address), address).toBe(false);
    for (const address of ['8.8.8.8', '2606:4700::1111']) expect(isOutside(address), address).toBe(true);
  });

  it('is refused where only one of the addresses that a name has is inside', async () => {
    const found = [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    const look = outsideLookup((_name, _options, done) => done(null, found));
    const error = await new Promise((resolve) => look('feed.example', {}, (failed) => resolve(failed)));
    expect(error).toBeInstanceOf(AddressRefusedError);
  });
});
