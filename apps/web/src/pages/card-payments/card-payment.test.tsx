// A real card's way through the page. The processor cannot be reached from a test, so a stand-in for its script is put
// on the page when the page asks for it: what Stripe itself draws in its frame is not tested here.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CardFault, CardProcessor } from '../../features/card-payments/components/card-processor.ts';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page } from './card-payment.tsx';

const PAYMENT = {
  id: 'card_1',
  lineId: 'line_1',
  lineName: 'My own money',
  personId: 'per_1',
  amountPence: 2_000,
  state: 'started',
};

/** What the stand-in was asked, and what it will answer to the next card. */
let seen: { key: string; secret: string; paid: number };
let faults: CardFault[];
/** Whether the processor's script can be fetched. */
let reachable: boolean;
let scripts: string[];
let watcher: MutationObserver;

function standIn(key: string): CardProcessor {
  seen.key = key;
  return {
    elements: ({ clientSecret }) => {
      seen.secret = clientSecret;
      return {
        create: () => ({
          mount: (place) => {
            const frame = document.createElement('iframe');
            frame.title = 'Secure payment input frame';
            place.append(frame);
          },
          destroy: () => undefined,
          on: (event, handler) => {
            if (event === 'ready') queueMicrotask(handler);
          },
        }),
      };
    },
    confirmPayment: async () => {
      seen.paid += 1;
      const error = faults.shift();
      return error ? { error } : {};
    },
  };
}

beforeEach(() => {
  seen = { key: '', secret: '', paid: 0 };
  faults = [];
  reachable = true;
  scripts = [];
  delete window.Stripe;
  watcher = new MutationObserver((changes) => {
    for (const node of changes.flatMap((change) => [...change.addedNodes])) {
      if (!(node instanceof HTMLScriptElement)) continue;
      scripts.push(node.src);
      if (reachable) window.Stripe = standIn;
      node.dispatchEvent(new Event(reachable ? 'load' : 'error'));
    }
  });
  watcher.observe(document.head, { childList: true });
});
afterEach(() => watcher.disconnect());

let standing = 'started';
const { asked } = answerWith(() => ({
  '/api/session': signedInAs('budget-holder', 'per_1'),
  '/api/card-payments': { ...PAYMENT, clientSecret: 'pi_1_secret_2', publishableKey: 'pk_test_1', sandbox: false },
  '/api/card-payments/card_1': { ...PAYMENT, state: standing },
}));

async function toTheCard(): Promise<HTMLElement> {
  const { container } = await renderPage(<Page />, {
    path: '/card-payments/new/:lineId',
    at: '/card-payments/new/line_1',
  });
  await userEvent.type(await screen.findByRole('textbox'), '20.00');
  await userEvent.click(screen.getByRole('button', { name: 'Go on to the card' }));
  return container;
}

describe('paying with a real card', () => {
  it('says so when the card form cannot be fetched, and fetches it when asked again', async () => {
    reachable = false;
    await toTheCard();
    expect(await screen.findByText(/The card form did not load. No money was taken./)).toBeTruthy();
    reachable = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'Pay £20.00' })).toBeTruthy();
    expect(scripts).toEqual(['https://js.stripe.com/v3/', 'https://js.stripe.com/v3/']);
  });

  it('takes the card in the processor’s frame, tells what is wrong, and is done when the webhook says so', async () => {
    standing = 'succeeded';
    faults = [{ type: 'card_error', message: 'Your card was declined.' }, { type: 'api_error' }];
    window.Stripe = standIn;
    const container = await toTheCard();
    const pay = await screen.findByRole('button', { name: 'Pay £20.00' });
    expect(screen.getByRole('group', { name: 'Your card' }).querySelector('iframe')).not.toBeNull();
    expect(seen).toMatchObject({ key: 'pk_test_1', secret: 'pi_1_secret_2' });
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false }, region: { enabled: false } },
      iframes: false,
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
    await userEvent.click(pay);
    expect(await screen.findByText('Your card was declined.')).toBeTruthy();
    await userEvent.click(pay);
    expect(await screen.findByText(/Something went wrong at the card processor/)).toBeTruthy();
    expect(asked.filter((path) => path === '/api/card-payments/card_1')).toEqual([]);
    await userEvent.click(pay);
    expect(await screen.findByText('£20.00 is in My own money')).toBeTruthy();
    await waitFor(() => expect(seen.paid).toBe(3));
    expect(scripts).toEqual([]);
  });
});
