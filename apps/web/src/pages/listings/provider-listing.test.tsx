// A listing that its provider keeps: whom it suits, places that keep their identity, and what it costs from a day on.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect, it, vi } from 'vitest';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page } from './provider-listing.tsx';
import { Page as NewOfferPage } from './provider-new-offer.tsx';

const PLACE = {
  ...{ id: 'loc_hall', name: 'Quay Hall', addressLine: '1 Quay', postcode: 'HB1 1AB', accessNotes: '' },
  ...{ showAddress: null, addressShown: true, main: true, from: 'import' },
};
const RECORD = {
  ...{ id: 'lst_1', slug: 'care', version: 'v1', state: 'published', organisationId: 'org_1', organisationSlug: 'o' },
  ...{
    title: 'Care at home',
    summary: '',
    description: '',
    whenText: '',
    whoFor: '',
    languages: [],
    faiths: ['Halal'],
  },
  ...{ workerGenders: ['female'], minimumAge: 18, maximumAge: null, evenings: false, weekends: false, hasSpace: null },
  ...{ accessible: false, website: null, categories: { main: 'housework', further: [] }, places: [PLACE] },
  ...{ contacts: [], events: [], origins: [], fileValues: [], confirmedOn: null },
  ...{ createdAt: '2026-04-01T09:00:00Z', changedAt: '2026-04-01T09:00:00Z' },
};
const NO_VAT = { category: 'E', rateBasisPoints: 0 };
const OFFERS = {
  vat: {
    welfare: NO_VAT,
    zero: { category: 'Z', rateBasisPoints: 0 },
    standard: { category: 'S', rateBasisPoints: 2_000 },
  },
  items: [
    {
      ...{ id: 'off_1', name: 'Care, by the hour', unit: 'hour', days: 'any', noticeHours: null, withdrawn: false },
      ...{ minimumMinutes: 30, welfare: true, zeroRated: false },
      prices: [
        { id: 'p1', pricePence: 2_000, from: '2025-04-01', until: '2026-03-31', setBy: 'import', replacedOn: null },
        { id: 'p2', pricePence: 2_200, from: '2026-04-01', until: '2099-03-31', setBy: 'import', replacedOn: null },
        { id: 'p3', pricePence: 2_300, from: '2099-04-01', until: null, setBy: 'provider', replacedOn: null },
      ],
    },
  ],
};

const { asked } = answerWith(() => ({
  '/api/session': signedInAs('provider'),
  '/api/listings/lst_1/record': RECORD,
  '/api/listings/lst_1/history': { items: [] },
  '/api/listings/lst_1/offers': OFFERS,
  '/api/listings/lst_1/prices': OFFERS,
  '/api/listings/lst_1/prices/remove': OFFERS,
  '/api/listings/lst_1/withdraw': OFFERS,
}));

const open = () => renderPage(<Page />, { path: '/provider/listings/:id', at: '/provider/listings/lst_1' });

it('says whom it suits, and asks for faith, who can come and ages in one form', async () => {
  const { container } = await open();
  expect(await screen.findByText('18 and over')).toBeTruthy();
  for (const words of ['Halal', 'A woman can come']) expect(container.textContent).toContain(words);
  await userEvent.click(screen.getByRole('button', { name: /Change.*What it is/ }));
  expect(screen.getByRole('checkbox', { name: 'A woman can come' })).toHaveProperty('checked', true);
  await userEvent.type(screen.getByRole('textbox', { name: /Oldest age/ }), 'old');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findAllByText('Enter the age as a whole number.')).length).toBeGreaterThan(0);
});

it('shows what an offer costs and cost before, and takes a price from a day on by keyboard', async () => {
  const { container } = await open();
  const now = await screen.findByRole('table', { name: 'Prices of Care, by the hour' });
  expect(within(now).getByText('£22.00 an hour')).toBeTruthy();
  expect(within(now).queryByText('£20.00 an hour')).toBeNull();
  expect(screen.getByText('Prices as they were before')).toBeTruthy();
  screen.getByRole('button', { name: /Set a price/ }).focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.type(screen.getByRole('textbox', { name: /Price in pounds/ }), '23.50');
  const day = screen.getByRole('group', { name: /First day of this price/ });
  for (const [part, text] of [
    ['Day', '31'],
    ['Month', '2'],
    ['Year', '2027'],
  ] as const)
    await userEvent.type(within(day).getByRole('textbox', { name: part }), text);
  await userEvent.keyboard('{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('date');
  expect(asked.some((url) => url.endsWith('/prices'))).toBe(false);
  await userEvent.clear(within(day).getByRole('textbox', { name: 'Day' }));
  await userEvent.type(within(day).getByRole('textbox', { name: 'Day' }), '1{Enter}');
  expect(await screen.findByText('Saved. People see it now.')).toBeTruthy();
  expect(asked.some((url) => url.endsWith('/prices'))).toBe(true);
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('says what an offer is, and takes another name, notice and VAT for what is ordered later', async () => {
  const { container } = await open();
  await userEvent.click(await screen.findByRole('button', { name: /^Change its name, visits, notice or VAT/ }));
  expect(screen.getByRole('textbox', { name: /Shortest visit/ })).toHaveProperty('value', '30');
  const name = screen.getByRole('textbox', { name: /^What it is$/ });
  await userEvent.clear(name);
  const notice = screen.getByRole('textbox', { name: /Hours of notice/ });
  await userEvent.type(notice, 'two days');
  const sent: unknown[] = [];
  const others = globalThis.fetch;
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method !== 'PUT') return others(request);
    sent.push(await request.json());
    return Response.json(OFFERS);
  });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(name.getAttribute('aria-invalid')).toBe('true');
  expect(notice.getAttribute('aria-invalid')).toBe('true');
  expect(sent).toEqual([]);
  await userEvent.type(name, 'Care, any day');
  await userEvent.clear(notice);
  await userEvent.type(notice, '36');
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved. People see it now.')).toBeTruthy();
  expect(sent).toEqual([
    {
      ...{ offerId: 'off_1', name: 'Care, any day', minimumMinutes: 30, noticeHours: 36 },
      ...{ welfare: true, zeroRated: false },
    },
  ]);
});

it('asks before an offer goes off sale', async () => {
  await open();
  await userEvent.click(await screen.findByRole('button', { name: /Take it off sale/ }));
  expect(asked.some((url) => url.endsWith('/withdraw'))).toBe(false);
  await userEvent.click(await screen.findByRole('button', { name: 'Yes, take it off sale', hidden: true }));
  expect(asked.some((url) => url.endsWith('/withdraw'))).toBe(true);
});

it('asks before a price that has not begun is taken away, and offers it for no other', async () => {
  await open();
  const buttons = await screen.findAllByRole('button', { name: /Take away.*£/ });
  expect(buttons.map(({ textContent }) => textContent)).toEqual([expect.stringContaining('£23.00 an hour')]);
  await userEvent.click(buttons[0] as HTMLElement);
  expect(asked.some((url) => url.endsWith('/prices/remove'))).toBe(false);
  await userEvent.click(await screen.findByRole('button', { name: 'Yes, take it away', hidden: true }));
  expect(asked.some((url) => url.endsWith('/prices/remove'))).toBe(true);
});

it('shows what people will read of a new offer while it is filled in, and names what is missing', async () => {
  const { container } = await renderPage(<NewOfferPage />, {
    ...{ path: '/provider/listings/:id/new-offer', at: '/provider/listings/lst_1/new-offer' },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Add it' }));
  const links = within(await screen.findByRole('alert')).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['#offerName', '#pricePence']);
  await userEvent.type(screen.getByRole('textbox', { name: 'What it is' }), 'A ride');
  await userEvent.type(screen.getByRole('textbox', { name: /Price in pounds/ }), '10');
  await userEvent.click(screen.getByRole('radio', { name: 'Something else' }));
  expect(container.textContent).toContain('A ride: £12.00 an hour');
  expect(container.textContent).toContain('VAT is in the price');
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
