// Price rises as a list, as one for each side, as a form and on an order, through the accessibility checker.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, expect, it, vi } from 'vitest';
import { MessageList } from '../../features/messages/components/message-list.tsx';
import { OrderPriceRises } from '../../features/price-rises/components/order-price-rises.tsx';
import { navigationFor } from '../../shell/navigation.ts';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page as OnePage } from './price-rise.tsx';
import { Page as ListPage } from './price-rises.tsx';
import { Page as ProposePage } from './propose-price-rise.tsx';

const common = {
  ...{ id: 'pri_1', organisationId: 'org_1', organisationName: 'Harbour Home Care', offerId: 'off_1' },
  ...{ offerName: 'An hour', days: 'any', unit: 'hour', listingId: 'lst_1', listingTitle: 'Care at home' },
  ...{ kind: 'agreed', fromPence: 1_920, toPence: 2_016, riseBasisPoints: 500, fromDate: '2027-04-01' },
  ...{ writtenAt: '2027-02-15T09:00:00Z', state: 'proposed' },
};
const sums = { orders: 1, yearlyPence: 14_976, plannedPence: 432 };
const order = {
  ...{ id: 'prio_1', priceRiseId: 'pri_1', orderId: 'ord_1', reference: 'HB-1', organisationName: 'Harbour Home Care' },
  ...{ description: 'An hour', unit: 'hour', kind: 'agreed', fromDate: '2027-04-01', words: 'Wages go up.' },
  ...{ fromPence: 1_920, toPence: 2_016, riseBasisPoints: 500, yearlyPence: 14_976, visits: 3, plannedPence: 432 },
  ...{ shortPence: null, state: 'asked', answeredAt: null, raisedPence: null, mayAnswer: true },
};
const choice = {
  ...{ offerId: 'off_1', listingTitle: 'Care at home', offerName: 'An hour', unit: 'hour', days: 'any' },
  ...{ publicPence: 2_200, agreedPence: 1_920 },
};

let session = signedInAs('provider');
let one: object = {};
let asked: object = order;
beforeEach(() => {
  session = signedInAs('provider');
  one = { words: 'Wages go up.', decidedAt: null, raisesOrders: false, answer: '', wouldBe: sums, asked: [] };
  asked = order;
});
const { asked: addresses } = answerWith(() => ({
  '/api/session': session,
  '/api/price-rises': { nextCursor: 'next', items: [common] },
  '/api/price-rises/pri_1': { ...common, ...one },
  '/api/price-rises/choices': { noticeDays: 28, earliest: '2027-03-15', items: [choice] },
  '/api/price-rise-orders': { nextCursor: null, items: [asked] },
}));

/** Answers each POST so, and answers the list of what was posted. */
function answerPosts(status: number, body: object) {
  const posts: { path: string; key: string | null; body: unknown }[] = [];
  const others = globalThis.fetch;
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method !== 'POST') return others(request);
    posts.push({
      path: new URL(request.url).pathname,
      key: request.headers.get('idempotency-key'),
      body: await request.json().catch(() => null),
    });
    return Response.json({ ...body, status }, { status });
  });
  return posts;
}

const hrefOf = (name: string | RegExp) => screen.getByRole('link', { name }).getAttribute('href');
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

async function faults(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id }) => id);
}

it('is found by the menu of both who propose and who decide, and by the message about one', async () => {
  for (const role of ['provider', 'commissioner'] as const)
    expect(navigationFor([role]).map(({ href }) => href)).toContain('/price-rises');
  const message = {
    ...{ id: 'msg_1', kind: 'price-rise-order.asked', createdAt: '2027-02-15T09:00:00Z', readAt: null },
    details: { ...order, priceRiseId: 'pri_1', serviceDate: '2027-04-01' },
    ...{ personId: 'per_1', personName: null },
  };
  await renderPage(<MessageList messages={[message as never]} />);
  expect((await screen.findByText(/£149\.76 more a year/)).textContent).toContain('£20.16 where it was £19.20');
  expect(hrefOf(/^Open/)).toBe('/orders/ord_1');
});

it('lists each with its new price and its state, and keeps every filter in the address', async () => {
  const { container } = await renderPage(<ListPage />, {
    at: '/price-rises?search=wages&state=proposed&from=2027-01-01',
  });
  const link = await screen.findByRole('link', { name: /^Care at home: An hour: £20\.16 an hour from 1 April 2027/ });
  expect(link.getAttribute('href')).toBe('/price-rises/pri_1');
  expect(addresses).toContain('/api/price-rises?search=wages&state=proposed&from=2027-01-01');
  expect(hrefOf('Next page')).toBe('/price-rises?search=wages&state=proposed&from=2027-01-01&cursor=next');
  expect(hrefOf('Propose a price rise')).toBe('/price-rises/propose');
  expect(await faults(container)).toEqual([]);
});

it('says to a commissioner what the rise comes to, and takes a yes for all orders with a word', async () => {
  session = signedInAs('commissioner');
  const { container } = await renderPage(<OnePage />, { path: '/price-rises/:id', at: '/price-rises/pri_1' });
  expect(await screen.findByText(/^1 order runs at this rate.*£149\.76 more a year, and £4\.32 more/)).toBeTruthy();
  expect(screen.getByText('5 %')).toBeTruthy();
  expect(screen.queryByText('HB-1')).toBeNull();
  expect(await faults(container)).toEqual([]);
  const posts = answerPosts(200, { ...common, ...one });
  fireEvent.click(screen.getByLabelText(/^Pay the new rate for all/));
  await press('Say yes to this rate');
  expect(await screen.findByText('The provider is told that you said yes.')).toBeTruthy();
  expect(posts).toMatchObject([{ path: '/api/price-rises/pri_1/accept', body: { raisesOrders: true, answer: '' } }]);
});

it('wants a reason for a no, and sends nothing without one', async () => {
  session = signedInAs('commissioner');
  await renderPage(<OnePage />, { path: '/price-rises/:id', at: '/price-rises/pri_1' });
  const posts = answerPosts(200, { ...common, ...one });
  await press('Say no to this rate');
  expect((await screen.findByLabelText('Why not')).getAttribute('aria-invalid')).toBe('true');
  expect(posts).toEqual([]);
  fireEvent.change(screen.getByLabelText('Why not'), { target: { value: ' Too much. ' } });
  await press('Say no to this rate');
  await waitFor(() =>
    expect(posts).toMatchObject([{ path: '/api/price-rises/pri_1/refuse', body: { answer: 'Too much.' } }]),
  );
});

it('shows its provider every order with its figures, and a way to take the rise back', async () => {
  one = { ...one, wouldBe: null, asked: [{ state: 'asked', ...sums }] };
  const { container } = await renderPage(<OnePage />, { path: '/price-rises/:id', at: '/price-rises/pri_1' });
  const row = (await screen.findByRole('link', { name: 'HB-1' })).closest('tr') as HTMLElement;
  expect(within(row).getByText('£149.76')).toBeTruthy();
  expect(await faults(container)).toEqual([]);
  const posts = answerPosts(200, { ...common, ...one });
  await press('Take this price rise back');
  expect(await screen.findByText('This price rise is taken back.')).toBeTruthy();
  expect(posts).toMatchObject([{ path: '/api/price-rises/pri_1/withdraw' }]);
});

it('proposes with what was chosen, says what is missing, and sends again under the same key', async () => {
  const { container } = await renderPage(<ProposePage />, { at: '/price-rises/propose?listing=lst_1' });
  expect(await screen.findByText(/28 days’ notice: the earliest day is 15 March 2027/)).toBeTruthy();
  expect(addresses).toContain('/api/price-rises/choices?listingId=lst_1');
  expect(await faults(container)).toEqual([]);
  const posts = answerPosts(503, { code: 'server.unexpected' });
  await press('Propose it');
  expect(document.activeElement).toBe(await screen.findByRole('alert'));
  expect(screen.getByLabelText('Why it goes up').getAttribute('aria-invalid')).toBe('true');
  expect(posts).toEqual([]);
  fireEvent.change(screen.getByLabelText('New price without VAT'), { target: { value: '20.16' } });
  fireEvent.change(screen.getByLabelText('Why it goes up'), { target: { value: 'Wages go up.' } });
  await press('Propose it');
  await waitFor(() => expect(posts).toHaveLength(1));
  await screen.findByRole('alert');
  await press('Propose it');
  await waitFor(() => expect(posts).toHaveLength(2));
  expect(posts[0]?.body).toEqual({
    ...{ offerId: 'off_1', kind: 'agreed', pricePence: 2_016, from: '2027-03-15', words: 'Wages go up.' },
  });
  expect(posts[0]?.key).toBeTruthy();
  expect(posts[1]?.key).toBe(posts[0]?.key);
});

it('tells the buyer on the order what it comes to in a year, and takes yes or no', async () => {
  session = signedInAs('budget-holder');
  const { container } = await renderPage(<OrderPriceRises orderId="ord_1" side="buyer" />);
  expect(await screen.findByText('£149.76 more a year')).toBeTruthy();
  expect(screen.getByText(/£4\.32 more for the 3 visits/)).toBeTruthy();
  expect(await faults(container)).toEqual([]);
  const posts = answerPosts(200, { id: 'prio_1' });
  await press('Say yes to the new price');
  await waitFor(() => expect(posts).toMatchObject([{ path: '/api/price-rise-orders/prio_1/accept' }]));
  await press('Say no and keep the price');
  await waitFor(() => expect(posts).toHaveLength(2));
  expect(posts[1]?.path).toBe('/api/price-rise-orders/prio_1/refuse');
});

it('says how much money is missing where the answer was yes, and keeps the question', async () => {
  await renderPage(<OrderPriceRises orderId="ord_1" side="buyer" />);
  answerPosts(409, { code: 'price_rise.not_enough_money', details: { shortPence: 432 } });
  await press('Say yes to the new price');
  expect((await screen.findByRole('alert')).textContent).toContain('£4.32 more is needed');
  expect(screen.getByRole('button', { name: 'Say no and keep the price' })).toBeTruthy();
});

it('tells the provider the same figures on its order, with no button to answer', async () => {
  asked = { ...order, mayAnswer: false };
  await renderPage(<OrderPriceRises orderId="ord_1" side="provider" />);
  expect(await screen.findByText('£149.76 more a year')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect(hrefOf('Read this price rise')).toBe('/price-rises/pri_1');
});
