// The shapes of what a council learns: amounts and counts of many people together, never a person.

import { type Static, Type } from 'typebox';
import { closed, orNull, PenceOut } from '../../http/schemas.ts';

const Month = Type.String({ description: 'YYYY-MM' });
const Hidden = { description: 'null is "too few people to show"' };

const MonthIn = Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$', description: 'a month that is over, YYYY-MM' });
export const SpanQuery = closed({ from: Type.Optional(MonthIn), to: Type.Optional(MonthIn) });

const Span = { from: Month, to: Month };

const GroupAmountOut = closed({
  key: Type.String(),
  name: Type.String(),
  amountPence: PenceOut,
  people: Type.Integer(),
});
const ShownMonthOut = closed({
  month: Month,
  people: orNull(Type.Integer(Hidden)),
  totalPence: orNull(PenceOut),
  groups: Type.Array(GroupAmountOut),
  pooledPence: orNull(PenceOut),
});
const SpendByOut = closed({
  groups: Type.Array(
    closed({
      key: Type.String(),
      name: Type.String(),
      amountPence: PenceOut,
      peopleAMonth: orNull(Type.Integer({ description: 'in the months that show it' })),
      isWhole: Type.Boolean({ description: 'false: months of too few people are missing, and it was at least this' }),
    }),
  ),
  /** what is in none of the groups, together */
  pooledPence: PenceOut,
  months: Type.Array(ShownMonthOut),
});
export const SpendOut = closed(
  {
    ...Span,
    totalPence: PenceOut,
    hiddenMonths: Type.Integer(),
    months: Type.Array(closed({ month: Month, people: orNull(Type.Integer(Hidden)), amountPence: orNull(PenceOut) })),
    byCategory: SpendByOut,
    byStream: SpendByOut,
  },
  {
    description:
      'What was delivered and posted to the ledger, by the day of service; a financial year and the last twelve months have true sums, every other span is a sum of what its months show',
  },
);
export type SpendAnswer = Static<typeof SpendOut>;

export const SearchesOut = closed({
  ...Span,
  searches: orNull(Type.Integer(Hidden)),
  foundNothing: orNull(Type.Integer(Hidden)),
  words: Type.Array(
    closed({
      words: Type.String(),
      times: Type.Integer(),
      near: Type.Array(closed({ outward: Type.String(), times: Type.Integer() })),
    }),
  ),
});
export type SearchesAnswer = Static<typeof SearchesOut>;

const CountOut = closed({
  key: Type.String(),
  name: Type.String(),
  orders: orNull(Type.Integer(Hidden)),
});
export const DeclinedOrdersOut = closed({
  ...Span,
  orders: orNull(Type.Integer(Hidden)),
  byReason: Type.Array(CountOut),
  byCategory: Type.Array(CountOut),
  byProvider: Type.Array(CountOut),
});
export type DeclinedOrdersAnswer = Static<typeof DeclinedOrdersOut>;

const PayerKind = Type.Union([
  Type.Literal('funder'),
  Type.Literal('own-money'),
  Type.Literal('holder'),
  Type.Literal('person'),
]);
const KindMedianOut = closed({ payerKind: PayerKind, medianDays: orNull(Type.Integer(Hidden)) });
export const DaysToPayOut = closed(
  {
    ...Span,
    deliveries: orNull(Type.Integer(Hidden)),
    medianDays: orNull(Type.Integer(Hidden)),
    byPayer: Type.Array(KindMedianOut),
    distribution: Type.Array(
      closed({
        fromDays: Type.Integer(),
        toDays: orNull(Type.Integer()),
        percent: orNull(Type.Integer(Hidden)),
      }),
    ),
    months: Type.Array(
      closed({
        month: Month,
        deliveries: orNull(Type.Integer(Hidden)),
        medianDays: orNull(Type.Integer(Hidden)),
        byPayer: Type.Array(KindMedianOut),
      }),
    ),
  },
  { description: 'Days from the day of a delivery to the day on which its invoice was paid, by the month of payment' },
);
export type DaysToPayAnswer = Static<typeof DaysToPayOut>;

export const SummaryOut = closed({
  ...Span,
  spend: closed({
    totalPence: PenceOut,
    people: orNull(Type.Integer(Hidden)),
    largestCategory: orNull(closed({ name: Type.String(), amountPence: PenceOut })),
  }),
  searches: closed({
    foundNothing: orNull(Type.Integer(Hidden)),
    most: orNull(closed({ words: Type.String(), times: Type.Integer() })),
  }),
  orders: closed({
    declined: orNull(Type.Integer(Hidden)),
    mostReason: orNull(Type.String()),
  }),
  daysToPay: closed({ medianDays: orNull(Type.Integer(Hidden)) }),
});
export type SummaryAnswer = Static<typeof SummaryOut>;

export const CsvOut = { content: { 'text/csv': { schema: Type.String() } } };
