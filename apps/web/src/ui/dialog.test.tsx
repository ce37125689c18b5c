// A question before something that cannot be undone never has its dangerous answer first.
import { render, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ProductKit } from '../shell/kit.tsx';
import { inRouter } from '../testing/render.tsx';
import { ALL_FIXTURES } from './all-fixtures.ts';

const examples = ALL_FIXTURES.flatMap(({ component, examples: drawn }) =>
  Object.entries(drawn).map(([name, example]) => ({ name: `${component} ${name}`, example })),
);

describe('a dialog', () => {
  it('has the way back before the answer that changes something', () => {
    const orders = examples.flatMap(({ name, example }) => {
      const { container, unmount } = render(inRouter(<ProductKit>{example()}</ProductKit>));
      const dialogs = [...container.querySelectorAll('dialog')].map((dialog) =>
        within(dialog)
          .getAllByRole('button')
          .map((button) => (button.className.includes('sm-button--danger') ? 'danger' : 'other')),
      );
      unmount();
      return dialogs.map((buttons) => `${name}: ${buttons.join(', ')}`);
    });
    expect(orders.length).toBeGreaterThan(0);
    expect(orders.filter((order) => !order.endsWith(': other, danger'))).toEqual([]);
  });
});
