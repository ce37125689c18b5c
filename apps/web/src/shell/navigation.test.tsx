// No menu entry may be a dead end: each leads to a page that exists and that the role may see.
import { ROLES } from '@support-market/domain/access/roles';
import { screen } from '@testing-library/react';
import { matchPath } from 'react-router';
import { describe, expect, it } from 'vitest';
import { paths } from '../paths.ts';
import { PAGES } from '../routes.tsx';
import { answerWith } from '../testing/answers.ts';
import { renderPage } from '../testing/render.tsx';
import { signedInAs } from '../testing/signed-in.ts';
import { App } from './app.tsx';
import { homeFor, navigationFor } from './navigation.ts';

const ENTRIES = ROLES.flatMap((role) => navigationFor([role]).map(({ href }) => [role, href] as const));

let role: string = 'auditor';
answerWith(() => ({
  '/api/session': signedInAs(role, 'per_1'),
}));

describe('the menu', () => {
  it.each(ROLES)('of the role %s has a first page', (one) => {
    expect(homeFor([one])).not.toBe(paths.front());
  });

  it.each(ENTRIES)('of the role %s leads to a page at %s', (_role, href) => {
    expect(PAGES.filter(({ path }) => matchPath(path, href) !== null)).not.toEqual([]);
  });

  it.each(ENTRIES)('of the role %s does not lead to somebody else’s page at %s', async (one, href) => {
    role = one;
    await renderPage(<App />, { at: href });
    const heading = await screen.findAllByRole('heading', { level: 1 });
    expect(heading.map((each) => each.textContent)).not.toContain('This page is for someone else');
  });
});

describe('every address that a link may have', () => {
  it.each(Object.entries(paths).map(([name, make]) => [name, (make as (...args: string[]) => string)('x', 'y')]))(
    '%s has a page',
    (_name, address) => {
      const [path = ''] = address.split('?');
      expect(PAGES.filter((one) => matchPath(one.path, path) !== null)).not.toEqual([]);
    },
  );
});
