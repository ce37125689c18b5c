// What the API says of reports: what was written, by which side, and why the other side has the council look at it.

import { type Static, Type } from 'typebox';
import { closed, Id, InstantOut, NeededText, oneOf, PageQuery, pageOf } from '../../http/schemas.ts';

const Side = oneOf(['person', 'provider']);
const LONGEST = 500;

export const ReasonIn = closed({ reason: NeededText(LONGEST) });
export const ReplyIn = closed({
  reply: NeededText(LONGEST, { description: 'what the side that reported it is told' }),
});
export const ReportedOut = closed({ reported: Type.Boolean() });
export const SettledOut = closed({ id: Id });

export const ReportsQuery = closed(PageQuery);
export type ReportsQuery = Static<typeof ReportsQuery>;
export const ReportsOut = pageOf(
  closed({
    id: Id,
    title: Type.String(),
    personName: Type.String(),
    organisationName: Type.String(),
    side: Side,
    words: Type.String(),
    reportedSide: Side,
    reason: Type.String(),
    reportedAt: InstantOut,
  }),
);
