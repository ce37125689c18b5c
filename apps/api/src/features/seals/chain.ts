// The link of a chain: a keyed hash over the link before it and everything that a seal says, so that no seal can be
// changed, taken out or put in without every later one failing.

import type { Temporal } from 'temporal-polyfill';
import { keyedHash, type SealKey } from '../../ports/seal-keys/seal-keys.ts';

export interface SealedLink {
  readonly position: bigint;
  readonly kind: string;
  readonly version: number;
  readonly recordId: string;
  /** The moment by which a record that is kept by month is found; null for others. */
  readonly recordAt: Temporal.Instant | null;
  readonly payloadHash: string;
  readonly keyId: string;
  readonly sealedAt: Temporal.Instant;
}

/** The link before the first. */
export const CHAIN_START = '0'.repeat(64);

export function chainHash(key: SealKey, councilId: string, previous: string, link: SealedLink): string {
  const { position, kind, version, recordId, recordAt, payloadHash, keyId, sealedAt } = link;
  return keyedHash(
    key,
    JSON.stringify([
      'link v1',
      previous,
      councilId,
      position.toString(),
      kind,
      version,
      recordId,
      recordAt?.toString() ?? null,
      payloadHash,
      keyId,
      sealedAt.toString(),
    ]),
  );
}
