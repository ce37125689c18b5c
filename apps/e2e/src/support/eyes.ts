// What every page must be wherever a journey passes: drawn to its end, free of axe violations, and no wider than the screen.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { unanswered } from './requests.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const STILL_MILLIS = 80;
const LONGEST_WAIT_MILLIS = 20_000;

/** The page's address and headings once it is drawn, otherwise null. */
function sightOf(page: Page): Promise<string | null> {
  return page
    .evaluate(() =>
      document.querySelector('h1') !== null &&
      document.title !== '' &&
      document.querySelector('.sm-loading, [aria-busy="true"]') === null
        ? `${location.href} ${document.title} ${document.querySelector('h1')?.textContent}`
        : null,
    )
    .catch(() => null); // The page was left while we looked.
}

/**
 * Waits until the page has its heading and lies still: nothing is being fetched, and two looks see the same. One look
 * would not do, as a key that was just pressed may still be on its way to another page.
 */
export async function settled(page: Page): Promise<void> {
  const deadline = performance.now() + LONGEST_WAIT_MILLIS;
  let before: string | null = null;
  while (performance.now() < deadline) {
    const sight = unanswered(page).length > 0 ? null : await sightOf(page);
    if (sight !== null && sight === before) return;
    before = sight;
    await page.waitForTimeout(STILL_MILLIS);
  }
  throw new Error(`${page.url()} did not come to rest; unanswered: ${unanswered(page).join(', ') || 'nothing'}`);
}

/** Keeps a picture of the whole page where E2E_SHOTS names a folder, for people to look at. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['E2E_SHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const width = page.viewportSize()?.width ?? 0;
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
}

/**
 * What stands alone on the page, and would be drawn in another order on a page from right to left, since nothing keeps its
 * own direction: telephone numbers, addresses with a postcode, and amounts below zero.
 */
function looseFacts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const loose = [/^\+?\(?\d{2,5}\)?(?: \d{2,6}){1,4}$/, /, [A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}$/, /^−£/];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) {
      const text = texts.currentNode.textContent?.trim() ?? '';
      const isKept = texts.currentNode.parentElement?.closest('bdi, [dir], option, textarea, script, svg');
      if (!isKept && loose.some((pattern) => pattern.test(text))) found.push(text);
    }
    return found;
  });
}

/**
 * What is wrong with the shape of the page as it stands: one heading above all, a title, no sideways scrolling, and nothing
 * that a page from right to left would turn round.
 */
export async function faultsOfShape(page: Page): Promise<readonly string[]> {
  const loose = await looseFacts(page);
  const shape = await page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    title: document.title,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  return [
    ...(shape.headings === 1 ? [] : [`${shape.headings} h1`]),
    ...(shape.title === '' ? ['no title'] : []),
    ...(shape.overflow > 0 ? [`${shape.overflow} pixels wider than the screen`] : []),
    ...loose.map((text) => `“${text}” does not keep its direction`),
  ];
}

async function faultsOfAxe(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page })
    // Only what is wrong is put into words.
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    // What frames of other sites hold is put together in a page of its own, which costs as much as the look itself.
    .setLegacyMode(page.frames().length === 1);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** What is wrong with the page as it stands, one line each; none when all is well. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await settled(page);
  return [...(await faultsOfAxe(page)), ...(await faultsOfShape(page))];
}

/**
 * The same for a page in a browser without scripts. Axe is a script, so what was drawn is looked at once more on another
 * page of the same site, where the checker's is the only one.
 */
export async function faultsOfDocument(page: Page, copy: Page): Promise<readonly string[]> {
  const body = (await page.content())
    .replaceAll(/<script\b[^>]*>.*?<\/script>/gs, '')
    // What is said without scripts is a part of the page here, and would be none on the copy, which has one.
    .replaceAll(/<\/?noscript>/g, '');
  await copy.setContent(body);
  return [...(await faultsOfAxe(copy)), ...(await faultsOfShape(copy))];
}

/** Checks the page as it stands: axe, one h1, a title, and no sideways scrolling. With a name, a picture is kept too. */
export async function expectGoodPage(page: Page, name?: string): Promise<void> {
  const faults = await faultsOf(page);
  if (name) await look(page, name);
  expect(faults, page.url()).toEqual([]);
}
