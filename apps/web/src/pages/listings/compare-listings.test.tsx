// Listings side by side: what differs stands apart from what is the same, and what is gone is left out and said.
import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page } from './compare-listings.tsx';

const offer = {
  ...{ id: 'off_1', name: 'By the hour', unit: 'hour', days: 'weekday', minimumMinutes: 60, noticeHours: 24 },
  ...{ validTo: null, price: { pence: 2200, unit: 'hour' }, nextPrice: null, vat: 'E', myNextPrice: null },
  myPrice: { pence: 1920, unit: 'hour', why: 'agreed' },
};
const listing = (id: string, title: string, more: object) => ({
  ...{ id, slug: id, title, summary: '', description: '', kind: 'service', furtherCategories: [] },
  category: { slug: 'help', name: 'Help', heading: null },
  organisation: { slug: 'o', name: 'Bright Care', kind: 'agency', size: 'small', inHouse: false, acceptsIsf: true },
  ...{ whenText: 'Every day', whoFor: '', languages: ['English'], faiths: [], workerGenders: [], evenings: false },
  ...{
    weekends: false,
    hasSpace: null,
    accessible: true,
    minimumAge: null,
    maximumAge: null,
    free: false,
    stale: false,
  },
  ...{ servesMetres: null, places: [], contacts: [], website: null, costs: [], events: [], freeNearby: [] },
  marks: [{ kind: 'insured', detail: null, date: '2027-01-01' }],
  offers: [offer],
  ...more,
});

const { asked } = answerWith(() => ({
  '/api/session': signedInAs('budget-holder', 'per_1'),
  '/api/paying-lines': {
    items: [
      {
        lineId: 'line_1',
        lineName: 'Social care',
        stream: 'social-care',
        main: true,
        personId: 'per_1',
        personName: 'Asha',
      },
    ],
  },
  '/api/listings/one': listing('one', 'Care at home', {}),
  '/api/listings/two': listing('two', 'Help at home', {
    offers: [{ ...offer, myPrice: { pence: 2050, unit: 'hour', why: 'agreed' } }],
    languages: ['Urdu'],
  }),
}));

const open = (of: string) =>
  renderPage(<Page />, {
    path: '/people/:personId/kept-listings/compare',
    at: `/people/per_1/kept-listings/compare?of=${of}`,
  });

it('sets apart what differs from what is the same for all, at the price that the person’s money pays', async () => {
  const { container } = await open('one,two');
  const differs = await screen.findByRole('table', { name: 'What is different' });
  expect(asked).toContain('/api/listings/one?lineId=line_1');
  expect(differs.textContent).toContain('By the hour: £19.20 an hour.');
  expect(differs.textContent).toContain('By the hour: £20.50 an hour.');
  expect(differs.textContent).toContain('Urdu');
  expect(differs.textContent).not.toContain('At least');
  const same = screen.getByRole('table', { name: 'What is the same for all' });
  for (const words of [
    'At least 60 minutes a visit',
    'Tell them 24 hours before',
    'Insured. Until 1 January 2027',
    'No VAT',
  ])
    expect(same.textContent).toContain(words);
  expect(container.textContent).toContain('The prices are what Social care would pay.');
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('leaves out what is no longer offered, and says how many', async () => {
  await open('one,two,three');
  expect(await screen.findByText('1 of them is no longer offered, and is left out.')).toBeTruthy();
  expect(screen.getByRole('table', { name: 'What is different' })).toBeTruthy();
});

it('says what to do where there is too little to compare, whatever the address has', async () => {
  await open('one,%3Cscript%3E,one');
  expect(await screen.findByText('There is nothing to compare')).toBeTruthy();
});
