// A refusal that leaves the API has a title that a person can read, and no title is left over.
import { PROBLEM_CODES } from '@support-market/domain/shared/problems';
import { expect, it } from 'vitest';
import titles from './en/plain/problem-titles.json' with { type: 'json' };

it('every problem code has a title, and every title a code', () => {
  expect(Object.keys(titles)).toEqual([...PROBLEM_CODES]);
  for (const title of Object.values(titles)) expect(title).toMatch(/^[A-Z].*[^.]$/);
});
