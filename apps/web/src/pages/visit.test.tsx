// One visit and the way back from it, for the person and for somebody who only pays for it.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import { answerWith } from '../testing/answers.ts';
import { renderPage } from '../testing/render.tsx';
import { signedInAs } from '../testing/signed-in.ts';
import { TextLink } from '../ui/button.tsx';
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
answerWith(() => ({
  '/api/session': signedInAs('budget-holder', readerOf),
  '/api/visits/vis_1': { mayAnswer: false, visit: VISIT, shares: [] },
}));

const backTo = (link: HTMLElement) => link.getAttribute('href');

it('leads the person back to their own week', async () => {
  readerOf = 'per_1';
  await renderPage(<Page />, { path: '/visits/:id', at: '/visits/vis_1' });
  expect(backTo(await screen.findByRole('link', { name: 'Back to the week' }))).toBe('/people/per_1/week');
});

it('leads somebody who only pays back to where they came from, or home, and never to a week they may not see', async () => {
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
