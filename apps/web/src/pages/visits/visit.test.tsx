// One visit and the way back from it, for the person and for somebody who only pays for it.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { TextLink } from '../../ui/button.tsx';
import { Page } from './visit.tsx';

const VISIT = {
  id: 'vis_1',
  orderId: 'ord_1',
  orderReference: 'ORD-000001',
  personId: 'per_1',
  personName: 'Asha',
  organisationName: 'Bright Care',
  description: 'Help at home',
  state: 'planned',
  serviceDate: '2026-11-25',
  plannedStart: '2026-11-25T09:00:00Z',
  plannedEnd: '2026-11-25T10:00:00Z',
  worker: null,
  actualStart: null,
  actualEnd: null,
  chargePence: null,
  settledPence: null,
  plannedPence: 2_880,
  queryNote: '',
};

let readerOf = 'per_1';
let role = 'budget-holder';
let state = 'planned';
const { asked } = answerWith(() => ({
  '/api/session': signedInAs(role, readerOf),
  '/api/visits/vis_1': { mayAnswer: false, visit: { ...VISIT, state }, shares: [] },
  '/api/visits/vis_1/put-back': { id: 'vis_1' },
}));

const backTo = (link: HTMLElement) => link.getAttribute('href');

it('leads the person back to their own week', async () => {
  readerOf = 'per_1';
  await renderPage(<Page />, { path: '/visits/:id', at: '/visits/vis_1' });
  expect(backTo(await screen.findByRole('link', { name: 'Back to the week' }))).toBe('/people/per_1/week');
});

it('leads a reader who only pays back to where they came from, or home, never to a week out of reach', async () => {
  readerOf = 'per_2';
  const { unmount } = await renderPage(<Page />, { path: '/visits/:id', at: '/visits/vis_1' });
  expect(backTo(await screen.findByRole('link', { name: 'Back' }))).toBe('/my-place');
  unmount();

  const pages = (
    <Routes>
      <Route path="/messages" element={<TextLink href="/visits/vis_1">Open it</TextLink>} />
      <Route path="/visits/:id" element={<Page />} />
    </Routes>
  );
  await renderPage(pages, { at: '/messages?cursor=second' });
  await userEvent.click(screen.getByRole('link', { name: 'Open it' }));
  expect(backTo(await screen.findByRole('link', { name: 'Back' }))).toBe('/messages?cursor=second');
});

it('lets finance alone put a missed visit back, with a reason, and says that it is done', async () => {
  const open = () => renderPage(<Page />, { path: '/visits/:id', at: '/visits/vis_1' });
  const name = 'Put this visit back';
  for (const [who, as] of [
    ['budget-holder', 'missed'],
    ['finance', 'planned'],
  ] as const) {
    [role, state] = [who, as];
    const { unmount } = await open();
    expect(await screen.findByRole('heading', { name: 'Help at home' })).toBeTruthy();
    expect(screen.queryByText(/It did happen/)).toBeNull();
    unmount();
  }
  [role, state] = ['finance', 'missed'];
  await open();
  await userEvent.click(await screen.findByText(/It did happen: put this visit back/));
  await userEvent.click(screen.getByRole('button', { name }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(asked).not.toContain('/api/visits/vis_1/put-back');
  await userEvent.type(screen.getByRole('textbox', { name: /Why/ }), 'It was another visit');
  await userEvent.click(screen.getByRole('button', { name }));
  expect(await screen.findByText('The visit is planned again. Both are told.')).toBeTruthy();
  expect(asked).toContain('/api/visits/vis_1/put-back');
});
