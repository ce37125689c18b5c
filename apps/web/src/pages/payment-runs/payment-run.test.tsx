// A payment run of many payments: the sums of the whole stay on top while its payments are read page by page.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page } from './payment-run.tsx';

const paymentNumbered = (position: number) => ({
  id: `pay_${position}`,
  position,
  organisationId: 'org_1',
  payeeName: `Provider ${position}`,
  sortCode: '089999',
  accountLastFour: '4958',
  accountSince: '2026-04-01T08:00:00Z',
  paidBefore: position > 1,
  endToEndId: `PAY-${position}`,
  amountPence: 1_000,
  state: 'pending',
  resultCode: null,
  cause: null,
  remittanceId: null,
  remittanceNumber: null,
  items: [{ invoiceId: `inv_${position}`, payInId: null, reference: `BC-${position}`, amountPence: 1_000 }],
});

const RUN = {
  id: 'run_1',
  reference: 'RUN-000001',
  funderId: 'fun_1',
  funderName: 'Adults’ social care',
  fromLastFour: '4958',
  isFromReleased: true,
  state: 'proposed',
  executionDate: '2026-11-24',
  payments: 300,
  totalPence: 300_000,
  proposedByName: 'Farah',
  proposedAt: '2026-11-23T10:00:00Z',
  authorisedByName: null,
  authorisedAt: null,
  files: [],
  emittedAt: null,
  settledAt: null,
  mayAuthorise: true,
};

const { asked } = answerWith(() => {
  const onSecond = asked.some((url) => /\/payments\?.*cursor=next/.test(url));
  return {
    '/api/session': signedInAs('finance'),
    '/api/payment-runs/run_1': RUN,
    '/api/payment-runs/run_1/payments': {
      items: onSecond ? [paymentNumbered(26)] : [paymentNumbered(1), paymentNumbered(25)],
      nextCursor: onSecond ? null : 'next',
    },
  };
});

it('shows a page of payments under the sums of the whole run, and the next page on asking', async () => {
  const { container } = await renderPage(<Page />, {
    path: '/finance/payment-runs/:id',
    at: '/finance/payment-runs/run_1',
  });
  expect(await screen.findByText('Provider 1')).toBeTruthy();
  expect(screen.getByText('300 payments, £3,000.00 in all.')).toBeTruthy();
  expect(screen.queryByText('Provider 26')).toBeNull();
  const pages = screen.getByRole('navigation', { name: 'Pages' });
  expect(within(pages).getByText('No. 1 to 25')).toBeTruthy();
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);

  await userEvent.click(within(pages).getByRole('link', { name: 'Next page' }));
  expect(await screen.findByText('Provider 26')).toBeTruthy();
  expect(screen.queryByText('Provider 1')).toBeNull();
  expect(screen.getByText('300 payments, £3,000.00 in all.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  expect(screen.getByRole('link', { name: 'First page' }).getAttribute('href')).toBe('/finance/payment-runs/run_1');
});
