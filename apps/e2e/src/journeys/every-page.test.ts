// Every role's menu, and every page one link further: no dead ends, no errors, nothing that shuts anybody out.

import { DEMONSTRATION_ACCOUNTS } from '@support-market/demonstration/accounts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { faultsOf, faultsOfShape, look, settled } from '../support/eyes.ts';
import { type Device, NARROW, openDevice, openDeviceAs, WIDE } from '../support/people.ts';

const DEAD_ENDS = ['We cannot find that page', 'Something went wrong', 'This page is for someone else'];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Addresses that differ in an id, a name or a question alone lead to one page. */
function shapeOf(address: string): string {
  const { pathname } = new URL(address, 'http://here');
  return pathname
    .replace(/^\/(listings|organisations)\/.+/, '/$1/…')
    .split('/')
    .map((part) => (/[_\d]/.test(part) ? '…' : part))
    .join('/');
}

/** Where the links within `selector` lead, among our own pages. */
async function linksIn(page: Page, selector: string): Promise<readonly string[]> {
  const all = await page.$$eval(`${selector} a[href]`, (links) => links.map((link) => link.getAttribute('href') ?? ''));
  return all.filter((href) => href.startsWith('/') && !href.startsWith('//') && !href.startsWith('/api/'));
}

// What everybody sees alike is looked at once, and what people of one role see alike is put through axe once.
const PUBLIC =
  /^\/($|search|listings|organisations|events|about|accessibility|sign-in|sign-up|forgotten|look-around|outbox)/;
const seen = new Set<string>();

/** Walks the menu of the signed-in account and one link further, one address of each shape; answers what is wrong. */
async function walk(device: Device, name: string, role: string, first: readonly string[]) {
  const { page, takeTroubles } = device;
  const wrong: string[] = [];
  const known = new Set<string>();
  const visit = async (address: string): Promise<readonly string[]> => {
    const shape = shapeOf(address);
    if (known.has(shape)) return [];
    known.add(shape);
    // Each setting is opened and looked at; they are one page, which is put through axe once.
    const onePage = shape.replace(/^\/council-settings\/.+/, '/council-settings/…');
    const sight = PUBLIC.test(shape) ? shape : `${role} ${onePage}`;
    const again = seen.has(sight);
    if (again && sight === shape) return [];
    seen.add(sight);
    await page.goto(address);
    await settled(page);
    const faults = again ? await faultsOfShape(page) : await faultsOf(page);
    const heading = (await page.textContent('h1')) ?? '';
    const dead = DEAD_ENDS.includes(heading.trim()) ? [`“${heading}”`] : [];
    wrong.push(...[...dead, ...takeTroubles(), ...faults].map((fault) => `${address}: ${fault}`));
    await look(page, `${name}${shape.replaceAll('/', '-')}`);
    const links = await linksIn(page, '#main');
    await page.setViewportSize(NARROW);
    const onPhone = sight === shape ? await faultsOf(page) : await faultsOfShape(page);
    wrong.push(...onPhone.map((fault) => `${address} on a phone: ${fault}`));
    await look(page, `${name}${shape.replaceAll('/', '-')}`);
    await page.setViewportSize(WIDE);
    return links;
  };
  await page.goto('/');
  await settled(page);
  const menu = [...first, ...(await linksIn(page, '.sm-header')), ...(await linksIn(page, '.sm-footer'))];
  const further: string[] = [];
  for (const address of menu) further.push(...(await visit(address)));
  for (const address of further) await visit(address);
  return { wrong, pages: known.size };
}

it('everything a stranger can reach is there and open to all', async () => {
  const device = await openDevice(browser, inject('url'), WIDE);
  const { wrong, pages } = await walk(device, 'stranger', 'stranger', [
    '/',
    '/search',
    '/events',
    '/sign-up',
    '/forgotten-password',
  ]);
  await device.context.close();
  expect(wrong).toEqual([]);
  expect(pages).toBeGreaterThan(6);
});

it.concurrent.each(DEMONSTRATION_ACCOUNTS.map(({ key, role }) => [key, role] as const))(
  'everything that %s can reach is there and open to all',
  async (key, role) => {
    const device = await openDeviceAs(browser, inject('url'), WIDE, key);
    const { wrong, pages } = await walk(device, key, role, ['/my-account']);
    await device.context.close();
    expect(wrong).toEqual([]);
    expect(pages).toBeGreaterThan(2);
  },
);

type Box = { readonly what: string; readonly start: number; readonly width: number; readonly top: number };

/** Every box that is drawn on the page, by how far it is from where lines begin. */
function boxesOf(page: Page, direction: 'ltr' | 'rtl'): Promise<readonly Box[]> {
  return page.evaluate((dir) => {
    document.documentElement.dir = dir;
    const whole = document.documentElement.clientWidth;
    return [...document.querySelectorAll('body *:not(svg *)')].flatMap((element) => {
      const { left, right, width, height, top } = element.getBoundingClientRect();
      // Words within a line keep the direction of their own language; what is read aloud alone is drawn nowhere.
      const isInline =
        getComputedStyle(element).display.startsWith('inline') && !element.matches('button, input, a.sm-button');
      if (isInline || width < 2 || height < 2) return [];
      const what = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
      return [{ what, width, top, start: dir === 'rtl' ? whole - right : left }];
    });
  }, direction);
}

it('a number, an address or an amount below zero that would be turned round is found on a page', async () => {
  const { page, context } = await openDevice(browser, inject('url'), NARROW);
  const facts = ['0117 496 0000', '+44 117 496 0000', 'Dock Road 3, Harbourside, HB1 1AA', '−£4.00'];
  const faultsWith = async (wrap: (fact: string) => string) => {
    await page.setContent(`<title>Facts</title><h1>Facts</h1>${facts.map((fact) => `<p>${wrap(fact)}</p>`).join('')}`);
    return faultsOfShape(page);
  };
  expect(await faultsWith((fact) => fact)).toHaveLength(facts.length);
  expect(await faultsWith((fact) => `<bdi>${fact}</bdi>`)).toEqual([]);
  await context.close();
});

it.each([
  ['/', NARROW],
  ['/', WIDE],
  ['/search?what=music', NARROW],
  ['/search?what=music', WIDE],
  ['/contact?council=harbourside', NARROW],
])(
  'mirrored for a language from right to left, %s at %o is the same page from the other side',
  async (address, size) => {
    const { page, context } = await openDevice(browser, inject('url'), size);
    await page.goto(address);
    await settled(page);
    const loose = 'a:is([href^="tel:"], [href^="mailto:"]):not(:has(bdi[dir="ltr"]))';
    expect(await page.locator(loose).count()).toBe(0);
    const before = await boxesOf(page, 'ltr');
    const after = await boxesOf(page, 'rtl');
    expect(await faultsOfShape(page)).toEqual([]);
    await look(page, `mirrored${address.replaceAll(/\W/g, '-')}`);
    await context.close();
    expect(before.length).toBeGreaterThan(60);
    expect(after.map(({ what }) => what)).toEqual(before.map(({ what }) => what));
    const elsewhere = after.filter((box, index) => {
      const was = before[index];
      return (
        !was ||
        Math.abs(was.start - box.start) > 1 ||
        Math.abs(was.width - box.width) > 1 ||
        Math.abs(was.top - box.top) > 1
      );
    });
    expect(elsewhere).toEqual([]);
  },
);
