// What photos look like on the wire.

import { MOST_ALT_TEXT } from '@support-market/domain/photos/photo-rules';
import { type Static, Type } from 'typebox';
import { closed, Id, InstantOut, oneOf, orNull } from '../../http/schemas.ts';

const Slug = Type.String({ pattern: '^[a-z0-9-]{1,100}$' });

export const SubjectQuery = closed(
  { organisation: Type.Optional(Slug), listing: Type.Optional(Slug) },
  { description: 'one of the two' },
);
export type SubjectQuery = Static<typeof SubjectQuery>;

const PHOTO = {
  id: Id,
  altText: Type.String(),
  files: Type.Array(closed({ url: Type.String(), width: Type.Integer(), height: Type.Integer() }), {
    description: 'the same picture in two sizes, the smaller first',
  }),
};

export const PhotosOut = closed({ items: Type.Array(closed(PHOTO)) });

export const OwnPhotosOut = closed({
  name: Type.String({ description: 'of the organisation or listing' }),
  shown: Type.Boolean({ description: 'whether everybody sees the page that they are on' }),
  most: Type.Integer({ description: 'how many there may be' }),
  items: Type.Array(
    closed({
      ...PHOTO,
      addedByName: orNull(Type.String({ description: 'null for somebody of another council' })),
      addedAt: InstantOut,
    }),
  ),
});

export const PhotoFileOut = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' });
export const FileParams = closed({ file: Type.String({ pattern: '^[0-9a-f]{64}\\.webp$' }) });
// its length is the domain's to judge, which says so in words
export const AltTextIn = closed({ altText: Type.String({ maxLength: MOST_ALT_TEXT * 10 }) });
export const MoveIn = closed({ to: oneOf(['earlier', 'later']) });
export const PhotoOut = closed({ id: Id });
