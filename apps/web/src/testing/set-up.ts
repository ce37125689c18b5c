// What jsdom lacks and a browser has, so that components are tested as they are shipped.
import { EN_PLAIN } from '@support-market/words/generated/en-plain';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { startWords, words } from '../words/words.ts';

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
