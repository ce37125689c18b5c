// Ending somebody's role: only after it was asked whether that is meant, and never one's own.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page } from './accounts.tsx';

const member = (id: string, name: string) => ({
  id,
  accountId: id.replace('mem', 'acc'),
  name,
  email: `${name.toLowerCase()}@harbourside.example`,
  role: 'finance',
  organisationName: null,
  personReference: null,
});
const { asked } = answerWith(() => ({
  '/api/session': signedInAs('administrator'),
  '/api/memberships': asked.some((url) => url.includes('cursor=second'))
    ? { items: [member('mem_3', 'Omar')], nextCursor: null }
    : { items: [member('mem_1', 'Sam'), member('mem_2', 'Farah')], nextCursor: 'second' },
  '/api/memberships/mem_2': {},
  '/api/invitations': { items: [], nextCursor: null },
}));

it('ends the role of the person who was asked about, and no other', async () => {
  await renderPage(<Page />);
  expect(within((await screen.findByText('Sam')).closest('tr') as HTMLElement).queryByRole('button')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /End role.*of Farah/ }));
  expect(asked).not.toContain('/api/memberships/mem_2');
  const dialog = screen.getByRole('dialog', { name: 'End this role?' });
  expect(within(dialog).getByText(/Farah will no longer be/)).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Yes, end it' }));
  expect(asked.filter((url) => url.startsWith('/api/memberships/'))).toEqual(['/api/memberships/mem_2']);
});

it('shows more members under those that are there', async () => {
  await renderPage(<Page />);
  await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
  expect(await screen.findByText('Omar')).toBeTruthy();
  expect(screen.getByText('Farah')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});
