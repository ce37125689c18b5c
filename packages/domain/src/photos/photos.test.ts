// What a photo may be, what is said of it, and in which order they stand.

import { describe, expect, it } from 'vitest';
import { checkPhotoSize, movedPhoto, photoFormatOf, readAltText } from './photo-rules.ts';

describe('a photo', () => {
  it('is what its first bytes say, and nothing else', () => {
    const of = (text: string) => photoFormatOf(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
    expect(of('\xff\xd8\xff\xe0')).toBe('jpeg');
    expect(of('\x89PNG\r\n\x1a\n')).toBe('png');
    expect(of('RIFF\x00\x00\x00\x00WEBPVP8 ')).toBe('webp');
    for (const other of [
      '',
      'GIF89a',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '<html>',
      '%PDF-1.7',
      'RIFF\x00\x00\x00\x00WAVE',
      'PK\x03\x04',
    ])
      expect(of(other), other).toBeNull();
  });

  it('of 20,000 by 20,000 pixels is refused, a telephone’s is taken, a stamp is too small', () => {
    const codeOf = (width: number, height: number) => {
      const checked = checkPhotoSize(width, height);
      return checked.ok ? 'ok' : checked.code;
    };
    expect(codeOf(20_000, 20_000)).toBe('photo.too_many_pixels');
    expect(codeOf(8_000, 6_000)).toBe('ok');
    expect(codeOf(199, 4_000)).toBe('photo.too_small');
  });

  it('needs words that say what is on it, not the name of a file', () => {
    const read = (text: string) => {
      const alt = readAltText(text);
      return alt.ok ? alt.value : alt.code;
    };
    expect(read('  Two people \n planting beans ')).toBe('Two people planting beans');
    expect(read(' … ')).toBe('photo.alt_missing');
    expect(read('IMG_2041.jpeg')).toBe('photo.alt_is_file_name');
    expect(read('DSC-0042')).toBe('photo.alt_is_file_name');
    expect(read('x'.repeat(251))).toBe('photo.alt_too_long');
  });

  it('moves by one place, and not past either end', () => {
    expect(movedPhoto(['a', 'b', 'c'], 'b', 'earlier')).toEqual(['b', 'a', 'c']);
    expect(movedPhoto(['a', 'b', 'c'], 'b', 'later')).toEqual(['a', 'c', 'b']);
    expect(movedPhoto(['a', 'b', 'c'], 'a', 'earlier')).toEqual(['a', 'b', 'c']);
    expect(movedPhoto(['a', 'b', 'c'], 'c', 'later')).toEqual(['a', 'b', 'c']);
  });
});
