// Hands of someone who uses a keyboard alone: moves the focus by Tab until it is where it should be, and never clicks.

import type { Page } from 'playwright-core';
import { settled } from './eyes.ts';

const MOST_STEPS = 250;

export interface Focused {
  readonly role: string;
  readonly name: string;
}

/** What has the focus, as a screen reader would name it. */
export async function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return { role: '', name: '' };
    const byIds = (ids: string | null): string =>
      (ids ?? '')
        .split(/\s+/)
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ');
    const labels =
      'labels' in element
        ? [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? '').join(' ')
        : '';
    const name =
      element.getAttribute('aria-label') ||
      byIds(element.getAttribute('aria-labelledby')) ||
      labels ||
      element.textContent ||
      '';
    const type = element.getAttribute('type') ?? '';
    const roles: Record<string, string> = {
      A: 'link',
      BUTTON: 'button',
      SELECT: 'combobox',
      TEXTAREA: 'textbox',
      SUMMARY: 'button',
    };
    const role =
      element.getAttribute('role') ??
      (element.tagName === 'INPUT'
        ? ['radio', 'checkbox', 'file'].includes(type)
          ? type
          : 'textbox'
        : (roles[element.tagName] ?? ''));
    return { role, name: name.replace(/\s+/g, ' ').trim() };
  });
}

/** Presses Tab until the focus is on something of that role and name. Throws when it comes round without finding it. */
export async function tabTo(page: Page, role: string, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const now = await focused(page);
    if (now.role === role && name.test(now.name)) return;
    if (now.role) passed.push(`${now.role} "${now.name.slice(0, 40)}"`);
    // Back at the top without having met it: no reader goes round again before the page is whole.
    else await settled(page);
    await page.keyboard.press('Tab');
  }
  throw new Error(
    `no ${role} named ${name} can be reached by Tab on ${page.url()}; passed: ${[...new Set(passed)].slice(0, 60).join(', ')}`,
  );
}

/** Goes to something by Tab and presses it. */
export async function press(page: Page, role: 'button' | 'link', name: RegExp): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press('Enter');
}

/** A page of the menu, which is folded on a phone. */
export async function pressInMenu(page: Page, name: RegExp): Promise<void> {
  if (await page.getByRole('button', { name: 'Menu' }).isVisible()) await press(page, 'button', /^Menu$/);
  await press(page, 'link', name);
}

/** Goes to a field by Tab and types over what is in it. */
export async function type(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, 'textbox', name);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Chooses in a list of radio buttons: Tab to the group, arrows to the one. Where focus is lost on the way, Tab finds it again. */
export async function choose(page: Page, name: RegExp): Promise<void> {
  const tried = new Set<string>();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const now = await focused(page);
    const isNew = now.role === 'radio' && !tried.has(now.name);
    if (now.role === 'radio' && name.test(now.name)) {
      await page.keyboard.press('Space');
      return;
    }
    if (isNew) tried.add(now.name);
    await page.keyboard.press(isNew ? 'ArrowDown' : 'Tab');
  }
  throw new Error(`no choice named ${name} can be reached on ${page.url()}`);
}

/** Ticks a box by Tab and Space. */
export async function tick(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, 'checkbox', name);
  await page.keyboard.press('Space');
}

/** Leaves one line of money ticked, by Tab and Space: the form begins with the line that pays most. */
export async function payFrom(page: Page, name: RegExp): Promise<void> {
  const boxes = page.getByRole('group', { name: /^Which money pays/ }).getByRole('checkbox');
  await boxes.first().waitFor();
  let wanted = false;
  for (const box of await boxes.all()) {
    const [checked, text] = [
      await box.isChecked(),
      (await box.evaluate((one: HTMLInputElement) => one.labels?.[0]?.textContent)) ?? '',
    ];
    if (name.test(text.trim())) wanted = checked;
    else if (checked) await tick(page, new RegExp(`^${text.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
  }
  if (!wanted) await tick(page, name);
}

/**
 * Goes to a list that drops down, and by arrows to what is wanted: the one that is called so, or begins so. Looks again
 * after each step, because what is chosen on the way may change what there is to choose.
 */
export async function select(page: Page, name: RegExp, option: string): Promise<void> {
  await tabTo(page, 'combobox', name);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const away = await page.evaluate((wanted) => {
      const list = document.activeElement;
      if (!(list instanceof HTMLSelectElement)) return null;
      const texts = [...list.options].map(({ text }) => text);
      const exact = texts.indexOf(wanted);
      const at = exact >= 0 ? exact : texts.findIndex((text) => text.startsWith(wanted));
      return at < 0 ? null : at - list.selectedIndex;
    }, option);
    if (away === 0) return;
    if (away === null) break;
    await page.keyboard.press(away > 0 ? 'ArrowDown' : 'ArrowUp');
  }
  throw new Error(`“${option}” cannot be chosen in ${name} on ${page.url()}`);
}

/** Goes to a list that drops down, waits until it has something to choose, and takes the first of it. */
export async function chooseFirst(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, 'combobox', name);
  await page.waitForFunction(() => (document.activeElement as HTMLSelectElement).options.length > 1);
  await page.keyboard.press('ArrowDown');
}

/** Types a date into the next three boxes of a date that is asked for. */
export async function typeDate(page: Page, date: { day: number; month: number; year: number }): Promise<void> {
  await type(page, /^Day$/, String(date.day));
  await type(page, /^Month$/, String(date.month));
  await type(page, /^Year$/, String(date.year));
}

/** Goes to a field for a file, and gives it one. */
export async function giveFile(page: Page, name: RegExp, file: { name: string; text: string }): Promise<void> {
  // Asked for well before the key: the browser is told by another way, which the key could overtake.
  const chooser = page.waitForEvent('filechooser', { timeout: 60_000 });
  await Promise.race([tabTo(page, 'file', name), chooser]);
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text, 'utf8') });
}

/** Waits for the page with that heading. */
export async function arrive(page: Page, heading: RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor({ timeout: 20_000 });
}

/** Waits for words that the page says after something was done. */
export async function hear(page: Page, words: RegExp): Promise<void> {
  const main = page.locator('main');
  await main
    .getByText(words)
    .first()
    .waitFor({ timeout: 20_000 })
    .catch(async (error: Error) => {
      // What the page says in place of the words is what tells why.
      throw new Error(`${words} is not said. The page says: ${await main.textContent()}`, { cause: error });
    });
}
