// One-off bank holidays that an operator added to those that follow from the calendar.

import type { Tx } from '@support-market/db/pool';
import type { Temporal } from 'temporal-polyfill';

export async function extraHolidays(tx: Tx, from: Temporal.PlainDate): Promise<readonly Temporal.PlainDate[]> {
  const rows = await tx.selectFrom('bank_holidays').select('holiday_date').where('holiday_date', '>=', from).execute();
  return rows.map(({ holiday_date }) => holiday_date);
}
