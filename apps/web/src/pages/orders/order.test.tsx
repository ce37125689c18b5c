// One order as a finance officer sees it: a "no" that was said by mistake can be put back, and nothing else can.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page } from './order.tsx';

const ORDER = {
  ...{ id: 'ord_1', reference: 'HAR-ORD-000001', personId: 'per_1', personName: 'Asha', organisationId: 'org_1' },
  ...{ organisationName: 'Pony Club', placedAt: '2026-11-01T09:00:00Z', decidedAt: '2026-11-01T10:00:00Z' },
  ...{ totalPence: 1_250, declineReason: 'other', declineNote: 'Wrong button', placedByName: 'Asha', outward: null },
  ...{ mayVisit: false, sharedNeeds: null, mayShare: false, allowed: [], lines: [], payers: [], visits: [] },
  cancelling: null,
};

let role = 'finance';
let state = 'declined';
const { asked } = answerWith(() => ({
  '/api/session': signedInAs(role),
  '/api/orders/ord_1': { ...ORDER, state },
  '/api/orders/ord_1/put-back': { id: 'ord_1' },
}));

const open = () => renderPage(<Page />, { path: '/orders/:id', at: '/orders/ord_1' });
const offered = () => screen.queryByText(/The no was a mistake/);

it('lets finance alone put a declined order back, with a reason, and says that it is done', async () => {
  for (const [who, as] of [
    ['auditor', 'declined'],
    ['finance', 'accepted'],
  ] as const) {
    [role, state] = [who, as];
    const { unmount } = await open();
    expect(await screen.findByRole('heading', { name: /HAR-ORD-000001/ })).toBeTruthy();
    expect(offered()).toBeNull();
    unmount();
  }
  [role, state] = ['finance', 'declined'];
  await open();
  await userEvent.click(await screen.findByText(/The no was a mistake: put this order back/));
  const button = screen.getByRole('button', { name: 'Put this order back' });
  await userEvent.click(button);
  expect(asked).not.toContain('/api/orders/ord_1/put-back');
  await userEvent.type(screen.getByRole('textbox', { name: /Why/ }), 'They pressed the wrong button');
  await userEvent.click(button);
  expect(await screen.findByText(/The order waits for the provider’s answer again. Both are told./)).toBeTruthy();
  expect(asked).toContain('/api/orders/ord_1/put-back');
});
