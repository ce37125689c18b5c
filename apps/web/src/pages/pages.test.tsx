// The pages of the foundation, drawn whole with every word, through the accessibility checker.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../testing/render.tsx';
import { Page as ForgottenPasswordPage } from './accounts/forgotten-password.tsx';
import { Page as ResetPasswordPage } from './accounts/reset-password.tsx';
import { Page as SignInPage } from './accounts/sign-in.tsx';
import { Page as SignUpPage } from './accounts/sign-up.tsx';
import { Page as AboutPage } from './councils/about.tsx';
import { Page as FrontPage } from './councils/front.tsx';

const PAGES = {
  'Find the support that makes sense to you': FrontPage,
  'Sign in': SignInPage,
  'Make an account': SignUpPage,
  'Forgotten password': ForgottenPasswordPage,
  'Choose a new password': ResetPasswordPage,
  'What this is': AboutPage,
};

describe('pages', () => {
  it.each(Object.entries(PAGES))('“%s” has one heading and nothing that a checker objects to', async (title, Shown) => {
    const { container } = await renderPage(<Shown />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(title);
    expect(document.title).toMatch(/ – Support Market$/);
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('says in words what is missing when someone signs in with nothing', async () => {
    await renderPage(<SignInPage />);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByRole('alert').textContent).toContain('Enter your email address.');
  });
});
