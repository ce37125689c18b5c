// The last page before ordering says plainly when it is already too late to cancel free.
import { screen } from '@testing-library/react';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page } from './checkout.tsx';

const today = Temporal.Instant.from(signedInAs('budget-holder').now).toZonedDateTimeISO('Europe/London').toPlainDate();
let item: object = {};
const onDay = (date: Temporal.PlainDate) => ({
  id: 'bit_1',
  personId: 'per_1',
  personName: 'Asha',
  offerId: 'off_1',
  offerName: 'Trial lesson',
  listingSlug: 'riding',
  listingTitle: 'Riding for all',
  organisationId: 'org_1',
  organisationName: 'Pony Club',
  unit: 'session',
  noticeHours: 48,
  kind: 'one-off',
  quantity: 1,
  firstDate: date.toString(),
  lastDate: date.toString(),
  startTime: null,
  clockChoice: null,
  minutes: null,
  pattern: [],
  note: '',
  prices: [
    {
      unitPricePence: 2_500,
      priceSource: 'public',
      firstDate: date.toString(),
      lastDate: date.toString(),
      visits: 1,
    },
  ],
  vatRateBasisPoints: null,
  visits: 1,
  totalPence: 2_500,
  shares: [],
  problems: [],
});

answerWith(() => ({
  '/api/session': signedInAs('budget-holder', 'per_1'),
  '/api/people/per_1': {
    name: 'Asha Example',
    called: null,
    own: true,
    language: null,
    communicationNeeds: '',
    supportNeeds: '',
  },
  '/api/basket': { id: 'bas_1', items: [item], lines: [], totalPence: 2_500, orders: 1, ready: true },
}));

it('says until when a visit is free to cancel, or that it is too late where that moment has passed', async () => {
  item = onDay(today.add({ days: 30 }));
  const { unmount } = await renderPage(<Page />);
  expect(
    await screen.findByText(
      /You can cancel the order at any time. Visits that are then 48 hours or more away cost nothing/,
    ),
  ).toBeTruthy();
  unmount();

  item = onDay(today.add({ days: 1 }));
  await renderPage(<Page />);
  expect(await screen.findByText(/It is less than 48 hours away. You can cancel free only until/)).toBeTruthy();
  expect(screen.queryByText(/48 hours or more away cost nothing/)).toBeNull();
});
