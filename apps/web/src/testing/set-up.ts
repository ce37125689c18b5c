// What jsdom lacks and a browser has, so that components are tested as they are shipped.
import { EN_PLAIN } from '@support-market/words/generated/en-plain';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, vi } from 'vitest';
import { startWords, words } from '../words/words.ts';

// Files share one document, as to make another for each took longer than their tests. What a file leaves is taken away at
// its end, so that each begins with the same: its own copy of our modules, and a window and a document as they were at first.
const atFirst = new Set(Reflect.ownKeys(window));
afterAll(() => {
  for (const key of Reflect.ownKeys(window)) if (!atFirst.has(key)) Reflect.deleteProperty(window, key);
  for (const { name } of [...document.documentElement.attributes]) document.documentElement.removeAttribute(name);
  for (const part of [document.head, document.body]) {
    for (const { name } of [...part.attributes]) part.removeAttribute(name);
    part.replaceChildren();
  }
  for (const storage of [localStorage, sessionStorage]) storage.clear();
  history.replaceState(null, '', '/');
  vi.resetModules();
});

// Every word is here before a page is drawn, so that no test waits for a file of them.
await startWords(words, { extra: EN_PLAIN });

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);

// jsdom knows the element but not how to open it.
if (!('showModal' in HTMLDialogElement.prototype)) {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    },
  });
}
window.scrollTo = () => undefined;
window.print = () => undefined;
