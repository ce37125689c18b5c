// The head of a chain as one line of text, so that it can leave the database by mail, file or log and be read back from
// any of them: whatever stands before or after it, and wherever a mail program broke the line.

export interface SealHead {
  readonly councilId: string;
  readonly position: bigint;
  readonly keyId: string;
  readonly chainHash: string;
  /** When it left, as ISO 8601 in UTC. */
  readonly at: string;
}

export function headLine({ councilId, position, keyId, chainHash, at }: SealHead): string {
  return `seal-head v1 ${councilId} ${position} ${keyId} ${chainHash} ${at}`;
}

const HEAD =
  /seal-head\s+v1\s+([a-z0-9_]{1,60})\s+([0-9]{1,18})\s+([0-9a-f]{8})\s+([0-9a-f]{64})\s+([0-9TZ:.+-]{10,40})/g;

/** Every head in a text: a file of heads, a log, or saved mails one after another. */
export function readHeads(text: string): SealHead[] {
  return [...text.matchAll(HEAD)].map(([, councilId = '', position = '0', keyId = '', chainHash = '', at = '']) => ({
    councilId,
    position: BigInt(position),
    keyId,
    chainHash,
    at,
  }));
}
