// Reads the form with a photo: its fields in whatever order they come, and no more of the file than a photo may have.

import { MOST_PHOTO_BYTES } from '@support-market/domain/photos/photo-rules';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../platform/problem-error.ts';
import { isReadableText } from '../../platform/readable-text.ts';
import type { NewPhoto } from './photos.service.ts';

const SLUG = /^[a-z0-9-]{1,100}$/;

/** A file over a photo's bounds is read to here, so that it can be refused in words beside what else was filled in. */
const MOST_READ = 8 * MOST_PHOTO_BYTES;

async function readFile(stream: AsyncIterable<Buffer>): Promise<NewPhoto['file']> {
  let chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > MOST_PHOTO_BYTES) chunks = [];
    else chunks.push(chunk);
  }
  if (length > MOST_PHOTO_BYTES) return 'too-big';
  // a browser sends an empty part where no file was chosen
  return length === 0 ? null : Buffer.concat(chunks);
}

export async function readPhotoForm(request: FastifyRequest): Promise<NewPhoto> {
  const fields = new Map<string, string>();
  let file: NewPhoto['file'] = null;
  const limits = { files: 1, fields: 5, fieldSize: 10_000, fileSize: MOST_READ };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') file = await readFile(part.file);
    else if (typeof part.value === 'string') fields.set(part.fieldname, part.value);
  }
  const organisation = fields.get('organisation');
  const listing = fields.get('listing');
  const slug = organisation ?? listing ?? '';
  if ((organisation === undefined) === (listing === undefined) || !SLUG.test(slug)) {
    throw new ProblemError('request.invalid');
  }
  const altText = fields.get('altText') ?? '';
  if (!isReadableText(altText)) {
    throw new ProblemError('request.invalid', { errors: [{ pointer: '/altText', code: 'field.pattern' }] });
  }
  return { organisation, listing, altText, file };
}
