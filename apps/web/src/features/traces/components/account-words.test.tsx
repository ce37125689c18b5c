// Every kind of account that the ledger knows is said in words that name whom it is about.
import {
  type AccountPurpose,
  accruedAccount,
  bankAccount,
  cardClearingAccount,
  debtAccount,
  fundingAccount,
  type LedgerAccount,
  lineAccount,
  payableAccount,
  purseAccount,
  returnedAccount,
  writeOffAccount,
} from '@support-market/domain/ledger/accounts';
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { renderPage } from '../../../testing/render.tsx';
import { useAccountWords } from './account-words.ts';

const ONE_OF_EACH: Readonly<Record<AccountPurpose, LedgerAccount>> = {
  funding: fundingAccount('fun_1'),
  line: lineAccount('lin_1'),
  purse: purseAccount('lin_1'),
  accrued: accruedAccount('org_1'),
  payable: payableAccount('fun_1', 'org_1'),
  bank: bankAccount('fun_1'),
  'card-clearing': cardClearingAccount('fun_1'),
  returned: returnedAccount('lin_1'),
  debt: debtAccount('lin_1'),
  'write-off': writeOffAccount(),
};

function Said({ id }: { readonly id: string }): ReactNode {
  const say = useAccountWords({
    lineName: 'Health',
    funderName: 'Coast NHS',
    personReference: 'P-1',
    organisationName: 'Bright Care',
  });
  return <p data-testid="said">{say(id) ?? 'no account'}</p>;
}

async function said(id: string): Promise<string> {
  const { unmount } = await renderPage(<Said id={id} />);
  const words = screen.getByTestId('said').textContent ?? '';
  unmount();
  return words;
}

it.each(Object.entries(ONE_OF_EACH))('says what a %s account is', async (purpose, { id }) => {
  const words = await said(id);
  expect(words).not.toMatch(/no account|[:_{}]|undefined/);
  expect(words).toMatch(purpose === 'line' || purpose === 'purse' ? /Health of P-1/ : /\w/);
  expect(words).toMatch(purpose === 'accrued' || purpose === 'payable' ? /Bright Care/ : /\w/);
  expect(words).toMatch(purpose === 'funding' || purpose === 'bank' ? /Coast NHS/ : /\w/);
});

it('has no words for what is no account', async () => {
  expect(await said('2026-11-02')).toBe('no account');
});
