// What makes a password good enough: length, and not being what everyone guesses first. No rules about capitals and
// signs, which make people choose weaker ones. Source: NCSC, "Password policy: updating your approach".

import { ok, type Result, refuse } from '../shared/result.ts';

export const SHORTEST_PASSWORD = 12;
/** Longer ones would only cost time to hash. */
export const LONGEST_PASSWORD = 200;

/** Letters and figures of the passwords of twelve and more that leaked lists hold most often, and of what this place suggests. */
const COMMON = new Set([
  'administrator',
  'changemeplease',
  'correcthorsebatterystaple',
  'football12345',
  'harbourside12',
  'iloveyou1234',
  'letmeinletmein',
  'liverpool1234',
  'manchester123',
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'qwerty123456',
  'qwertyqwerty',
  'qwertyuiop12',
  'qwertyuiop123',
  'supportmarket',
  'supportmarket1',
  'threerandomwords',
  'welcome12345',
  'welcomewelcome',
]);

/** Rows of keys and of the alphabet that fingers run along. */
const RUNS = [
  '01234567890123456789',
  '09876543210987654321',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
];

export type PasswordCode = 'password.too_short' | 'password.too_common' | 'password.about_you';

/** Whose password it is to be, so that it does not repeat what a stranger knows. */
export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
}

/** The password as it is hashed: the same keys give the same text on every device (Unicode NFKC). */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/** The normal form of a password that may be used, or why not. */
export function checkPassword(password: string, owner: PasswordOwner): Result<string, PasswordCode> {
  const normal = normalPassword(password);
  const characters = [...normal];
  if (characters.length < SHORTEST_PASSWORD || characters.length > LONGEST_PASSWORD)
    return refuse('password.too_short');
  const bare = normal.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const fewSigns = new Set(characters).size < 4;
  if (fewSigns || COMMON.has(bare) || (bare.length > 0 && RUNS.some((run) => run.includes(bare)))) {
    return refuse('password.too_common');
  }
  return repeatsOwner(bare, owner) ? refuse('password.about_you') : ok(normal);
}

/** Whether little is left of a password when the owner's name and address are taken out of it. */
function repeatsOwner(bare: string, owner: PasswordOwner): boolean {
  const parts = `${owner.email} ${owner.name}`
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= 3)
    .sort((a, b) => b.length - a.length);
  const rest = parts.reduce((text, part) => text.replaceAll(part, ''), bare);
  return rest !== bare && rest.length < 6;
}
