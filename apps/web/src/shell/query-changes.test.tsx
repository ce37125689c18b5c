import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { expect, it } from 'vitest';
import { inRouter } from '../testing/render.tsx';
import { useQueryChanges } from './query-changes.ts';

function Asking(): ReactNode {
  const [query, change] = useQueryChanges();
  const choose = (name: string) => () => change((next) => next.set(name, '1'));
  return (
    <>
      <p role="status">{query.toString()}</p>
      <button type="button" onClick={choose('free')}>
        Free
      </button>
      <button type="button" onClick={choose('evenings')}>
        Evenings
      </button>
      <Link to="?kind=community">Groups</Link>
    </>
  );
}

it('keeps both of two presses that come before the page has shown the first', async () => {
  render(inRouter(<Asking />));
  // one batch: the second press is answered before anything is drawn again
  act(() => {
    screen.getByText('Free').click();
    screen.getByText('Evenings').click();
  });
  expect(screen.getByRole('status').textContent).toBe('free=1&evenings=1');
});

it('builds on the address that a link led to', async () => {
  render(inRouter(<Asking />));
  await userEvent.click(screen.getByText('Free'));
  await userEvent.click(screen.getByText('Groups'));
  await userEvent.click(screen.getByText('Evenings'));
  expect(screen.getByRole('status').textContent).toBe('kind=community&evenings=1');
});
