// The commissioner's page, the auditor's desk and "who looked", drawn whole, through the accessibility checker.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { answerWith } from '../testing/answers.ts';
import { renderPage } from '../testing/render.tsx';
import { signedInAs } from '../testing/signed-in.ts';
import { Page as AuditPage } from './audit-entries/audit-entries.tsx';
import { Page as WhoLookedPage } from './audit-entries/who-looked.tsx';
import { Page as InsightsPage } from './insights/insights.tsx';
import { Page as TracePage } from './traces/trace.tsx';

// The checker reads every element of a whole page, which takes a slow machine a while.
vi.setConfig({ testTimeout: 60_000 });

const span = { from: '2025-11', to: '2026-10' };
const byPayer = [
  { payerKind: 'funder', medianDays: 22 },
  { payerKind: 'own-money', medianDays: null },
];
const INSIGHTS = {
  '/api/insights/summary': {
    ...span,
    spend: { totalPence: 3_775_000, people: 180, largestCategory: { name: 'Help at home', amountPence: 1_600_000 } },
    searches: { foundNothing: 15, most: { words: 'wheelchair football', times: 8 } },
    orders: { declined: 17, mostReason: 'no-space' },
    daysToPay: { medianDays: 22 },
  },
  '/api/insights/spend': {
    ...span,
    totalPence: 3_775_000,
    hiddenMonths: 1,
    months: [
      { month: '2026-09', people: 80, amountPence: 1_600_000 },
      { month: '2026-10', people: null, amountPence: null },
    ],
    byCategory: {
      groups: [{ key: 'help-at-home', name: 'Help at home', amountPence: 1_600_000, peopleAMonth: 60, isWhole: true }],
      pooledPence: 21_750,
      months: [],
    },
    byStream: { groups: [], pooledPence: 0, months: [] },
  },
  '/api/insights/searches': {
    ...span,
    searches: 24,
    foundNothing: 15,
    words: [{ words: 'wheelchair football', times: 8, near: [{ outward: 'WA15', times: 6 }] }],
  },
  '/api/insights/declined-orders': {
    ...span,
    orders: 17,
    byReason: [
      { key: 'no-space', name: 'no-space', orders: 8 },
      { key: 'too-far', name: 'too-far', orders: null },
    ],
    byCategory: [{ key: 'days', name: 'Day activities', orders: null }],
    byProvider: [{ key: 'club', name: 'Quayside Club', orders: null }],
  },
  '/api/insights/days-to-pay': {
    ...span,
    deliveries: 80,
    medianDays: 22,
    byPayer,
    distribution: [
      { fromDays: 0, toDays: 7, percent: 12 },
      { fromDays: 61, toDays: null, percent: null },
    ],
    months: [{ month: '2026-10', deliveries: 80, medianDays: 22, byPayer }],
  },
};
const step = (kind: string, more: object = {}) => ({
  key: kind,
  kind,
  at: '2026-10-20T09:00:00Z',
  roles: ['finance'],
  amountPence: 5_760,
  partPence: 2_880,
  reference: `ref-${kind}`,
  state: null,
  details: {},
  back: null,
  forward: null,
  ...more,
});
const TRACE = {
  reference: 'BC-000001',
  kind: 'invoice',
  threads: 1,
  agrees: true,
  checks: [{ name: 'reserved', firstPence: 2_880, secondPence: 2_880, agrees: true }],
  payIns: [],
  nextCursor: null,
  items: [
    {
      key: 'vis_1:0',
      visitId: 'vis_1',
      lineId: 'line_1',
      lineName: 'Social care',
      funderName: 'Adults’ social care',
      personReference: 'P-1',
      serviceDate: '2026-10-05',
      organisationName: 'Bright Care',
      steps: [
        step('award', { details: { from: 'funding:fun_1', to: 'line:line_1' } }),
        step('bank-file', { details: { sha256: 'ab'.repeat(32) } }),
        step('remittance'),
      ],
    },
  ],
};
const LOOKS = {
  nextCursor: null,
  items: [
    {
      id: 'aud_1',
      happenedAt: '2026-11-02T09:01:00Z',
      name: 'Pat Practitioner',
      roles: ['practitioner'],
      organisationName: null,
      own: false,
      kind: 'look',
      event: 'person.viewed',
      noun: 'person',
      reason: 'Yearly review',
    },
    {
      id: 'aud_2',
      happenedAt: '2026-11-02T09:00:00Z',
      name: null,
      roles: ['billing'],
      organisationName: null,
      own: false,
      kind: 'change',
      event: 'thing.never-heard-of',
      noun: 'care-plan',
      reason: '',
    },
  ],
};

async function nothingToObjectTo(container: HTMLElement): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
}

describe('insights', () => {
  answerWith(() => ({ '/api/session': signedInAs('commissioner'), ...INSIGHTS }));

  it('begins with three sentences and three charts, each with its numbers as a table', async () => {
    const { container } = await renderPage(<InsightsPage />);
    expect(await screen.findByText(/£37,750.00 was spent on support for 180 people/)).toBeTruthy();
    expect(
      await screen.findByText(/15 searches found nothing. People most often looked for “wheelchair football”, 8 times/),
    ).toBeTruthy();
    expect(
      screen.getByText(/paid for within 22 days. Providers declined 17 orders. Most often they had no space/),
    ).toBeTruthy();
    const charts = await screen.findAllByRole('figure');
    expect(charts.slice(0, 3).map((chart) => within(chart).getByRole('heading').textContent)).toEqual([
      'Spending was highest in September 2026: £16,000.00',
      'Most money goes on Help at home',
      'Half of all deliveries are paid for within 22 days',
    ]);
    for (const chart of charts) expect(within(chart).getByRole('table', { hidden: true })).toBeTruthy();
    expect(await screen.findAllByText('too few to show')).not.toHaveLength(0);
    await nothingToObjectTo(container);
  });
});

describe('the auditor’s desk', () => {
  const { asked } = answerWith(() => ({
    '/api/session': signedInAs('auditor'),
    '/api/verification': {
      verifiedAt: '2026-11-02T09:00:00Z',
      balanced: false,
      checks: [
        { name: 'journals balance', counted: 1200, wrong: [] },
        { name: 'no line is below zero', counted: 6, wrong: [{ what: 'it is below zero', record: 'line:x' }] },
      ],
    },
    '/api/audit-entries': { items: [], nextCursor: null },
    '/api/traces/BC-000001': TRACE,
  }));

  it('checks the books when asked and says what is wrong', async () => {
    const { container } = await renderPage(<AuditPage />, { path: '/audit-entries', at: '/audit-entries' });
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Check the books now' }));
    expect(await screen.findByText('The books do not balance')).toBeTruthy();
    expect(screen.getByText(/line:x: it is below zero/)).toBeTruthy();
    await nothingToObjectTo(container);
  });

  it('looks in the trail only when something is searched for', async () => {
    await renderPage(<AuditPage />, { path: '/audit-entries', at: '/audit-entries' });
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText('About which person'), 'P-1');
    expect(asked.filter((path) => path.startsWith('/api/audit-entries'))).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Search' }));
    expect(await screen.findByText(/Nothing was found/)).toBeTruthy();
    expect(asked.filter((path) => path.startsWith('/api/audit-entries'))).toEqual(['/api/audit-entries?person=P-1']);
  });

  it('asks for a reason before it follows anything, by keyboard alone', async () => {
    const { container } = await renderPage(<TracePage />, { path: '/traces/:reference', at: '/traces/BC-000001' });
    const user = userEvent.setup();
    const reason = await screen.findByLabelText('Why');
    await user.click(screen.getByRole('button', { name: 'Follow' }));
    expect(asked.filter((path) => path.startsWith('/api/traces'))).toEqual([]);
    await user.click(reason);
    await user.keyboard('Yearly audit{Enter}');
    expect(await screen.findByText('Every sum agrees to the penny')).toBeTruthy();
    expect(asked).toContain('/api/traces/BC-000001?reason=Yearly%20audit');
    expect(screen.getByRole('rowheader', { name: /Bank file made/ })).toBeTruthy();
    const award = screen.getByRole('rowheader', { name: /Money awarded/ }).textContent;
    expect(award).toContain('From money promised by Adults’ social careIn the ledger: funding:fun_1');
    expect(award).toContain('To what Social care of P-1 has leftIn the ledger: line:line_1');
    expect(screen.getByRole('link', { name: 'ref-remittance' })).toBeTruthy();
    await nothingToObjectTo(container);
  });
});

describe('who looked at my records', () => {
  answerWith(() => ({ '/api/session': signedInAs('budget-holder'), '/api/people/per_1/audit-entries': LOOKS }));

  it('says who, as what, whether it was a look or a change, and why, also without words of its own', async () => {
    const { container } = await renderPage(<WhoLookedPage />, {
      path: '/people/:personId/who-looked',
      at: '/people/per_1/who-looked',
    });
    const [, first, second] = await screen.findAllByRole('row');
    expect(first?.textContent).toMatch(
      /Monday 2 November 2026, 9:01am.*Pat Practitioner.*social worker.*Look Looked at personal details.*Yearly review/,
    );
    expect(second?.textContent).toMatch(/The program itself.*by a rule, with no one asked.*Change Changed: care plan/);
    await nothingToObjectTo(container);
  });
});
