// Unpacks a WOFF font into the plain font inside it, once: pdfkit would otherwise inflate a whole table for each letter.
// Source: W3C, WOFF File Format 1.0, sections 3 to 5.

import { inflateSync } from 'node:zlib';

const WOFF = { signature: 'wOFF', header: 44, entry: 20 } as const;
const SFNT = { header: 12, entry: 16 } as const;

const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** The TrueType or OpenType file that `woff` holds. Throws when it is no WOFF file. */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== WOFF.signature) throw new RangeError('not a WOFF font');
  const count = woff.readUInt16BE(12);
  const entries = Array.from({ length: count }, (_, index) => {
    const at = WOFF.header + index * WOFF.entry;
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
    const bytes = woff.subarray(offset, offset + packed);
    // A table that would not become smaller is kept as it is.
    return {
      tag: woff.subarray(at, at + 4),
      sum: woff.readUInt32BE(at + 16),
      length,
      bytes,
      isPacked: packed < length,
    };
  });
  const directory = SFNT.header + count * SFNT.entry;
  const font = Buffer.alloc(entries.reduce((size, { length }) => size + padded(length), directory));
  const halvings = Math.floor(Math.log2(count));
  font.writeUInt32BE(woff.readUInt32BE(4), 0);
  font.writeUInt16BE(count, 4);
  font.writeUInt16BE(2 ** halvings * SFNT.entry, 6);
  font.writeUInt16BE(halvings, 8);
  font.writeUInt16BE((count - 2 ** halvings) * SFNT.entry, 10);
  let offset = directory;
  for (const [index, { tag, sum, length, bytes, isPacked }] of entries.entries()) {
    const at = SFNT.header + index * SFNT.entry;
    tag.copy(font, at);
    font.writeUInt32BE(sum, at + 4);
    font.writeUInt32BE(offset, at + 8);
    font.writeUInt32BE(length, at + 12);
    (isPacked ? inflateSync(bytes) : bytes).copy(font, offset);
    offset += padded(length);
  }
  return font;
}
