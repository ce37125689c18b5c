// Draws every example of every component and asks the accessibility checker about each.
import { render } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { ProductKit } from '../shell/kit.tsx';
import { inRouter } from '../testing/render.tsx';
import { ALL_FIXTURES } from './all-fixtures.ts';

describe.each(ALL_FIXTURES)('$component', ({ examples }) => {
  it.each(Object.entries(examples))('%s has nothing that a checker objects to', async (_name, example) => {
    const { container } = render(inRouter(<ProductKit>{example()}</ProductKit>));
    const { violations } = await axe.run(container, {
      // jsdom has no layout, so colours and sizes are proved by tokens.test.ts and in the browser journeys.
      rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    expect(container.textContent.trim() + container.innerHTML).not.toBe('');
  });
});
