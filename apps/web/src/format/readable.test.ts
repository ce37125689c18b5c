// What somebody asks by an address must be what the page says that they asked.
import { expect, it } from 'vitest';
import { readableText } from './readable.ts';

it('signs that turn the writing or cannot be seen are left out of what an address asks', () => {
  expect(readableText('tea\u0000\u202Ehub\u2066')).toBe('tea hub');
  expect([null, ' ', '\u202E', '\u200B\u2060'].map(readableText)).toEqual(['', '', '', '']);
  expect(readableText('اردو')).toBe('اردو');
});
