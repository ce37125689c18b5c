// When the schools of a council are open, as it says it.

import { type Static, Type } from 'typebox';
import { closed, DateIn, Line } from '../../http/schemas.ts';

const MOST_TERMS = 60;

export const SchoolTermsIn = closed({
  /** All of them: what is left out is a term no more. */
  items: Type.Array(closed({ name: Line(100), from: DateIn, to: DateIn }), { maxItems: MOST_TERMS }),
});
export type SchoolTermsIn = Static<typeof SchoolTermsIn>;

export const SchoolTermsOut = closed({
  items: Type.Array(closed({ name: Type.String(), from: Type.String(), to: Type.String() })),
});
