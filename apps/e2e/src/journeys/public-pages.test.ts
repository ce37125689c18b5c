// The pages that anyone can open, as a browser without scripts, a search engine and a cold phone find them.

import { fileURLToPath } from 'node:url';
import { ofTheDemonstration, tracesIn } from '@support-market/demonstration/traces';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { faultsOfDocument, look } from '../support/eyes.ts';
import { accountOf, NARROW, openDevice, openDeviceAs, PASSWORD, WIDE } from '../support/people.ts';

const MOST_BYTES = 160_000;
const MOST_REQUESTS = 12;
const MOST_SCRIPT_BYTES = 90_000;

let browser: Browser;
let plain: BrowserContext;
let copy: Page;
let listing = '';
let organisation = '';
/** A listing with something to order. */
let sold = '';
const url = inject('url');
const get = (path: string, init?: RequestInit) => fetch(url + path, { redirect: 'manual', ...init });

beforeAll(async () => {
  browser = await openBrowser();
  plain = await browser.newContext({ baseURL: url, viewport: NARROW, javaScriptEnabled: false });
  copy = await (await browser.newContext({ baseURL: url, viewport: NARROW })).newPage();
  await copy.goto('/robots.txt');
  const { items } = (await (await get('/api/listings?kind=service')).json()) as {
    items: { slug: string; fromPrice: object | null; organisation: { slug: string } }[];
  };
  listing = items[0]?.slug ?? '';
  organisation = items[0]?.organisation.slug ?? '';
  sold = items.find(({ fromPrice }) => fromPrice !== null)?.slug ?? '';
});
afterAll(() => browser?.close());

interface Fact {
  readonly '@type': string;
  readonly offers?: readonly { readonly name: string; readonly price: string }[];
}

/** What a page tells machines. */
const factsIn = (html: string): Fact[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.+?)<\/script>/g)].map(([, text]) => JSON.parse(text ?? ''));

async function withoutScripts(walk: (page: Page) => Promise<void>): Promise<void> {
  const page = await plain.newPage();
  await walk(page);
  await page.close();
}

describe('without scripts', () => {
  it('every public page is whole, named, open to all and no wider than a phone', async () => {
    const addresses = [
      '/',
      '/search',
      '/search?what=lunch&category=meals&free=1',
      `/search?what=${'neurodevelopmental'.repeat(4)}`,
      `/listings/${listing}`,
      `/organisations/${organisation}`,
      '/events',
      '/about',
      '/accessibility?council=harbourside',
      '/contact',
      '/contact?council=harbourside',
      '/complaints?council=harbourside',
      '/privacy?council=harbourside',
      '/sign-in',
      '/sign-up',
      '/paper-codes',
      '/forgotten-password',
      '/no-such-page',
      '/search?what=zzyzzyx',
      '/listings/no-such-listing?again=1',
      `/confirm-email/${'a'.repeat(43)}`,
      `/reset-password/${'a'.repeat(43)}`,
      `/invitations/${'a'.repeat(43)}`,
      ...(sold === listing ? [] : [`/listings/${sold}`]),
    ];
    const wrong: string[] = [];
    const titles = new Set<string>();
    await withoutScripts(async (page) => {
      for (const address of addresses) {
        await page.goto(address);
        titles.add(`${await page.title()} ${address.includes('?') ? address : ''}`);
        const described = await page.locator('meta[name="description"]').getAttribute('content');
        if ((described ?? '').length < 20) wrong.push(`${address}: described as “${described}”`);
        wrong.push(...(await faultsOfDocument(page, copy)).map((fault) => `${address}: ${fault}`));
        await look(page, `plain${address.replaceAll(/[/?=&]/g, '-')}`);
      }
    });
    expect(wrong).toEqual([]);
    expect(titles.size).toBe(addresses.length);
  });

  it('a search by words and filters, its pages and a listing are found by links and buttons', async () => {
    await withoutScripts(async (page) => {
      await page.goto('/');
      await page.getByLabel('What would help?').fill('lunch');
      await page.getByRole('main').getByRole('button', { name: 'Find support' }).click();
      expect(new URL(page.url()).searchParams.get('what')).toBe('lunch');
      const before = await page.locator('#results').textContent();
      await page.locator('summary', { hasText: 'More filters' }).click();
      await page.getByLabel(/^Free/).check();
      await page.getByRole('button', { name: 'Show these results' }).click();
      expect(new URL(page.url()).searchParams.get('free')).toBe('1');
      expect(new URL(page.url()).searchParams.get('what')).toBe('lunch');
      expect(await page.locator('#results').textContent()).not.toBe(before);
      await page.goto('/search');
      const first = await page.locator('.sm-listing__title').first().textContent();
      await page.getByRole('link', { name: 'Next page' }).click();
      expect(await page.locator('.sm-listing__title').first().textContent()).not.toBe(first);
      const link = page.locator('.sm-listing__title a').first();
      const title = await link.textContent();
      await link.click();
      expect(await page.locator('h1').textContent()).toBe(title);
    });
  });

  it('a listing offers no way to order that would fail, and says how else to get it', async () => {
    await withoutScripts(async (page) => {
      await page.goto(`/listings/${sold}`);
      expect(await page.locator('a[href^="/basket"]').count()).toBeGreaterThan(0);
      for (const way of await page.locator('a[href^="/basket"]').all()) expect(await way.isVisible()).toBe(false);
      // Named by selectors: the browser's driver reads no text within a <noscript>.
      const instead = page.locator('noscript .sm-notice');
      expect(await instead.isVisible()).toBe(true);
      expect(await instead.textContent()).toContain('To order here you need JavaScript');
      await instead.locator('a[href="/contact"]').click();
      expect(new URL(page.url()).pathname).toBe('/contact');
      await page.goto('/sign-in');
      expect(await page.locator('noscript p').textContent()).toContain('Your own pages after it do not');
      expect(await page.locator('noscript p').isVisible()).toBe(true);
    });
    const { page, context } = await openDevice(browser, url, NARROW);
    await page.goto(`/listings/${sold}`);
    expect(await page.locator('a[href^="/basket"]').first().isVisible()).toBe(true);
    expect(await page.locator('.sm-notice').count()).toBe(0);
    await context.close();
  });

  it('signing in by the plain form keeps the address typed, not the password, and leads on', async () => {
    await withoutScripts(async (page) => {
      await page.goto('/sign-in?next=/orders');
      await page.locator('#email').fill(accountOf('budget-holder').email);
      await page.locator('#password').fill('not the password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      expect(await page.title()).toMatch(/^Error: Sign in/);
      expect(await page.locator('#email').inputValue()).toBe(accountOf('budget-holder').email);
      expect(await page.locator('#password').inputValue()).toBe('');
      expect(await page.locator('.govuk-error-summary').textContent()).toMatch(/password/i);
      expect(await faultsOfDocument(page, copy)).toEqual([]);
      await page.locator('#password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      expect(new URL(page.url()).pathname).toBe('/orders');
      expect(await page.locator('noscript').textContent()).toContain('JavaScript');
      const session = await (await page.context().request.get('/api/session')).json();
      expect(session.email).toBe(accountOf('budget-holder').email);
      // A public page says what it does not know, and the way out works also once the access token is gone.
      await page.goto('/about');
      expect(await page.locator('header').textContent()).toContain('You may be signed in here.');
      expect(await page.locator('header').getByRole('link', { name: 'Sign in' }).count()).toBe(0);
      const [refresh] = (await page.context().cookies(`${url}/sign-out`)).filter(({ name }) => name === 'sm_refresh');
      await page.context().clearCookies({ name: 'sm_access' });
      await page.getByRole('button', { name: 'Sign out' }).click();
      expect(await page.locator('main').textContent()).toContain('You are signed out.');
      expect(await page.locator('header').getByRole('link', { name: 'Sign in' }).count()).toBe(1);
      expect(await page.context().cookies()).toEqual(
        expect.not.arrayContaining([expect.objectContaining({ name: 'sm_refresh' })]),
      );
      const renewed = await get('/api/session/refresh', {
        method: 'POST',
        headers: { cookie: `sm_refresh=${refresh?.value}` },
      });
      expect(renewed.status).toBe(401);
      await page.context().clearCookies();
    });
  });
});

/** The path of the newest link of that kind, from the outbox of the demonstration. */
async function linkInMail(kind: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(async () => {
      link = new RegExp(`${kind}[\\w-]+`).exec(await (await get('/api/demonstration/outbox')).text())?.[0];
      return link;
    })
    .toBeDefined();
  return link ?? '';
}

it('without scripts, who asks for an account or a new password reads that a mail is on its way', async () => {
  await withoutScripts(async (page) => {
    await page.goto('/sign-up');
    await page.locator('#email').fill('quiet@newcomer.example');
    await page.locator('#password').fill('short');
    await page.getByRole('button', { name: 'Make my account' }).click();
    expect(await page.locator('.govuk-error-summary a').count()).toBe(2);
    expect(await page.locator('#email').inputValue()).toBe('quiet@newcomer.example');
    await page.locator('#name').fill('Quiet Newcomer');
    await page.locator('#password').fill('a long enough password for me');
    await page.getByRole('button', { name: 'Make my account' }).click();
    expect(await page.locator('.sm-notice').textContent()).toContain('quiet@newcomer.example');
    expect(await faultsOfDocument(page, copy)).toEqual([]);
    await page.goto(await linkInMail('/confirm-email/'));
    expect(await page.content()).not.toMatch(/rel="canonical"|og:url/);
    await page.locator('#password').fill('not my password at all');
    await page.getByRole('button', { name: 'Finish making my account' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await faultsOfDocument(page, copy)).toEqual([]);
    await page.locator('#password').fill('a long enough password for me');
    await page.getByRole('button', { name: 'Finish making my account' }).click();
    expect(new URL(page.url()).pathname).toBe('/');
    expect((await (await page.context().request.get('/api/session')).json()).email).toBe('quiet@newcomer.example');
    await page.context().clearCookies();
    await page.goto('/forgotten-password');
    await page.locator('#email').fill('not an address');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    expect(await page.locator('.govuk-error-summary a').count()).toBe(1);
    await page.locator('#email').fill('quiet@newcomer.example');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    expect(await page.locator('.sm-notice').textContent()).toContain('quiet@newcomer.example');
    await page.goto(await linkInMail('/reset-password/'));
    await page.locator('#password').fill('another long password for me');
    await page.getByRole('button', { name: 'Save my new password' }).click();
    expect(await page.locator('.sm-notice').textContent()).toContain('Your new password is saved');
    await page.goBack();
    const used = await page.locator('.sm-notice').textContent();
    await page.goto('/reset-password/short');
    expect(await page.locator('.sm-notice').textContent()).toBe(used);
    expect(await page.locator('#password').count()).toBe(0);
    await page.getByRole('link', { name: 'Ask for a new link' }).click();
    expect(new URL(page.url()).pathname).toBe('/forgotten-password');
    await page.goto('/paper-codes');
    await page.locator('#signInName').fill('no-such-name');
    await page.locator('#code').fill('AAAA-BBBB-CCCC');
    await page.locator('#password').fill('a long enough password for me');
    await page.getByRole('main').getByRole('button').last().click();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.locator('#signInName').inputValue()).toBe('no-such-name');
    expect(await page.locator('#code').inputValue()).toBe('');
  });
});

describe('a form that is sent without scripts', () => {
  const summaryOf = async (path: string, fields: Record<string, string>): Promise<string[]> => {
    const html = await (await get(path, { method: 'POST', body: new URLSearchParams(fields) })).text();
    const [, summary = ''] = /class="govuk-list govuk-error-summary__list"[^>]*>(.*?)<\/ul>/s.exec(html) ?? [];
    return [...summary.matchAll(/<a [^>]*>(.*?)<\/a>/gs)].map(([, said = '']) => said);
  };

  it('names each field that is empty', async () => {
    for (const path of ['/sign-in', '/sign-up', '/paper-codes', '/forgotten-password']) {
      const said = await summaryOf(path, {});
      expect([path, said.length > 0, said.includes('Fill this in.')]).toEqual([path, true, false]);
      expect(new Set(said).size, path).toBe(said.length);
    }
  });

  it('says at once what is missing and what is wrong', async () => {
    for (const email of ['not an address', 'ann@']) {
      const said = await summaryOf('/sign-up', { name: '', email, password: 'short', councilSlug: 'harbourside' });
      expect([email, ...said]).toEqual([
        email,
        'Enter your name.',
        'Enter an email address like name@example.com.',
        'Choose a password of at least 12 letters, numbers or signs.',
      ]);
    }
  });
});

it('the address of a listing in capitals moves to the one it has, and tells nothing of others', async () => {
  const moved = async (path: string) => {
    const answer = await get(path, { redirect: 'manual' });
    return [answer.status, answer.headers.get('location')];
  };
  const shouted = listing.toUpperCase();
  expect(await moved(`/listings/${shouted}?again=1`)).toEqual([301, `/listings/${listing}?again=1`]);
  expect(await moved(`/Listings/${shouted}`)).toEqual([301, `/listings/${listing}`]);
  expect(await moved(`/organisations/${organisation.toUpperCase()}`)).toEqual([301, `/organisations/${organisation}`]);
  expect(await moved('/listings/NO-SUCH-LISTING')).toEqual([404, null]);
});

it('a browser that posts to a page is refused with a page', async () => {
  for (const path of ['/search', '/about']) {
    const answer = await get(path, { method: 'POST', headers: { accept: 'text/html' }, body: new URLSearchParams() });
    expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, 'GET, HEAD']);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toContain('<h1');
  }
});

describe('the plain form of signing in', () => {
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    get('/sign-in', { method: 'POST', body: new URLSearchParams(fields), headers });
  const right = { email: accountOf('budget-holder').email, password: PASSWORD };

  it('is not taken from another site', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
      const answer = await post(right, headers);
      expect(answer.status).toBe(403);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  it('of a link from a mail and of signing out is not taken from another site either', async () => {
    for (const path of [
      '/sign-out',
      '/confirm-email/a-token-of-somebody-else',
      '/reset-password/a-token-of-somebody-else',
    ]) {
      const answer = await get(path, {
        method: 'POST',
        body: new URLSearchParams({ password: 'a long enough password' }),
        headers: { 'sec-fetch-site': 'cross-site' },
      });
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
    }
    const page = await get('/reset-password/a-token-of-somebody-else');
    expect([page.status, page.headers.get('cache-control')]).toEqual([410, 'private, no-store']);
  });

  it('leads to pages of ours alone', async () => {
    for (const next of ['//elsewhere.example', 'https://elsewhere.example/', '/\\elsewhere.example', '/\t/x']) {
      expect((await post({ ...right, next })).headers.get('location')).toBe('/my-place');
    }
    expect((await post({ ...right, next: '/orders?x=1' })).headers.get('location')).toBe('/orders?x=1');
  });

  it('says what is missing, and refuses what is no form', async () => {
    const empty = await post({ email: '', password: '' });
    expect(empty.status).toBe(400);
    expect(await empty.text()).toContain('Enter your email address.');
    expect(
      (await get('/sign-in', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).status,
    ).toBe(415);
  });
});

describe('what search engines and previews are told', () => {
  it('what is not there answers 404 with one and the same page', async () => {
    const answers = await Promise.all(
      ['/no-such-page', '/listings/no-such-listing', '/organisations/no-such-one', '/listings/A_b'].map((path) =>
        get(path),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(answers.map(({ headers }) => headers.get('content-type'))).toEqual(
      Array(4).fill('text/html; charset=utf-8'),
    );
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect((await get('/api/no-such-thing')).headers.get('content-type')).toContain('application/problem+json');
  });

  it('an address that cannot be read, or asks too much, is told so by a page of ours', async () => {
    for (const path of [
      '/%ff',
      '/listings/%E0%A4%A',
      '/search?what=%ff%fe',
      '/my-place?x=%ff',
      `/search?what=${'x'.repeat(20_000)}`,
      `/events?near=${'x'.repeat(500)}`,
    ]) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
      const html = await answer.text();
      expect(html).toContain('Support Market');
      expect(html).not.toContain('cannot find');
    }
    for (const path of ['/api/listings/%ff', '/api/listings?words=%ff%fe', '/oruk/v3/services?search=%ff']) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 400]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it('what an address filters by and no list knows is as if it were not there', async () => {
    /** How much is found, and the listings that are shown. */
    const shownAt = async (path: string): Promise<(string | undefined)[]> => {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      const html = await answer.text();
      const listings = [...html.matchAll(/href="(\/listings\/[^"?]+)/g)].map(([, href]) => href);
      expect(listings.length).toBeGreaterThan(1);
      return [/id="results"[^>]*>([^<]+)</.exec(html)?.[1], ...listings];
    };
    const { nextCursor } = (await (await get('/api/listings?words=club&sort=price')).json()) as { nextCursor: string };
    const all = await shownAt('/search?what=club');
    const long = 'a'.repeat(500);
    for (const wrong of [
      ...['cursor=abc', `cursor=${nextCursor}`, `cursor=${long}`, 'cursor=%00', 'language=%00', 'language=a%0ab'],
      ...['category=nonsense', 'language=Klingon', 'language=%20', 'category=nonsense&language=Klingon&cursor=abc'],
      ...[`language=${long}`, `category=${long}`, 'category=A%20b', 'kind=x', 'radius=-1', 'radius=x', 'sort=x'],
      ...['workerGender=x', 'free=x', 'weekends=true', 'line=x', 'line=%00', 'before=x', 'more=x'],
    ])
      expect([wrong, await shownAt(`/search?what=club&${wrong}`)]).toEqual([wrong, all]);
    for (const path of ['/events?when=x', `/listings/${listing}?line=x`, '/contact?on=x'])
      expect([path, (await get(path)).status]).toEqual([path, 200]);
    for (const on of ['x', '2026-02-30', '9999-01-01', '%00'])
      expect([on, (await get(`/privacy?council=harbourside&on=${on}`)).status]).toEqual([on, 200]);
  });

  it('every file of a page has its content in its name, and is kept for good', async () => {
    for (const page of ['/', '/my-place']) {
      const files = [...(await (await get(page)).text()).matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)];
      expect(files.length).toBeGreaterThan(3);
      for (const [, file = ''] of files) {
        const answer = await get(file);
        expect([file, answer.status, answer.headers.get('cache-control')]).toEqual([
          expect.stringMatching(/-[\w-]{8}\.\w+$/),
          200,
          'public, max-age=31536000, immutable',
        ]);
      }
    }
  });

  it('an address that moved answers 301 with the new one', async () => {
    for (const [from, to] of [
      ['/users', '/accounts'],
      ['/audit/inv_1?x=1', '/traces/inv_1?x=1'],
      ['/search/?what=tea', '/search?what=tea'],
    ] as const) {
      const answer = await get(from);
      expect([answer.status, answer.headers.get('location')]).toEqual([301, to]);
    }
  });

  it('every public page has one address, without a slash at its end', async () => {
    for (const path of ['/search', `/listings/${listing}`, `/organisations/${organisation}`, '/events', '/about']) {
      for (const odd of [`${path}/`, `${path}//`]) {
        const answer = await get(odd);
        expect([odd, answer.status, answer.headers.get('location')]).toEqual([odd, 301, path]);
      }
      expect([path, (await get(path.replace(/^\//, '//'))).status]).toEqual([path, 404]);
    }
  });

  it('what cannot be done with a page is refused with what can', async () => {
    for (const path of ['/', '/about', '/my-place', `/listings/${listing}`, '/search?what=tea']) {
      for (const method of ['PUT', 'POST', 'DELETE']) {
        const answer = await get(path, { method, body: '{"a":1}', headers: { 'content-type': 'application/json' } });
        expect([method, path, answer.status, answer.headers.get('allow')]).toEqual([method, path, 405, 'GET, HEAD']);
      }
    }
    expect((await get('/sign-in', { method: 'PUT' })).headers.get('allow')).toBe('GET, HEAD, POST');
    expect((await get('/no-such-page', { method: 'PUT', body: 'x' })).status).toBe(404);
  });

  it('icons are where browsers ask for them, and every preview has a picture of its true size', async () => {
    for (const [path, type] of [
      ['/favicon.ico', 'image/x-icon'],
      ['/apple-touch-icon.png', 'image/png'],
    ] as const) {
      const answer = await get(path);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, type]);
    }
    const html = await (await get('/about')).text();
    const said = (name: string) => new RegExp(`<meta property="og:${name}" content="([^"]+)">`).exec(html)?.[1] ?? '';
    expect(said('image:alt').length).toBeGreaterThan(20);
    const picture = Buffer.from(await (await fetch(said('image'))).arrayBuffer());
    // The size that a PNG says of itself.
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    expect([said('image:width'), said('image:height')]).toEqual(['1200', '630']);
  });

  it('robots.txt and sitemap.xml lead to listings that anyone can open', async () => {
    const robots = await get('/robots.txt');
    expect([robots.status, robots.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(await robots.text()).toContain(`Sitemap: ${url}/sitemap.xml`);
    const map = await get('/sitemap.xml');
    expect([map.status, map.headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8']);
    const addresses = [...(await map.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '');
    expect(addresses).toContain(`${url}/listings/${listing}`);
    expect((await fetch(addresses.at(-1) ?? '')).status).toBe(200);
  });

  it('a listing says its title, description, one true address and facts', async () => {
    const html = await (await get(`/listings/${listing}?line=lin_0123456789`)).text();
    expect(html).toContain(`<link rel="canonical" href="${url}/listings/${listing}">`);
    expect(html).toMatch(/<title>[^<]+ – Support Market<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]{10,}">/);
    expect(html).toMatch(/<meta property="og:title" content="[^"]+">/);
    const facts = factsIn(html);
    expect(facts.map((fact) => fact['@type'])).toEqual(expect.arrayContaining(['Service', 'BreadcrumbList']));
  });

  it('a listing’s price is the same to a search engine as to a reader of the open feed', async () => {
    const answer = await get('/oruk/v3/services?full=true&per_page=100');
    expect(answer.status, await answer.clone().text()).toBe(200);
    const { contents } = (await answer.json()) as {
      contents: { id: string; url: string; cost_options?: { option: string; amount: number; valid_from: string }[] }[];
    };
    const today = new Date().toISOString().slice(0, 10);
    const sold = contents.filter(({ url: page, cost_options }) => cost_options && page.startsWith(`${url}/`));
    expect(sold.length).toBeGreaterThan(3);
    for (const { url: page, cost_options } of sold) {
      const facts = factsIn(await (await fetch(page)).text());
      const said = facts.flatMap(({ offers }) => offers ?? []).map(({ name, price }) => `${name} ${price}`);
      const costs = (cost_options ?? []).filter(({ valid_from }) => valid_from <= today);
      expect(said.sort(), page).toEqual(costs.map(({ option, amount }) => `${option} ${amount.toFixed(2)}`).sort());
    }
  });
});

describe('who may keep a copy', () => {
  it('a stranger’s page is kept by its tag; a page for somebody signed in is kept by no one', async () => {
    const first = await get('/');
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const tag = first.headers.get('etag') ?? '';
    // As proxies send it on, too: with other tags, or without the mark of a weak one.
    for (const kept of [tag, `"other", ${tag}`, tag.replace('W/', ''), '*'])
      expect([kept, (await get('/', { headers: { 'if-none-match': kept } })).status]).toEqual([kept, 304]);
    expect((await get('/', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    for (const cookie of ['sm_access=x', 'sm_here=1']) {
      const own = await get('/', { headers: { cookie, 'if-none-match': tag } });
      expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    }
  });

  it('pages, answers and files are compressed; an answer that holds a token is not', async () => {
    const coded = async (path: string, coding: string) =>
      (await get(path, { headers: { 'accept-encoding': coding } })).headers.get('content-encoding');
    const script = /src="(\/assets\/app-[^"]+\.js)"/.exec(await (await get('/my-place')).text())?.[1] ?? '';
    for (const path of ['/', '/api/listings', script]) {
      expect(await coded(path, 'gzip, deflate, br')).toBe('br');
      expect(await coded(path, 'gzip')).toBe('gzip');
      expect(await coded(path, 'identity')).toBeNull();
    }
    expect(await coded('/api/session', 'br')).toBeNull();
  });
});

it('the pages, as they are built, know no one of the demonstration', () => {
  expect(tracesIn(fileURLToPath(new URL('../../../web/dist', import.meta.url)), ofTheDemonstration())).toEqual([]);
});

it('a cold front page is light, and a public page has little script', async () => {
  const device = await openDevice(browser, url, WIDE);
  const network = await device.context.newCDPSession(device.page);
  await network.send('Network.enable');
  const kinds = new Map<string, string>();
  const weights = new Map<string, number>();
  network.on('Network.requestWillBeSent', ({ requestId, type }) => kinds.set(requestId, type ?? ''));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    weights.set(requestId, encodedDataLength),
  );
  const sum = (kind?: string) =>
    [...weights].reduce((all, [id, bytes]) => all + (kind === undefined || kinds.get(id) === kind ? bytes : 0), 0);
  await device.page.goto('/', { waitUntil: 'networkidle' });
  expect(kinds.size).toBeLessThanOrEqual(MOST_REQUESTS);
  expect(sum()).toBeGreaterThan(10_000);
  expect(sum()).toBeLessThan(MOST_BYTES);
  for (const address of ['/search', `/listings/${listing}`, '/events', '/sign-in', '/sign-up'])
    await device.page.goto(address, { waitUntil: 'networkidle' });
  expect(sum('Script')).toBeGreaterThan(0);
  expect(sum('Script')).toBeLessThan(MOST_SCRIPT_BYTES);
  expect(device.takeTroubles()).toEqual([]);
  await device.context.close();
});

it('with scripts, filters answer at once, the focus stays, and colours are kept', async () => {
  const { page, context, takeTroubles } = await openDevice(browser, url, WIDE);
  await page.goto('/search?what=lunch');
  const before = await page.locator('#results').textContent();
  await page.locator('summary', { hasText: 'More filters' }).click();
  await page.getByLabel(/^Free/).focus();
  await page.keyboard.press('Space');
  await page.waitForURL(/free=1/);
  expect(await page.locator('#results').textContent()).not.toBe(before);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('filter-free');
  expect(await page.getByLabel(/^Free/).isChecked()).toBe(true);
  // What is typed while an answer comes stays.
  await page.route('**/search?*', async (route) => {
    await new Promise((later) => setTimeout(later, 500));
    await route.continue();
  });
  await page.getByLabel(/^Free/).press('Space');
  await page.locator('#search-what').fill('dinner');
  await page.waitForURL((address) => !address.search.includes('free=1'));
  expect(await page.locator('#search-what').inputValue()).toBe('dinner');
  await page.getByRole('button', { name: 'Text and colours' }).click();
  await page.getByLabel('Dark').check();
  await page.goto('/');
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  expect(takeTroubles()).toEqual([]);
  await context.close();
});

it('the skip link of a search leads to its main part, asks for no page and keeps what was typed', async () => {
  const { page, context } = await openDevice(browser, url, WIDE);
  await page.goto('/search', { waitUntil: 'networkidle' });
  await page.locator('#search-what').fill('lun');
  await page.locator('body').evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const documents: string[] = [];
  page.on('request', (request) => request.isNavigationRequest() && documents.push(request.url()));
  await page.locator('.govuk-skip-link').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  expect(await page.locator('#search-what').inputValue()).toBe('lun');
  expect(documents).toEqual([]);
  await page.goBack();
  expect(documents).toEqual([]);
  await context.close();
});

it('the largest text with wide spacing is no wider than a phone on a listing', async () => {
  const { page, context } = await openDevice(browser, url, NARROW);
  await page.goto(`/listings/${listing}`);
  await page.evaluate(() => {
    document.documentElement.dataset['text'] = 'largest';
  });
  // The spacing of WCAG 1.4.12.
  const spaced =
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }';
  await page.addStyleTag({ content: spaced });
  const widest = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(widest).toBeLessThanOrEqual(NARROW.width);
  await context.close();
});

it('letters of twice the size by a reader’s own style are no wider than the screen on any public page', async () => {
  const { page, context } = await openDevice(browser, url, NARROW);
  const wide: string[] = [];
  for (const path of ['/', '/search?what=help', `/listings/${listing}`, '/events', '/contact', '/sign-in']) {
    await page.goto(path);
    await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
    for (const width of [NARROW.width, 640, 768, 1024]) {
      await page.setViewportSize({ width, height: NARROW.height });
      const widest = await page.evaluate(() => document.documentElement.scrollWidth);
      if (widest > width) wide.push(`${path} at ${width}: ${widest}`);
    }
  }
  expect(wide).toEqual([]);
  await context.close();
});

it('somebody signed in finds the app on a public page, and again after the access token is gone', async () => {
  const { page, context, takeTroubles } = await openDeviceAs(browser, url, WIDE, 'budget-holder');
  // Everything is answered before the token goes, or a question on its way would be refused.
  await page.goto('/search', { waitUntil: 'networkidle' });
  await page.locator('.sm-account').waitFor();
  await context.clearCookies({ name: 'sm_access' });
  await page.goto('/');
  await page.locator('.sm-account').waitFor();
  expect(takeTroubles()).toEqual([]);
  await context.close();
});
