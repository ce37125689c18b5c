import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { unpackWoff } from './woff.ts';

const FILE = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff';

/** A table's sum as the font's maker wrote it down: its words added up, without what overflows. `head` leaves its own out. */
function sumOf(table: Buffer, tag: string): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) {
    if (tag === 'head' && at === 8) continue;
    sum = (sum + table.readUInt32BE(at)) >>> 0;
  }
  return sum;
}

describe('a font', () => {
  test('comes out of its WOFF file with every table as its maker summed it up', () => {
    const font = unpackWoff(readFileSync(createRequire(import.meta.url).resolve(FILE)));
    const tags = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const at = 12 + index * 16;
      const tag = font.toString('latin1', at, at + 4);
      const [sum, offset, length] = [font.readUInt32BE(at + 4), font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
      expect(sumOf(font.subarray(offset, offset + Math.ceil(length / 4) * 4), tag), tag).toBe(sum);
      return tag;
    });
    expect(tags).toEqual(expect.arrayContaining(['glyf', 'head', 'loca', 'name']));
  });

  test('that is no WOFF file is refused', () => {
    expect(() => unpackWoff(Buffer.from('OTTO and more'))).toThrow('not a WOFF font');
  });
});
