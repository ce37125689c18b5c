// What an organisation's members save of a listing, from the form to the rows and the public page: every field arrives, places
// stay the places that they are, somebody else's record stays as it is, and no file takes back what was said.

import { inTransaction } from '@support-market/db/transaction';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../platform/audit.repo.ts';
import { keepAllPages, outOfDate } from '../../testing/catalogue-check.repo.ts';
import { newKey, placeOrder } from '../../testing/place-order.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';
import { loadReferenceData } from '../../workflows/load-reference-data.ts';
import { openSource } from './catalogue-facts.repo.ts';
import { upsertListings } from './listing-writes.repo.ts';
import { upsertOffers } from './offer-writes.repo.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await loadReferenceData(world.database.ownerDb, world.clock);
  await world.database.ownerDb
    .insertInto('postcodes')
    .values([
      { postcode: 'HB1 1AB', outward: 'HB1', latitude: 51, longitude: 1 },
      { postcode: 'HB1 2AB', outward: 'HB1', latitude: 52, longitude: 2 },
    ])
    .execute();
});
afterAll(() => world.close());

async function ask(
  method: 'GET' | 'PUT' | 'POST',
  url: string,
  payload?: object,
  who: AccountName = 'provider',
  key = newKey(),
) {
  const headers = { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': key };
  const answer = await world.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}
const urlOf = (id: string) => `/api/listings/${id}/record`;
/** As the page does it: what it saw last, and what is new. */
async function save(change: object, id: string = WORLD.careListing) {
  const { version } = (await ask('GET', urlOf(id))).body;
  return ask('PUT', urlOf(id), { version, ...change });
}

const FACTS = {
  title: 'Care at home, day and night',
  summary: 'In one sentence',
  description: 'A longer text.\nWith two lines.',
  whenText: 'Every day',
  whoFor: 'Older people',
  languages: ['Urdu'],
  faiths: ['Muslim', 'Halal'],
  workerGenders: ['female'],
  minimumAge: 18,
  maximumAge: 99,
  evenings: true,
  weekends: true,
  hasSpace: false,
  accessible: true,
  website: 'https://bright-care.example',
};
const place = (name: string, more: object = {}) => ({
  ...{ id: null, name, addressLine: '1 Quay', postcode: 'HB1 1AB', accessNotes: '', showAddress: null },
  ...more,
});
const event = (name: string, locationId: string | null) => ({
  ...{ name, locationId, frequency: 'weekly', firstDate: '2026-11-05', lastDate: '2027-03-25', startTime: '10:00' },
  ...{ endTime: '11:30', interval: 2, lastOfMonth: false },
  breaks: [{ from: '2026-12-24', to: '2026-12-31', everyYear: true, reason: 'A rest' }],
});

describe('a listing that its provider keeps', () => {
  test('takes no text for a telephone number, and gives a number the 0 back that a spreadsheet took', async () => {
    const contact = { name: 'Jo', role: 'Manager', email: null, languages: [] };
    const refused = await save({ contacts: [{ ...contact, telephone: 'hello' }] });
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [{ pointer: '/contacts/0/telephone', code: 'field.format' }],
    ]);
    const saved = await save({ contacts: [{ ...contact, telephone: '7700 900123' }] });
    expect(saved.body.contacts).toMatchObject([{ telephone: '07700 900123' }]);
  });

  test('is saved part by part: each field arrives in the record and on the public page', async () => {
    const contact = { name: 'Jo', role: 'Manager', telephone: '0161 496 0000', email: null, languages: ['Urdu'] };
    const parts = {
      facts: FACTS,
      categories: { main: 'housework', further: ['personal-assistants'] },
      places: {
        main: place('Quay Hall', { accessNotes: 'Ring twice', showAddress: true }),
        further: [place('Mill', { postcode: 'HB1 2AB' })],
      },
      contacts: [contact],
      events: [event('Open day', null)],
    };
    await keepAllPages(world);
    for (const [part, value] of Object.entries(parts)) {
      const saved = await save({ [part]: value });
      expect(saved.status, `${part} ${JSON.stringify(saved.body)}`).toBe(200);
      const told = part === 'facts' ? saved.body : { [part]: saved.body[part] };
      const expected =
        part === 'facts'
          ? FACTS
          : part === 'places'
            ? { places: [parts.places.main, ...parts.places.further].map(({ id: _id, ...one }) => one) }
            : { [part]: value };
      expect(told).toMatchObject(expected);
    }
    const { slug } = (await ask('GET', urlOf(WORLD.careListing))).body;
    const page = (await world.app.inject(`/api/listings/${slug}`)).json();
    expect(page).toMatchObject({
      ...{ title: FACTS.title, faiths: FACTS.faiths, workerGenders: ['female'], minimumAge: 18, maximumAge: 99 },
      ...{ languages: ['Urdu'], venue: 'Quay Hall', postcode: 'HB1 1AB', website: FACTS.website },
    });
    expect(await outOfDate(world)).toEqual([]);
    const found = (await world.app.inject('/api/listings?words=halal')).json();
    expect(JSON.stringify(found)).toContain(WORLD.careListing);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://tide.example',
    'no address',
    'https://a:b@tide.example',
  ])('refuses the website %s by its field, of a listing and of an organisation', async (website) => {
    const kept = { listing: (await ask('GET', urlOf(WORLD.careListing))).body.website };
    const ofListing = await save({ facts: { ...FACTS, website } });
    expect([ofListing.status, ofListing.body.errors]).toMatchObject([400, [{ pointer: '/facts/website' }]]);
    expect((await ask('GET', urlOf(WORLD.careListing))).body.website).toBe(kept.listing);
    const url = `/api/organisations/${WORLD.agency}/record`;
    const own = (await ask('GET', url)).body;
    const { name, description, addressLine, city, postcode, showAddress, email, telephone, acceptsIsf } = own;
    const facts = {
      name,
      description,
      addressLine,
      city,
      postcode,
      showAddress,
      email,
      telephone,
      acceptsIsf,
      website,
    };
    const ofOrganisation = await ask('PUT', url, { version: own.version, facts });
    expect([ofOrganisation.status, ofOrganisation.body.errors]).toMatchObject([400, [{ pointer: '/facts/website' }]]);
  });

  test('keeps a website that was typed without its scheme as an address that can be opened', async () => {
    const saved = await save({ facts: { ...FACTS, website: 'www.bright-care.example' } });
    expect([saved.status, saved.body.website]).toEqual([200, 'https://www.bright-care.example']);
    await save({ facts: FACTS });
  });

  test('refuses a youngest age above the oldest, an age of 121, and a third kind of worker, by the field', async () => {
    const wrong = [{ minimumAge: 50, maximumAge: 20 }, { minimumAge: 121 }, { workerGenders: ['any'] }];
    const answers: unknown[] = [];
    for (const change of wrong) {
      const { status, body } = await save({ facts: { ...FACTS, ...change } });
      answers.push([status, body.errors?.[0]?.pointer]);
    }
    expect(answers).toEqual([
      [400, '/facts/maximumAge'],
      [400, expect.stringMatching(/^\/facts\/minimumAge/)],
      [400, expect.stringMatching(/^\/facts\/workerGenders\/0/)],
    ]);
  });

  test('is not read or changed by another organisation, whatever part it sends', async () => {
    const before = (await ask('GET', urlOf(WORLD.careListing))).body;
    const strangers = await ask(
      'PUT',
      urlOf(WORLD.careListing),
      { version: before.version, facts: FACTS },
      'communityGroup',
    );
    const missing = await ask(
      'PUT',
      urlOf('lst_nothing000000000000000000'),
      { version: '', facts: FACTS },
      'communityGroup',
    );
    expect([strangers.status, strangers.body.code]).toEqual([404, 'record.not_found']);
    expect([missing.status, missing.body.code]).toEqual([404, 'record.not_found']);
    expect((await ask('GET', urlOf(WORLD.careListing))).body).toEqual(before);
  });

  test('keeps every field that its provider said when a file says otherwise of all of them', async () => {
    await world.database.ownerDb
      .updateTable('listings')
      .set({ source: 'a-list', source_ref: 'care' })
      .where('id', '=', WORLD.careListing)
      .execute();
    const before = (await ask('GET', urlOf(WORLD.careListing))).body;
    const actor = systemActor(WORLD.council, 'import');
    await inTransaction(world.database.db, WORLD.council, async (tx) => {
      const made = { kind: 'import', councilId: WORLD.council, list: 'a-list', saidBy: 'system' } as const;
      const row = {
        ...{ source: 'a-list', sourceRef: 'care', organisationId: WORLD.agency },
        kind: 'service' as const,
        ...{ title: 'Other', summary: 'Other', description: 'Other', whenText: 'Other', whoFor: 'Other' },
        ...{ languages: ['Polish'], faiths: ['Sikh'], workerGenders: ['male'], minimumAge: 5, maximumAge: 6 },
        ...{ evenings: false, weekends: false, hasSpace: true, accessible: false, website: 'https://other.example' },
        ...{ venue: 'Other Hall', addressLine: '9 Other', postcode: 'HB1 2AB', categorySlug: 'personal-assistants' },
      } as const;
      await upsertListings(tx, world.clock, [row], { source: await openSource(tx, world.clock, made), actor });
    });
    const after = (await ask('GET', urlOf(WORLD.careListing))).body;
    const { fileValues, ...rest } = after;
    const { fileValues: _before, ...same } = before;
    expect({ ...rest, version: '', changedAt: '' }).toEqual({ ...same, version: '', changedAt: '' });
    expect(fileValues.map(({ field }: { field: string }) => field).sort()).toEqual([
      ...['accessible', 'category_id', 'description', 'evenings', 'faiths', 'has_space', 'languages', 'maximum_age'],
      ...['minimum_age', 'place', 'summary', 'title', 'website', 'weekends', 'when_text', 'who_for', 'worker_genders'],
    ]);
  });
});

describe('a place that is put right', () => {
  const placesOf = async (id: string = WORLD.careListing) => (await ask('GET', urlOf(id))).body.places;
  const asSent = ({ main: _main, from: _from, addressShown: _shown, ...kept }: Record<string, unknown>) => kept;
  const eventsOf = async () =>
    (await ask('GET', urlOf(WORLD.careListing))).body.events.map((one: { name: string; locationId: string }) => [
      one.name,
      one.locationId,
    ]);

  test('stays the place that it is: what is on there stays, and its other listings follow', async () => {
    const [main, mill] = await placesOf();
    await save({ events: [event('At the hall', null), event('At the mill', mill.id)] });
    const other = 'lst_othercare0000000000000000';
    await world.database.ownerDb
      .insertInto('listings')
      .values({
        ...{ id: other, slug: 'other-care', organisation_id: WORLD.agency, kind: 'service', title: 'Other care' },
        ...{ category_id: 'cat_help000000000000000000000' },
        ...{ created_at: world.clock.now(), changed_at: world.clock.now() },
      })
      .execute();
    const shared = await save({ places: { main: place('Mill', { postcode: 'HB1 2AB' }), further: [] } }, other);
    expect(shared.body.places[0].id).toBe(mill.id);
    await keepAllPages(world);
    const corrected = { ...asSent(mill), name: 'Old Mill', addressLine: '2 Mill Lane', postcode: 'HB1 1AB' };
    const saved = await save({ places: { main: asSent(main), further: [corrected] } });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect(saved.body.places.map(({ id }: { id: string }) => id)).toEqual([main.id, mill.id]);
    expect(await eventsOf()).toEqual([
      ['At the hall', null],
      ['At the mill', mill.id],
    ]);
    const page = (await world.app.inject('/api/listings/other-care')).json();
    expect(page).toMatchObject({ venue: 'Old Mill', addressLine: '2 Mill Lane', postcode: 'HB1 1AB' });
    expect(await outOfDate(world)).toEqual([]);
    const point = await world.database.ownerDb
      .selectFrom('listings')
      .select(['latitude', 'longitude'])
      .where('id', '=', other)
      .executeTakeFirst();
    expect(point).toEqual({ latitude: 51, longitude: 1 });
  });

  test('takes the name of another as that takes its own, or becomes the same place as another', async () => {
    const [main, mill] = await placesOf();
    const swapped = await save({
      places: {
        main: { ...asSent(mill), id: main.id },
        further: [{ ...asSent(main), id: mill.id }],
      },
    });
    expect(swapped.body.places.map((one: { id: string; name: string }) => [one.id, one.name])).toEqual([
      [main.id, 'Old Mill'],
      [mill.id, 'Quay Hall'],
    ]);
    const same = { ...asSent(main), name: 'Old Mill', addressLine: '2 Mill Lane', postcode: 'HB1 1AB' };
    const merged = await save({ places: { main: same, further: [{ ...same, id: mill.id }] } });
    expect([merged.status, merged.body.places?.length]).toEqual([200, 1]);
    expect(await eventsOf()).toEqual([
      ['At the hall', null],
      ['At the mill', main.id],
    ]);
  });

  test('that is not the listing’s, or taken away while an event names it, is refused by its field', async () => {
    const [main] = await placesOf();
    await save({ places: { main: asSent(main), further: [place('Barn')] } });
    const barn = (await placesOf())[1];
    const events = [event('In the barn', barn.id)];
    const wrong = [
      { places: { main: asSent(main), further: [] }, events },
      { places: { main: asSent(main), further: [place('X', { id: 'loc_notours0000000000000000' })] } },
      { places: { main: asSent(main), further: [asSent(barn), asSent(barn)] } },
      { events: [event('Elsewhere', 'loc_notours0000000000000000')] },
    ];
    const answers: unknown[] = [];
    for (const change of wrong) {
      const { status, body } = await save(change);
      answers.push([status, body.errors?.[0]?.pointer]);
    }
    expect(answers).toEqual([
      [400, '/events/0/locationId'],
      [400, '/places/further/0/name'],
      [400, '/places/further/1/name'],
      [400, '/events/0/locationId'],
    ]);
    expect((await save({ events })).status).toBe(200);
    await save({ places: { main: asSent(main), further: [] } });
    expect(await eventsOf()).toEqual([['In the barn', null]]);
  });
});

describe('what a listing costs', () => {
  const offersUrl = `/api/listings/${WORLD.careListing}/offers`;
  const setPrice = (pricePence: number, from: string, offerId: string = WORLD.careOffer) =>
    ask('POST', `/api/listings/${WORLD.careListing}/prices`, { offerId, pricePence, from });
  const periods = async () =>
    (await ask('GET', offersUrl)).body.items[0].prices
      .filter((one: { replacedOn: string | null }) => one.replacedOn === null)
      .map((one: Record<string, unknown>) => [one.pricePence, one.from, one.until, one.setBy]);
  const fromPrice = async () =>
    (
      await world.database.ownerDb
        .selectFrom('listings')
        .select('from_price_pence')
        .where('id', '=', WORLD.careListing)
        .executeTakeFirstOrThrow()
    ).from_price_pence;
  const rates = () => world.database.ownerDb.selectFrom('agreed_rates').selectAll().orderBy('id').execute();

  test('is said by its provider from a day on, is changed before that day, and history is kept', async () => {
    const agreed = await rates();
    await keepAllPages(world);
    expect((await setPrice(2_400, '2027-04-01')).status).toBe(200);
    expect(await periods()).toEqual([
      [2_200, '2026-04-01', '2027-03-31', 'import'],
      [2_400, '2027-04-01', null, 'provider'],
    ]);
    expect((await setPrice(2_350, '2027-04-01')).status).toBe(200);
    expect(await periods()).toEqual([
      [2_200, '2026-04-01', '2027-03-31', 'import'],
      [2_350, '2027-04-01', null, 'provider'],
    ]);
    expect(await fromPrice()).toBe(2_200n);
    expect((await setPrice(2_300, '2026-11-02')).status).toBe(200);
    expect(await fromPrice()).toBe(2_300n);
    const { prices } = (await ask('GET', offersUrl)).body.items[0];
    const gone = prices.filter((one: { replacedOn: string | null }) => one.replacedOn === '2026-11-02');
    expect(gone.map((one: { pricePence: number }) => one.pricePence).sort()).toEqual([2_200, 2_200, 2_400]);
    expect(await rates()).toEqual(agreed);
    expect(await outOfDate(world)).toEqual([]);
  });

  test('is refused for a day that has passed, for another’s offer, and from another organisation', async () => {
    const before = await periods();
    const past = await setPrice(1_000, '2026-11-01');
    expect([past.status, past.body.errors?.[0]]).toMatchObject([
      422,
      { pointer: '/from', code: 'schedule.in_the_past' },
    ]);
    expect((await setPrice(1_000, '2027-01-01', WORLD.clubOffer)).status).toBe(400);
    for (const step of ['prices', 'withdraw', 'put-back']) {
      const body = { offerId: WORLD.careOffer, ...(step === 'prices' ? { pricePence: 1, from: '2027-01-01' } : {}) };
      const answer = await ask('POST', `/api/listings/${WORLD.careListing}/${step}`, body, 'communityGroup');
      expect([step, answer.status]).toEqual([step, 404]);
    }
    expect((await ask('GET', offersUrl, undefined, 'communityGroup')).status).toBe(404);
    expect(await periods()).toEqual(before);
  });

  test('leaves what was ordered at its price, also when the offer is taken off sale', async () => {
    // Own money, which pays the public price.
    const order = await placeOrder(world, {
      ...{ account: ACCOUNTS.asha, person: WORLD.asha, offer: WORLD.careOffer, lines: [WORLD.ashaOwn] },
      oneOff: { date: '2026-11-13', startTime: '09:30', minutes: 60 },
    });
    const visits = () =>
      world.database.ownerDb
        .selectFrom('visits')
        .select(['id', 'state', 'unit_price_pence', 'planned_pence'])
        .where('order_id', '=', order.id)
        .execute();
    const ordered = await visits();
    expect(ordered).toMatchObject([{ unit_price_pence: 2_300n, planned_pence: 2_300n }]);
    await setPrice(9_900, '2026-11-02');
    const offerOf = { offerId: WORLD.careOffer };
    const withdrawn = await ask('POST', `/api/listings/${WORLD.careListing}/withdraw`, offerOf);
    expect([withdrawn.status, withdrawn.body.items[0].withdrawn]).toEqual([200, true]);
    expect(await fromPrice()).toBeNull();
    expect(await visits()).toEqual(ordered);
  });

  test('of an offer that its provider took off sale stays off, despite a file, until it puts it back', async () => {
    await world.database.ownerDb
      .updateTable('offers')
      .set({ source_ref: 'care' })
      .where('id', '=', WORLD.careOffer)
      .execute();
    const [written] = await inTransaction(world.database.db, WORLD.council, (tx) =>
      upsertOffers(tx, world.clock, [
        {
          ...{ listingId: WORLD.careListing, sourceRef: 'care', name: 'Care, by the hour', unit: 'hour' },
          ...{ pricePence: 2_500n, validFrom: Temporal.PlainDate.from('2028-04-01') },
        } as const,
      ]),
    );
    expect(written).toMatchObject({ id: WORLD.careOffer, staysWithdrawn: true });
    expect((await ask('GET', offersUrl)).body.items[0].withdrawn).toBe(true);
    const back = await ask('POST', `/api/listings/${WORLD.careListing}/put-back`, { offerId: WORLD.careOffer });
    expect([back.status, back.body.items[0].withdrawn]).toEqual([200, false]);
    expect(await fromPrice()).toBe(9_900n);
  });
});

describe('a listing that its owner starts', () => {
  const NEW = { title: 'Swimming with a friend', category: 'clubs-and-groups', free: false };
  const WHAT = {
    ...{ name: 'An hour in the pool', unit: 'hour', days: 'weekend', minimumMinutes: 60, noticeHours: 24 },
    ...{ welfare: true, zeroRated: false },
  };
  const OFFER = { ...WHAT, pricePence: 2_000, from: '2026-11-02' };
  const start = (key?: string, who?: AccountName) =>
    ask('POST', `/api/organisations/${WORLD.agency}/listings`, NEW, who, key);
  let id = '';
  const isFound = async () => {
    const { slug } = (await ask('GET', urlOf(id))).body;
    const { statusCode } = await world.app.inject(`/api/listings/${slug}`);
    return [statusCode, (await world.app.inject('/api/listings?words=swimming')).body.includes(id)];
  };
  const offers = async () => (await ask('GET', `/api/listings/${id}/offers`)).body.items;
  const current = async () =>
    (await offers())[0].prices
      .filter((one: { replacedOn: string | null }) => one.replacedOn === null)
      .map((one: Record<string, unknown>) => [one.pricePence, one.from, one.until]);

  test('is started once for a key, by its members alone, and only they see it', async () => {
    const key = newKey();
    const [first, again] = [await start(key), await start(key)];
    expect([first.status, again.body]).toEqual([201, first.body]);
    id = first.body.id;
    expect((await start(undefined, 'communityGroup')).status).toBe(404);
    expect((await ask('GET', urlOf(id))).body).toMatchObject({ state: 'draft', title: NEW.title });
    expect(await isFound()).toEqual([404, false]);
  });

  test('is refused in public until it says what, where, when and what it costs, and is found from then on', async () => {
    const publish = () => ask('POST', `/api/listings/${id}/publish`, undefined);
    const refused = await publish();
    expect([refused.status, refused.body.code]).toEqual([409, 'listing.not_ready']);
    expect((await ask('GET', urlOf(id))).body.missing).toEqual(['summary', 'place', 'when', 'price']);
    await save({ facts: { ...FACTS, title: NEW.title } }, id);
    const free = await save({ facts: { ...FACTS, title: NEW.title, free: true } }, id);
    expect(free.body).toMatchObject({ free: true, missing: ['place'] });
    await save({ places: { main: place('Baths'), further: [] } }, id);
    await save({ facts: { ...FACTS, title: NEW.title, free: false } }, id);
    expect((await ask('GET', urlOf(id))).body.missing).toEqual(['price']);
    const key = newKey();
    const add = (more: object = {}, with_ = newKey()) =>
      ask('POST', `/api/listings/${id}/offers`, { ...OFFER, ...more }, 'provider', with_);
    const added = await add({}, key);
    expect([added.status, (await add({}, key)).body]).toEqual([201, added.body]);
    expect(added.body.items).toMatchObject([{ ...WHAT, withdrawn: false }]);
    const twice = await add({ name: 'an hour in the POOL' });
    expect([twice.status, twice.body.errors?.[0]?.pointer]).toEqual([409, '/name']);
    expect((await add({ name: 'Late', from: '2026-10-01' })).body.errors?.[0]?.pointer).toBe('/from');
    const unfree = await save({ facts: { ...FACTS, title: NEW.title, free: true } }, id);
    expect(unfree.body.errors?.[0]).toMatchObject({ pointer: '/facts/free', code: 'listing.not_free' });
    await keepAllPages(world);
    expect((await publish()).status).toBe(200);
    expect(await isFound()).toEqual([200, true]);
    expect((await publish()).body.code).toBe('record.changed');
    expect(await outOfDate(world)).toEqual([]);
  });

  test('that is free and public is no longer found as free once it has a price', async () => {
    const { body } = await ask(
      'POST',
      `/api/organisations/${WORLD.agency}/listings`,
      { ...NEW, title: 'Open door', free: true },
      'provider',
      newKey(),
    );
    await save({ facts: { ...FACTS, title: 'Open door', free: true } }, body.id);
    await save({ places: { main: place('Baths'), further: [] } }, body.id);
    expect((await ask('POST', `/api/listings/${body.id}/publish`, undefined)).status).toBe(200);
    const freeOnes = async () =>
      (await world.app.inject('/api/listings?words=open%20door&free=true'))
        .json()
        .items.map(({ id: one }: { id: string }) => one);
    expect(await freeOnes()).toContain(body.id);
    expect((await ask('POST', `/api/listings/${body.id}/offers`, OFFER, 'provider', newKey())).status).toBe(201);
    expect(await freeOnes()).not.toContain(body.id);
    expect(await outOfDate(world)).toEqual([]);
  });

  test('keeps what its offer is when a file names the same offer', async () => {
    const write = {
      listingId: id,
      sourceRef: 'an hour in the pool|hour|weekend',
      name: 'AN HOUR IN THE POOL',
    } as const;
    await inTransaction(world.database.db, WORLD.council, (tx) =>
      upsertOffers(tx, world.clock, [
        {
          ...write,
          unit: 'hour',
          noticeHours: 1,
          pricePence: 9_000n,
          validFrom: Temporal.PlainDate.from('2026-11-02'),
        },
      ]),
    );
    expect(await offers()).toMatchObject([{ name: OFFER.name, noticeHours: 24 }]);
    expect(await current()).toEqual([[2_000, '2026-11-02', null]]);
  });

  test('loses a price that has not begun, and the one before goes on; one ordered at or begun stays', async () => {
    const [offer] = await offers();
    const set = (pricePence: number, from: string) =>
      ask('POST', `/api/listings/${id}/prices`, { offerId: offer.id, pricePence, from });
    const remove = async (from: string, who?: AccountName) => {
      const all: { id: string; from: string; replacedOn: string | null }[] = (await offers())[0].prices;
      const priceId = all.find((one) => one.from === from && one.replacedOn === null)?.id;
      const { status, body } = await ask('POST', `/api/listings/${id}/prices/remove`, { priceId }, who);
      return [status, body.code];
    };
    await set(2_100, '2027-01-01');
    await set(2_200, '2027-04-01');
    expect((await remove('2027-01-01', 'communityGroup'))[0]).toBe(404);
    expect(await remove('2026-11-02')).toEqual([409, 'price.has_begun']);
    const order = await placeOrder(world, {
      ...{ account: ACCOUNTS.asha, person: WORLD.asha, offer: offer.id, lines: [WORLD.ashaOwn] },
      oneOff: { date: '2027-01-02', startTime: '09:30', minutes: 60 },
    });
    expect(order.id).not.toBe('');
    expect(await remove('2027-01-01')).toEqual([409, 'price.ordered']);
    expect(await remove('2027-04-01')).toEqual([200, undefined]);
    expect(await current()).toEqual([
      [2_000, '2026-11-02', '2026-12-31'],
      [2_100, '2027-01-01', null],
    ]);
    const gone = (await offers())[0].prices.filter((one: { replacedOn: string | null }) => one.replacedOn !== null);
    expect(gone.map((one: { pricePence: number }) => one.pricePence)).toContain(2_200);
  });

  test('has its name, shortest visit, notice and VAT changed for later orders, and no file says otherwise', async () => {
    const [offer] = await offers();
    const { name: _, unit: __, days: ___, ...terms } = WHAT;
    const change = (body: object, who?: AccountName) =>
      ask('PUT', `/api/listings/${id}/offers`, { offerId: offer.id, ...terms, ...body }, who);
    const pool = (date: string) =>
      placeOrder(world, {
        ...{ account: ACCOUNTS.asha, person: WORLD.asha, offer: offer.id, lines: [WORLD.ashaCare] },
        oneOff: { date, startTime: '09:30', minutes: 60 },
      });
    const before = await pool('2026-11-07');
    expect(
      (await change({ name: ' An hour with a float ', noticeHours: 12, welfare: false }, 'communityGroup')).status,
    ).toBe(404);
    const changed = await change({ name: ' An hour with a float ', noticeHours: 12, welfare: false });
    expect([changed.status, changed.body.items[0]]).toMatchObject([
      200,
      { name: 'An hour with a float', unit: 'hour', days: 'weekend', noticeHours: 12, welfare: false },
    ]);
    const after = await pool('2026-11-14');
    const lineOf = async ({ id: order }: { id: string }) =>
      (await ask('GET', `/api/orders/${order}`, undefined, 'asha')).body.lines[0];
    expect([await lineOf(before), await lineOf(after)]).toMatchObject([{ noticeHours: 24 }, { noticeHours: 12 }]);
    expect((await lineOf(after)).description).toContain('An hour with a float');
    await ask('POST', `/api/listings/${id}/offers`, { ...OFFER, name: 'A lane' }, 'provider', newKey());
    const taken = await change({ name: 'a LANE' });
    expect([taken.status, taken.body.code, taken.body.errors[0].pointer]).toEqual([
      409,
      'offer.already_there',
      '/name',
    ]);
    const write = {
      listingId: id,
      sourceRef: 'an hour in the pool|hour|weekend',
      name: 'An hour in the pool',
      unit: 'hour',
    } as const;
    await inTransaction(world.database.db, WORLD.council, (tx) =>
      upsertOffers(tx, world.clock, [
        { ...write, noticeHours: 1, pricePence: 1n, validFrom: Temporal.PlainDate.from('2026-11-02') },
      ]),
    );
    expect((await offers()).find((one: { id: string }) => one.id === offer.id)).toMatchObject({
      name: 'An hour with a float',
      noticeHours: 12,
    });
  });

  test('has a price with a last day, and none that ends before it begins', async () => {
    const lane = (await offers()).find(({ name }: { name: string }) => name === 'A lane');
    const set = (until: string | null | undefined, from = '2027-05-01') =>
      ask('POST', `/api/listings/${id}/prices`, {
        offerId: lane.id,
        pricePence: 3_000,
        from,
        ...(until === undefined ? {} : { until }),
      });
    const early = await set('2027-04-30');
    expect([early.status, early.body.errors[0]]).toMatchObject([
      422,
      { pointer: '/until', code: 'schedule.ends_before_start' },
    ]);
    const periods = async () =>
      (await offers())
        .find((one: { id: string }) => one.id === lane.id)
        .prices.filter((one: { replacedOn: string | null }) => one.replacedOn === null)
        .map((one: Record<string, unknown>) => [one.from, one.until]);
    await set('2027-08-31');
    expect(await periods()).toEqual([
      ['2026-11-02', '2027-04-30'],
      ['2027-05-01', '2027-08-31'],
    ]);
    // Another price of that day keeps the end that is known, and loses it where that is said.
    await set(undefined);
    expect((await periods())[1]).toEqual(['2027-05-01', '2027-08-31']);
    await set(null);
    expect((await periods())[1]).toEqual(['2027-05-01', null]);
  });

  test('is hidden by an officer with a reason: not found, not ordered, shown by no owner, until shown again', async () => {
    const move = (path: string, reason: string, who: AccountName = 'editor') =>
      ask('POST', `/api/listings/${id}/${path}`, { reason }, who);
    const [offer] = await offers();
    const orders = () => world.database.ownerDb.selectFrom('visits').select(['id', 'state']).orderBy('id').execute();
    const ordered = await orders();
    await keepAllPages(world);
    expect((await move('withhold', 'A worry about safety', 'provider')).status).toBe(403);
    expect((await move('withhold', ' ')).status).toBe(400);
    expect((await move('withhold', 'A worry about safety')).body).toMatchObject({ state: 'withheld' });
    expect(await isFound()).toEqual([404, false]);
    expect(await outOfDate(world)).toEqual([]);
    expect((await move('withhold', 'Again')).body.code).toBe('record.changed');
    expect((await ask('GET', '/api/withheld-listings', undefined, 'editor')).body.items).toMatchObject([
      { id, title: NEW.title, because: 'A worry about safety' },
    ]);
    await expect(
      placeOrder(world, {
        ...{ account: ACCOUNTS.asha, person: WORLD.asha, offer: offer.id, lines: [WORLD.ashaOwn] },
        oneOff: { date: '2027-01-09', startTime: '09:30', minutes: 60 },
      }),
    ).rejects.toThrow();
    expect(await orders()).toEqual(ordered);
    await ask('POST', `/api/listings/${id}/confirm`);
    expect((await ask('GET', urlOf(id))).body).toMatchObject({
      ...{ state: 'withheld', withheldBecause: 'A worry about safety' },
    });
    const told = await ask('GET', '/api/messages', undefined, 'provider');
    expect(JSON.stringify(told.body)).toContain('A worry about safety');
    expect((await move('show-again', 'It is settled')).body).toMatchObject({ state: 'published', because: null });
    expect(await isFound()).toEqual([200, true]);
    const history = (await ask('GET', `/api/listings/${id}/history`)).body.items;
    expect(history.map(({ event: step }: { event: string }) => step).sort()).toEqual([
      'listing.drafted',
      'listing.published',
      'listing.shown-again',
      'listing.withheld',
    ]);
  });
});
