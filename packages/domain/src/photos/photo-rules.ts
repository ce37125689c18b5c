// What a photograph for the catalogue may be, and what has to be said of it. Of a file only its bytes are believed: a name
// or a media type is what the sender says.
// Source: WCAG 2.2, 1.1.1 (alternative text); limits from docs/decisions/0025-photos.md.

import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';

export const MOST_PHOTOS = 12;
export const MOST_PHOTO_BYTES = 10 * 1024 * 1024;
/** More than any telephone's camera in its usual mode; a file may say a size that would fill the memory. */
export const MOST_PIXELS = 50_000_000;
export const LEAST_SIDE = 200;
export const MOST_ALT_TEXT = 250;

export const PHOTO_FORMATS = ['jpeg', 'png', 'webp'] as const;
export type PhotoFormat = (typeof PHOTO_FORMATS)[number];

const begins = (bytes: Uint8Array, start: readonly number[], at = 0): boolean =>
  start.every((byte, index) => bytes[at + index] === byte);
const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** What the first bytes say that a file is; null for everything that is not one of the three. */
export function photoFormatOf(bytes: Uint8Array): PhotoFormat | null {
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (begins(bytes, [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (begins(bytes, ascii('RIFF')) && begins(bytes, ascii('WEBP'), 8)) return 'webp';
  return null;
}

export type PhotoSizeCode = CodeOf<'photo.too_many_pixels' | 'photo.too_small'>;

/** Whether a picture of this size may be taken in; asked before a pixel of it is read. */
export function checkPhotoSize(width: number, height: number): Result<null, PhotoSizeCode> {
  if (width * height > MOST_PIXELS) return refuse('photo.too_many_pixels', { width, height });
  if (Math.min(width, height) < LEAST_SIDE) return refuse('photo.too_small', { width, height });
  return ok(null);
}

export type AltTextCode = CodeOf<'photo.alt_is_file_name' | 'photo.alt_missing' | 'photo.alt_too_long'>;

/** The words for those who do not see the photo, without space too much. The name of a file tells them nothing. */
export function readAltText(text: string): Result<string, AltTextCode> {
  const tidy = text.replace(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(tidy)) return refuse('photo.alt_missing');
  if (tidy.length > MOST_ALT_TEXT) return refuse('photo.alt_too_long');
  if (/^\S+\.(jpe?g|png|webp|heic|gif)$/i.test(tidy) || /^(img|dsc|dscn|pxl|photo|image)[-_ ]?\d+$/i.test(tidy)) {
    return refuse('photo.alt_is_file_name');
  }
  return ok(tidy);
}

export type PhotoMove = 'earlier' | 'later';

/** The ids in their new order after one of them moved by a place; as they were where it stands at the end already. */
export function movedPhoto(ids: readonly string[], id: string, move: PhotoMove): readonly string[] {
  const from = ids.indexOf(id);
  const to = move === 'earlier' ? from - 1 : from + 1;
  if (from < 0 || to < 0 || to >= ids.length) return ids;
  const others = ids.filter((one) => one !== id);
  return [...others.slice(0, to), id, ...others.slice(to)];
}
