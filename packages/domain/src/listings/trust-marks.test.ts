// A trust mark is a promise with a date, so nothing stale or unchecked may become one.
import { expect, test } from 'vitest';
import { trustMarks } from './trust-marks.ts';

const nothing = {
  cqc_location_id: null,
  cqc_rating: null,
  cqc_checked_on: null,
  charity_number: null,
  insured_until: null,
  dbs_checked_on: null,
  last_confirmed_on: null,
};

test('nothing checked is no mark', () => {
  expect(trustMarks(nothing, '2026-11-02')).toEqual([]);
});

test('insurance counts through its last day and not after', () => {
  const insured = { ...nothing, insured_until: '2026-11-02' };
  expect(trustMarks(insured, '2026-11-02')).toEqual([{ kind: 'insured', detail: null, date: '2026-11-02' }]);
  expect(trustMarks(insured, '2026-11-03')).toEqual([]);
});

test('a rating without a registration says nothing; with one it comes first and with its date', () => {
  expect(trustMarks({ ...nothing, cqc_rating: 'Good' }, '2026-11-02')).toEqual([]);
  const marks = trustMarks(
    { ...nothing, cqc_location_id: '1-2', cqc_rating: 'Good', cqc_checked_on: '2026-05-01', charity_number: '11' },
    '2026-11-02',
  );
  expect(marks.map(({ kind }) => kind)).toEqual(['regulated', 'charity']);
  expect(marks[0]).toEqual({ kind: 'regulated', detail: 'Good', date: '2026-05-01' });
});
