// A store in ten minutes, on a phone and by keyboard: from the front page to a listing that the council approves and people find.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { expectGoodPage, settled } from '../support/eyes.ts';
import { arrive, choose, hear, press, select, type } from '../support/keyboard.ts';
import { NARROW, openDevice, openDeviceAs, WIDE } from '../support/people.ts';
import { RUN } from '../support/run.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const EMAIL = `wendy.${RUN}@people.example`;
const PASSWORD = 'four-boats-in-a-row';
const TITLE = `A walk by the sea ${RUN}`;

async function followMail(page: Page): Promise<void> {
  let link: string | null = null;
  await expect
    .poll(
      async () => {
        await page.goto('/outbox');
        await settled(page);
        const card = page.locator('.sm-card').filter({ hasText: EMAIL }).first();
        link =
          (await card.count()) > 0
            ? await card.getByRole('link', { name: /confirm-email/ }).getAttribute('href')
            : null;
        return link;
      },
      { timeout: 30_000 },
    )
    .not.toBeNull();
  await page.goto(link ?? '');
  await arrive(page, /^Finish making your account$/);
  await settled(page);
}

it('somebody lists what they do on a phone, leaves, comes back, and is found once approved', async () => {
  const { page, context } = await openDevice(browser, inject('url'), NARROW);
  await page.goto('/');
  await settled(page);
  await press(page, 'link', /^List what you do$/);
  await arrive(page, /^List what you do$/);
  await expectGoodPage(page, 'w1-who');
  await press(page, 'link', /^I work alone$/);
  await arrive(page, /^Make an account to list what you do$/);
  await settled(page);
  await type(page, /^The name that people will see/, 'Wendy’s Walks');
  await type(page, /^Your name/, 'Wendy Walker');
  await type(page, /^(Your )?[Ee]mail/, EMAIL);
  await type(page, /[Pp]assword/, PASSWORD);
  await press(page, 'button', /^Make my account$/);
  await hear(page, /^Look in your email$/);
  await followMail(page);
  await type(page, /[Pp]assword/, PASSWORD);
  await press(page, 'button', /^Finish making my account$/);

  await arrive(page, /What do you do/);
  await settled(page);
  await press(page, 'button', /^Save and go on$/);
  await page.getByRole('alert').waitFor();
  await type(page, /^What it is called/, TITLE);
  await select(page, /^Kind of support/, 'Clubs and groups');
  await type(page, /^What it is, in a sentence/, 'An hour outside with somebody who knows the birds.');
  await press(page, 'button', /^Save and go on$/);

  await arrive(page, /Where does it happen/);
  await settled(page);
  await choose(page, /^We go to people$/);
  await type(page, /^Postcode/, 'HB1 1AB');
  await select(page, /^How far do you go/, 'Up to 10 miles');
  await expectGoodPage(page, 'w4-where');
  await press(page, 'button', /^Save and go on$/);

  // In the middle: out, and in again.
  await arrive(page, /When can people have it/);
  await context.clearCookies();
  await page.goto('/sign-in');
  await settled(page);
  await type(page, /^Email/, EMAIL);
  await type(page, /^Password/, PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => address.pathname !== '/sign-in');
  await settled(page);
  await press(page, 'link', /^Go on with it/);
  await arrive(page, /When can people have it/);
  await settled(page);
  await type(page, /^Days and times/, 'Weekday mornings');
  await press(page, 'button', /^Save and go on$/);

  await arrive(page, /What does it cost/);
  await settled(page);
  await choose(page, /^Yes, people pay for it$/);
  await type(page, /^Price/, '18.50');
  await press(page, 'button', /^Save and go on$/);

  await arrive(page, /How do people reach you/);
  await settled(page);
  await type(page, /^Telephone/, '0161 496 0123');
  await press(page, 'button', /^Save and go on$/);

  await arrive(page, /Show a photo/);
  await press(page, 'link', /^Go on without a photo$/);
  await arrive(page, /Check it and send it/);
  await expectGoodPage(page, 'w10-check');
  await press(page, 'link', /^See it as people will see it$/);
  await arrive(page, /A walk by the sea/);
  await hear(page, /£18\.50 an hour/);
  await press(page, 'link', /^Back to check and send$/);
  await arrive(page, /Check it and send it/);
  await press(page, 'link', /^Change.*When/);
  await arrive(page, /When can people have it/);
  await settled(page);
  await press(page, 'button', /^Save and go on$/);
  await arrive(page, /Check it and send it/);
  await press(page, 'button', /^Send it to the council$/);
  await hear(page, /^The council is looking at it$/);

  const editor = await openDeviceAs(browser, inject('url'), WIDE, 'editor');
  await editor.page.goto('/listing-reviews');
  await settled(editor.page);
  await press(editor.page, 'link', new RegExp(TITLE));
  await arrive(editor.page, /A walk by the sea/);
  await expectGoodPage(editor.page, 'w14-review');
  await press(editor.page, 'button', /^Approve it$/);
  await hear(editor.page, /^People can find it$/);
  await editor.context.close();

  await page.goto(`/search?what=${encodeURIComponent(TITLE)}`);
  await page.getByRole('main').getByText(TITLE).first().waitFor();
  await context.close();
});
