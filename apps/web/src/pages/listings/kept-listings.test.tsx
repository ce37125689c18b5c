// What is kept for a person, as a page: who sees it, what is gone, the note, and taking off with a way back.
import { fireEvent, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, expect, it, vi } from 'vitest';
import { KeepListing } from '../../features/listings/components/keep-listing.tsx';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page } from './kept-listings.tsx';

const listing = {
  ...{ slug: 'care-at-home', summary: 'Help', organisationName: 'Bright Care', categoryName: 'Help at home' },
  ...{ free: false, hasSpace: true, stale: false, offers: 2, fromPrice: { pence: 2200, unit: 'hour' } },
  myPrice: { pence: 1920, unit: 'hour', why: 'agreed' },
};
const common = { keptAt: '2026-11-01T09:00:00Z', keptBy: 'Ravi Example' };
let mayKeep = true;
let more: object[] = [];
let role: [string, string | null] = ['budget-holder', 'per_1'];
beforeEach(() => {
  mayKeep = true;
  more = [];
  role = ['budget-holder', 'per_1'];
});
const line = { lineId: 'line_1', lineName: 'Social care', stream: 'social-care', main: true };

const { asked } = answerWith(() => ({
  '/api/session': signedInAs(...role),
  '/api/paying-lines': { items: [{ ...line, personId: 'per_1', personName: 'Asha Example' }] },
  '/api/kept-listings': { personName: 'Asha Example', mayKeep, items: [{ id: 'kept_1', listingId: 'lst_1' }] },
  '/api/people/per_1/kept-listings': {
    ...{ personName: 'Asha Example', mayKeep, readers: ['Ravi Example'], nextCursor: null },
    items: [
      { id: 'kept_1', listingId: 'lst_1', title: 'Care at home', note: 'Ask about Sundays.', ...common, listing },
      { id: 'kept_2', listingId: 'lst_2', title: 'Gardening', note: '', ...common, listing: null },
      ...more,
    ],
  },
}));

/** What was sent besides questions, each answered as done. */
function sent(): string[] {
  const list: string[] = [];
  const others = globalThis.fetch;
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return others(request);
    list.push(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`.trim());
    return Response.json({ id: 'kept_1' });
  });
  return list;
}

async function show(): Promise<HTMLElement> {
  const { container } = await renderPage(<Page />, {
    ...{ path: '/people/:personId/kept-listings', at: '/people/per_1/kept-listings' },
  });
  await screen.findByRole('heading', { name: 'Gardening' });
  return container;
}

it('says who else sees it, what each costs the person, and which are no longer offered', async () => {
  const container = await show();
  const text = container.textContent ?? '';
  expect(text).toContain('Who can see this list: you, Ravi Example. The council and the providers cannot.');
  expect(text).toContain('£19.20 an hour');
  expect(text).toContain('If Social care pays.');
  expect(screen.getByRole('link', { name: 'Care at home' }).getAttribute('href')).toBe(
    '/listings/care-at-home?line=line_1',
  );
  expect(screen.queryByRole('link', { name: 'Gardening' })).toBeNull();
  expect(text).toContain('This is no longer offered.');
  expect(asked).toContain('/api/people/per_1/kept-listings?limit=12&lineId=line_1');
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('takes one off and puts it back', async () => {
  await show();
  const list = sent();
  fireEvent.click(screen.getByRole('button', { name: /^Take off the list ?Gardening/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Put it back' }));
  await waitFor(() =>
    expect(list).toEqual(['POST /api/kept-listings/kept_2/remove', 'POST /api/kept-listings/kept_2/put-back']),
  );
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Put it back' })).toBeNull());
});

it('says how many to choose, and where, when too few are chosen to compare', async () => {
  more = [
    {
      id: 'kept_3',
      listingId: 'lst_3',
      title: 'Friday club',
      note: '',
      ...common,
      listing: { ...listing, slug: 'club' },
    },
  ];
  await show();
  fireEvent.click(await screen.findByRole('button', { name: 'Compare the chosen ones' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Choose at least 2 to compare.');
  expect(document.activeElement).toBe(alert);
});

it('saves a changed note', async () => {
  await show();
  const list = sent();
  fireEvent.change(screen.getAllByLabelText(/^Note/)[0] as HTMLElement, { target: { value: ' Ask about Mondays. ' } });
  fireEvent.click(screen.getAllByRole('button', { name: 'Save the note' })[0] as HTMLElement);
  await waitFor(() => expect(list).toEqual(['PUT /api/kept-listings/kept_1 {"note":"Ask about Mondays."}']));
});

it('has nothing to press for somebody who may look and not keep', async () => {
  mayKeep = false;
  await show();
  expect(screen.queryByRole('button', { name: /^Take off/ })).toBeNull();
  expect(screen.queryByLabelText(/^Note/)).toBeNull();
});

it('leads those who act for somebody to listings that keep whom they are for', async () => {
  role = ['representative', null];
  await show();
  expect(screen.getByRole('link', { name: 'Care at home' }).getAttribute('href')).toBe(
    '/listings/care-at-home?person=per_1&line=line_1',
  );
  expect(screen.getByRole('link', { name: 'Find support' }).getAttribute('href')).toBe('/search?person=per_1');
});

it('the button beside a listing keeps it, or takes it off where it is kept already', async () => {
  await renderPage(
    <>
      <KeepListing listingId="lst_1" title="Care at home" personId="per_1" own={true} />
      <KeepListing listingId="lst_3" title="Friday club" personId="per_1" own={false} />
    </>,
  );
  const list = sent();
  fireEvent.click(await screen.findByRole('button', { name: /^Take off the list ?Care at home/ }));
  fireEvent.click(screen.getByRole('button', { name: /^Keep for Asha Example ?Friday club/ }));
  await waitFor(() => expect(list).toHaveLength(2));
  expect(list.sort()).toEqual([
    'POST /api/kept-listings {"personId":"per_1","listingId":"lst_3"}',
    'POST /api/kept-listings/kept_1/remove',
  ]);
});

it('there is no button for a stranger, nor where it is not known for whom', async () => {
  const { container } = await renderPage(
    <KeepListing listingId="lst_1" title="Care" personId={undefined} own={false} />,
  );
  await waitFor(() => expect(asked).toContain('/api/session'));
  expect(container.querySelector('button')).toBeNull();
  expect(asked.filter((url) => url.includes('kept'))).toEqual([]);
});
