// Takes what somebody sent as a photograph apart and makes it again: only pixels pass. What a file says about itself (where
// it was taken, by which telephone), what hangs behind its end, and every format but three stay outside.

import { createHash } from 'node:crypto';
import { checkPhotoSize, type PhotoSizeCode, photoFormatOf } from '@support-market/domain/photos/photo-rules';
import type { CodeOf } from '@support-market/domain/shared/problems';
import { ok, type Result, refuse } from '@support-market/domain/shared/result';
import type { Sharp, SharpOptions } from 'sharp';

export const PICTURE_TYPE = 'image/webp';
const SIZES = { small: 640, large: 1600 } as const;
export type PictureSize = keyof typeof SIZES;

export interface Picture {
  readonly size: PictureSize;
  /** SHA-256 of the content, in hexadecimal. */
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  readonly content: Buffer;
}

export type PictureCode = PhotoSizeCode | CodeOf<'photo.broken' | 'photo.not_a_photo'>;

type Open = (bytes: Buffer, options: SharpOptions) => Sharp;

/** Loaded when the first photo comes, so that a machine without the library can do everything else. */
let opened: Promise<Open> | undefined;
async function openLibrary(): Promise<Open> {
  const { default: sharp } = await import('sharp');
  // of all that the library reads (SVG and PDF among it) these alone
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  });
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

const SECONDS_FOR_ONE = 20;

async function remake(open: Open, bytes: Buffer): Promise<Result<readonly Picture[], PictureCode>> {
  const format = photoFormatOf(bytes);
  if (format === null) return refuse('photo.not_a_photo');
  // The size is checked below, from the heading alone, so that it is refused by its own name.
  const reading: SharpOptions = { failOn: 'error', limitInputPixels: false };
  let size: { readonly width: number; readonly height: number };
  try {
    const facts = await open(bytes, reading).metadata();
    if (facts.format !== format) return refuse('photo.not_a_photo');
    size = facts.autoOrient;
  } catch {
    return refuse('photo.broken');
  }
  const checked = checkPhotoSize(size.width, size.height);
  if (!checked.ok) return checked;
  const made: Picture[] = [];
  try {
    for (const name of ['large', 'small'] as const) {
      const side = SIZES[name];
      // as it was held, before what says so is left behind; a see-through ground is white, as the pages are
      const { data, info } = await open(bytes, { ...reading, limitInputPixels: size.width * size.height })
        .timeout({ seconds: SECONDS_FOR_ONE })
        .autoOrient()
        .resize(side, side, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .webp({ quality: 80 })
        .toBuffer({ resolveWithObject: true });
      const hash = createHash('sha256').update(data).digest('hex');
      made.push({ size: name, hash, width: info.width, height: info.height, content: data });
    }
  } catch {
    return refuse('photo.broken');
  }
  return ok(made);
}

let last: Promise<unknown> = Promise.resolve();

/** The photo in its two sizes, without anything but its pixels. One is made after the other, so that many at once need the memory of one. */
export async function readPicture(bytes: Buffer): Promise<Result<readonly Picture[], PictureCode>> {
  opened ??= openLibrary();
  const open = await opened;
  const mine = last.then(() => remake(open, bytes));
  last = mine.catch(() => undefined);
  return mine;
}
