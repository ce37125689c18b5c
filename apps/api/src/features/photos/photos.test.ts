// Photos from a form to the page that everybody sees: made again, described, moved, taken away, and hostile files kept out.

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';

let world: TestApp;
const slug = { agency: '', club: '', care: '', clubListing: '' };
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  const of = async (table: 'organisations' | 'listings', id: string) =>
    (await world.database.ownerDb.selectFrom(table).select('slug').where('id', '=', id).executeTakeFirstOrThrow()).slug;
  slug.agency = await of('organisations', WORLD.agency);
  slug.club = await of('organisations', WORLD.club);
  slug.care = await of('listings', WORLD.careListing);
  slug.clubListing = await of('listings', WORLD.clubListing);
});
afterAll(() => world.close());

const picture = (width = 800, height = 600) => sharp({ create: { width, height, channels: 3, background: '#336699' } });

async function put(
  form: { readonly altText?: string; readonly file?: Buffer; readonly name?: string } & Record<string, unknown>,
  who: AccountName = 'provider',
  council: string = WORLD.council,
) {
  const { altText = 'Two people plant beans', file, name = 'a.jpg', ...fields } = form;
  const boundary = 'a-boundary-of-this-test';
  const head = (rest: string) => Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${rest}\r\n\r\n`);
  const field = ([key, value]: [string, unknown]) => [head(`name="${key}"`), Buffer.from(`${String(value)}\r\n`)];
  // the file first: no order of the fields is promised
  const payload = Buffer.concat([
    ...(file ? [head(`name="file"; filename="${name}"\r\nContent-Type: image/jpeg`), file, Buffer.from('\r\n')] : []),
    ...Object.entries({ ...fields, altText }).flatMap(field),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return world.app.inject({
    method: 'POST',
    url: '/api/photos',
    headers: {
      ...(await world.signIn(ACCOUNTS[who], council)),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  });
}

async function send(
  who: AccountName,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  payload?: object,
  council: string = WORLD.council,
) {
  const headers = await world.signIn(ACCOUNTS[who], council);
  return world.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
}

interface Shown {
  readonly id: string;
  readonly altText: string;
  readonly files: readonly { readonly url: string; readonly width: number; readonly height: number }[];
}
const shown = async (query: string): Promise<readonly Shown[]> => {
  const answer = await world.app.inject({ method: 'GET', url: `/api/photos?${query}` });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ items: Shown[] }>().items;
};
const codesOf = (answer: Awaited<ReturnType<typeof put>>) => [
  answer.statusCode,
  ...(answer
    .json<{ errors?: { pointer: string; code: string }[] }>()
    .errors?.map(({ pointer, code }) => `${pointer} ${code}`) ?? []),
];

describe('a photo', () => {
  test('is made again, upright, in two sizes that everybody may see, without its place and other data', async () => {
    const taken = await picture(2400, 1200)
      .withMetadata({ orientation: 6, exif: { IFD0: { Make: 'SecretPhone' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } } })
      .jpeg()
      .toBuffer();
    const tail = '<script>alert(1)</script>';
    expect((await put({ listing: slug.care, file: Buffer.concat([taken, Buffer.from(tail)]) })).statusCode).toBe(201);
    const [photo] = await shown(`listing=${slug.care}`);
    expect(photo?.altText).toBe('Two people plant beans');
    expect(photo?.files.map(({ width, height }) => [width, height])).toEqual([
      [320, 640],
      [800, 1600],
    ]);
    for (const file of photo?.files ?? []) {
      const answer = await world.app.inject({ method: 'GET', url: file.url });
      expect([answer.statusCode, answer.headers]).toMatchObject([
        200,
        {
          'content-type': 'image/webp',
          'cache-control': 'public, max-age=300, must-revalidate',
          'cross-origin-resource-policy': 'cross-origin',
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
        },
      ]);
      const facts = await sharp(answer.rawPayload).metadata();
      expect(facts).toMatchObject({ format: 'webp', width: file.width, height: file.height });
      expect([facts.exif, facts.xmp, facts.icc, facts.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      for (const hidden of ['SecretPhone', 'script']) expect(answer.rawPayload.includes(hidden)).toBe(false);
    }
    expect(
      (await world.app.inject({ method: 'GET', url: `/api/photos/files/${'0'.repeat(64)}.webp` })).statusCode,
    ).toBe(404);
  });

  test('that is an SVG, a page, a bomb or broken is refused by its bytes, beside other faults of the form', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
    );
    const jpeg = await picture().jpeg().toBuffer();
    const png = await picture().png().toBuffer();
    // a few hundred bytes that say that they are 20,000 by 20,000 points
    const bomb = Buffer.from(png);
    bomb.writeUInt32BE(20_000, 16);
    bomb.writeUInt32BE(20_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    // begins like a JPEG, and is a page
    const polyglot = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
      Buffer.from('<html><script>alert(1)</script></html>'),
    ]);
    const hostile: readonly [Buffer, string][] = [
      [svg, 'photo.not_a_photo'],
      [Buffer.from('GIF89a<script>'), 'photo.not_a_photo'],
      [bomb, 'photo.too_many_pixels'],
      [polyglot, 'photo.broken'],
      [jpeg.subarray(0, jpeg.length / 2), 'photo.broken'],
      [await picture(150, 150).png().toBuffer(), 'photo.too_small'],
      [Buffer.concat([jpeg, Buffer.alloc(10 * 1024 * 1024)]), 'photo.too_big'],
    ];
    for (const [file, code] of hostile) {
      const answer = await put({ listing: slug.care, file, altText: 'IMG_0001.jpg' });
      expect(codesOf(answer), code).toEqual([422, `/file ${code}`, '/altText photo.alt_is_file_name']);
    }
    expect(codesOf(await put({ listing: slug.care, altText: ' ' }))).toEqual([
      422,
      '/file photo.file_missing',
      '/altText photo.alt_missing',
    ]);
    expect(await shown(`listing=${slug.care}`)).toHaveLength(1);
  });

  test('is described, moved and taken away by its organisation; who did it and when is kept', async () => {
    const names = ['The garden', 'The kitchen', 'The front door'];
    for (const altText of names)
      expect(
        (await put({ organisation: slug.agency, file: await picture().webp().toBuffer(), altText })).statusCode,
      ).toBe(201);
    const order = async () => (await shown(`organisation=${slug.agency}`)).map(({ altText }) => altText);
    expect(await order()).toEqual(names);
    const [garden, kitchen, door] = await shown(`organisation=${slug.agency}`);
    expect((await send('provider', 'POST', `/api/photos/${door?.id}/move`, { to: 'earlier' })).statusCode).toBe(200);
    expect((await send('provider', 'POST', `/api/photos/${garden?.id}/move`, { to: 'earlier' })).statusCode).toBe(200);
    expect(
      (await send('provider', 'PUT', `/api/photos/${kitchen?.id}`, { altText: 'The new kitchen' })).statusCode,
    ).toBe(200);
    expect(await order()).toEqual(['The garden', 'The front door', 'The new kitchen']);
    expect((await send('provider', 'POST', `/api/photos/${garden?.id}/remove`)).statusCode).toBe(200);
    expect(await order()).toEqual(['The front door', 'The new kitchen']);
    const own = (await send('provider', 'GET', `/api/photos/own?organisation=${slug.agency}`)).json();
    expect(own.items[0]).toMatchObject({
      addedByName: 'provider',
      addedAt: world.clock.now().toString(),
    });
    const entries = await world.database.ownerDb
      .selectFrom('audit_entries')
      .select(['event', 'account_id'])
      .where('record_id', '=', garden?.id ?? '')
      .orderBy('event')
      .execute();
    expect(entries.map(({ event, account_id }) => [event, account_id])).toEqual([
      ['photo.added', ACCOUNTS.provider],
      ['photo.moved', ACCOUNTS.provider],
      ['photo.removed', ACCOUNTS.provider],
    ]);
  });

  test('is kept by its owner alone: not by another organisation, nor by its people in another council', async () => {
    const file = await picture().jpeg().toBuffer();
    expect((await put({ listing: slug.clubListing, file })).statusCode).toBe(404);
    expect((await put({ organisation: slug.agency, file }, 'clubProvider')).statusCode).toBe(404);
    expect((await put({ organisation: slug.agency, file }, 'asha')).statusCode).toBe(403);
    expect((await send('provider', 'GET', `/api/photos/own?organisation=${slug.club}`)).statusCode).toBe(404);
    const [photo] = await shown(`listing=${slug.care}`);
    await world.database.ownerDb
      .insertInto('memberships')
      .values({
        ...{ council_id: WORLD.elsewhere, id: 'mem_elsewhereagency0000000000' },
        ...{ account_id: ACCOUNTS.elsewhere, role: 'provider', organisation_id: WORLD.agency },
      })
      .execute();
    const removed = await send('elsewhere', 'POST', `/api/photos/${photo?.id}/remove`, undefined, WORLD.elsewhere);
    expect(removed.statusCode).toBe(404);
    // nor may they put one up: the council that lists an organisation keeps its page
    const added = await put({ organisation: slug.agency, file }, 'elsewhere', WORLD.elsewhere);
    expect(added.statusCode).toBe(404);
    expect(await shown(`listing=${slug.care}`)).toHaveLength(1);
  });

  test('is gone for everybody with the listing that had it; its owner and officers still see it', async () => {
    const file = await picture(420, 310).jpeg().toBuffer();
    expect((await put({ listing: slug.care, file, altText: 'A garden that is hidden' })).statusCode).toBe(201);
    const photo = (await shown(`listing=${slug.care}`)).find(({ altText }) => altText === 'A garden that is hidden');
    const url = photo?.files[0]?.url ?? '';
    const open = await world.app.inject(url);
    const again = { method: 'GET', url, headers: { 'if-none-match': String(open.headers.etag) } } as const;
    expect([open.statusCode, (await world.app.inject(again)).statusCode]).toEqual([200, 304]);
    const become = (state: 'hidden' | 'published') =>
      world.database.ownerDb.updateTable('listings').set({ state }).where('slug', '=', slug.care).execute();
    await become('hidden');
    expect([(await world.app.inject(url)).statusCode, (await world.app.inject(again)).statusCode]).toEqual([404, 404]);
    for (const who of ['provider', 'editor'] as const) {
      const own = await send(who, 'GET', url);
      expect([who, own.statusCode, own.headers['cache-control']]).toEqual([who, 200, 'private, no-store']);
    }
    for (const who of ['asha', 'clubProvider'] as const) expect((await send(who, 'GET', url)).statusCode).toBe(404);
    await become('published');
    expect((await world.app.inject(url)).statusCode).toBe(200);
    const removed = await send('provider', 'POST', `/api/photos/${photo?.id}/remove`);
    expect(removed.statusCode).toBe(200);
  });

  test('is one of twelve at most, also when several are put up at one moment', async () => {
    const file = await picture(300, 300).jpeg().toBuffer();
    const all = await Promise.all(
      Array.from({ length: 15 }, () => put({ organisation: slug.club, file }, 'clubProvider')),
    );
    expect(all.filter(({ statusCode }) => statusCode === 201)).toHaveLength(12);
    expect(all.filter(({ body }) => body.includes('photo.too_many"'))).toHaveLength(3);
  });
});

/** The checksum that ends every part of a PNG. */
function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}
