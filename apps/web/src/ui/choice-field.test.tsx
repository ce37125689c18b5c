// A list keeps showing what was chosen while its owner still takes note of it, so that no choice is lost on the way.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { expect, it } from 'vitest';
import { ProductKit } from '../shell/kit.tsx';
import { inRouter } from '../testing/render.tsx';
import { Select } from './choice-field.tsx';

let takeNote = (): void => undefined;

/** Takes note of a choice only when it is told to, as a page's address does when the page is slow. */
function SlowOwner(): ReactNode {
  const [value, setValue] = useState('care');
  return (
    <Select
      id="money"
      label="Show prices for"
      value={value}
      onChange={(chosen) => {
        takeNote = () => setValue(chosen);
      }}
      choices={[
        { value: 'care', label: 'Social care' },
        { value: 'own', label: 'My own money' },
        { value: 'family', label: 'Family money' },
      ]}
    />
  );
}

it('shows what was chosen at once, and follows its owner afterwards', async () => {
  render(inRouter(<ProductKit>{<SlowOwner />}</ProductKit>));
  const list = screen.getByLabelText<HTMLSelectElement>('Show prices for');
  await userEvent.selectOptions(list, 'own');
  expect(list.value).toBe('own');
  const first = takeNote;
  await userEvent.selectOptions(list, 'family');
  expect(list.value).toBe('family');
  act(takeNote);
  expect(list.value).toBe('family');
  act(first);
  expect(list.value).toBe('own');
});
