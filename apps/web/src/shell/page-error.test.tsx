// An address with a letter wrong must read as one that leads nowhere, and not as a fault to tell the council of.
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { problemFrom } from '../api/problem.ts';
import { renderPage } from '../testing/render.tsx';
import { Failed } from './page-error.tsx';

const showing = (pointer: string) =>
  renderPage(
    <Failed
      error={problemFrom({ code: 'request.invalid', errors: [{ pointer, code: 'field.pattern' }] }, 400, 'req-7')}
      again={() => undefined}
    />,
  );

it('a page whose address no record can have is not found', async () => {
  await showing('/params/id');
  expect(screen.getByRole('heading', { level: 1, name: 'We cannot find that page' })).toBeTruthy();
  expect(screen.queryByText(/req-7/)).toBeNull();
});

it('a page that was asked for something else that is wrong says that it failed, with its number', async () => {
  await showing('/querystring/from');
  expect(screen.getByRole('heading', { level: 1, name: 'Something went wrong' })).toBeTruthy();
  expect(screen.getByText(/req-7/)).toBeTruthy();
});
