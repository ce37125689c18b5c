// Prices that follow each other: loaded by files in any order, shown before they begin, and charged visit by visit.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTransaction } from '@support-market/db/transaction';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { upsertOffers } from '../features/listings/offer-writes.repo.ts';
import { systemActor } from '../platform/audit.repo.ts';
import { openLine } from '../testing/open-line.ts';
import { itemBody, type OrderWish, placeOrder } from '../testing/place-order.ts';
import { putOnSale, setPrice } from '../testing/put-on-sale.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../testing/world.ts';
import { takeImport } from './imports/import-file.ts';

let world: TestApp;
let longLine: string;
const day = (text: string) => Temporal.PlainDate.from(text);
const OFFER = 'off_april00000000000000000000';

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  longLine = await openLine(world, {
    budgetId: `bud_${WORLD.asha.slice(4)}`,
    personId: WORLD.asha,
    reference: 'TWO-YEARS',
    name: 'Own money for two years',
    stream: 'own-money',
    arrangement: 'own',
    holderOrganisationId: null,
    holderName: null,
    startsOn: day('2026-04-01'),
    endsOn: day('2028-03-31'),
    awardPence: pence(100_000),
    weeklyPence: null,
    sourceHash: 'two-years',
  });
  world.clock.set(Temporal.Instant.from('2026-11-27T09:00:00Z'));
});
afterAll(() => world.close());

const ask = async (method: 'GET' | 'POST', url: string, payload?: object) =>
  world.app.inject({
    method,
    url,
    headers: await world.signIn(ACCOUNTS.asha, WORLD.council),
    ...(payload ? { payload } : {}),
  });

describe('next April', () => {
  const weekly = (lastDate: string): OrderWish => ({
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: OFFER,
    lines: [longLine],
    schedule: { firstDate: '2027-03-22', lastDate, pattern: [{ weekday: 1, startTime: '10:00', minutes: 60 }] },
  });

  beforeAll(async () => {
    await putOnSale(
      world,
      { id: OFFER, listingId: WORLD.careListing, name: 'A weekly hour', unit: 'hour' },
      { pricePence: 2_000n, to: day('2027-03-31') },
    );
  });

  test('without a price yet, an order across the date is refused, naming the day', async () => {
    const refused = await ask('POST', '/api/basket/items', itemBody(weekly('2027-04-11')));
    expect([refused.statusCode, refused.json()]).toMatchObject([
      422,
      { code: 'offer.price_not_known', errors: [{ pointer: '/lastDate' }], details: { date: '2027-04-05' } },
    ]);
  });

  test('the listing says £20.00 on 27 November and, below, £21.00 and its date', async () => {
    await setPrice(world, OFFER, { pricePence: 2_100n, from: day('2027-04-01') });
    const { offers } = (await world.app.inject('/api/listings/care-at-home')).json();
    expect(offers.find(({ id }: { id: string }) => id === OFFER)).toMatchObject({
      price: { pence: 2_000, unit: 'hour' },
      nextPrice: { pence: 2_100, unit: 'hour', from: '2027-04-01' },
    });
    const choices = (await ask('GET', `/api/basket/choices?offerId=${OFFER}`)).json();
    const line = choices.people[0].lines.find(({ lineId }: { lineId: string }) => lineId === longLine);
    expect(line).toMatchObject({ unitPricePence: 2_000, nextPricePence: 2_100, nextPriceFrom: '2027-04-01' });
  });

  test('a weekly hour from 22 March to 11 April is 2 × £20.00 and 1 × £21.00, from basket to visit', async () => {
    const { basket } = (await ask('POST', '/api/basket/items', itemBody(weekly('2027-04-11')))).json();
    const prices = [
      { unitPricePence: 2_000, priceSource: 'public', firstDate: '2027-03-22', lastDate: '2027-03-29', visits: 2 },
      { unitPricePence: 2_100, priceSource: 'public', firstDate: '2027-04-05', lastDate: '2027-04-05', visits: 1 },
    ];
    expect(basket).toMatchObject({ totalPence: 6_100, items: [{ prices, visits: 3, totalPence: 6_100 }] });
    await world.app.inject({
      method: 'DELETE',
      url: `/api/basket/items/${basket.items[0].id}`,
      headers: await world.signIn(ACCOUNTS.asha, WORLD.council),
    });
    const order = await placeOrder(world, weekly('2027-04-11'));
    expect((await ask('GET', `/api/orders/${order.id}`)).json()).toMatchObject({
      totalPence: 6_100,
      lines: [{ prices, totalPence: 6_100 }],
    });
    const visits = await world.database.ownerDb
      .selectFrom('visits')
      .select(['service_date', 'unit_price_pence', 'planned_pence'])
      .where('order_id', '=', order.id)
      .orderBy('service_date')
      .execute();
    expect(visits.map((visit) => [visit.service_date.toString(), visit.unit_price_pence, visit.planned_pence])).toEqual(
      [
        ['2027-03-22', 2_000n, 2_000n],
        ['2027-03-29', 2_000n, 2_000n],
        ['2027-04-05', 2_100n, 2_100n],
      ],
    );
  });
});

describe('files with prices', () => {
  const HEAD =
    'provider_reference,provider,kind,listing_reference,listing,category,offer,unit,price,agreed_price,from,until,days,minimum_minutes,notice_hours';
  const row = (price: string, agreed: string, from: string, until = '', more = 'weekday,30,24') =>
    `P7,Tide Care,agency,L1,Care by the tide,help-at-home,An hour,hour,${price},${agreed},${from},${until},${more}`;
  const send = (...rows: string[]) => {
    const path = join(mkdtempSync(join(tmpdir(), 'prices-')), 'prices.csv');
    writeFileSync(path, [HEAD, ...rows, ''].join('\n'));
    return takeImport(world.context, systemActor(WORLD.council, 'import'), {
      kind: 'providers',
      file: path,
      fileName: 'prices.csv',
    });
  };
  const offers = () =>
    world.database.ownerDb
      .selectFrom('offers')
      .innerJoin('listings', 'listings.id', 'offers.listing_id')
      .innerJoin('offer_prices as price', (join) =>
        join.onRef('price.offer_id', '=', 'offers.id').on('price.replaced_at', 'is', null),
      )
      .select([
        'offers.id',
        'offers.days',
        'offers.minimum_minutes',
        'offers.notice_hours',
        'price.price_pence',
        'price.valid_from',
        'price.valid_to',
      ])
      .where('listings.title', '=', 'Care by the tide')
      .orderBy('offers.days')
      .orderBy('price.valid_from')
      .execute();
  const periods = async () =>
    (await offers())
      .filter(({ days }) => days === 'weekday')
      .map((one) => [one.price_pence, one.valid_from.toString(), one.valid_to?.toString() ?? null]);
  const agreed = async () =>
    (
      await world.database.ownerDb
        .selectFrom('agreed_rates')
        .select(['price_pence', 'valid_from', 'valid_to'])
        .where('replaced_at', 'is', null)
        .where('offer_id', '=', (await offers())[0]?.id ?? '')
        .orderBy('valid_from')
        .execute()
    ).map((one) => [one.price_pence, one.valid_from.toString(), one.valid_to?.toString() ?? null]);

  test('next April’s price leaves today’s on sale, public and agreed', async () => {
    await send(row('20.00', '18.00', '2026-04-01'));
    expect(await send(row('21.00', '18.90', '2027-04-01'))).toMatchObject({ accepted: 1 });
    expect(await periods()).toEqual([
      [2_000n, '2026-04-01', '2027-03-31'],
      [2_100n, '2027-04-01', null],
    ]);
    expect(await agreed()).toEqual([
      [1_800n, '2026-04-01', '2027-03-31'],
      [1_890n, '2027-04-01', null],
    ]);
  });

  test('both years in one file, in either order and again, change nothing more', async () => {
    const both = [row('20.00', '18.00', '2026-04-01'), row('21.00', '18.90', '2027-04-01')];
    expect(await send(...both)).toMatchObject({ accepted: 0, unchanged: 2, rejected: [] });
    expect(await send(...both.reverse())).toMatchObject({ accepted: 0, unchanged: 2, rejected: [] });
    expect(await periods()).toHaveLength(2);
  });

  test('rates for weekends, bank holidays and nights are offers of their own, with their time and notice', async () => {
    await send(
      row('20.00', '', '2026-04-01'),
      row('24.00', '', '2026-04-01', '', 'weekend,60,48'),
      row('40.00', '', '2026-04-01', '', 'bank-holiday,60,72'),
      row('16.00', '', '2026-04-01', '', 'waking-night,480,'),
    );
    expect(
      (await offers()).map((one) => [one.days, one.minimum_minutes, one.notice_hours, Number(one.price_pence)]),
    ).toEqual([
      ['bank-holiday', 60, 72, 4_000],
      ['waking-night', 480, null, 1_600],
      ['weekday', 30, 24, 2_000],
      ['weekday', 30, 24, 2_100],
      ['weekend', 60, 48, 2_400],
    ]);
  });

  test('a price that the provider set itself stays, and the row that differs is explained', async () => {
    const { listing_id, source_ref } = await world.database.ownerDb
      .selectFrom('offers')
      .innerJoin('listings', 'listings.id', 'offers.listing_id')
      .select(['listing_id', 'offers.source_ref'])
      .where('listings.title', '=', 'Care by the tide')
      .where('offers.days', '=', 'weekday')
      .executeTakeFirstOrThrow();
    const own = {
      listingId: listing_id,
      sourceRef: source_ref ?? '',
      name: 'An hour',
      unit: 'hour' as const,
      days: 'weekday' as const,
      minimumMinutes: 30,
      noticeHours: 24,
      pricePence: 2_200n,
      validFrom: day('2027-04-01'),
    };
    await inTransaction(world.database.db, WORLD.council, (tx) => upsertOffers(tx, world.clock, [own], 'provider'));
    expect(await send(row('20.00', '', '2026-04-01'), row('21.00', '', '2027-04-01'))).toMatchObject({
      rejected: [{ row: 3, code: 'import.provider_price_stays' }],
    });
    expect(await periods()).toEqual([
      [2_000n, '2026-04-01', '2027-03-31'],
      [2_200n, '2027-04-01', null],
    ]);
  });
});
