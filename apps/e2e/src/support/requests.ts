// Knows which pages still wait for an answer, so that a journey goes on only when they have it.

import type { Page, Request } from 'playwright-core';

const waitingFor = new WeakMap<Page, Set<Request>>();

/** From now on, counts what this page asks for. */
export function countRequests(page: Page): void {
  const open = new Set<Request>();
  waitingFor.set(page, open);
  page.on('request', (request) => {
    // What a page asked for before it is left is answered to no page, and not always reported as ended.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) open.clear();
    open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** What the page has asked for and not yet been given. */
export function unanswered(page: Page): readonly string[] {
  return [...(waitingFor.get(page) ?? [])].map((request) => `${request.method()} ${request.url()}`);
}
