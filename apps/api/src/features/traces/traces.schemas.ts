// The shape of one pound's way: steps in order, each with when, who (by role), how much, and what it can be followed by.

import { type Static, Type } from 'typebox';
import { closed, InstantOut, NeededText, orNull, PageQuery, PenceOut } from '../../http/schemas.ts';

export const TraceParams = closed({
  reference: Type.String({ minLength: 3, maxLength: 120, pattern: '^[\\w:./ -]+$' }),
});
export const TraceQuery = closed({
  reason: Type.Unsafe<string>({
    ...NeededText(500, { description: 'why it is looked at; the people concerned can read it' }),
    minLength: 5,
  }),
  ...PageQuery,
});

export const STEP_KINDS = [
  'award',
  'order-placed',
  'reserve',
  'order-accepted',
  'order-declined',
  'visit-recorded',
  'visit-confirmed',
  'deliver',
  'overrun',
  'release',
  'invoice',
  'approve-invoice',
  'pay-in-due',
  'payment-proposed',
  'payment-authorised',
  'bank-file',
  'bank-result',
  'pay',
  'pay-in',
  'settlement',
  'remittance',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const StepOut = closed({
  key: Type.String(),
  kind: Type.Unsafe<StepKind>(Type.String({ enum: [...STEP_KINDS] })),
  at: orNull(InstantOut),
  roles: Type.Array(Type.String()),
  name: orNull(Type.String({ description: 'of an officer of the council; other people keep theirs' })),
  /** of the whole record, such as the invoice */
  amountPence: orNull(PenceOut),
  /** of that, what belongs to this thread */
  partPence: orNull(PenceOut),
  /** what to ask for to follow this step by itself */
  reference: orNull(Type.String()),
  state: orNull(Type.String()),
  details: Type.Unsafe<Readonly<Record<string, string>>>(Type.Object({}, { additionalProperties: Type.String() })),
  back: orNull(Type.String()),
  forward: orNull(Type.String()),
});
export type Step = Static<typeof StepOut>;

const ThreadOut = closed({
  key: Type.String(),
  visitId: orNull(Type.String()),
  lineId: Type.String(),
  lineName: Type.String(),
  funderName: Type.String({ description: 'Whose money the line is of' }),
  personReference: Type.String(),
  serviceDate: orNull(Type.String({ description: 'YYYY-MM-DD' })),
  organisationName: orNull(Type.String()),
  steps: Type.Array(StepOut),
});
export type Thread = Static<typeof ThreadOut>;

export const TraceOut = closed({
  reference: Type.String(),
  kind: Type.Union([
    Type.Literal('order'),
    Type.Literal('visit'),
    Type.Literal('line'),
    Type.Literal('invoice'),
    Type.Literal('payment'),
    Type.Literal('payment-run'),
  ]),
  threads: Type.Integer({ description: 'how many there are in all' }),
  agrees: Type.Boolean(),
  checks: Type.Array(
    closed({ name: Type.String(), firstPence: PenceOut, secondPence: PenceOut, agrees: Type.Boolean() }),
  ),
  items: Type.Array(ThreadOut),
  /** money paid in advance to its holder, newest first, the first hundred */
  payIns: Type.Array(ThreadOut),
  nextCursor: orNull(Type.String()),
});
export type TraceAnswer = Static<typeof TraceOut>;
