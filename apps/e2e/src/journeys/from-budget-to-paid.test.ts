// The main job, by keyboard alone, on a wide screen and on a small phone: from a budget to a provider who was paid, and
// to those who look at it afterwards. Every page on the way is checked.

import type { APIResponse, Browser, Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { expectGoodPage, settled } from '../support/eyes.ts';
import {
  arrive,
  choose,
  giveFile,
  hear,
  payFrom,
  press,
  pressInMenu,
  select,
  tabTo,
  tick,
  type,
  typeDate,
} from '../support/keyboard.ts';
import { accountOf, type Device, NARROW, openDevice, PASSWORD, WIDE } from '../support/people.ts';

/** A worker who is on no rota, so that no hour of the made-up year is taken. */
const WORKER = 'Wren Tarbuck';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** What the API answers to the account that is signed in on the page; the journey reads with it, and never writes. */
async function read<Answer>(page: Page, address: string): Promise<Answer> {
  const answer = await page.context().request.get(address);
  expect(answer.status(), address).toBe(200);
  return answer.json() as Promise<Answer>;
}

interface Money {
  readonly today: string;
  readonly person: { readonly id: string };
  readonly total: { readonly leftPence: number; readonly spokenForPence: number };
}

async function moneyOf(page: Page): Promise<Money> {
  const { items } = await read<{ items: readonly { id: string }[] }>(page, '/api/people');
  return read<Money>(page, `/api/people/${items[0]?.id}/money`);
}

interface Receipt {
  readonly totalPence: number;
  readonly orders: readonly { readonly id: string; readonly reference: string; readonly organisationName: string }[];
}

async function receiptOn(page: Page): Promise<Receipt> {
  return read<Receipt>(page, `/api/receipts/${page.url().split('/').at(-1)}`);
}

/** What the focused link leads to. */
async function atFocus(page: Page): Promise<APIResponse> {
  const href = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
  const answer = await page.context().request.get(href);
  expect(answer.status(), href).toBe(200);
  return answer;
}

async function expectPdfAtFocus(page: Page): Promise<void> {
  const answer = await atFocus(page);
  expect(answer.headers()['content-type'], answer.url()).toContain('application/pdf');
  expect((await answer.body()).subarray(0, 5).toString(), answer.url()).toBe('%PDF-');
}

describe.each([
  { screen: WIDE, width: WIDE.width, start: '9am', hour: '09', own: 'My own money', fund: /^Draw down £/ },
  { screen: NARROW, width: NARROW.width, start: '2pm', hour: '14', own: 'Family money', fund: /^Say £[\d,.]+ is paid/ },
])('at $width pixels', ({ screen, start, hour, own, fund }) => {
  const devices: Device[] = [];
  /** Signs in as everybody does: e-mail, password, Enter. */
  const signIn = async (key: string, heading: RegExp): Promise<Page> => {
    const device = await openDevice(browser, inject('url'), screen);
    devices.push(device);
    const { page } = device;
    await page.goto('/sign-in');
    await settled(page);
    await type(page, /^Email/, accountOf(key).email);
    await type(page, /^Password/, PASSWORD);
    await page.keyboard.press('Enter');
    await arrive(page, heading);
    return page;
  };
  afterEach(async () => {
    const troubles = devices.flatMap(({ takeTroubles }) => takeTroubles());
    await Promise.all(devices.splice(0).map(({ context }) => context.close()));
    expect(troubles).toEqual([]);
  });

  let ordered: Receipt;
  let family: Receipt;

  const searchFor = async (page: Page, what: string, near: string): Promise<void> => {
    await press(page, 'link', /^Find support$/);
    await arrive(page, /^(Find support|Support for)/);
    await settled(page);
    await type(page, /^What would help/, what);
    await type(page, /^Near/, near);
    await page.keyboard.press('Enter');
    await arrive(page, new RegExp(what));
    await settled(page);
  };
  const openListing = async (page: Page, title: RegExp, organisation: string): Promise<void> => {
    await press(page, 'link', title);
    await page.locator('main').getByText(`By ${organisation}`, { exact: true }).waitFor();
    await settled(page);
  };

  it('a budget holder sees the money in plain words, finds support, and orders from two providers at once', async () => {
    const page = await signIn('budget-holder', /^My place$/);
    await settled(page);
    await hear(page, /That is about £[\d,.]+ a week until/);
    await expectGoodPage(page, 'b1-my-place');
    const before = await moneyOf(page);
    const today = Temporal.PlainDate.from(before.today);

    await searchFor(page, 'cooking', 'HB1');
    await expectGoodPage(page, 'b2-search');
    await select(page, /^Kind of support/, 'Meals');
    await settled(page);
    await searchFor(page, 'sitting service Harbour Home Care', 'HB1 4AF');
    await hear(page, /miles? away|Very near/);
    await openListing(page, /^Sitting service$/, 'Harbour Home Care');
    await select(page, /^Show prices for/, 'My own money');
    await hear(page, /because it is not the council’s money/);
    await select(page, /^Show prices for/, 'Social care');
    await hear(page, /Your council agreed this price/);
    await expectGoodPage(page, 'b3-listing');

    await press(page, 'link', /^Add to basket/);
    await arrive(page, /^Sitting service|^Add to your basket/);
    await settled(page);
    await expectGoodPage(page, 'b4-add');
    await choose(page, /^Once$/);
    await typeDate(page, today);
    await type(page, /^What time/, start);
    await select(page, /^For how long/, '2 hours');
    await payFrom(page, /^Social care$/);
    await press(page, 'button', /^Add to basket$/);
    await arrive(page, /^Your basket$/);
    await settled(page);

    await searchFor(page, 'companion Lantern', 'HB1 4AF');
    await openListing(page, /^A companion for going out/, 'Lantern Supported Living');
    await press(page, 'link', /^Add to basket/);
    await arrive(page, /companion|^Add to your basket/);
    await settled(page);
    const yearEnd = Temporal.PlainDate.from({ year: today.month > 3 ? today.year + 1 : today.year, month: 3, day: 31 });
    const last = Temporal.PlainDate.compare(today.add({ days: 7 }), yearEnd) > 0 ? yearEnd : today.add({ days: 7 });
    await choose(page, /^Every week$/);
    await tick(page, new RegExp(`^${today.toLocaleString('en-GB', { weekday: 'long' })}`));
    await typeDate(page, today);
    await typeDate(page, last);
    await type(page, /^What time/, '4pm');
    await select(page, /^For how long/, '2 hours');
    await payFrom(page, new RegExp(`^${own}$`));
    await expectGoodPage(page, 'b5-add-weekly');
    await press(page, 'button', /^Add to basket$/);
    await arrive(page, /^Your basket$/);
    await settled(page);
    await expectGoodPage(page, 'b6-basket');

    await press(page, 'link', /^Go on to the last page$/);
    await arrive(page, /^Before you order$/);
    await settled(page);
    await hear(page, /Social care pays £/);
    await hear(page, new RegExp(`${own} pays £`));
    await expectGoodPage(page, 'b7-checkout');
    await press(page, 'button', /^Place both orders$/);
    await arrive(page, /^Your orders are placed$/);
    await expectGoodPage(page, 'b8-receipt');
    ordered = await receiptOn(page);
    expect(ordered.orders.map(({ organisationName }) => organisationName).sort()).toEqual([
      'Harbour Home Care',
      'Lantern Supported Living',
    ]);
    const after = await moneyOf(page);
    expect(before.total.leftPence - after.total.leftPence).toBe(ordered.totalPence);
    expect(after.total.spokenForPence - before.total.spokenForPence).toBe(ordered.totalPence);
  });

  it('where there is not enough money, that is said in plain words and nothing changes', async () => {
    const page = await signIn('budget-holder', /^My place$/);
    const before = await moneyOf(page);
    const today = Temporal.PlainDate.from(before.today);
    await searchFor(page, 'companion Lantern', 'HB1 4AF');
    await openListing(page, /^A companion for going out/, 'Lantern Supported Living');
    await press(page, 'link', /^Add to basket/);
    await settled(page);
    await choose(page, /^Once$/);
    await typeDate(page, today);
    await type(page, /^What time/, '9am');
    await select(page, /^For how long/, '12 hours');
    await payFrom(page, /^My own money$/);
    await press(page, 'button', /^Add to basket$/);
    await arrive(page, /^Your basket$/);
    await hear(page, /This costs £[\d,.]+\. My own money has £[\d,.]+\./);
    await tabTo(page, 'link', /^Put money in by card for My own money$/);
    await expectGoodPage(page, 'c1-not-enough');
    await press(page, 'button', /^Take out/);
    await hear(page, /^Your basket is empty$/);
    expect((await moneyOf(page)).total).toEqual(before.total);
  });

  it('a broker orders for two people of one family in one basket, and keeps their money apart', async () => {
    const page = await signIn('broker', /./);
    await settled(page);
    await expectGoodPage(page, 'd1-people');
    const { today } = await read<{ today: string }>(
      page,
      `/api/people/${(await read<{ items: readonly { id: string }[] }>(page, '/api/people')).items[0]?.id}/money`,
    );
    for (const person of ['Bilal Hassan', 'Omar Hassan']) {
      await searchFor(page, 'sitting service Harbour Home Care', '');
      await openListing(page, /^Sitting service$/, 'Harbour Home Care');
      await press(page, 'link', /^Choose who you are finding support for$/);
      await arrive(page, /^Who is it for\?$/);
      await settled(page);
      await type(page, /^Find a person/, person);
      await press(page, 'button', /^Show these$/);
      await settled(page);
      await press(page, 'link', new RegExp(`^${person}$`));
      await arrive(page, /^Sitting service/);
      await settled(page);
      await press(page, 'button', new RegExp(`^Keep for ${person}`));
      await hear(page, /^Kept\. See the list$/);
      await press(page, 'button', /^Take off the list/);
      await hear(page, new RegExp(`^Keep for ${person}`));
      await press(page, 'link', /^Add to basket/);
      await settled(page);
      await choose(page, /^Once$/);
      await typeDate(page, Temporal.PlainDate.from(today));
      await type(page, /^What time/, start);
      await select(page, /^For how long/, '2 hours');
      await payFrom(page, /^Short breaks$/);
      await press(page, 'button', /^Add to basket$/);
      await arrive(page, /^Your basket$/);
      await settled(page);
    }
    await expectGoodPage(page, 'd2-basket');
    await press(page, 'link', /^Go on to the last page$/);
    await arrive(page, /^Before you order$/);
    await settled(page);
    await hear(page, /Short breaks of Bilal Hassan pays £/);
    await hear(page, /Short breaks of Omar Hassan pays £/);
    await press(page, 'button', /^Place/);
    await arrive(page, /placed$/);
    await expectGoodPage(page, 'd3-receipt');
    family = await receiptOn(page);
  });

  it('a provider accepts one order, declines another with a reason, and records what happened', async () => {
    const page = await signIn('provider', /^My week$/);
    await settled(page);
    await expectGoodPage(page, 'e1-week');
    const [declined] = family.orders;
    const accepted = ordered.orders.find(({ organisationName }) => organisationName === 'Harbour Home Care');
    await pressInMenu(page, /^Orders$/);
    await arrive(page, /^Orders from people$/);
    await settled(page);
    await expectGoodPage(page, 'e2-orders');
    await press(page, 'link', new RegExp(accepted?.reference ?? '—'));
    await arrive(page, new RegExp(accepted?.reference ?? '—'));
    await settled(page);
    await expectGoodPage(page, 'e3-order');
    await press(page, 'button', /^Yes, accept the order$/);
    await hear(page, /^You accepted this order/);
    await press(page, 'link', /^All orders$/);
    await arrive(page, /^Orders from people$/);
    await settled(page);
    await press(page, 'link', new RegExp(declined?.reference ?? '—'));
    await arrive(page, new RegExp(declined?.reference ?? '—'));
    await settled(page);
    await press(page, 'button', /^No, we cannot$/);
    await choose(page, /^The times do not work$/);
    await expectGoodPage(page, 'e4-declining');
    await press(page, 'button', /^Decline the order$/);
    await hear(page, /^You declined this order\. The money went back at once\.$/);

    await pressInMenu(page, /^This week$/);
    await arrive(page, /^My week$/);
    await settled(page);
    const until = start === '9am' ? '11am' : '4pm';
    await press(page, 'link', new RegExp(`^Enter the times for Ash, .*, ${start} to ${until}`));
    await arrive(page, /^When was it\?$/);
    await settled(page);
    await expectGoodPage(page, 'e5-times');
    // The visit was moved to the day before, so that whatever the time is now, it has been.
    const visit = page.url().split('/').at(-1);
    const planned = await read<{ visit: { serviceDate: string } }>(page, `/api/visits/${visit}`);
    const yesterday = Temporal.PlainDate.from(planned.visit.serviceDate).subtract({ days: 1 });
    await select(page, /^Who came/, 'Somebody else');
    await type(page, /^Name of who came/, WORKER);
    await typeDate(page, yesterday);
    await type(page, /^From$/, start);
    await type(page, /^Until$/, until);
    await press(page, 'button', /^Save the times$/);
    await hear(page, /^Saved: 120 minutes/);
    await expectGoodPage(page, 'e6-saved');

    const end = `${Number(hour) + 2}:05`;
    const times = `${yesterday} ${hour}:00,${yesterday} ${end}`;
    const text = [
      'reference,worker,start,end',
      `${visit},${WORKER},${times}`,
      `HAR-0,${WORKER},${times}`,
      `${visit},${WORKER},2026-02-30 09:00,2026-02-30 10:00`,
    ].join('\n');
    await pressInMenu(page, /^Send visit records$/);
    await arrive(page, /^Send many visits at once$/);
    await settled(page);
    await giveFile(page, /^Your file/, { name: 'actuals.csv', text });
    await press(page, 'button', /^Send the file$/);
    await hear(page, /^2 rows were not taken/);
    await expectGoodPage(page, 'e7-actuals');
    const counts = async () => page.$$eval('main dl dd', (all) => all.map((one) => one.textContent?.trim()));
    expect((await counts()).slice(0, 3)).toEqual(['1', '0', '2']);
    await press(page, 'button', /^Send the file$/);
    await expect.poll(async () => (await counts()).slice(0, 3), { timeout: 20_000 }).toEqual(['0', '1', '2']);
  });

  it('the budget holder says yes to one visit with one tap, and asks about another', async () => {
    const page = await signIn('budget-holder', /^My place$/);
    await settled(page);
    await pressInMenu(page, /^Visits to confirm/);
    await arrive(page, /^Did they come\?$/);
    await settled(page);
    await expectGoodPage(page, 'f1-to-confirm');
    await press(page, 'button', /^Yes, they came/);
    await hear(page, /^Thank you\. One visit is confirmed\.$/);
    await press(page, 'button', /^Something was wrong/);
    await type(page, /^What was wrong/, 'They left before lunch was made.');
    await expectGoodPage(page, 'f2-asking');
    await press(page, 'button', /^Send this$/);
    await hear(page, /^We have asked .*Nothing is paid until it is put right\.$/);
    await expectGoodPage(page, 'f3-asked');
  });

  it('a finance officer settles an exception, invoices, and proposes a run that another authorises', async () => {
    const page = await signIn('finance', /^Exceptions$/);
    await settled(page);
    await expectGoodPage(page, 'g1-exceptions');
    await press(page, 'link', /visit of/);
    await arrive(page, /^A visit to/);
    await settled(page);
    await expectGoodPage(page, 'g2-exception');
    await choose(page, /, as agreed$/);
    await type(page, /^Why$/, 'The rota shows that the worker stayed by choice.');
    await press(page, 'button', /^Settle this visit$/);
    await hear(page, /^Settled at £/);
    await expectGoodPage(page, 'g3-settled');
    await pressInMenu(page, /^Invoices$/);
    await arrive(page, /^Invoices$/);
    await settled(page);
    await press(page, 'button', /^Make invoices now$/);
    await hear(page, /invoices? (was|were) made of|There is nothing to bill/);
    await expectGoodPage(page, 'g4-invoices');
    await pressInMenu(page, /^Payment runs$/);
    await arrive(page, /^Payment runs$/);
    await settled(page);
    await expectGoodPage(page, 'g5-runs');
    // In the middle of a week the first screen has paid all that is due: the second is told so. On others it pays again.
    if (screen === NARROW && (await page.getByText('Nothing is ready to pay.').count()) > 0) return;
    await press(page, 'link', /^See what a run would pay/);
    await arrive(page, /^A run of /);
    await settled(page);
    await expectGoodPage(page, 'g5b-proposal');
    if (screen === NARROW && (await page.getByText('Nothing is ready to pay.').count()) > 0) return;
    await press(page, 'button', /^Propose this run$/);
    await arrive(page, /^Payment run RUN-/);
    await hear(page, /another finance officer must authorise/);
    await expectGoodPage(page, 'g6-proposed');
    const reference = (await page.textContent('h1'))?.match(/RUN-\d+/)?.[0] ?? '—';

    const second = await signIn('finance-second', /^Exceptions$/);
    // Whatever waits for a second person is looked at, the new one and any that the first left lying.
    const { items } = await read<{ items: readonly { reference: string }[] }>(
      second,
      '/api/payment-runs?state=proposed',
    );
    expect(items.map((run) => run.reference)).toContain(reference);
    for (const run of items) {
      await pressInMenu(second, /^Payment runs$/);
      await arrive(second, /^Payment runs$/);
      await settled(second);
      await press(second, 'link', new RegExp(run.reference));
      await arrive(second, new RegExp(run.reference));
      await settled(second);
      await press(second, 'button', /^Authorise £/);
      await second.getByRole('button', { name: 'Make the bank file' }).waitFor();
      await press(second, 'button', /^Make the bank file$/);
      await second
        .getByRole('link', { name: /^Download the bank file/ })
        .first()
        .waitFor();
      await tabTo(second, 'link', /^Download the bank file/);
      const file = await atFocus(second);
      expect(await file.text()).toContain('pain.001.001');
      await press(second, 'button', /^Let the pretend bank answer/);
      await hear(second, /^\d+ paid, 0 came back/);
    }
    await expectGoodPage(second, 'g8-settled');
  });

  it('the provider opens the remittance advice that came with the money', async () => {
    const page = await signIn('provider', /^My week$/);
    await settled(page);
    await pressInMenu(page, /^Money coming$/);
    await arrive(page, /^Your money$/);
    await settled(page);
    await expectGoodPage(page, 'h1-money');
    await tabTo(page, 'link', /\(PDF\)$/);
    await expectPdfAtFocus(page);
  });

  it('an ISF holder draws down from a fund or pays another provider, and the statement shows it all', async () => {
    const page = await signIn('isf-holder', /^Budget lines we hold$/);
    await settled(page);
    await expectGoodPage(page, 'i1-budget-lines');
    // Two screens, two ways: one draws down for its own service, the other pays another provider.
    await press(page, 'button', fund);
    await hear(page, /^Done\. Invoice .* is paid\.$/);
    await expectGoodPage(page, 'i2-paid');
    await press(page, 'link', /^Statement/);
    await arrive(page, /20\d\d$/);
    await settled(page);
    await expectGoodPage(page, 'i3-statement');
    await tabTo(page, 'link', /\(PDF\)$/);
    await expectPdfAtFocus(page);
  });

  it('a commissioner sees what the council learns from everybody together', async () => {
    const page = await signIn('commissioner', /./);
    await settled(page);
    await expect.poll(() => page.locator('main table').count(), { timeout: 30_000 }).toBeGreaterThan(2);
    await expectGoodPage(page, 'j1-insights');
  });

  it('an auditor follows one pound from the award to the bank, and back', async () => {
    const page = await signIn('auditor', /./);
    await settled(page);
    await expectGoodPage(page, 'k1-audit');
    const { items } = await read<{ items: readonly { number: string }[] }>(
      page,
      '/api/invoices?state=paid&payerKind=funder&limit=1',
    );
    const paid = items[0]?.number ?? '—';
    await type(page, /^What to follow/, paid);
    await type(page, /^Why/, 'Sample of the quarter');
    await press(page, 'button', /^Follow$/);
    await arrive(page, new RegExp(`^Following ${paid}`));
    await hear(page, /^Every sum agrees to the penny$/);
    for (const step of [
      'Money awarded',
      'Order placed',
      'Visit confirmed',
      'Invoice made',
      'Bank file made',
      'Payment in the ledger',
    ])
      await hear(page, new RegExp(`^${step}`));
    await expectGoodPage(page, 'k2-trace');
  });
});
