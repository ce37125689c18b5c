// Every form that a person without a session may fill in, by keyboard alone, with scripts and without: what is missing is
// said first, each fault leads to its field, and nothing typed is lost.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { faultsOfDocument, faultsOfShape, look } from '../support/eyes.ts';
import { accountOf, NARROW, openDeviceAs, WIDE } from '../support/people.ts';

const url = inject('url');
const NEW_PASSWORD = 'a long enough password for me';

let browser: Browser;
let copy: Page;

/** Invites as an administrator does, and answers the path of the link in the mail. */
async function invite(email: string, body: object): Promise<string> {
  const { context } = await openDeviceAs(browser, url, WIDE, 'administrator');
  const { csrfToken } = await (await context.request.get('/api/session')).json();
  const sent = await context.request.post('/api/invitations', {
    data: { email, ...body },
    headers: { 'x-csrf-token': csrfToken, 'idempotency-key': `invite-${email}` },
  });
  expect(sent.status(), await sent.text()).toBe(201);
  await context.close();
  return linkTo(email, 'invitations');
}

/** The path of the newest link of that kind that was mailed to an address. */
async function linkTo(email: string, kind: 'confirm-email' | 'invitations' | 'reset-password'): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(async () => {
      const { items } = (await (await fetch(`${url}/api/demonstration/outbox`)).json()) as {
        items: readonly { recipient: string }[];
      };
      const mails = JSON.stringify(items.filter(({ recipient }) => recipient === email));
      link = new RegExp(`/${kind}/[\\w-]+`).exec(mails)?.[0];
      return link;
    })
    .toBeDefined();
  return link ?? '';
}

const focused = (page: Page) =>
  page.evaluate(() => ({
    id: document.activeElement?.id ?? '',
    summary: document.activeElement?.classList.contains('govuk-error-summary') ?? false,
    text: document.activeElement?.textContent?.trim() ?? '',
  }));

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(page: Page, isThere: (at: Awaited<ReturnType<typeof focused>>) => boolean): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    if (isThere(await focused(page))) return;
  }
  throw new Error(`${page.url()}: the keyboard does not lead there`);
}

interface PlainForm {
  readonly path: string;
  /** What is typed, by field: the first one comes back, a password never does. */
  readonly typed: Readonly<Record<string, string>>;
  readonly button: string;
  /** Fields that are faulty when the form is sent with the first one alone filled in. */
  readonly faulty: readonly string[];
}

/** Sends the form half filled in and puts it right, each by keyboard alone. Answers what is wrong with it. */
async function walk(page: Page, { path, typed, button, faulty }: PlainForm): Promise<string[]> {
  const wrong: string[] = [];
  const check = (isRight: boolean, fault: string): void => {
    if (!isRight) wrong.push(`${path}: ${fault}`);
  };
  await page.goto(path);
  const [kept = ''] = Object.keys(typed).filter((field) => !faulty.includes(field));
  if (kept) {
    await tabTo(page, ({ id }) => id === kept);
    await page.keyboard.type(typed[kept] ?? '');
  }
  await tabTo(page, ({ text }) => text === button);
  await page.keyboard.press('Enter');
  await page.locator('.govuk-error-summary').waitFor();
  check((await focused(page)).summary, 'the focus is not at the summary of faults');
  check((await page.title()).startsWith('Error: '), 'the title does not say that there is an error');
  const links = page.locator('.govuk-error-summary a');
  const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  check(
    targets.join() === faulty.map((field) => `#${field}`).join(),
    `the faults lead to ${targets.join()}, not to ${faulty.join()}`,
  );
  for (const field of faulty) {
    const said = await page.locator(`#${field}`).evaluate((input) => ({
      invalid: input.getAttribute('aria-invalid'),
      described: (input.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' '),
    }));
    check(said.invalid === 'true' && said.described.includes('Error'), `${field} does not say its fault`);
  }
  if (kept) check((await page.locator(`#${kept}`).inputValue()) === typed[kept], `what was typed into ${kept} is lost`);
  await look(page, `form${path.replace(/(\/[\w-]+)\/.*/, '$1').replaceAll('/', '-')}-faulty`);
  // The first fault leads to its field by the Enter key, and the rest of the form follows in order.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  if (faulty[0]) {
    check((await focused(page)).id === faulty[0], `the first fault leads to ${(await focused(page)).id}`);
    for (const field of faulty) {
      if ((await focused(page)).id !== field) await tabTo(page, ({ id }) => id === field);
      await page.keyboard.type(typed[field] ?? '');
    }
  }
  await tabTo(page, ({ text }) => text === button);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  return wrong;
}

beforeAll(async () => {
  browser = await openBrowser();
  copy = await (await browser.newContext({ baseURL: url, viewport: NARROW })).newPage();
  await copy.goto('/robots.txt');
});
afterAll(() => browser?.close());

describe.each([
  ['without scripts', false],
  ['with scripts', true],
] as const)('%s', (name, javaScriptEnabled) => {
  // A product that runs already may be asked a second time.
  const slug = `${javaScriptEnabled ? 'scripts' : 'plain'}-${Date.now().toString(36)}`;
  const open = async () => (await browser.newContext({ baseURL: url, viewport: NARROW, javaScriptEnabled })).newPage();

  it('signing in, making an account, a code on paper and a forgotten password say what is missing', async () => {
    const email = `keys-${slug}@newcomer.example`;
    const forms: readonly PlainForm[] = [
      {
        path: '/sign-in',
        typed: { email: accountOf('budget-holder').email, password: 'not the password' },
        button: 'Sign in',
        faulty: ['password'],
      },
      {
        path: '/sign-up',
        typed: { name: 'Keys Alone', email, password: NEW_PASSWORD },
        button: 'Make my account',
        faulty: ['email', 'password'],
      },
      {
        path: '/paper-codes',
        typed: { signInName: 'no-such-name', code: 'AAAA-BBBB-CCCC', password: NEW_PASSWORD },
        button: 'Open my account',
        faulty: ['code', 'password'],
      },
      { path: '/forgotten-password', typed: { email }, button: 'Send me a link', faulty: ['email'] },
    ];
    const wrong: string[] = [];
    for (const form of forms) {
      const page = await open();
      wrong.push(...(await walk(page, form)));
      await page.context().close();
    }
    expect(wrong, name).toEqual([]);
    const page = await open();
    wrong.push(
      ...(await walk(page, {
        path: await linkTo(email, 'confirm-email'),
        typed: { password: NEW_PASSWORD },
        button: 'Finish making my account',
        faulty: ['password'],
      })),
    );
    expect(wrong, name).toEqual([]);
    await page.waitForURL(/\/$/);
    await page.context().clearCookies();
    wrong.push(
      ...(await walk(page, {
        path: await linkTo(email, 'reset-password'),
        typed: { password: 'another long password for me' },
        button: 'Save my new password',
        faulty: ['password'],
      })),
    );
    expect(wrong, name).toEqual([]);
    expect(await page.locator('.sm-notice').textContent()).toContain('Your new password is saved');
    await page.context().close();
  });

  it('an invitation is accepted by somebody new and by somebody with an account', async () => {
    const email = `invited-${slug}@newcomer.example`;
    const link = await invite(email, { role: 'auditor' });
    const page = await open();
    await page.goto(link);
    expect(await page.locator('main').textContent()).toContain('asks you to join as');
    expect(await faultsOfDocument(page, copy)).toEqual([]);
    await look(page, `invitation${javaScriptEnabled ? '' : '-plain'}`);
    const wrong = await walk(page, {
      path: link,
      typed: { name: 'Invited Newcomer', password: NEW_PASSWORD },
      button: 'Accept the invitation',
      faulty: ['password'],
    });
    expect(wrong).toEqual([]);
    expect(await page.locator('.sm-notice').textContent()).toContain('You have joined');
    await page.goto(link);
    expect(await page.locator('main').textContent()).toContain('This invitation has run out');
    const second = await invite(email, { role: 'finance' });
    await page.goto(second);
    expect(await page.locator('main').textContent()).toContain(`You already have an account with ${email}`);
    await tabTo(page, ({ text }) => text === 'Accept the invitation');
    await page.keyboard.press('Enter');
    await page.locator('.sm-notice').waitFor();
    expect(await page.locator('.sm-notice').textContent()).toContain('You have joined');
    expect(await faultsOfShape(page)).toEqual([]);
    await page.goBack();
    expect(await page.locator('main').textContent()).toContain('This invitation has run out');
    const signIn = await page.context().request.post('/api/session', { data: { email, password: NEW_PASSWORD } });
    expect(signIn.ok()).toBe(true);
    const session = await (await page.context().request.get('/api/session')).json();
    expect(session.roles.map(({ role }: { role: string }) => role).sort()).toEqual(['auditor', 'finance']);
    await page.context().close();
  });
});

it('the form of an invitation is not taken from another site', async () => {
  const answer = await fetch(`${url}/invitations/a-token-of-somebody-else`, {
    method: 'POST',
    body: new URLSearchParams({ name: 'A', password: NEW_PASSWORD }),
    headers: { 'sec-fetch-site': 'cross-site' },
    redirect: 'manual',
  });
  expect(answer.status).toBe(403);
});

it('without scripts, the pages of a search lead back one by one, from an address that was passed on, too', async () => {
  const page = await (await browser.newContext({ baseURL: url, viewport: NARROW, javaScriptEnabled: false })).newPage();
  await page.goto('/search?kind=service');
  const firstOf = () => page.locator('.sm-listing__title').first().textContent();
  const seen = [await firstOf()];
  for (let turn = 0; turn < 2; turn += 1) {
    await page.getByRole('link', { name: 'Next page' }).click();
    seen.push(await firstOf());
  }
  expect(new Set(seen).size).toBe(3);
  expect(page.url().length).toBeLessThan(400);
  const passedOn = await (await browser.newContext({ baseURL: url, javaScriptEnabled: false })).newPage();
  await passedOn.goto(page.url());
  await look(passedOn, 'search-third-page');
  for (const title of [seen[1], seen[0]]) {
    await passedOn.getByRole('link', { name: 'Previous page' }).click();
    expect(await passedOn.locator('.sm-listing__title').first().textContent()).toBe(title);
  }
  expect(await passedOn.getByRole('link', { name: 'Previous page' }).count()).toBe(0);
  expect(new URL(passedOn.url()).search).toBe('?kind=service');
});
