// The keys under which records are sealed. The database never holds one: an operator gives it in the environment, and on
// the built-in server it lies in the data folder, beside the database's own files and not among them.

import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SealKey {
  /** Written into each seal, so that a seal tells which key it needs; it gives nothing of the key away. */
  readonly id: string;
  readonly secret: string;
}

export interface SealKeys {
  /** New seals are made with this one. */
  readonly current: SealKey;
  /** This one and those that came before it. */
  readonly byId: ReadonlyMap<string, SealKey>;
}

export interface SealKeySource {
  readonly sealKey: string | null;
  /** Keys that were used before; their seals are still proved with them. */
  readonly earlierSealKeys: readonly string[];
  readonly dataDir: string;
}

const FILE = 'seal-key';

function keyOf(secret: string): SealKey {
  return { id: createHash('sha256').update(`name of a seal key\n${secret}`).digest('hex').slice(0, 8), secret };
}

/** The key in the data folder, made when there is none. Two processes that start together agree on one. */
function keptKey(dataDir: string): string {
  const path = join(dataDir, FILE);
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < 32) throw new Error(`The seal key in ${path} is damaged: it must have at least 32 characters.`);
  return secret;
}

const opened = new Map<string, SealKeys>();

/** The keys to seal and to prove with; the same object for the same source. */
export function openSealKeys(source: SealKeySource): SealKeys {
  const name = JSON.stringify([source.sealKey, source.earlierSealKeys, source.dataDir]);
  const before = opened.get(name);
  if (before) return before;
  const current = keyOf(source.sealKey ?? keptKey(source.dataDir));
  const all = [...source.earlierSealKeys.map(keyOf), current];
  const keys: SealKeys = { current, byId: new Map(all.map((key) => [key.id, key])) };
  opened.set(name, keys);
  return keys;
}

/** A hash that only the holder of the key can make (HMAC with SHA-256), as hexadecimal digits. */
export function keyedHash(key: SealKey, text: string): string {
  return createHmac('sha256', key.secret).update(text).digest('hex');
}
