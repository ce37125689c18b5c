// One invoice for the one who pays it: paying it, and getting back what a credit note took off it.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page } from './invoice.tsx';

const NOTE = {
  id: 'inv_2',
  number: 'BC-HAR-000002',
  organisationId: 'org_1',
  organisationName: 'Bright Care',
  organisationEmail: 'hello@bright-care.example',
  organisationTelephone: '01632 960100',
  kind: 'credit-note',
  funderId: 'fun_1',
  funderName: 'Adults’ social care',
  payerId: 'payer_1',
  payerKind: 'person',
  payerName: 'Asha',
  payerPersonId: 'per_1',
  payerOrganisationId: null,
  state: 'approved',
  periodStart: '2026-11-02',
  periodEnd: '2026-11-08',
  issueDate: '2026-11-09',
  dueDate: '2026-11-09',
  totalPence: -1_000,
  paidAt: null as string | null,
  mine: true,
  canPayNow: false,
  netPence: -1_000,
  vatPence: 0,
  roundingPence: 0,
  outsideVat: false,
  approvedAt: '2026-11-09T09:00:00Z',
  settledHow: null as string | null,
  paidOn: null as string | null,
  runId: null,
  runReference: null,
  remittanceId: null,
  exceptionId: null,
  creditsInvoiceId: 'inv_1',
  creditsNumber: 'BC-HAR-000001',
  reason: 'The visit was shorter.',
  creditNotes: [],
  lines: [],
};

let note = NOTE;
answerWith(() => ({
  '/api/session': signedInAs('budget-holder', 'per_1'),
  '/api/invoices/inv_2': note,
  get '/api/invoices/inv_2/settle'() {
    note = { ...NOTE, state: 'paid', settledHow: 'paid-by-person', paidOn: '2026-11-10' };
    return { id: 'inv_2', state: 'paid', how: 'paid-by-person', totalPence: -1_000 };
  },
}));

it('says who owes a credit note back and where to ask, and takes the word that it is there', async () => {
  const { container } = await renderPage(<Page />, { path: '/invoices/:id', at: '/invoices/inv_2' });
  await screen.findByText(/Bright Care owes you £10\.00/);
  expect(screen.getByRole('link', { name: 'hello@bright-care.example' })).not.toBeNull();
  expect(screen.queryByText(/To be paid by/)).toBeNull();
  expect((await axe.run(container)).violations).toEqual([]);

  await userEvent.click(screen.getByRole('button', { name: 'I have £10.00 back' }));
  await screen.findByText('Done. The statement shows what came back.');
  await screen.findByText('On 10 November 2026.');
  expect(screen.queryByRole('button', { name: /back/ })).toBeNull();
});
