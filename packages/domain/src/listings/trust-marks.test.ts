// A trust mark is a promise with a date, so nothing stale or unchecked may become one.
import { expect, test } from 'vitest';
import { pageMarks, trustMarks } from './trust-marks.ts';

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

const unsaid = { ...nothing, said_insured_until: null, said_dbs_checked_on: null };

test('what a provider says itself is told as its word, before the day on which it last confirmed', () => {
  const said = { ...unsaid, said_insured_until: '2027-01-01', said_dbs_checked_on: '2026-01-01' };
  const marks = pageMarks({ ...said, last_confirmed_on: '2026-11-01' }, '2026-11-02');
  expect(marks.map(({ kind }) => kind)).toEqual(['says-insured', 'says-dbs', 'confirmed']);
});

test('what a file says is not told again as the provider’s word', () => {
  const both = { ...unsaid, insured_until: '2027-01-01', said_insured_until: '2027-06-01' };
  expect(pageMarks(both, '2026-11-02').map(({ kind }) => kind)).toEqual(['insured']);
});

test('an insurance that has ended is told as ended, unless the provider says that it goes on', () => {
  const ended = { ...unsaid, insured_until: '2026-11-01' };
  expect(pageMarks(ended, '2026-11-02')).toEqual([{ kind: 'insurance-ended', detail: null, date: '2026-11-01' }]);
  expect(pageMarks({ ...ended, said_insured_until: '2027-11-01' }, '2026-11-02')).toEqual([
    { kind: 'says-insured', detail: null, date: '2027-11-01' },
  ]);
});
