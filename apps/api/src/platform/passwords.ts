// Passwords are kept as argon2id hashes only, and checking one takes the same time whether the account exists or not.

import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { normalPassword } from '@support-market/domain/access/password-rules';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The argon2id hash (PHC string, with its own salt) of a password. */
export async function hashPassword(password: string): Promise<string> {
  return hash(normalPassword(password), COST);
}

let noAccount: Promise<string> | undefined;

/** Whether the password belongs to the hash. With no hash it does the same work and says no. */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  if (kept !== null) return verify(kept, normalPassword(password));
  noAccount ??= hashPassword('no-account-has-this-password');
  await verify(await noAccount, normalPassword(password));
  return false;
}
