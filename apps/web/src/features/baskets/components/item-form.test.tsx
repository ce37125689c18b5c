// A start that the clocks skip or repeat: the form offers the two moments and sends the one that was chosen.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Problem } from '../../../api/problem.ts';
import { renderPage } from '../../../testing/render.tsx';
import type { ItemBody } from '../api/basket.ts';
import type { Choices } from '../api/view-choices.ts';
import { ItemForm } from './item-form.tsx';

const CHOICES: Choices = {
  offer: {
    id: 'off_1',
    name: 'Night visit',
    unit: 'hour',
    days: 'any',
    minimumMinutes: 30,
    noticeHours: 24,
    timed: true,
    listingSlug: 'night-visits',
    listingTitle: 'Night visits',
    organisationName: 'Agency',
  },
  people: [
    {
      personId: 'per_1',
      personName: 'Asha Mistry',
      mainLineId: 'line_1',
      lines: [
        {
          lineId: 'line_1',
          lineName: 'Social care',
          stream: 'social-care',
          personId: 'per_1',
          personName: 'Asha Mistry',
          startsOn: '2026-04-01',
          endsOn: '2027-03-31',
          leftPence: 10_000,
          unitPricePence: 2_200,
          priceSource: 'public',
          nextPricePence: null,
          nextPriceFrom: null,
          publicPricePence: 2_200,
        },
      ],
    },
  ],
};

const REFUSAL = new Problem({
  code: 'time.in_clock_change_overlap',
  status: 422,
  errors: [{ pointer: '/startTime', code: 'time.in_clock_change_overlap' }],
  details: {
    choices: [
      { choose: 'earlier', instant: '2026-10-25T00:30:00Z', local: '2026-10-25T01:30:00+01:00' },
      { choose: 'later', instant: '2026-10-25T01:30:00Z', local: '2026-10-25T01:30:00+00:00' },
    ],
  },
});

it('a start that happens twice is asked about, and another start forgets the answer', async () => {
  const sent: ItemBody[] = [];
  const user = userEvent.setup();
  await renderPage(
    <ItemForm
      choices={CHOICES}
      onSave={async (body) => {
        sent.push(body);
        if (body.clockChoice === undefined && body.startTime === '01:30') throw REFUSAL;
      }}
    />,
  );
  for (const [label, text] of [
    ['Day', '25'],
    ['Month', '10'],
    ['Year', '2026'],
  ] as const) {
    await user.type(screen.getByLabelText(label), text);
  }
  const start = screen.getByRole('textbox', { name: /What time does it start/ });
  await user.type(start, '1:30am');
  await user.click(screen.getByRole('button', { name: 'Add to basket' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  await user.click(await screen.findByRole('radio', { name: '1:30am, after the clocks have changed' }));
  await user.click(screen.getByRole('button', { name: 'Add to basket' }));
  expect(sent.at(-1)).toMatchObject({ startTime: '01:30', clockChoice: 'later' });
  await user.clear(start);
  await user.type(start, '3am');
  expect(screen.queryByRole('radio', { name: /before the clocks change/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Add to basket' }));
  expect(sent.at(-1)?.startTime).toBe('03:00');
  expect(sent.at(-1)).not.toHaveProperty('clockChoice');
});
