// Pages of finance that need to know of whom they speak: an address without it leads to the list that asks.

import { Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page as PayeeAccount } from '../payee-accounts/payee-account.tsx';
import { Page as PaymentProposal } from './payment-proposal.tsx';

answerWith(() => ({ '/api/session': signedInAs('finance') }));

it.each([
  ['/finance/payment-runs/new', '/finance/payment-runs', <PaymentProposal key="proposal" />],
  ['/finance/payee-accounts/one', '/finance/payee-accounts', <PayeeAccount key="payee" />],
])('%s leads to %s when its address names no one', async (at, list, page) => {
  const screen = await renderPage(
    <Routes>
      <Route path={at} element={page} />
      <Route path={list} element={<p>The list</p>} />
    </Routes>,
    { at },
  );
  expect(await screen.findByText('The list')).toBeTruthy();
});
