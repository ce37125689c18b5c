// The focus must survive a button that goes away because it was pressed.
import { afterEach, describe, expect, it } from 'vitest';
import { keepFocus } from './kept-focus.ts';

let stop = (): void => undefined;
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

function page(): HTMLElement {
  document.body.innerHTML =
    '<div id="page"><h1 tabindex="-1">Order</h1><div id="answer"></div><button type="button">Accept</button><a href="/on">On</a></div>';
  const found = document.getElementById('page');
  if (!found) throw new Error('no page');
  stop = keepFocus(found);
  return found;
}

const button = (within: HTMLElement) => within.querySelector('button');
/** Watching is told of changes after the work that made them. */
const told = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

describe('the focus of a page', () => {
  it('goes to the answer when the button that was pressed goes away', async () => {
    const within = page();
    button(within)?.focus();
    const answer = document.getElementById('answer');
    if (answer) answer.innerHTML = '<div class="sm-notice" role="status" tabindex="-1">Done</div>';
    button(within)?.remove();
    await told();
    expect(document.activeElement?.textContent).toBe('Done');
  });

  it('goes to the heading when nothing is said', async () => {
    const within = page();
    button(within)?.focus();
    button(within)?.remove();
    await told();
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('stays where it is when something else goes away', async () => {
    const within = page();
    within.querySelector('a')?.focus();
    button(within)?.remove();
    await told();
    expect(document.activeElement?.tagName).toBe('A');
  });

  it('is not fetched back for somebody who gave it up with a mouse', async () => {
    const within = page();
    button(within)?.focus();
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    button(within)?.blur();
    button(within)?.remove();
    await told();
    expect(document.activeElement).toBe(document.body);
  });
});
