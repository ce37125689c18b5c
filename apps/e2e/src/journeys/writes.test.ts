// Every line of the table of writes, in a real browser and by keyboard alone: what is missing is said where the reader is,
// what is filled in is saved, and the list shows it.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { expectGoodPage, settled } from '../support/eyes.ts';
import { chooseFirst, press, select, type } from '../support/keyboard.ts';
import { NARROW, openDeviceAs } from '../support/people.ts';
import { RUN } from '../support/run.ts';
import { chosen, FIRST, WRITES } from '../support/writes.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const exactly = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
/** A label may be followed by what a browser or the page adds to it, such as "(optional)". */
const beginning = (text: string): RegExp => new RegExp(`${exactly(text).source.slice(0, -1)}(?!\\w)`);

const filled = (text: string, who: string): string => text.replaceAll('{who}', who).replaceAll('{run}', RUN);

/** Fills in each field by keyboard. */
async function fillIn(page: Page, fill: Readonly<Record<string, string>>, who: string): Promise<void> {
  for (const [label, text] of Object.entries(fill)) {
    const option = chosen(text);
    if (text === FIRST) await chooseFirst(page, beginning(label));
    else if (option !== undefined) await select(page, beginning(label), option);
    else await type(page, beginning(label), filled(text, who));
  }
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

const LINES = WRITES.flatMap((write) => write.as.map((who) => ({ ...write, who })));

it.concurrent.each(LINES)('$who writes at $page by keyboard, and finds it in $list', async (line) => {
  const { page, context, takeTroubles } = await openDeviceAs(browser, inject('url'), NARROW, line.who);
  const texts = Object.values(line.fill).filter((text) => text.includes('{who}'));
  const written = texts.map((text) => filled(text, line.who));
  expect(written, 'a line names nothing by which the list can be read').not.toEqual([]);

  await open(page, line.list);
  for (const text of written) expect(await page.getByText(text).count()).toBe(0);
  if (line.list !== line.page) await page.locator(`main a[href="${line.page}"]`).waitFor();

  await open(page, line.page);
  await press(page, 'button', exactly(line.button));
  await page.getByRole('alert').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  await expectGoodPage(page, `write${line.page.replaceAll('/', '-')}`);

  await fillIn(page, line.fill, line.who);
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await press(page, 'button', exactly(line.button));
  expect((await answer).status()).toBe(201);
  await settled(page);

  await open(page, line.list);
  const isListed = async (): Promise<void> => {
    // In one row, which may say it more than once: a link in it names what it is about.
    const rows = page.locator('main').locator('li, tr');
    for (const text of written) expect(await rows.filter({ hasText: text }).count()).toBe(1);
  };
  await isListed();
  await expectGoodPage(page, `written${line.list.replaceAll('/', '-')}`);
  if (line.narrow) {
    const { fill, button, remove } = line.narrow;
    const inAddress = (count: number): Promise<void> =>
      page.waitForURL(({ searchParams }) => searchParams.size === count, { timeout: 20_000 });
    await fillIn(page, fill, line.who);
    await press(page, 'button', exactly(button));
    await inAddress(Object.keys(fill).length);
    // The address alone brings somebody else to the same list.
    await open(page, page.url());
    await isListed();
    await expectGoodPage(page, `narrowed${line.list.replaceAll('/', '-')}`);
    await press(page, 'link', exactly(remove));
    await inAddress(Object.keys(fill).length - 1);
    await settled(page);
    await isListed();
  }
  expect(takeTroubles()).toEqual([]);
  await context.close();
});
