// What a provider opens in a spreadsheet must not run there.
import { expect, it } from 'vitest';
import { rejectedCsv } from './actuals-files.ts';

it('disarms formulas, quotes commas and keeps why each row was not taken', () => {
  const text = rejectedCsv([
    {
      row: 7,
      code: 'record.not_found',
      message: 'We have no order, or visit.',
      column: 'reference',
      cells: { reference: '=cmd|calc', worker: 'Bell, Anna', worker_reference: '0412', start: '@now', end: '-1' },
    },
  ]);
  expect(text).toBe(
    `\uFEFFrow,what_is_wrong,reference,worker,worker_reference,start,end\r\n7,"We have no order, or visit.",'=cmd|calc,"Bell, Anna",0412,'@now,'-1\r\n`,
  );
});
