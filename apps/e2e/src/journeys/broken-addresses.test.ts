// An address can be old, cut short in a mail or typed by hand. Where what it filters by, or the place in a list, is none, the
// page shows the list as if that were not there.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { settled } from '../support/eyes.ts';
import { openDeviceAs, WIDE } from '../support/people.ts';

const DEAD_ENDS = ['We cannot find that page', 'Something went wrong', 'This page is for someone else'];
/** A cursor as another list makes them. */
const FOREIGN = Buffer.from('["AAAAAAAA","2026-11-02","inv_01aaaaaaaaaaaaaaaaaaaaaaaa"]').toString('base64url');

const ADDRESSES: readonly (readonly [who: string, addresses: readonly string[]])[] = [
  [
    'budget-holder',
    ['/orders?cursor=', '/messages?cursor=', '/orders?state=none&cursor=', '/search?what=club&cursor='],
  ],
  ['provider', ['/provider/orders?cursor=', '/provider/invoices?cursor=', '/provider/workers?cursor=']],
  ['practitioner', ['/people?search=a&cursor=']],
  ['manager', ['/build-up?cursor=', '/caseloads?cursor=']],
  [
    'finance',
    [
      ...[
        '/invoices?cursor=',
        '/finance/exceptions?cursor=',
        '/finance/pay-ins?cursor=',
        '/finance/payment-runs?cursor=',
      ],
      ...['/finance/payee-accounts?cursor=', '/final-statements?cursor='],
    ],
  ],
  ['commissioner', ['/insights?from=', '/insights?from=2026-13&to=']],
  ['auditor', ['/audit-entries?search=1&cursor=', '/audit-entries?search=1&from=']],
  ['administrator', ['/letters?cursor=', '/imports?before=']],
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

it.each(ADDRESSES)('the lists of a %s are there, whatever an address says of their place', async (who, addresses) => {
  const { page, context } = await openDeviceAs(browser, inject('url'), WIDE, who);
  for (const address of addresses) {
    for (const value of [FOREIGN, '%00']) {
      await page.goto(address + value);
      await settled(page);
      const heading = (await page.textContent('h1')) ?? '';
      expect([address + value, heading.trim()]).toEqual([
        address + value,
        expect.not.stringMatching(DEAD_ENDS.join('|')),
      ]);
    }
  }
  await context.close();
});
