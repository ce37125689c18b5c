// The rules of passwords and sessions at their edges.

import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { checkPassword } from './password-rules.ts';
import { FREE_TRIES, sessionEnd, waitSeconds } from './session-rules.ts';

const OWNER = { email: 'asha.patel@harbourside.example', name: 'Asha Patel' };
const at = Temporal.Instant.from('2026-11-02T09:00:00Z');

describe('a password', () => {
  test.each([
    ['three plain words', 'purple kettle morning'],
    ['twelve characters without a capital or a sign', 'plumsandgate'],
    ['letters of any alphabet', 'сад и чайник'],
  ])('may be %s', (_what, password) => {
    expect(checkPassword(password, OWNER).ok).toBe(true);
  });

  test.each([
    ['password.too_short', 'elevenchars'],
    ['password.too_short', 'x'.repeat(201)],
    ['password.too_common', 'Password1234'],
    ['password.too_common', 'aaaaaaaaaaaaaa'],
    ['password.too_common', '123456789012'],
    ['password.too_common', 'abcdefghijkl'],
    ['password.too_common', '!!!!!!!!!!!!?'],
    ['password.about_you', 'ashapatel2026'],
    ['password.about_you', 'asha.patel@harbourside.example'],
  ])('is refused with %s: %s', (code, password) => {
    expect(checkPassword(password, OWNER)).toMatchObject({ ok: false, code });
  });

  test('counts characters as a person does, not as a computer stores them', () => {
    expect(checkPassword('🌻🌷🌼🌹🌺🌸', OWNER)).toMatchObject({ code: 'password.too_short' });
  });
});

describe('a wait after wrong passwords', () => {
  test('is none for the first tries, then doubles, then stays at a quarter of an hour', () => {
    expect(waitSeconds(FREE_TRIES - 1, at, at)).toBe(0);
    expect([0, 1, 2, 3, 4, 5, 60].map((more) => waitSeconds(FREE_TRIES + more, at, at))).toEqual([
      30, 60, 120, 240, 480, 900, 900,
    ]);
  });

  test('ends by itself', () => {
    expect(waitSeconds(FREE_TRIES, at, at.add({ seconds: 29 }))).toBe(1);
    expect(waitSeconds(FREE_TRIES, at, at.add({ seconds: 30 }))).toBe(0);
  });
});

test('a session that is used moves its end on, but never past thirty days', () => {
  expect(sessionEnd(at, at).toString()).toBe('2026-11-09T09:00:00Z');
  expect(sessionEnd(at, at.add({ hours: 24 * 28 })).toString()).toBe('2026-12-02T09:00:00Z');
});
