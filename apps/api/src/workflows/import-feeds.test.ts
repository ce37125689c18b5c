// Open Referral files, from file to the public page: what a feed says is taken whole, what it says no more goes, and all of it
// can be undone.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { uuidOf } from '@support-market/domain/open-referral/uuids';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type openReferralService, writeOpenReferralFile } from '../bench/open-referral-file.ts';
import { systemActor } from '../platform/audit.repo.ts';
import { outOfDate } from '../testing/catalogue-check.repo.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { buildWorld, WORLD } from '../testing/world.ts';
import { type ImportAnswer, previewImport, takeImport } from './imports/import-file.ts';
import { undoImport } from './imports/undo-import.ts';
import { loadReferenceData } from './load-reference-data.ts';

type Json = Record<string, unknown>;

let world: TestApp;
let folder: string;
const actor = systemActor(WORLD.council, 'import');

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await loadReferenceData(world.database.db, world.clock);
  folder = mkdtempSync(join(tmpdir(), 'support-market-feed-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

function file(content: unknown): string {
  const path = join(folder, 'feed.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const take = (list: string, content: unknown, as = actor): Promise<ImportAnswer> =>
  takeImport(world.context, as, { kind: 'open-referral', file: file(content), fileName: 'feed.json', layout: list });
const service = (id: string, name: string, more: Json = {}): Json => ({
  ...{ id, name, description: `About ${name}.`, status: 'active' },
  organization: { id: 'o1', name: 'Neighbours Together', description: 'x' },
  ...more,
});
const get = async (url: string) => world.app.inject({ url });
const inFeed = async (id = '') => (await get(`/oruk/v3/services/${uuidOf(id)}`)).statusCode === 200;
const listed = async (list: string) =>
  (
    await sql<{ id: string; slug: string; source_ref: string; state: string; title: string }>`
      select id, slug, source_ref, state, title from listings where source = ${`${WORLD.council} open-referral ${list}`} order by source_ref`.execute(
      world.database.ownerDb,
    )
  ).rows;

/** What a service says, without what names its records and says when they changed. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.entries(value).filter(([name]) => !/(?:^|_)(?:id|uri)$|^last_modified$/.test(name));
  return Object.fromEntries(names.map(([name, one]) => [name, withoutIds(one)]));
}

describe('a feed', () => {
  const lunch = service('1', 'Lunch club', {
    url: 'lunch.example.org',
    fees: 'Free',
    minimum_age: 60,
    service_at_locations: [
      {
        id: 'a',
        location: {
          id: 'hall',
          name: 'The Hall',
          latitude: 53.399,
          longitude: -2.341,
          addresses: [{ id: 'x', address_1: '1 High Street', city: 'Hale', postal_code: 'WA15 6SQ' }],
          accessibility: [{ id: 'y', description: 'There is a ramp.' }],
        },
      },
    ],
    schedules: [
      {
        id: 'z',
        dtstart: '2026-11-03',
        freq: 'WEEKLY',
        byday: 'TU',
        opens_at: '12:00',
        closes_at: '14:00',
        description: 'Lunch',
      },
    ],
    cost_options: [{ id: 'c', option: 'A second pudding', amount: 1.5, amount_description: 'each' }],
    contacts: [{ id: 'd', name: 'Ann', title: 'Cook', phones: [{ id: 'e', number: '1614960000' }] }],
    languages: [{ id: 'f', name: 'Urdu' }],
    attributes: [{ id: 'g', taxonomy_term: { id: 'h', name: 'Lunch clubs', term: 'lunch-clubs' } }],
  });
  const chess = service('2', 'Chess', { fees: '£2 at the door' });

  test('is taken whole, with a note of what was put right, and the same again changes nothing', async () => {
    const first = await take('a', { contents: [lunch, chess] });
    expect(first).toMatchObject({ accepted: 2, unchanged: 0, rejected: [], layout: 'open-referral a' });
    expect(first.notes).toEqual([
      {
        ...{ row: 1, code: 'feed.telephone_mended' },
        message: 'Column "contacts[0].phones[0].number": The telephone number had lost its 0. The row was taken.',
      },
    ]);
    const [one] = await listed('a');
    const page = (await get(`/api/listings/${one?.slug}`)).json() as Json;
    expect(page).toMatchObject({
      ...{ title: 'Lunch club', free: true, minimumAge: 60, website: 'https://lunch.example.org', languages: ['Urdu'] },
      ...{ venue: 'The Hall', addressLine: '1 High Street', postcode: 'WA15 6SQ', offers: [] },
      category: { slug: 'lunch-clubs' },
      places: [expect.objectContaining({ accessNotes: 'There is a ramp.' })],
      contacts: [expect.objectContaining({ name: 'Ann', telephone: '01614960000' })],
      events: [expect.objectContaining({ name: 'Lunch', weekday: 2, startTime: '12:00' })],
      costs: [{ option: 'A second pudding', pence: 150, words: 'each', validFrom: null, validTo: null }],
    });
    expect(await take('a', { contents: [lunch, chess] })).toMatchObject({ accepted: 0, unchanged: 2 });
    expect(await outOfDate(world)).toEqual([]);
  });

  test('no longer has what it says no more, and has it again when it does', async () => {
    const less = { ...lunch, schedules: [], cost_options: [], contacts: [], languages: [{ id: 'f', name: 'Urdu' }] };
    const without = await take('a', { contents: [less] });
    expect(without.totals.changes).toContainEqual({ noun: 'listings', created: 0, changed: 1 });
    expect(await listed('a')).toMatchObject([{ state: 'published' }, { title: 'Chess', state: 'withdrawn' }]);
    const [one, two] = await listed('a');
    expect((await get(`/api/listings/${one?.slug}`)).json()).toMatchObject({ events: [], costs: [], contacts: [] });
    expect((await get(`/api/listings/${two?.slug}`)).statusCode).toBe(404);
    expect([await inFeed(one?.id), await inFeed(two?.id)]).toEqual([true, false]);
    await take('a', { contents: [lunch, chess] });
    expect(await listed('a')).toMatchObject([{ state: 'published' }, { state: 'published' }]);
    expect((await get(`/api/listings/${two?.slug}`)).statusCode).toBe(200);
    expect(await outOfDate(world)).toEqual([]);
  });

  test('keeps what it names and cannot be taken, and withdraws what it says is closed', async () => {
    await take('kept', [lunch, chess]);
    await take('kept', [
      { ...lunch, name: null },
      { ...chess, status: 'defunct' },
    ]);
    expect(await listed('kept')).toMatchObject([{ state: 'published' }, { title: 'Chess', state: 'withdrawn' }]);
  });

  test('never touches what another list, or another council, brought', async () => {
    await take('b', [service('1', 'Another lunch club')]);
    expect(await listed('a')).toMatchObject([{ title: 'Lunch club', state: 'published' }, { state: 'published' }]);
    await take('a', [chess], systemActor(WORLD.elsewhere, 'import'));
    expect(await listed('a')).toMatchObject([{ title: 'Lunch club', state: 'published' }, { state: 'published' }]);
  });

  test('can be looked at first, and undone, also where it withdrew something', async () => {
    const looked = await previewImport(world.context, actor, {
      ...{ kind: 'open-referral' as const, file: file([chess]), fileName: 'feed.json', layout: 'a' },
    });
    expect(looked.totals.changes).toContainEqual({ noun: 'listings', created: 0, changed: 1 });
    expect(await listed('a')).toMatchObject([{ state: 'published' }, { state: 'published' }]);
    const taken = await take('a', [chess, service('3', 'Bingo')]);
    expect(await listed('a')).toMatchObject([{ state: 'withdrawn' }, { state: 'published' }, { title: 'Bingo' }]);
    await undoImport(world.context, actor, taken.importId ?? '');
    expect(await listed('a')).toMatchObject([{ title: 'Lunch club', state: 'published' }, { state: 'published' }]);
    expect(await listed('a')).toHaveLength(2);
    expect(await outOfDate(world)).toEqual([]);
  });

  test('that is our own comes into a second council without loss', async () => {
    const area = { id: 'i', name: 'x', extent: '8047 m, WA15' };
    const tea = service('tea', 'A cup of tea', {
      attributes: lunch['attributes'],
      fees: '£1 a cup',
      url: 'https://tea.example.org',
    });
    await take('sent', { contents: [{ ...lunch, service_areas: [area] }, tea] });
    const wholeOf = async (ids: readonly string[]) =>
      Promise.all(ids.map(async (id) => (await get(`/oruk/v3/services/${uuidOf(id)}`)).json() as Json));
    const sent = await wholeOf((await listed('sent')).map(({ id }) => id));
    await take('ours', { contents: sent }, systemActor(WORLD.elsewhere, 'import'));
    const { rows } = await sql<{ id: string }>`
      select id from listings where source = ${`${WORLD.elsewhere} open-referral ours`} order by title desc`.execute(
      world.database.ownerDb,
    );
    const came = await wholeOf(rows.map(({ id }) => id));
    expect(came).toHaveLength(2);
    expect(JSON.stringify(sent)).toContain('8047 m, WA15');
    expect(came.map(withoutIds)).toEqual(sent.map(withoutIds));
  });

  test('explains each service that could not be taken, and takes the others', async () => {
    const answer = await take('c', [
      chess,
      null,
      { id: 'x' },
      { ...chess },
      service('9', 'Closed', { status: 'defunct' }),
    ]);
    expect(answer.accepted).toBe(1);
    expect(answer.rejected.map(({ row, code }) => [row, code])).toEqual([
      [2, 'feed.not_a_service'],
      [3, 'cell.missing'],
      [4, 'import.repeated_row'],
      [5, 'feed.not_active'],
    ]);
  });

  test('readers of our own feed hear what has gone and what is back, and nothing of what was never in view', async () => {
    const before = world.clock.now().toString();
    world.clock.advance({ minutes: 1 });
    const removed = async (since: string) =>
      (await get(`/oruk/v3/removed_services?modified_after=${since}`)).json<{
        contents: Json[];
        total_items: number;
      }>();
    const came = await take('told', [lunch, chess]);
    const [one, two] = await listed('told');
    expect((await removed(before)).contents).toEqual([]);
    world.clock.advance({ minutes: 1 });
    await take('told', [lunch]);
    const gone = { id: uuidOf(two?.id ?? ''), status: 'defunct', last_modified: world.clock.now().toString() };
    expect(await removed(before)).toMatchObject({ total_items: 1, contents: [gone] });
    expect((await removed(world.clock.now().toString())).contents).toEqual([]);
    const away = world.clock.now().toString();
    world.clock.advance({ minutes: 1 });
    const back = await take('told', [lunch, chess]);
    expect((await removed(before)).contents).toEqual([]);
    const changed = (await get(`/oruk/v3/services?modified_after=${away}`)).json<{ contents: Json[] }>();
    expect(changed.contents.map(({ id }) => id)).toContain(uuidOf(two?.id ?? ''));
    world.clock.advance({ minutes: 1 });
    await undoImport(world.context, actor, back.importId ?? '');
    expect((await removed(before)).contents).toMatchObject([{ id: gone.id }]);
    const refused = await get('/oruk/v3/removed_services?modified_after=2026-02-30');
    expect([refused.statusCode, came.accepted, one?.state]).toEqual([400, 2, 'published']);
  });

  test('a line that is no JSON is named by its place, and takes no service out of the catalogue', async () => {
    await take('lines', `${JSON.stringify(lunch)}\n${JSON.stringify(chess)}`);
    const broken = JSON.stringify(chess).replace('"name":', '"name"');
    const answer = await take('lines', `${JSON.stringify(lunch)}\n\n${broken}\n{"id":"5"`);
    expect(answer.rejected).toMatchObject([
      {
        row: 2,
        code: 'feed.line_not_readable',
        message: expect.stringMatching(/^Line 3 of the file, from letter \d+ on\. /),
      },
      {
        row: 3,
        code: 'feed.line_not_readable',
        message: expect.stringMatching(/^Line 4 of the file, from letter \d+ on\. /),
      },
    ]);
    expect((await listed('lines')).map(({ state }) => state)).toEqual(['published', 'published']);
    await take('lines', JSON.stringify(lunch));
    expect((await listed('lines')).map(({ state }) => state)).toEqual(['published', 'withdrawn']);
  });

  test('may be a list, a page of either shape, a service a line, or one service', async () => {
    const shapes = [
      JSON.stringify([chess]),
      JSON.stringify({ contents: [chess] }),
      JSON.stringify({ content: [chess], totalElements: 1 }, null, 2),
      `\uFEFF${JSON.stringify(chess)}\n\n${JSON.stringify(lunch)}`,
      JSON.stringify(chess, null, 2),
    ];
    for (const [index, shape] of shapes.entries())
      expect((await take(`shape ${index}`, shape)).accepted, shape.slice(0, 40)).toBeGreaterThan(0);
    for (const bad of ['', 'hello', '[{"id":"1","name":"x"}', '{"contents":[{"id":"1"', '<html>'])
      await expect(take('bad', bad)).rejects.toMatchObject({ code: expect.stringMatching(/^feed\./) });
    await expect(take('bad', '[]')).rejects.toMatchObject({ code: 'feed.no_services' });
  });

  const samples = fileURLToPath(
    new URL('../../../../../shared/data/open-referral-uk/service_full.json', import.meta.url),
  );
  test.runIf(existsSync(samples))('the published sample is taken', async () => {
    const answer = await take('sample', readFileSync(samples, 'utf8'));
    expect(answer).toMatchObject({ accepted: 1, rejected: [] });
    expect(await listed('sample')).toMatchObject([{ title: 'Community Counselling', state: 'published' }]);
  });
});

describe('a large file', () => {
  const SERVICES = 2_300;
  const path = () => join(folder, 'large.json');
  const takeLarge = () =>
    takeImport(world.context, actor, { kind: 'open-referral', file: path(), fileName: 'large.json', layout: 'large' });
  /** What stands of each service, in the order of their references. */
  const standing = async () =>
    (
      await sql<Json>`
        select listing.source_ref as id, listing.title as name, organisation.source_ref as organisation,
               (select jsonb_agg(location.source_ref order by link.position) from listing_locations as link
                  join locations as location on location.id = link.location_id where link.listing_id = listing.id) as places,
               (select jsonb_agg(contact.telephone) from contacts as contact where contact.listing_id = listing.id) as telephones,
               (select jsonb_agg(event.name) from events as event where event.listing_id = listing.id) as events,
               (select jsonb_agg(cost.amount_pence) from listing_costs as cost where cost.listing_id = listing.id) as costs,
               (select count(*)::int from search_entries as entry where entry.listing_id = listing.id) as found,
               (select count(*)::int from listing_pages as page where page.slug = listing.slug) as pages,
               (select count(*)::int from import_records as record where record.noun = 'listings' and record.record_id = listing.id) as noted,
               (select jsonb_object_agg(said.key, said.value ->> 'by') from catalogue_facts as facts, jsonb_each(facts.said) as said
                 where facts.record_id = listing.id and said.key in ('title', 'contacts', 'events')) as said
          from listings as listing join organisations as organisation on organisation.id = listing.organisation_id
         where listing.source = ${`${WORLD.council} open-referral large`} and listing.state = 'published' order by listing.source_ref`.execute(
        world.database.ownerDb,
      )
    ).rows;

  test('is taken whole, once, and is found at once; the same again changes nothing; undone it is gone', async () => {
    await writeOpenReferralFile(path(), SERVICES);
    const before = await outOfDate(world);
    const given = (JSON.parse(readFileSync(path(), 'utf8')) as ReturnType<typeof openReferralService>[]).map((one) => ({
      ...{ id: one.id, name: one.name, organisation: one.organization.id },
      places: one.service_at_locations.map(({ location }) => location.id),
      telephones: one.contacts.flatMap(({ phones }) => phones.map(({ number }) => number)),
      events: one.schedules.map(({ description }) => description),
      costs: one.cost_options.length === 0 ? null : one.cost_options.map(({ amount }) => amount * 100),
      ...{ found: 1, pages: 1, noted: 1, said: { title: 'import', contacts: 'import', events: 'import' } },
    }));
    const taken = await takeLarge();
    expect([taken.accepted, taken.unchanged, taken.rejected]).toEqual([SERVICES, 0, []]);
    const all = given.sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(await standing()).toEqual(all);
    expect((await outOfDate(world)).filter((slug) => !before.includes(slug))).toEqual([]);
    const again = await takeLarge();
    expect([again.accepted, again.unchanged, again.totals.changes]).toEqual([0, SERVICES, []]);
    expect((await standing()).length).toBe(SERVICES);
    await undoImport(world.context, actor, taken.importId ?? '');
    expect(await standing()).toEqual([]);
  }, 120_000);
});
