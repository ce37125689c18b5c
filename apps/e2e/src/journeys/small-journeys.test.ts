// Short ways that matter: coming in for the first time, coming back in, paying in by card, and what is not yours.

import { DEMONSTRATION_ACCOUNTS } from '@support-market/demonstration/accounts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { expectGoodPage, look, settled } from '../support/eyes.ts';
import { arrive, choose, hear, press, select, tabTo, type } from '../support/keyboard.ts';
import { accountOf, NARROW, openDevice, openDeviceAs, WIDE } from '../support/people.ts';
import { RUN } from '../support/run.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const FIRST_PASSWORD = 'four-boats-in-a-row';
const SECOND_PASSWORD = 'seven-gulls-on-a-roof';
const EMAIL = `pat.${RUN}@people.example`;

/** Finds the newcomer's message with such a link in the outbox, as its reader would, and follows the link. */
async function followMail(page: Page, link: RegExp, heading: RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto('/outbox');
        await settled(page);
        // The newest comes first, and an earlier run may have left others.
        const newest = page
          .locator('.sm-card')
          .filter({ has: page.getByRole('link', { name: link }) })
          .first();
        return (await newest.count()) > 0 ? newest.textContent() : '';
      },
      { timeout: 30_000 },
    )
    .toContain(EMAIL);
  await expectGoodPage(page, 's2-outbox');
  await press(page, 'link', link);
  await arrive(page, heading);
}

it('a newcomer makes an account, confirms it from the mail, signs in, and chooses another password', async () => {
  const { page, context } = await openDevice(browser, inject('url'), NARROW);
  await page.goto('/sign-up');
  await settled(page);
  await expectGoodPage(page, 's1-sign-up');
  await type(page, /^(Your )?[Nn]ame/, 'Pat Newcomer');
  await type(page, /^(Your )?[Ee]mail/, EMAIL);
  await type(page, /[Pp]assword/, FIRST_PASSWORD);
  await press(page, 'button', /^Make my account$/);
  await hear(page, /^Look in your email$/);
  await followMail(page, /confirm-email/, /^Finish making your account$/);
  await type(page, /[Pp]assword/, FIRST_PASSWORD);
  await expectGoodPage(page, 's3-confirm');
  await press(page, 'button', /^Finish making my account$/);
  await page.waitForURL((address) => !address.pathname.startsWith('/confirm-email'));
  // What sign-up promised: a place of their own, with their own money in it.
  await page.goto('/my-place');
  await arrive(page, /^My place$/);
  await page.getByRole('link', { name: /^Put money in by card/ }).waitFor();
  await expectGoodPage(page, 's3-my-place');

  await page.goto('/forgotten-password');
  await settled(page);
  await type(page, /[Ee]mail/, EMAIL);
  await press(page, 'button', /^Send me a link$/);
  await hear(page, /^Look in your email$/);
  await followMail(page, /reset-password/, /^Choose a new password$/);
  await type(page, /[Pp]assword/, SECOND_PASSWORD);
  await expectGoodPage(page, 's4-reset');
  await press(page, 'button', /^Save my new password$/);
  await hear(page, /^Your new password is saved$/);

  await page.goto('/sign-in');
  await settled(page);
  await type(page, /^Email/, EMAIL);
  await type(page, /^Password/, FIRST_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await expectGoodPage(page, 's5-wrong-password');
  await type(page, /^Password/, SECOND_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => address.pathname !== '/sign-in');
  await settled(page);
  await expectGoodPage(page, 's6-signed-in');
  await context.close();
});

it.each([NARROW, WIDE])(
  'a visitor of the demonstration finds whom to look around as, and one press signs in',
  async (screen) => {
    const { page, context, takeTroubles } = await openDevice(browser, inject('url'), screen);
    await page.goto('/');
    await settled(page);
    await press(page, 'link', /^Look around as someone else$/);
    await arrive(page, /^Look around as someone$/);
    await settled(page);
    const titles = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
    expect(titles).toEqual(DEMONSTRATION_ACCOUNTS.map(({ title }) => title));
    await expectGoodPage(page, 'l1-look-around');
    const { title, email } = accountOf('finance-second');
    await press(page, 'button', new RegExp(`^Look around as ${title}$`, 'i'));
    await page.waitForURL((address) => address.pathname !== '/look-around');
    await settled(page);
    await expectGoodPage(page, 'l2-looking-around');
    const session = await context.request.get('/api/session');
    expect(await session.json()).toMatchObject({ signedIn: true, email, roles: [{ role: 'finance' }] });
    expect(takeTroubles()).toEqual([]);
    await context.close();
  },
);

it('own money is paid in by card; a declined card takes nothing', async () => {
  const { page, context } = await openDeviceAs(browser, inject('url'), NARROW, 'budget-holder');
  await page.goto('/my-place');
  await settled(page);
  await press(page, 'link', /^Put money in by card/);
  await arrive(page, /^Put your own money in by card$/);
  await settled(page);
  await type(page, /^How much/, '20');
  await press(page, 'button', /^Go on to the card$/);
  await choose(page, /^A card that is declined$/);
  await expectGoodPage(page, 't1-card');
  await press(page, 'button', /^Pay £20\.00$/);
  await hear(page, /^Your card was declined\. No money was taken\./);
  await expectGoodPage(page, 't2-declined');
  await choose(page, /^A card that works$/);
  await press(page, 'button', /^Pay £20\.00$/);
  await hear(page, /^£20\.00 is in /);
  await expectGoodPage(page, 't3-paid-in');
  await context.close();
});

it('an order of somebody else looks like one that does not exist', async () => {
  const mine = await openDeviceAs(browser, inject('url'), WIDE, 'budget-holder');
  const answer = await mine.context.request.get('/api/orders');
  const { items } = (await answer.json()) as { items: readonly { id: string }[] };
  const stranger = await openDeviceAs(browser, inject('url'), WIDE, 'budget-holder-elsewhere');
  const texts: string[] = [];
  for (const id of [items[0]?.id ?? '', 'ord_00000000000000000000000000']) {
    await stranger.page.goto(`/orders/${id}`);
    await arrive(stranger.page, /^We cannot find that page$/);
    await expectGoodPage(stranger.page);
    texts.push((await stranger.page.textContent('main')) ?? '');
  }
  expect(texts[0]).toBe(texts[1]);
  await Promise.all([mine.context.close(), stranger.context.close()]);
});

it('dark, high contrast and the largest text leave every main page whole', async () => {
  const { page, context } = await openDeviceAs(browser, inject('url'), NARROW, 'budget-holder');
  const search = '/search?what=cooking&near=HB1';
  for (const [theme, size] of [
    ['Dark', 'Largest'],
    ['High contrast', 'Largest'],
  ] as const) {
    await page.goto('/');
    await settled(page);
    await press(page, 'button', /^Text and colours$/);
    await choose(page, new RegExp(`^${theme}$`));
    await choose(page, new RegExp(`^${size}$`));
    for (const [name, address] of [
      ['front', '/'],
      ['search', search],
      ['my-place', '/my-place'],
      ['orders', '/orders'],
      ['basket', '/basket'],
      ['to-confirm', '/visits/to-confirm'],
    ] as const) {
      await page.goto(address);
      await expectGoodPage(page, `u-${theme.split(' ')[0]}-${name}`);
    }
  }
  await context.close();
});

it('going back from a half filled form and forward again loses nothing', async () => {
  const { page, context } = await openDeviceAs(browser, inject('url'), WIDE, 'budget-holder');
  await page.goto('/search?what=sitting+service');
  await settled(page);
  await press(page, 'link', /^Sitting service/);
  await settled(page);
  await press(page, 'link', /^Add to basket/);
  await settled(page);
  await choose(page, /^Once$/);
  await type(page, /^What time/, '10:15am');
  await select(page, /^For how long/, '3 hours');
  await type(page, /^Anything the provider should know/, 'The bell is broken: please knock.');
  await page.goBack();
  await settled(page);
  await page.goForward();
  await settled(page);
  await tabTo(page, 'textbox', /^What time/);
  const kept = await page.evaluate(() => ({
    start: document.querySelector<HTMLInputElement>('#start')?.value,
    note: document.querySelector('textarea')?.value,
  }));
  await look(page, 'v-back');
  expect(kept).toEqual({ start: '10:15am', note: 'The bell is broken: please knock.' });
  await context.close();
});

it('two presses of Enter on “Cancel this order” leave the order as it was', async () => {
  const { page, context } = await openDeviceAs(browser, inject('url'), WIDE, 'budget-holder');
  const listed = await context.request.get('/api/orders');
  const { items } = (await listed.json()) as { items: readonly { id: string; state: string }[] };
  const order = items.find(({ state }) => state === 'accepted');
  await page.goto(`/orders/${order?.id}`);
  await settled(page);
  await press(page, 'button', /^Cancel this order$/);
  await page.getByRole('dialog').waitFor();
  await look(page, 'w-cancelling');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const after = await context.request.get(`/api/orders/${order?.id}`);
  expect(await after.json()).toMatchObject({ state: 'accepted' });
  await context.close();
});
