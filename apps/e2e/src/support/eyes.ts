// What every page must be wherever a journey passes: free of axe violations, and no wider than the screen.

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Checks the page as it stands: axe, one h1, a title, and no sideways scrolling. */
export async function expectGoodPage(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    `axe on ${page.url()}`,
  ).toEqual([]);
  const shape = await page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    title: document.title,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  expect(shape.headings, `h1 on ${page.url()}`).toBe(1);
  expect(shape.title, `title of ${page.url()}`).not.toBe('');
  expect(shape.overflow, `sideways scrolling on ${page.url()}`).toBeLessThanOrEqual(0);
}
