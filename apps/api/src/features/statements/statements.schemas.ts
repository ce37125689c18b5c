// A statement of one line and month, as the screen shows it.

import { TRANSFER_CODES } from '@support-market/domain/ledger/transfers';
import { Type } from 'typebox';
import { closed, DateOut, Id, oneOf, orNull, PenceOut } from '../../http/schemas.ts';

export const MonthQuery = closed({
  month: Type.Optional(
    Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$', description: 'YYYY-MM; this month unless said' }),
  ),
});

const EntryOut = closed({
  date: DateOut,
  code: oneOf(TRANSFER_CODES),
  what: orNull(Type.String()),
  organisationName: orNull(Type.String()),
  orderReference: orNull(Type.String()),
  invoiceNumber: orNull(Type.String()),
  serviceDate: orNull(DateOut),
  fromDate: orNull(DateOut),
  toDate: orNull(DateOut),
  unit: orNull(Type.String()),
  minutes: orNull(Type.Integer()),
  quantity: orNull(Type.Integer()),
  unitPricePence: orNull(PenceOut),
  isShare: Type.Boolean(),
  inPence: PenceOut,
  outPence: PenceOut,
  balancePence: PenceOut,
});

const Account = {
  openingPence: PenceOut,
  inPence: PenceOut,
  outPence: PenceOut,
  entries: Type.Array(EntryOut),
};

export const StatementOut = closed({
  line: closed({
    id: Id,
    name: Type.String(),
    stream: Type.String(),
    arrangement: Type.String(),
    arrangementName: Type.String(),
    arrangementWords: Type.String(),
    holderName: orNull(Type.String()),
    personId: Id,
    personName: Type.String(),
    startsOn: DateOut,
    endsOn: DateOut,
  }),
  month: Type.String(),
  /** Months on either side within the line's days and not after this month. */
  previousMonth: orNull(Type.String()),
  nextMonth: orNull(Type.String()),
  startDate: DateOut,
  endDate: DateOut,
  ...Account,
  closingPence: PenceOut,
  spokenForPence: PenceOut,
  /** Closing less spoken for. */
  leftPence: PenceOut,
  purse: orNull(
    closed({
      ...Account,
      leftPence: PenceOut,
      limitPence: orNull(PenceOut),
      over: Type.Boolean(),
      overPence: PenceOut,
    }),
  ),
});
