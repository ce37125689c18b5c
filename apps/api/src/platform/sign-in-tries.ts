// Counts wrong passwords so that guessing is slow: by address and place together, by place, and by address over all places
// that it never signed in from. A stranger cannot lock the owner out of a browser that the owner has used.

import { isIPv6 } from 'node:net';
import { waitSeconds } from '@support-market/domain/access/session-rules';
import type { AppContext } from './context.ts';
import { ProblemError } from './problem-error.ts';
import { blindHash } from './session-tokens.ts';
import { countTry, forgetAllTries, forgetTries, type TriesKey } from './sign-in-tries.repo.ts';

/** Where a try comes from: a browser in which this account signed in before, or else a network address. */
export interface TrySource {
  readonly device: string | null;
  readonly address: string;
}

/** Where an address is: one household's IPv6 addresses (the first 64 bits) are one place. */
export function placeOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const first = head.split(':').filter((group) => group !== '');
  const last = tail === undefined ? [] : tail.split(':').filter((group) => group !== '');
  const middle = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  return [...first, ...middle, ...last]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

function keyOf(context: AppContext, email: string, source: TrySource): TriesKey {
  const secret = context.config.sessionSecret;
  return {
    emailHash: blindHash(secret, 'email', email.toLowerCase()),
    sourceHash:
      source.device === null
        ? blindHash(secret, 'source', placeOf(source.address))
        : blindHash(secret, 'device', source.device),
    known: source.device !== null,
  };
}

const turns = new Map<string, Promise<unknown>>();

/** Tries for one address from one place take turns, so that many right ones at once do not look like guessing. */
async function inTurn<Value>(key: string, work: () => Promise<Value>): Promise<Value> {
  const before = turns.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(key, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(key) === mine) turns.delete(key);
  }
}

/**
 * Runs `check` as one try. It is counted before it runs, and forgotten when `check` answers something but null.
 * Throws session.wait, whether or not the address has an account, while this place must wait.
 */
export async function asTry<Value>(
  context: AppContext,
  email: string,
  source: TrySource,
  check: () => Promise<Value | null>,
): Promise<Value | null> {
  const key = keyOf(context, email, source);
  return inTurn(`${key.emailHash}${key.sourceHash}`, async () => {
    const wait = await countTry(context.db, key, context.clock.now(), waitSeconds);
    if (wait > 0) throw new ProblemError('session.wait', { details: { waitSeconds: wait } });
    const value = await check();
    if (value !== null) await forgetTries(context.db, key);
    return value;
  });
}

/** Lets every place try again at once, after the owner proved who they are by a link from a mail. */
export async function forgiveTries(context: AppContext, email: string): Promise<void> {
  await forgetAllTries(context.db, blindHash(context.config.sessionSecret, 'email', email.toLowerCase()));
}
