// The same again from an order of the past, and choosing among many people: by a search, not in a list.
import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page } from './add-to-basket.tsx';

const offer = {
  ...{ id: 'off_1', name: 'By the hour', unit: 'hour', days: 'any', minimumMinutes: 30, noticeHours: 24, timed: true },
  ...{ listingSlug: 'care', listingTitle: 'Care at home', organisationName: 'Bright Care' },
};
const person = (id: number, pricePence: number | null = 2_050) => ({
  ...{ personId: `per_${id}`, personName: `Person ${id}`, mainLineId: `line_${id}` },
  lines: [
    {
      ...{ lineId: `line_${id}`, lineName: 'Social care', stream: 'social-care', personId: `per_${id}` },
      ...{ personName: `Person ${id}`, startsOn: '2026-04-01', endsOn: '2027-03-31', leftPence: 10_000 },
      ...{ unitPricePence: pricePence, priceSource: 'agreed', nextPricePence: null, nextPriceFrom: null },
      publicPricePence: 2_200,
    },
  ],
});
const order = {
  id: 'ord_1',
  payers: [{ lineId: 'own_1', lineName: 'My own money', personName: 'Person 1', plannedPence: 1_920 }],
  visits: [{ orderLineId: 'ordl_1', plannedStart: '2026-10-05T08:30:00Z', plannedMinutes: 45 }],
  lines: [
    {
      ...{ id: 'ordl_1', offerId: 'off_1', description: 'Care at home: By the hour', kind: 'schedule', quantity: 1 },
      pattern: [
        { weekday: 1, startTime: '09:30', minutes: 45 },
        { weekday: 4, startTime: '09:30', minutes: 45 },
      ],
      prices: [{ unitPricePence: 1_920 }],
    },
  ],
};
let choices: object | undefined;
beforeEach(() => {
  choices = { offer, people: [person(1)] };
});
answerWith(() => ({
  '/api/session': signedInAs('broker'),
  '/api/basket': { id: null, items: [], lines: [], totalPence: 0, orders: 0, ready: false },
  '/api/orders/ord_1': order,
  ...(choices && { '/api/basket/choices': choices }),
}));

const open = (query: string) => renderPage(<Page />, { path: '/basket/add/:offerId', at: `/basket/add/off_1${query}` });
const AGAIN = '?person=per_1&order=ord_1&line=ordl_1';

it('begins with how it was ordered before, and says what has changed in the price', async () => {
  await open(AGAIN);
  expect(await screen.findByText('The price has changed. Before: £19.20 an hour. Now: £20.50 an hour.')).toBeTruthy();
  const isOn = (name: string) => screen.getByLabelText<HTMLInputElement>(name).checked;
  expect(['Every week', 'Monday', 'Tuesday', 'Thursday'].map(isOn)).toEqual([true, true, false, true]);
  expect(screen.getByLabelText<HTMLInputElement>(/^What time does it start/).value).toBe('9:30am');
  expect(screen.getByLabelText<HTMLSelectElement>('For how long?').value).toBe('45');
});

it('has the money that paid before pay again, and the main line where that money is gone', async () => {
  const [social] = person(1).lines;
  choices = {
    offer,
    people: [
      { ...person(1), lines: [social, { ...social, lineId: 'own_1', lineName: 'My own money', stream: 'own-money' }] },
    ],
  };
  const isOn = (name: RegExp) => screen.getByLabelText<HTMLInputElement>(name).checked;
  await open(AGAIN);
  await screen.findByLabelText(/^My own money/);
  expect([isOn(/^My own money/), isOn(/^Social care/)]).toEqual([true, false]);
});

it('says that it costs the same where it does', async () => {
  choices = { offer, people: [person(1, 1_920)] };
  await open(AGAIN);
  expect(await screen.findByText('It costs the same as before: £19.20 an hour.')).toBeTruthy();
});

it.each([
  ['hidden', undefined],
  ['not sold any more', { offer, people: [person(1, null)] }],
])('says that what is %s is no longer offered, and leads to a search for the same person', async (_how, now) => {
  choices = now;
  await open(AGAIN);
  expect(await screen.findByRole('heading', { name: 'This is no longer offered' })).toBeTruthy();
  expect(screen.getByText('Care at home: By the hour')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Find support' }).getAttribute('href')).toBe('/search?person=per_1');
  expect(screen.queryByRole('button', { name: 'Put it in the basket' })).toBeNull();
});

it('with many people asks for one by a search that leads back, and shows no list of them', async () => {
  choices = { offer, people: Array.from({ length: 60 }, (_, index) => person(index + 1)) };
  await open('');
  const link = await screen.findByRole('link', { name: 'Choose who it is for' });
  expect(link.getAttribute('href')).toBe('/people?next=%2Fbasket%2Fadd%2Foff_1');
  expect(screen.queryByLabelText('Who is it for?')).toBeNull();
  expect(screen.queryByLabelText(/^Once/)).toBeNull();
});

it('with many people and one chosen says for whom it is', async () => {
  choices = { offer, people: Array.from({ length: 60 }, (_, index) => person(index + 1)) };
  await open('?person=per_42');
  expect(await screen.findByText(/This is for Person 42\./)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Choose somebody else' })).toBeTruthy();
  expect(screen.getByLabelText('Once')).toBeTruthy();
});
