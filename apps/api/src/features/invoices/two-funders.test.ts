// Two funders pay for one thing: each gets its own invoice, and neither paper tells, or lets anyone work out, the other's sum.

import { inTransaction } from '@support-market/db/transaction';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wrongInTheBooks } from '../../testing/books.ts';
import { fundOf, openLine } from '../../testing/open-line.ts';
import { pdfText } from '../../testing/pdf-text.ts';
import { newKey } from '../../testing/place-order.ts';
import { careToSeed, type SeedOrder, seedConfirmedVisits } from '../../testing/seed-confirmed-visits.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../../testing/world.ts';

let world: TestApp;
beforeEach(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterEach(() => world.close());

async function ask(url: string) {
  return world.app.inject({ url, headers: await world.signIn(ACCOUNTS.finance, WORLD.council) });
}

async function bill(seed: SeedOrder): Promise<void> {
  await seedConfirmedVisits(world.database.db, seed);
  const headers = { ...(await world.signIn(ACCOUNTS.finance, WORLD.council)), 'idempotency-key': newKey() };
  const billed = await world.app.inject({ method: 'POST', url: '/api/invoices/bill', headers, payload: {} });
  expect(billed.statusCode, billed.body).toBe(200);
}

interface Paper {
  readonly number: string;
  readonly payerName: string;
  readonly totalPence: number;
  /** Everything that a reader of the invoice may lay hands on: the answer of the API, the electronic invoice, the PDF. */
  readonly said: string;
}

async function papersOf(funderId: string): Promise<readonly Paper[]> {
  const { items } = (await ask(`/api/invoices?funderId=${funderId}`)).json<{
    items: { id: string; number: string; payerName: string; totalPence: number }[];
  }>();
  return Promise.all(
    items.map(async ({ id, number, payerName, totalPence }) => {
      const [json, xml, pdf] = await Promise.all(
        ['', '/document.xml', '/document.pdf'].map((what) => ask(`/api/invoices/${id}${what}`)),
      );
      expect([json?.statusCode, xml?.statusCode, pdf?.statusCode]).toEqual([200, 200, 200]);
      // Ids and times are not sums.
      const plain = (text = '') => text.replace(/\b[a-z]+_[0-9a-z]{10,}\b|\d{4}-\d\d-\d\d[T0-9:.Z]*|\d{13}/g, '');
      return {
        number,
        payerName,
        totalPence,
        said: [plain(json?.body), plain(xml?.body), pdfText(pdf?.rawPayload ?? new Uint8Array())].join('\n'),
      };
    }),
  );
}

/** Every way of writing an amount that a paper could use. */
const ways = (amount: number): RegExp =>
  new RegExp(`(?<![0-9.])(${(amount / 100).toFixed(2).replace('.', '\\.')}|${amount})(?![0-9])`);

test('a session of £48.00, two thirds health and one third social care, is two separate invoices', async () => {
  const health = await openLine(
    world,
    fundOf({ arrangement: 'council-managed', holderOrganisationId: null, weeklyPence: null }),
  );
  await bill(
    careToSeed('two funders', 1, {
      organisationId: WORLD.club,
      offerId: WORLD.clubOffer,
      listingId: WORLD.clubListing,
      unit: 'session',
      minutes: null,
      unitPricePence: 4_800n,
      plannedPence: 4_800n,
      lines: [
        { lineId: health, weight: 2 },
        { lineId: WORLD.ashaCare, weight: 1 },
      ],
    }),
  );
  const [ofHealth] = await papersOf(WORLD.health);
  const [ofCare] = await papersOf(WORLD.adults);
  expect(ofHealth).toMatchObject({ totalPence: 3_200, payerName: 'Coast Integrated Care Board' });
  expect(ofCare).toMatchObject({ totalPence: 1_600, payerName: 'Harbourside Council, Adults’ social care' });
  expect([ofHealth?.number, ofCare?.number].sort()).toEqual(['QC-HAR-000001', 'QC-HAR-000002']);
  expect(ofHealth?.said).toMatch(ways(3_200));
  expect(ofCare?.said).toMatch(ways(1_600));
  expect(ofHealth?.said).toContain('Infirmary Road');
  // Neither the other's sum, nor the whole from which it would follow, nor a part of one from which the whole would.
  for (const said of [ofHealth?.said, ofCare?.said]) {
    expect(said).not.toMatch(ways(4_800));
    expect(said).not.toMatch(/0[.]3{2,}|0[.]6{2,}|shareWeight|shareTotal|visitGross/);
  }
  expect(ofHealth?.said).not.toMatch(ways(1_600));
  expect(ofCare?.said).not.toMatch(ways(3_200));
  expect(ofHealth?.said).not.toContain('social care');
  expect(ofCare?.said).not.toContain('Coast');
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('minutes at an hourly rate are not told on an invoice for a part of a visit', async () => {
  const health = await openLine(
    world,
    fundOf({ arrangement: 'council-managed', holderOrganisationId: null, weeklyPence: null }),
  );
  await bill(
    careToSeed('two by the hour', 1, {
      lines: [
        { lineId: health, weight: 1 },
        { lineId: WORLD.ashaCare, weight: 3 },
      ],
    }),
  );
  for (const [funder, own, others] of [
    [WORLD.health, 720, 2_160],
    [WORLD.adults, 2_160, 720],
  ] as const) {
    const [paper] = await papersOf(funder);
    expect(paper?.totalPence).toBe(own);
    expect(paper?.said).toContain('Your part of');
    for (const told of [others, 2_880, 1_920]) expect(paper?.said).not.toMatch(ways(told));
    expect(paper?.said).not.toMatch(/90 min|1 hour 30|"minutes":90|unitCode="MIN"/);
  }
});

test('a family pays together from two funders: £16.67 from one, £16.67 and £16.66 from the other', async () => {
  await bill(
    careToSeed('family', 1, {
      personId: WORLD.mother,
      unit: 'session',
      minutes: null,
      unitPricePence: 5_000n,
      plannedPence: 5_000n,
      lines: [WORLD.motherCare, WORLD.sonOneBreaks, WORLD.sonTwoBreaks].map((lineId) => ({ lineId, weight: 1 })),
    }),
  );
  const [adults] = await papersOf(WORLD.adults);
  const [children] = await papersOf(WORLD.children);
  expect(adults?.totalPence).toBe(1_667);
  expect(children?.totalPence).toBe(3_333);
  expect(children?.said).toMatch(ways(1_666));
  for (const told of [5_000, 3_333, 1_666]) expect(adults?.said).not.toMatch(ways(told));
  expect(children?.said).not.toMatch(ways(5_000));
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('one payer has one record, however many invoices are for it', async () => {
  await bill(careToSeed('one', 1));
  await bill(careToSeed('two', 1));
  const payers = await inTransaction(world.database.db, WORLD.council, (tx) =>
    tx.selectFrom('payers').select(['kind', 'funder_id']).execute(),
  );
  expect(payers).toEqual([{ kind: 'funder', funder_id: WORLD.adults }]);
  expect(await papersOf(WORLD.adults)).toHaveLength(2);
});
