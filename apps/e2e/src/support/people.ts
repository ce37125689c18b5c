// People at their own devices: each has a browser context of their own, and everything that goes wrong in it is noted.

import {
  DEMONSTRATION_ACCOUNTS,
  DEMONSTRATION_PASSWORD,
  type DemonstrationAccount,
} from '@support-market/demonstration/accounts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { countRequests } from './requests.ts';

export const PASSWORD = DEMONSTRATION_PASSWORD;
export const WIDE = { width: 1280, height: 900 } as const;
export const NARROW = { width: 320, height: 720 } as const;
export type Screen = typeof WIDE | typeof NARROW;

export interface Device {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors in the console, and requests that failed, since the last time they were taken. */
  readonly takeTroubles: () => readonly string[];
}

export function accountOf(key: string): DemonstrationAccount {
  const account = DEMONSTRATION_ACCOUNTS.find((one) => one.key === key);
  if (!account) throw new Error(`there is no one called ${key}`);
  return account;
}

/** A signed-out device with that screen; `url` is where the product is open. */
export async function openDevice(browser: Browser, url: string, screen: Screen): Promise<Device> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: screen,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const page = await context.newPage();
  countRequests(page);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error on ${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console on ${page.url()}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400)
      troubles.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    // Leaving a page ends what it was still asking for.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') troubles.push(`${reason} ${request.url()}`);
  });
  return { context, page, takeTroubles: () => troubles.splice(0) };
}

/** The same, with one of the demonstration's people signed in already. */
export async function openDeviceAs(browser: Browser, url: string, screen: Screen, key: string): Promise<Device> {
  const device = await openDevice(browser, url, screen);
  const answer = await device.context.request.post('/api/session', {
    data: { email: accountOf(key).email, password: PASSWORD },
  });
  if (!answer.ok()) throw new Error(`${key} cannot sign in: ${answer.status()} ${await answer.text()}`);
  return device;
}
