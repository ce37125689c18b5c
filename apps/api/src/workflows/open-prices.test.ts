// What something costs is said in many places. A person who compares the open feeds, a search, a provider's page and a listing's
// page must find one price in all of them: the one that a buyer pays, with VAT where the seller charges it.

import { inTransaction } from '@support-market/db/transaction';
import { uuidOf } from '@support-market/domain/open-referral/uuids';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { upsertListings } from '../features/listings/listing-writes.repo.ts';
import { upsertOffers } from '../features/listings/offer-writes.repo.ts';
import { type OrganisationWrite, upsertOrganisations } from '../features/listings/organisation-writes.repo.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { loadReferenceData } from './load-reference-data.ts';

const SAID_FROM = Temporal.PlainDate.from('2026-04-01');
const NEXT_YEAR = Temporal.PlainDate.from('2027-04-01');
/** Prices whose VAT ends in whole pence, and just above and below half a penny. */
const NET = [490n, 333n, 332n, 1n];

const VAT = { vatNumber: 'GB980780684' };
const TAX = { taxReference: '1234567890' };
/** A seller, what it sells, and which VAT that comes to. */
interface Sale {
  readonly name: string;
  readonly vat: 'E' | 'O' | 'S' | 'Z';
  readonly seller: Partial<OrganisationWrite>;
  readonly offer?: { readonly welfare?: boolean; readonly zeroRated?: boolean };
}
const SALES: readonly Sale[] = [
  { name: 'business', vat: 'S', seller: { kind: 'business', ...VAT }, offer: { welfare: false } },
  { name: 'unregulated carer', vat: 'S', seller: { kind: 'agency', ...VAT } },
  {
    name: 'charity shop',
    vat: 'S',
    seller: { kind: 'charity', charityNumber: '1234567', ...VAT },
    offer: { welfare: false },
  },
  { name: 'bookshop', vat: 'Z', seller: { kind: 'business', ...VAT }, offer: { welfare: false, zeroRated: true } },
  { name: 'regulated carer', vat: 'E', seller: { kind: 'agency', cqcLocationId: '1-101', ...VAT } },
  { name: 'regulated carer without VAT', vat: 'E', seller: { kind: 'agency', cqcLocationId: '1-102', ...TAX } },
  { name: 'charity', vat: 'E', seller: { kind: 'charity', charityNumber: '1234568', ...VAT } },
  { name: 'public body', vat: 'E', seller: { kind: 'public-body', ...VAT } },
  { name: 'gardener', vat: 'O', seller: { kind: 'business' }, offer: { welfare: false } },
  { name: 'taxed gardener', vat: 'O', seller: { kind: 'business', ...TAX }, offer: { welfare: false } },
  { name: 'bookseller', vat: 'O', seller: { kind: 'business', ...TAX }, offer: { welfare: false, zeroRated: true } },
  { name: 'neighbour', vat: 'O', seller: { kind: 'micro-provider' } },
];

interface Cost {
  readonly id: string;
  readonly option: string;
  readonly amount: number;
  readonly amount_description: string;
  readonly valid_from: string;
}
interface Offer {
  readonly name: string;
  readonly unit: string;
  readonly vat: string;
  readonly price: { readonly pence: number };
  readonly nextPrice: { readonly pence: number; readonly from: string } | null;
}

let world: TestApp;
const uuids = new Map<string, string>();

beforeAll(async () => {
  world = await startTestApp();
  const { db, ownerDb } = world.database;
  await loadReferenceData(ownerDb, world.clock);
  await inTransaction(db, null, async (tx) => {
    for (const { name, seller, offer } of SALES) {
      const of = { source: 'seed', sourceRef: name };
      const kind = seller.kind ?? 'business';
      const [organisation] = await upsertOrganisations(tx, world.clock, [{ ...of, name, ...seller, kind }]);
      const [listing] = await upsertListings(tx, world.clock, [
        {
          ...of,
          ...{ organisationId: organisation?.id ?? '', categorySlug: 'personal-care', kind: 'service', title: name },
        },
      ]);
      const listingId = listing?.id ?? '';
      uuids.set(name, uuidOf(listingId));
      const offers = NET.flatMap((pricePence, position) =>
        [SAID_FROM, NEXT_YEAR].map((validFrom) => ({
          ...{
            listingId,
            sourceRef: `${name} ${position}`,
            name: `Offer ${position}`,
            unit: 'hour' as const,
            position,
          },
          ...{ pricePence: validFrom === SAID_FROM ? pricePence : pricePence * 2n, validFrom, ...offer },
        })),
      );
      await upsertOffers(tx, world.clock, offers);
    }
  });
});
afterAll(() => world.close());

async function read<Answer>(url: string): Promise<Answer> {
  const answer = await world.app.inject({ url });
  expect(answer.statusCode, `${url} ${answer.body}`).toBe(200);
  return answer.json();
}
/** The address of the listing, or of its seller, of that reference. */
async function slugOf(table: 'listings' | 'organisations', reference: string): Promise<string> {
  const of = world.database.ownerDb.selectFrom(table).select('slug').where('source_ref', '=', reference);
  return (await of.executeTakeFirstOrThrow()).slug;
}
const offersOf = async (name: string) =>
  (await read<{ offers: Offer[] }>(`/api/listings/${await slugOf('listings', name)}`)).offers;

/** What the page of a listing says, as a feed would. */
async function saidByPage(name: string) {
  const lines = (await offersOf(name)).flatMap(({ name: option, price, nextPrice }) => [
    { option, amount: price.pence / 100, from: SAID_FROM.toString() },
    ...(nextPrice ? [{ option, amount: nextPrice.pence / 100, from: nextPrice.from }] : []),
  ]);
  return lines;
}
const saidByCosts = (costs: readonly Cost[]) =>
  costs.map(({ option, amount, valid_from }) => ({ option, amount, from: valid_from }));

describe.each(SALES)('$name', ({ name, vat }) => {
  test('each feed says what the page of the listing says, today and from the next price on', async () => {
    const page = await saidByPage(name);
    expect((await offersOf(name)).map((offer) => offer.vat)).toEqual(NET.map(() => vat));
    expect(page).toHaveLength(2 * NET.length);
    expect(page[0]?.amount).toBe(vat === 'S' ? 5.88 : 4.9);
    const id = uuids.get(name);
    const search = encodeURIComponent(`"${name}"`);
    const isIt = (one: { id: string }) => one.id === id;
    type Service = { readonly id: string; readonly cost_options: Cost[] };
    const newer = await read<Service>(`/oruk/v3/services/${id}`);
    const older = await read<Service>(`/oruk/v1/services/${id}`);
    const full = await read<{ contents: Service[] }>(`/oruk/v3/services?full=true&search=${search}`);
    const olderList = await read<{ content: Service[] }>(`/oruk/v1/services?text=${search}`);
    for (const service of [newer, older, full.contents.find(isIt), olderList.content.find(isIt)])
      expect(saidByCosts(service?.cost_options ?? [])).toEqual(page);
    expect(newer.cost_options[0]?.amount_description).toBe('an hour');
  });

  test('a search and the page of its provider say the lowest of those prices', async () => {
    const lowest = Math.min(...(await offersOf(name)).map(({ price }) => price.pence));
    const words = encodeURIComponent(name);
    const { items } = await read<{ items: { title: string; fromPrice: unknown }[] }>(`/api/listings?words=${words}`);
    expect(items.find(({ title }) => title === name)?.fromPrice).toEqual({ pence: lowest, unit: 'hour' });
    const { listings } = await read<{ listings: { fromPrice: unknown }[] }>(
      `/api/organisations/${await slugOf('organisations', name)}`,
    );
    expect(listings.map(({ fromPrice }) => fromPrice)).toEqual([{ pence: lowest, unit: 'hour' }]);
  });
});

test('what decides the VAT of a seller is in no feed', async () => {
  for (const path of ['/oruk/v3/services?full=true', '/oruk/v3/organizations', '/oruk/v1/services'])
    expect((await world.app.inject({ url: path })).body).not.toMatch(/980780684|1234567890|zero_rated|tax_reference/);
});

test('the page of a provider says the unit of the offer whose price with VAT is the lowest', async () => {
  await inTransaction(world.database.db, null, async (tx) => {
    const of = { source: 'seed', sourceRef: 'both', name: 'Both' };
    const [seller] = await upsertOrganisations(tx, world.clock, [
      { ...of, kind: 'agency', cqcLocationId: '1-103', ...VAT },
    ]);
    const [listing] = await upsertListings(tx, world.clock, [
      { ...of, ...{ organisationId: seller?.id ?? '', categorySlug: 'personal-care', kind: 'service', title: 'Both' } },
    ]);
    const offer = { listingId: listing?.id ?? '', validFrom: SAID_FROM };
    await upsertOffers(tx, world.clock, [
      // £12.00 with VAT
      { ...offer, ...{ sourceRef: 'tidy', name: 'Tidying', unit: 'hour', pricePence: 1_000n, welfare: false } },
      // £11.00, exempt
      { ...offer, ...{ sourceRef: 'care', name: 'Care', unit: 'session', pricePence: 1_100n } },
    ]);
  });
  const { listings } = await read<{ listings: { fromPrice: unknown }[] }>(
    `/api/organisations/${await slugOf('organisations', 'both')}`,
  );
  expect(listings.map(({ fromPrice }) => fromPrice)).toEqual([{ pence: 1_100, unit: 'session' }]);
});
