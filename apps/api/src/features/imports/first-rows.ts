// Remembers in which row of a file each key came first. A file may have a million rows and a Map needs a hundred bytes for
// each, so a key is kept as 64 bits of its digest, in a table of numbers: 12 bytes, and room to grow.

import { hash } from 'node:crypto';

const START = 1_024;
const FULLEST = 0.7;

const digestOf = (key: string): bigint => hash('sha256', key, 'buffer').readBigUInt64LE();

export class FirstRows {
  /** A digest and its row share a place; a row of 0 is a free place, as rows begin at 1. */
  #digests = new BigUint64Array(START);
  #rows = new Uint32Array(START);
  #size = 0;

  /**
   * The row in which the key came before; undefined if this one (1 or more) is its first, which is then remembered.
   * Two keys of a million are taken for one with a chance of 1 in 30 million.
   */
  noted(key: string, row: number): number | undefined {
    const digest = digestOf(key);
    const place = this.#placeOf(digest);
    const earlier = this.#rows[place];
    if (earlier !== undefined && earlier > 0) return earlier;
    this.#digests[place] = digest;
    this.#rows[place] = row;
    this.#size += 1;
    if (this.#size > FULLEST * this.#rows.length) this.#grow();
    return undefined;
  }

  /** Whether the key was noted. */
  has(key: string): boolean {
    return (this.#rows[this.#placeOf(digestOf(key))] ?? 0) > 0;
  }

  /** Where the digest lies, or the free place where it would. */
  #placeOf(digest: bigint): number {
    const last = this.#rows.length - 1;
    let place = Number(digest & BigInt(last));
    while (this.#rows[place] !== 0 && this.#digests[place] !== digest) place = (place + 1) & last;
    return place;
  }

  #grow(): void {
    const digests = this.#digests;
    const rows = this.#rows;
    this.#digests = new BigUint64Array(2 * rows.length);
    this.#rows = new Uint32Array(2 * rows.length);
    rows.forEach((row, from) => {
      const digest = digests[from];
      if (row === 0 || digest === undefined) return;
      const place = this.#placeOf(digest);
      this.#digests[place] = digest;
      this.#rows[place] = row;
    });
  }
}
