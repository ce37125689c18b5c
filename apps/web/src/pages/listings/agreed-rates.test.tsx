// A council's agreed rates as a list and as one thing with its rates, through the accessibility checker.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, expect, it, vi } from 'vitest';
import { navigationFor } from '../../shell/navigation.ts';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page as OnePage } from './agreed-rate.tsx';
import { Page as ListPage } from './agreed-rates.tsx';

const offer = {
  ...{ offerId: 'off_1', offerName: 'An hour', unit: 'hour', days: 'weekday', listingTitle: 'Care at home' },
  ...{ listingSlug: 'care-at-home', organisationName: 'Harbour Home Care', publicPence: 2_200, agreedPence: 1_920 },
};
const rate = { saidOn: '2026-11-02', replacedOn: null };
const rates = [
  { ...rate, id: 'rate_0', pricePence: 1_880, from: '2025-04-01', until: '2025-03-31', replacedOn: '2026-04-01' },
  { ...rate, id: 'rate_1', pricePence: 1_920, from: '2026-04-01', until: '2199-03-31' },
  { ...rate, id: 'rate_2', pricePence: 2_016, from: '2199-04-01', until: null },
];

let session = signedInAs('commissioner');
beforeEach(() => {
  session = signedInAs('commissioner');
});
const { asked } = answerWith(() => ({
  '/api/session': session,
  '/api/agreed-rates': { nextCursor: 'next', items: [offer] },
  '/api/agreed-rates/off_1': { ...offer, withdrawn: false, rates },
}));

function answerPosts(status: number, body: object) {
  const posts: { path: string; body: unknown }[] = [];
  const others = globalThis.fetch;
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method !== 'POST') return others(request);
    posts.push({ path: new URL(request.url).pathname, body: await request.json() });
    return Response.json({ ...body, status }, { status });
  });
  return posts;
}

async function faults(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id }) => id);
}
const showOne = () => renderPage(<OnePage />, { path: '/agreed-rates/:offerId', at: '/agreed-rates/off_1' });
const typeDay = (group: string, day: string, month: string, year: string) => {
  const fields = within(screen.getByRole('group', { name: new RegExp(`^${group}`) }));
  for (const [label, value] of [
    ['Day', day],
    ['Month', month],
    ['Year', year],
  ] as const)
    fireEvent.change(fields.getByLabelText(label), { target: { value } });
};

it('lists what has a rate beside its public price, and keeps the words looked for in the address', async () => {
  for (const role of ['commissioner', 'administrator', 'finance', 'auditor'] as const)
    expect(navigationFor([role]).map(({ href }) => href)).toContain('/agreed-rates');
  expect(navigationFor(['provider']).map(({ href }) => href)).not.toContain('/agreed-rates');
  const { container } = await renderPage(<ListPage />, { at: '/agreed-rates?search=harbour' });
  const link = await screen.findByRole('link', { name: 'Care at home: An hour, Monday to Friday' });
  expect(link.getAttribute('href')).toBe('/agreed-rates/off_1');
  expect(within(link.closest('tr') as HTMLElement).getByText('£19.20 an hour')).toBeTruthy();
  expect(asked).toContain('/api/agreed-rates?search=harbour');
  expect(screen.getByRole('link', { name: 'Next page' }).getAttribute('href')).toBe(
    '/agreed-rates?search=harbour&cursor=next',
  );
  expect(await faults(container)).toEqual([]);
});

it('shows the rates that hold and those before, and saves a new one for its days', async () => {
  const { container } = await showOne();
  expect(await screen.findByRole('heading', { name: 'Rates that hold or will' })).toBeTruthy();
  expect(screen.getAllByText(/£19\.20 an hour/).length).toBeGreaterThan(0);
  expect(screen.getByText('£18.80 an hour')).toBeTruthy();
  expect(await faults(container)).toEqual([]);
  const posts = answerPosts(200, { ...offer, withdrawn: false, rates });
  fireEvent.click(screen.getByRole('button', { name: 'Save this rate' }));
  expect(screen.getByLabelText('Rate without VAT').getAttribute('aria-invalid')).toBe('true');
  expect(posts).toEqual([]);
  fireEvent.change(screen.getByLabelText('Rate without VAT'), { target: { value: '21.00' } });
  typeDay('First day', '1', '10', '2100');
  fireEvent.click(screen.getByRole('button', { name: 'Save this rate' }));
  expect(await screen.findByText('The rate is saved.')).toBeTruthy();
  expect(posts).toEqual([
    { path: '/api/agreed-rates', body: { offerId: 'off_1', pricePence: 2_100, from: '2100-10-01', until: null } },
  ]);
});

it('ends the rate that is chosen, and takes one away that has not begun after it has asked', async () => {
  await showOne();
  const posts = answerPosts(200, { ...offer, withdrawn: false, rates });
  fireEvent.change(await screen.findByLabelText('Which rate'), { target: { value: 'rate_2' } });
  typeDay('Its last day', '30', '6', '2199');
  fireEvent.click(screen.getByRole('button', { name: 'End this rate' }));
  await waitFor(() =>
    expect(posts).toEqual([{ path: '/api/agreed-rates/end', body: { rateId: 'rate_2', lastDay: '2199-06-30' } }]),
  );
  expect(screen.getAllByRole('button', { name: /^Take it away/ })).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: /^Take it away/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Yes, take it away', hidden: true }));
  await waitFor(() => expect(posts.at(-1)).toEqual({ path: '/api/agreed-rates/remove', body: { rateId: 'rate_2' } }));
});

it('shows those who only read no form and no button', async () => {
  session = signedInAs('finance');
  await showOne();
  await screen.findByRole('heading', { name: 'Rates that hold or will' });
  expect(screen.queryByRole('button', { name: /rate|away/ })).toBeNull();
});
