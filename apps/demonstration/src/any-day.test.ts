// The main journey at awkward moments: a demonstration made on a day is whole on that day and after it, and from search to
// paid nothing depends on the hour, the weekday, a clock change, the end of a month, of a year, or of a budget year.

import { billDeliveries } from '@support-market/api/features/invoices/billing.service';
import { keepMonthsReady } from '@support-market/api/features/retention/month-partitions.service';
import { openSealKeys } from '@support-market/api/ports/seal-keys/seal-keys';
import { startTestApp, type TestApp } from '@support-market/api/testing/test-app';
import { autoConfirmVisits } from '@support-market/api/workflows/confirm-visits';
import { loadReferenceData } from '@support-market/api/workflows/load-reference-data';
import { verifyBooks } from '@support-market/api/workflows/verify-books';
import { londonDate } from '@support-market/domain/shared/local-time';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemonstration } from './load-demonstration.ts';
import { registerLookAround } from './look-around/look-around.routes.ts';

const LONDON = 'Europe/London';

/** Five weeks are enough for visits to confirm, bills, and a payment run that waits. */
const DAYS = 35;

/** Each day on which a demonstration is made, and the moments in London at which somebody walks through it. */
const DEMONSTRATIONS: readonly {
  readonly madeOn: string;
  readonly why: string;
  readonly moments: readonly string[];
}[] = [
  {
    madeOn: '2026-10-24',
    why: 'the clocks go back',
    moments: [
      '2026-10-24T23:50+01:00',
      '2026-10-25T00:30+01:00',
      '2026-10-25T01:30+01:00',
      '2026-10-25T01:30+00:00',
      '2026-10-25T02:10+00:00',
      '2026-10-25T23:50+00:00',
    ],
  },
  {
    madeOn: '2026-11-23',
    why: 'every weekday',
    moments: ['23', '24', '25', '26', '27', '28', '29'].flatMap((day) => [
      `2026-11-${day}T00:10+00:00`,
      `2026-11-${day}T23:50+00:00`,
    ]),
  },
  {
    madeOn: '2026-12-25',
    why: 'bank holidays and the turn of the year',
    moments: [
      '2026-12-25T00:10+00:00',
      '2026-12-25T23:50+00:00',
      '2026-12-28T12:00+00:00',
      '2026-12-31T00:10+00:00',
      '2026-12-31T23:50+00:00',
      '2027-01-01T00:10+00:00',
    ],
  },
  {
    madeOn: '2027-03-27',
    why: 'the clocks go forward, and the budget year ends',
    moments: [
      '2027-03-27T23:50+00:00',
      '2027-03-28T00:30+00:00',
      '2027-03-28T02:10+01:00',
      '2027-03-28T23:50+01:00',
      '2027-03-31T00:10+01:00',
      '2027-03-31T23:50+01:00',
    ],
  },
  { madeOn: '2027-03-31', why: 'the last day of the budget year', moments: ['2027-03-31T23:50+01:00'] },
  {
    madeOn: '2027-04-01',
    why: 'the first day of the budget year',
    moments: ['2027-04-01T00:10+01:00', '2027-04-01T23:50+01:00'],
  },
  { madeOn: '2027-11-27', why: 'a year ahead', moments: ['2027-11-27T00:10+00:00', '2027-11-27T23:50+00:00'] },
  {
    madeOn: '2028-02-29',
    why: 'the day that most years lack',
    moments: ['2028-02-29T00:10+00:00', '2028-02-29T23:50+00:00', '2028-03-01T00:10+00:00'],
  },
  { madeOn: '2029-11-27', why: 'three years ahead', moments: ['2029-11-27T00:10+00:00', '2029-11-27T23:50+00:00'] },
];

interface Visit {
  readonly id: string;
  readonly plannedStart: string;
  readonly plannedEnd: string;
  readonly state: string;
}

/** Somebody of the demonstration at the API; `ask` fails the test on an answer other than 200, 201 or 204. */
async function look(world: TestApp, role: string) {
  const signedIn = await world.app.inject({ method: 'POST', url: '/api/demonstration/session', payload: { role } });
  expect(signedIn.statusCode, `${role}: ${signedIn.body}`).toBe(200);
  const headers = { authorization: `Bearer ${signedIn.json<{ accessToken: string }>().accessToken}` };
  const ask = async <Value>(method: 'GET' | 'POST', url: string, payload?: object): Promise<Value> => {
    const key = `${role}-${world.clock.now()}-${Buffer.from(world.clock.random(6)).toString('hex')}`.replaceAll(
      ':',
      '',
    );
    const answer = await world.app.inject({
      method,
      url,
      headers: method === 'POST' ? { ...headers, 'idempotency-key': key } : headers,
      ...(payload && { payload }),
    });
    expect(answer.statusCode, `${method} ${url} as ${role} at ${world.clock.now()}: ${answer.body}`).toBeLessThan(300);
    return answer.json<Value>();
  };
  return {
    get: <Value>(url: string) => ask<Value>('GET', url),
    post: <Value>(url: string, payload: object = {}) => ask<Value>('POST', url, payload),
  };
}

interface Money {
  readonly today: string;
  readonly total: { readonly leftPence: number; readonly spokenForPence: number };
}

/** From what there is to spend to a provider who was paid, beginning at that moment. */
async function walk(world: TestApp, moment: Temporal.Instant): Promise<void> {
  const { clock } = world;
  clock.set(moment);
  const today = londonDate(moment).toString();

  const buyer = await look(world, 'budget-holder');
  const { items: people } = await buyer.get<{ items: { id: string }[] }>('/api/people');
  const person = people[0]?.id ?? '';
  const before = await buyer.get<Money>(`/api/people/${person}/money`);
  expect(before.today).toBe(today);
  expect(before.total.leftPence).toBeGreaterThan(20_000);
  const found = await buyer.get<{ items: { slug: string; organisationName: string }[] }>(
    `/api/listings?words=${encodeURIComponent('sitting service Harbour Home Care')}`,
  );
  const slug = found.items[0]?.slug ?? '';
  const { offers } = await buyer.get<{ offers: { id: string }[] }>(`/api/listings/${slug}`);
  const offerId = offers[0]?.id ?? '';
  const choices = await buyer.get<{ people: { personId: string; lines: { lineId: string; leftPence: number }[] }[] }>(
    `/api/basket/choices?offerId=${offerId}`,
  );
  const line = choices.people
    .find(({ personId }) => personId === person)
    ?.lines.toSorted((a, b) => b.leftPence - a.leftPence)[0];
  await buyer.post('/api/basket/items', {
    personId: person,
    offerId,
    kind: 'one-off',
    quantity: 1,
    firstDate: today,
    startTime: '14:00',
    minutes: 120,
    shares: [{ lineId: line?.lineId, weight: 1 }],
  });
  const placed = await buyer.post<{ orders: { id: string; totalPence: number }[] }>('/api/basket/place');
  const order = placed.orders[0]?.id ?? '';
  const after = await buyer.get<Money>(`/api/people/${person}/money`);
  expect(before.total.leftPence - after.total.leftPence).toBe(placed.orders[0]?.totalPence);

  const provider = await look(world, 'provider');
  await provider.post(`/api/orders/${order}/accept`);
  const { items: visits } = await provider.get<{ items: Visit[] }>(`/api/visits?orderId=${order}`);
  const visit = visits[0];
  if (!visit) throw new Error('an order without a visit');
  const end = Temporal.Instant.from(visit.plannedEnd);
  if (Temporal.Instant.compare(clock.now(), end) < 0) clock.set(end.add({ minutes: 20 }));
  await (await look(world, 'provider')).post(`/api/visits/${visit.id}/record`, {
    worker: `Wren of ${moment}`,
    start: visit.plannedStart,
    end: visit.plannedEnd,
  });
  await (await look(world, 'budget-holder')).post(`/api/visits/${visit.id}/confirm`);

  // The Monday after, in the night: what the worker does then.
  const day = londonDate(clock.now());
  const monday = day.add({ days: 8 - day.dayOfWeek });
  clock.set(monday.toZonedDateTime({ timeZone: LONDON, plainTime: '02:00' }).toInstant());
  await autoConfirmVisits(world.context);
  await billDeliveries(world.context);
  clock.set(monday.toZonedDateTime({ timeZone: LONDON, plainTime: '10:00' }).toInstant());
  const finance = await look(world, 'finance');
  const second = await look(world, 'finance-second');
  const waiting = await finance.get<{ items: { id: string }[] }>('/api/payment-runs?state=proposed');
  const runs = [...waiting.items];
  const funders = await finance.get<{ items: { id: string }[] }>('/api/funders');
  for (const { id: funderId } of funders.items) {
    const due = await finance.get<{ count: number }>(`/api/payment-runs/proposal?funderId=${funderId}`);
    if (due.count > 0) runs.push(await finance.post<{ id: string }>('/api/payment-runs', { funderId }));
  }
  for (const { id } of runs) {
    await second.post(`/api/payment-runs/${id}/authorise`);
    await second.post(`/api/payment-runs/${id}/emit`);
    await second.post(`/api/payment-runs/${id}/sandbox-results`);
  }
  const paid = await invoicesOf(world, order);
  expect(paid, `the visit of ${today}`).toEqual(['paid']);
}

/** The states of the invoices that an order's visits are on. */
async function invoicesOf(world: TestApp, order: string): Promise<readonly string[]> {
  const invoices = await world.database.ownerDb
    .selectFrom('invoice_lines')
    .innerJoin('visits', (join) =>
      join
        .onRef('visits.council_id', '=', 'invoice_lines.council_id')
        .onRef('visits.id', '=', 'invoice_lines.visit_id'),
    )
    .innerJoin('invoices', (join) =>
      join
        .onRef('invoices.council_id', '=', 'invoice_lines.council_id')
        .onRef('invoices.id', '=', 'invoice_lines.invoice_id'),
    )
    .select('invoices.state')
    .where('visits.order_id', '=', order)
    .execute();
  return invoices.map(({ state }) => state);
}

describe.each(DEMONSTRATIONS)('a demonstration of $madeOn ($why)', ({ madeOn, moments }) => {
  let world: TestApp;
  beforeAll(async () => {
    world = await startTestApp({
      now: `${madeOn}T03:00:00Z`,
      config: { demonstration: true },
      further: { lookAround: registerLookAround },
    });
    await keepMonthsReady(world.database.ownerDb, world.clock);
    await loadReferenceData(world.database.ownerDb, world.clock);
    const today = Temporal.PlainDate.from(madeOn);
    await loadDemonstration(
      { db: world.database.ownerDb, config: world.context.config, today, days: DAYS },
      () => undefined,
    );
  }, 240_000);
  afterAll(() => world.close());

  test.each(moments)('somebody finds support, is visited, and the provider is paid: %s', async (text) => {
    await walk(world, Temporal.Instant.from(text));
  });

  test('the books balance after all of it', async () => {
    const { checks } = await verifyBooks(world.database.ownerDb, openSealKeys(world.context.config));
    expect(checks.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
