// The filters of any list: what an address asks for, what the form asks for, and what removes one of them.
import { fireEvent, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { expect, it } from 'vitest';
import { renderPage } from '../testing/render.tsx';
import { type Filters, ListFilters, readFilters } from './list-filters.tsx';

const STATES = ['open', 'closed'] as const;
const address = (filters: Filters<(typeof STATES)[number]>): string =>
  `/shells?${new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== '')).toString()}`;

function Shells(): ReactNode {
  const [query] = useSearchParams();
  return (
    <>
      <h1>Shells</h1>
      <ListFilters
        filters={readFilters(query, STATES)}
        address={address}
        states={STATES.map((value) => ({ value, label: `It is ${value}` }))}
        from="Found on or after"
      />
      <p>asked: {query.toString()}</p>
    </>
  );
}

const show = (at: string) => renderPage(<Shells />, { path: '/shells', at });
const button = () => screen.findByRole('button', { name: 'Show these' });
const asked = () => screen.getByText(/^asked:/).textContent?.replace('asked: ', '');
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

it('shows in the form what the address says, with a link that removes each filter and keeps the others', async () => {
  const { container } = await show('/shells?search=storm&state=open&from=2026-11-01');
  await button();
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('storm');
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'State' }).value).toBe('open');
  expect(screen.getByLabelText<HTMLInputElement>('Month').value).toBe('11');
  const links = screen.getAllByRole('link', { name: /^Remove this filter/ });
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Remove this filter: “storm”', '/shells?state=open&from=2026-11-01'],
    ['Remove this filter: It is open', '/shells?search=storm&from=2026-11-01'],
    ['Remove this filter: Found on or after 1 November 2026', '/shells?search=storm&state=open'],
  ]);
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('adds a filter to those in use, and leaves the reader at the button', async () => {
  await show('/shells?search=storm&cursor=next');
  const press = await button();
  type('State', 'closed');
  press.focus();
  fireEvent.click(press);
  await waitFor(() => expect(asked()).toBe('search=storm&state=closed'));
  expect(document.activeElement).toBe(press);
});

it('follows the address when a link changes it, and forgets what was typed before', async () => {
  await show('/shells?search=storm&state=open');
  await button();
  type('Words to look for', 'calm');
  fireEvent.click(screen.getByRole('link', { name: 'Remove this filter: “storm”' }));
  await waitFor(() => expect(asked()).toBe('state=open'));
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'State' }).value).toBe('open');
});

it('says at the date that there is no such day, and goes nowhere', async () => {
  await show('/shells?search=storm');
  const press = await button();
  for (const [label, value] of [
    ['Day', '31'],
    ['Month', '2'],
    ['Year', '2026'],
  ] as const)
    type(label, value);
  fireEvent.click(press);
  expect(document.activeElement).toBe(await screen.findByRole('alert'));
  expect(asked()).toBe('search=storm');
});

it('reads no filter that cannot be, and no sign that is no text', () => {
  const read = (query: string) => readFilters(new URLSearchParams(query), STATES);
  expect(read('state=lost&from=2026-02-30&search=%00')).toEqual({ search: '', state: '', from: '' });
  expect(read(`search=${'a'.repeat(101)}`).search).toBe('a'.repeat(100));
});
