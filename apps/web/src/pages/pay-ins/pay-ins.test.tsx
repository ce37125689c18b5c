// Pay-ins on the finance desk: what is due, and making it now.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page } from './pay-ins.tsx';

let role = 'finance';
answerWith(() => ({
  '/api/session': signedInAs(role),
  '/api/pay-ins': {
    nextCursor: null,
    items: [
      {
        id: 'payin_1',
        lineId: 'line_1',
        lineName: 'Social care',
        arrangement: 'individual-service-fund',
        personName: 'Asha Mistry',
        holderName: 'Harbour Homecare',
        fromDate: '2026-11-02',
        toDate: '2026-11-15',
        amountPence: 20_000,
        state: 'due',
      },
    ],
  },
  '/api/pay-ins/schedule': { created: 2, totalPence: 40_000 },
}));

it('shows finance what is due, and makes what is due now when asked', async () => {
  role = 'finance';
  const { container } = await renderPage(<Page />);
  expect(await screen.findByText('Harbour Homecare')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Make the pay-ins that are due now' }));
  expect(await screen.findByText(/^2 pay-ins, £400.00 in all, were made/)).toBeTruthy();
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('lets an auditor look and not press', async () => {
  role = 'auditor';
  await renderPage(<Page />);
  expect(await screen.findByText('£200.00')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
