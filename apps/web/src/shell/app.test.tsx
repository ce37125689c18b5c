// The top of every page: what waits for the reader, asked for only where they have it.
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answerWith } from '../testing/answers.ts';
import { renderPage } from '../testing/render.tsx';
import { signedInAs } from '../testing/signed-in.ts';
import { App } from './app.tsx';

let role = 'budget-holder';
const { asked } = answerWith(() => ({
  '/api/session': signedInAs(role),
  '/api/basket': { id: 'bsk_1', items: [{}, {}], lines: [], totalPence: 0, orders: 1, ready: true },
  '/api/memberships': { items: [], nextCursor: null },
  '/api/invitations': { items: [], nextCursor: null },
  '/api/messages': { items: [], nextCursor: null, unread: 3 },
}));

describe('the top of the page', () => {
  it('counts what is in the basket and what is unread', async () => {
    role = 'budget-holder';
    await renderPage(<App />, { at: '/accessibility' });
    expect(await screen.findByRole('link', { name: 'Basket, 2 things' })).toBeTruthy();
    expect((await screen.findAllByText('3 messages to read')).length).toBeGreaterThan(0);
  });

  it('has no basket and asks for no messages where the role has neither', async () => {
    role = 'editor';
    await renderPage(<App />, { at: '/accessibility' });
    expect(await screen.findByRole('link', { name: 'Listings to look at' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^Basket/ })).toBeNull();
    expect(asked.filter((path) => !/^\/api\/(session|councils\/)/.test(path))).toEqual([]);
  });

  it('leads from an address that a page once had to the one that it has now', async () => {
    role = 'administrator';
    await renderPage(<App />, { at: '/users' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Accounts' })).toBeTruthy();
  });
});
