// A person's money as they read it: three amounts of the budget, and for each line what is spent, spoken for and left.

import { Type } from 'typebox';
import { closed, DateOut, Id, orNull, PageQuery, PenceOut } from '../../http/schemas.ts';

const Figures = {
  awardedPence: PenceOut,
  spentPence: PenceOut,
  spokenForPence: PenceOut,
  leftPence: PenceOut,
};

const Sentence = {
  /** Rounded down; null in the last week, when nothing is left, and where no year end is known. */
  aboutPerWeekPence: orNull(PenceOut),
  daysLeft: Type.Integer(),
};

/** Cash that someone holds for this line. Over the limit is talked about, never taken. */
export const PurseOut = closed({
  inPence: PenceOut,
  outPence: PenceOut,
  leftPence: PenceOut,
  limitPence: orNull(PenceOut),
  over: Type.Boolean(),
});

export const MoneyLineOut = closed({
  id: Id,
  name: Type.String(),
  reference: Type.String(),
  stream: Type.String(),
  arrangement: Type.String(),
  arrangementName: Type.String(),
  arrangementWords: Type.String(),
  holderName: orNull(Type.String()),
  state: Type.String(),
  startsOn: DateOut,
  endsOn: DateOut,
  weeklyPence: orNull(PenceOut),
  ...Figures,
  ...Sentence,
  owedPence: { ...PenceOut, description: 'Owed to the council, because card money that was spent was taken back' },
  purse: orNull(PurseOut),
  mayPayByCard: Type.Boolean(),
});

export const MoneyOut = closed({
  person: closed({
    id: Id,
    name: Type.String(),
    own: Type.Boolean(),
    selfFunded: Type.Boolean({ description: 'They made their own account: there is no council money, and no year' }),
  }),
  today: DateOut,
  /** Null for a reader who may see single lines only, and before there is a budget. */
  budget: orNull(
    closed({
      id: Id,
      startsOn: DateOut,
      endsOn: DateOut,
      costPence: PenceOut,
      contributionPence: PenceOut,
      councilPence: PenceOut,
    }),
  ),
  otherBudgets: Type.Array(closed({ id: Id, startsOn: DateOut, endsOn: DateOut })),
  total: closed(Figures),
  streams: Type.Array(closed({ stream: Type.String(), ...Figures })),
  lines: Type.Array(MoneyLineOut),
});

export const MoneyQuery = closed({ budget: Type.Optional(Id) });

export const BuildUpOut = closed({
  limitWeeks: Type.Integer(),
  heldLimitWeeks: Type.Integer({ description: 'where somebody holds the money: the council chooses it' }),
  /** How many lines are over, on this page or another. */
  total: Type.Integer(),
  unspentPence: PenceOut,
  items: Type.Array(
    closed({
      lineId: Id,
      lineName: Type.String(),
      personId: Id,
      personName: Type.String(),
      reference: Type.String(),
      arrangement: Type.String(),
      weeklyPence: PenceOut,
      unspentPence: PenceOut,
      spokenForPence: PenceOut,
      weeks: Type.Integer(),
    }),
  ),
  nextCursor: orNull(Type.String()),
});

export const BuildUpQuery = closed(PageQuery);
