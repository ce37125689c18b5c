// What the API says of questions before buying: a thread in a list, one with what was written, and what can be asked.

import { type Static, Type } from 'typebox';
import { closed, Id, InstantOut, NeededText, oneOf, orNull, PageQuery, pageOf } from '../../http/schemas.ts';

const LONGEST_WORDS = 2_000;
const SIDES = ['person', 'provider'] as const;

const Words = NeededText(LONGEST_WORDS);

export const AskIn = closed({ personId: Id, listingId: Id, words: Words });
export type AskIn = Static<typeof AskIn>;
export const WordsIn = closed({ words: Words });
export const QuestionIdOut = closed({ id: Id });

const thread = {
  id: Id,
  personName: Type.String({
    description: 'Their name; for the provider the first half of the postcode, until it may know more',
  }),
  organisationName: Type.String(),
  title: Type.String(),
  slug: orNull(Type.String({ description: 'Null: it is no longer offered' })),
  side: oneOf(SIDES),
  writtenAt: InstantOut,
  lastSide: oneOf(SIDES),
  entries: Type.Integer(),
  orderId: orNull(Id),
};

export const QuestionsQuery = closed({
  ...PageQuery,
  personId: Type.Optional(Id),
  orderId: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'about what is on this order, for its person' })),
});
export type QuestionsQuery = Static<typeof QuestionsQuery>;
export const QuestionsOut = pageOf(closed(thread));

export const EntriesQuery = closed(PageQuery);
export type EntriesQuery = Static<typeof EntriesQuery>;

export const QuestionOut = closed({
  ...thread,
  mayWrite: Type.Boolean(),
  readers: Type.Array(Type.String(), { description: 'For the person’s side: who acts for them today' }),
  items: Type.Array(
    closed({
      id: Id,
      side: oneOf(SIDES),
      own: Type.Boolean(),
      writtenBy: orNull(Type.String({ description: 'Null where the other side’s people are not named' })),
      writtenAt: InstantOut,
      words: Type.String(),
    }),
    { description: 'Newest first' },
  ),
  nextCursor: orNull(Type.String()),
});
export type QuestionOut = Static<typeof QuestionOut>;

export const AskingQuery = closed({ personId: Id, listingId: Id });
export type AskingQuery = Static<typeof AskingQuery>;
export const AskingOut = closed({
  mayAsk: Type.Boolean({ description: 'Whether the viewer may ask for this person, and somebody can answer' }),
  questionId: orNull(Id),
  organisationName: Type.String(),
  readers: Type.Array(Type.String()),
  usual: orNull(
    closed(
      { within: oneOf(['hour', 'hours', 'day', 'days']), count: Type.Integer() },
      {
        description: 'How long an answer usually takes; null where too few questions were answered lately',
      },
    ),
  ),
});
