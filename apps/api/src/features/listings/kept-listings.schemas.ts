// What the API says of listings that were kept for a person. Of one that is no longer offered it says what was known when it was kept.

import { type Static, Type } from 'typebox';
import { closed, Id, InstantOut, orNull, PageQuery } from '../../http/schemas.ts';
import { MyPrice, Price } from './listings.schemas.ts';

const LONGEST_NOTE = 500;
const Note = Type.String({ maxLength: LONGEST_NOTE });

export const KeepIn = closed({ personId: Id, listingId: Id, note: Type.Optional(Note) });
export type KeepIn = Static<typeof KeepIn>;

export const KeptIdOut = closed({ id: Id });
export const NoteIn = closed({ note: Note });

export const MarksQuery = closed({ personId: Id });
export const MarksOut = closed({
  personName: Type.String(),
  mayKeep: Type.Boolean({ description: 'Whether the viewer may keep listings for this person, or only see them' }),
  items: Type.Array(closed({ id: Id, listingId: Id })),
});

export const KeptQuery = closed({ ...PageQuery, lineId: Type.Optional(Id) });
export type KeptQuery = Static<typeof KeptQuery>;

export const KeptOut = closed({
  personName: Type.String(),
  mayKeep: Type.Boolean(),
  readers: Type.Array(Type.String(), { description: 'Who else sees this list today: those who act for the person' }),
  items: Type.Array(
    closed({
      id: Id,
      listingId: Id,
      title: Type.String(),
      note: Type.String(),
      keptAt: InstantOut,
      keptBy: Type.String(),
      listing: orNull(
        closed(
          {
            slug: Type.String(),
            summary: Type.String(),
            organisationName: Type.String(),
            categoryName: Type.String(),
            free: Type.Boolean(),
            hasSpace: orNull(Type.Boolean()),
            stale: Type.Boolean(),
            offers: Type.Integer(),
            fromPrice: orNull(Price),
            myPrice: orNull(MyPrice),
          },
          { description: 'Null: it is no longer offered' },
        ),
      ),
    }),
  ),
  nextCursor: orNull(Type.String()),
});
export type KeptOut = Static<typeof KeptOut>;
