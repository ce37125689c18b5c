// A refusal without words is a dead end for the person who meets it, so every code must have its sentence.
import { PROBLEM_CODES } from '@support-market/domain/shared/problems';
import { describe, expect, it } from 'vitest';
import { sayProblem as sayProblemIn } from './use-words.ts';
import { words } from './words.ts';

const sayProblem = (code: string, details = {}, field?: string) => sayProblemIn(words, code, details, field);

describe('words for problems', () => {
  it.each(PROBLEM_CODES)('has a plain sentence of its own for %s', (code) => {
    const sentence = sayProblem(code);
    expect(sentence).toMatch(/^[A-Z].*[.?]$/s);
    if (code !== 'server.unexpected') expect(sentence).not.toBe(sayProblem('no.such.code'));
  });

  it('names the answer that is missing where it can', () => {
    expect(sayProblem('field.required', {}, 'email')).toBe('Enter your email address.');
    expect(sayProblem('field.required@why', {}, 'reason')).toBe('Say why, in a few words.');
    // Many things have a name: a form that asks for the reader's own says so.
    expect(sayProblem('field.required', {}, 'name')).toBe('Enter the name.');
    expect(sayProblem('field.required@yourName', {}, 'name')).toBe('Enter your name.');
    expect(sayProblem('field.required', {}, 'no-field-of-ours')).toBe('Fill this in.');
  });
});
