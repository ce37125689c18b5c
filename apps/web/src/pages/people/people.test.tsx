// Choosing for whom something is done: a search by name that goes on where its reader came from, for that person.
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { Page } from './people.tsx';

const person = { id: 'per_1', name: 'Asha Example', reference: 'P-1', careGroups: [], state: 'active', mandate: null };
answerWith(() => ({
  '/api/session': signedInAs('broker'),
  '/api/people': { items: [person], nextCursor: 'more' },
}));
const open = (next: string) =>
  renderPage(<Page />, { path: '/people', at: `/people?search=ash&next=${encodeURIComponent(next)}` });
const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href');

it('leads on for the chosen person, from the first page and with their own money', async () => {
  await open('/search?what=garden&line=line_9&cursor=abc');
  await screen.findByRole('heading', { name: 'Who is it for?' });
  await screen.findByRole('link', { name: 'Asha Example' });
  expect(hrefOf('Asha Example')).toBe('/search?what=garden&person=per_1');
  expect(hrefOf('Next page')).toContain('next=%2Fsearch');
});

it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example'])(
  'leads to the person where the address names another place: %s',
  async (next) => {
    await open(next);
    await screen.findByRole('link', { name: 'Asha Example' });
    expect(hrefOf('Asha Example')).toBe('/people/per_1');
  },
);
