// The whole budget on the screen of somebody else: no sentence says "you" of them, and no link leads where they may not go.
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page } from './person-money.tsx';

const sums = { awardedPence: 4_000, spentPence: 4_000, spokenForPence: 0, leftPence: 0 };
const LINE = {
  ...sums,
  id: 'line_1',
  name: 'Own money',
  reference: 'own',
  stream: 'own-money',
  arrangement: 'own',
  arrangementName: 'Own money',
  arrangementWords: 'This is your own money. No one asks you to account for it.',
  holderName: null,
  state: 'open',
  startsOn: '2026-04-01',
  endsOn: '2027-03-31',
  weeklyPence: null,
  aboutPerWeekPence: null,
  daysLeft: 100,
  owedPence: 2_500,
  purse: null,
  mayPayByCard: false,
};

let reader = { role: 'budget-holder', own: true };
answerWith(() => ({
  '/api/session': signedInAs(reader.role, reader.own ? 'per_1' : null),
  '/api/people/per_1/money': {
    person: { id: 'per_1', name: 'Asha', own: reader.own, selfFunded: false },
    today: '2026-11-02',
    budget: null,
    otherBudgets: [],
    total: sums,
    streams: [],
    lines: [LINE],
  },
}));

async function shownTo(role: string, own: boolean): Promise<string> {
  reader = { role, own };
  const at = '/people/per_1/money';
  const { unmount, container } = await renderPage(<Page />, { path: '/people/:personId/money', at });
  await screen.findByText(/£25.00/);
  const text = container.textContent ?? '';
  unmount();
  return text;
}

it('a debt is “yours” to the person alone, and a manager has no link to a statement they may not see', async () => {
  const own = await shownTo('budget-holder', true);
  expect(own).toContain('You owe the council £25.00');
  expect(own).toContain('See the statement');
  const manager = await shownTo('manager', false);
  expect(manager).toContain('£25.00 is owed to the council');
  expect(manager).not.toContain('See the statement');
  expect(await shownTo('finance', false)).toContain('See the statement');
});
