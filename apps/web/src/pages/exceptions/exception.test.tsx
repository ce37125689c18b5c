// One exception: an officer settles what one may decide alone, and asks a second one for more.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page } from './exception.tsx';

const EXCEPTION = {
  id: 'exc_1',
  kind: 'over-tolerance',
  state: 'open',
  expectedPence: 12_110,
  foundPence: 12_700,
  differencePence: 590,
  withinPence: 12_715,
  alonePence: 12_700,
  proposal: null,
  refusedNote: '',
  raisedAt: '2026-11-20T10:00:00Z',
  settledAt: null,
  settledPence: null,
  settledByName: null,
  note: '',
  visitId: 'vis_1',
  visitState: 'confirmed',
  serviceDate: '2026-11-18',
  plannedStart: '2026-11-18T09:00:00Z',
  plannedEnd: '2026-11-18T10:30:00Z',
  plannedMinutes: 90,
  actualStart: '2026-11-18T09:00:00Z',
  actualEnd: '2026-11-18T10:35:00Z',
  actualMinutes: 95,
  quantity: 1,
  worker: 'Jo',
  queryNote: '',
  description: 'Care at home',
  unit: 'hour',
  unitPricePence: 1_920,
  orderId: 'ord_1',
  orderReference: 'SM-1',
  personId: 'per_1',
  personName: 'Asha R.',
  organisationId: 'org_1',
  organisationName: 'Provider',
  invoiceId: null,
  invoiceNumber: null,
  lines: [],
};

let waits: object | null = null;
beforeEach(() => {
  waits = null;
});

const { asked } = answerWith(() => ({
  '/api/session': signedInAs('finance'),
  '/api/exceptions/exc_1': { ...EXCEPTION, proposal: waits },
  '/api/exceptions/exc_1/propose': { id: 'exc_1' },
  '/api/exceptions/exc_1/agree': { id: 'exc_1', visitId: 'vis_1', settledPence: 20_000, invoiceIds: [] },
}));

const open = () => renderPage(<Page />, { path: '/finance/exceptions/:id', at: '/finance/exceptions/exc_1' });

it('asks a second officer when the amount is more than one may decide alone, and says so before', async () => {
  await open();
  await userEvent.click(await screen.findByRole('radio', { name: '£127.00, as recorded' }));
  expect(screen.getByRole('button', { name: 'Settle this visit' })).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'Another amount' }));
  await userEvent.type(screen.getByRole('textbox', { name: /Amount/ }), '127.01');
  expect(screen.getByText(/more than one officer may decide alone, which is £127.00/)).toBeTruthy();
  await userEvent.type(screen.getByRole('textbox', { name: /^Why/ }), 'Two carers came.');
  await userEvent.click(screen.getByRole('button', { name: 'Ask a second officer' }));
  expect(asked.some((url) => url.endsWith('/api/exceptions/exc_1/propose'))).toBe(true);
  expect(asked.some((url) => url.endsWith('/settle'))).toBe(false);
});

it('offers a second officer to agree or not, and the one who asked only to take it back', async () => {
  waits = { amountPence: 20_000, byName: 'Farah', note: 'Two carers came.', isOwn: false };
  const { container, unmount } = await open();
  expect(await screen.findByRole('button', { name: 'Agree to £200.00' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Do not agree' })).toBeTruthy();
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
  unmount();

  waits = { amountPence: 20_000, byName: 'Farah', note: 'Two carers came.', isOwn: true };
  await open();
  expect(await screen.findByRole('button', { name: 'Take it back' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Agree/ })).toBeNull();
});
