// A higher rate from its provider's form over the council's yes to the buyer's, by keyboard on a phone: what it comes to in a
// year is told, and the visits that are still to come cost it.

import type { Browser } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { expectGoodPage, settled } from '../support/eyes.ts';
import { arrive, hear, press, select, type, typeDate } from '../support/keyboard.ts';
import { type Device, NARROW, openDeviceAs } from '../support/people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const open = (who: string) => openDeviceAs(browser, inject('url'), NARROW, who);

interface Choices {
  readonly earliest: string;
  readonly noticeDays: number;
  readonly items: readonly { readonly offerId: string; readonly listingTitle: string; readonly offerName: string }[];
}
interface Orders {
  readonly items: readonly { readonly id: string }[];
}
interface Order {
  readonly lines: readonly {
    readonly offerId: string;
    readonly prices: readonly {
      readonly unitPricePence: number;
      readonly priceSource: string;
      readonly lastDate: string;
    }[];
  }[];
}

const ACCEPTED = '/api/orders?limit=100&state=accepted';
const pounds = (pence: number): string => (pence / 100).toFixed(2);

it('a higher rate is proposed, agreed by the council, and accepted by the buyer who reads its cost', async () => {
  const [provider, officer, buyer, administrator] = [
    await open('provider'),
    await open('commissioner'),
    await open('broker'),
    await open('administrator'),
  ];
  const read = async <Body>({ context }: Device, path: string): Promise<Body> =>
    (await context.request.get(path)).json();
  const { earliest, noticeDays, items } = await read<Choices>(provider, '/api/price-rises/choices');
  const today = Temporal.PlainDate.from(earliest).subtract({ days: noticeDays });
  // Without the council's notice, so that what runs now has visits after the first day.
  const { csrfToken } = await read<{ csrfToken: string }>(administrator, '/api/session');
  const set = await administrator.context.request.post('/api/council-settings', {
    headers: { 'x-csrf-token': csrfToken },
    data: { key: 'priceRiseNoticeDays', value: 0, fromDate: today.toString(), reason: 'A journey.' },
  });
  expect(set.ok(), await set.text()).toBe(true);

  const from = today.add({ days: 1 });
  const { items: theirs } = await read<Orders>(buyer, ACCEPTED);
  const { items: ours } = await read<Orders>(provider, ACCEPTED);
  const candidates = await Promise.all(
    ours
      .filter(({ id }) => theirs.some((one) => one.id === id))
      .map(async ({ id }) => ({ id, line: (await read<Order>(provider, `/api/orders/${id}`)).lines[0] })),
  );
  const order = candidates.find(({ line }) => {
    const price = line?.prices.at(-1);
    return price?.priceSource === 'agreed' && price.lastDate > from.toString();
  });
  const pence = order?.line?.prices.at(-1)?.unitPricePence ?? 0;
  const offer = items.find(({ offerId }) => offerId === order?.line?.offerId);
  if (!order || !offer) throw new Error('the broker has no running order at an agreed rate with this provider');

  await provider.page.goto('/price-rises/propose');
  await settled(provider.page);
  await select(provider.page, /^What costs more$/, `${offer.listingTitle}: ${offer.offerName}`);
  await type(provider.page, /^New price without VAT/, pounds(pence + 100));
  await typeDate(provider.page, from);
  await type(provider.page, /^Why it goes up/, 'Wages go up.');
  await expectGoodPage(provider.page, 'pr1-propose');
  await press(provider.page, 'button', /^Propose it$/);
  await arrive(provider.page, /^Price rise: /);
  await hear(provider.page, /more a year/);

  await officer.page.goto(provider.page.url());
  await settled(officer.page);
  await expectGoodPage(officer.page, 'pr3-decide');
  await press(officer.page, 'button', /^Say yes to this rate$/);
  await hear(officer.page, /^The provider is told that you said yes\.$/);

  await buyer.page.goto(`/orders/${order.id}`);
  await settled(buyer.page);
  await hear(buyer.page, /more a year$/);
  await expectGoodPage(buyer.page, 'pr4-asked');
  const told = await buyer.page
    .getByText(/more a year$/)
    .first()
    .textContent();
  await press(buyer.page, 'button', /^Say yes to the new price$/);
  await hear(buyer.page, /^Agreed\./);
  await expectGoodPage(buyer.page, 'pr5-agreed');
  const { lines } = await read<Order>(buyer, `/api/orders/${order.id}`);
  expect(lines[0]?.prices.at(-1)).toMatchObject({ unitPricePence: pence + 100, priceSource: 'agreed' });

  // The provider reads the same figure on its side of the order.
  await provider.page.goto(`/provider/orders/${order.id}`);
  await settled(provider.page);
  await hear(provider.page, new RegExp(`^${told}$`));
  for (const device of [provider, officer, buyer, administrator]) {
    expect(device.takeTroubles()).toEqual([]);
    await device.context.close();
  }
});
