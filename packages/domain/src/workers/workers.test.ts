// Who is one worker and who are two: by name, by reference, on a day.

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type KnownWorker, whichWorker } from './which-worker.ts';
import { tidyWorkerText, workerNameKey, workerReferenceKey } from './worker-names.ts';

const TODAY = Temporal.PlainDate.from('2026-11-03');

describe('a name', () => {
  it('is the same with any apostrophe, case, space, hyphen or lost accent', () => {
    const maries = [
      "Mary O'Brien",
      'Mary O’Brien',
      'MARY O‘BRIEN',
      ' mary  o`brien ',
      'Mary O´Brien',
      'Mary\u00A0Oʼbrien',
      'Mary O\u2032Brien\u200B',
    ];
    expect([...new Set(maries.map(workerNameKey))]).toEqual(["mary o'brien"]);
    expect(workerNameKey('Zoë Smith‑Jones')).toBe(workerNameKey('zoe smith-jones'));
  });

  it('is another where letters differ, also in scripts whose vowels are marks', () => {
    expect(workerNameKey('Sara Jones')).not.toBe(workerNameKey('Sarah Jones'));
    expect(workerNameKey('सीता')).not.toBe(workerNameKey('सता'));
  });

  it('is kept as it was written, but for space', () => {
    expect(tidyWorkerText('  Mary   O’Brien\t')).toBe('Mary O’Brien');
  });

  it('has a key that is its own key, and a reference too', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(workerNameKey(workerNameKey(text))).toBe(workerNameKey(text));
        expect(workerReferenceKey(workerReferenceKey(text))).toBe(workerReferenceKey(text));
      }),
    );
  });
});

describe('who is meant', () => {
  const worker = (id: string, name: string, reference: string | null, last: string | null = null): KnownWorker => ({
    id,
    name,
    reference,
    lastDate: last === null ? null : Temporal.PlainDate.from(last),
  });
  const ask = (name: string | null, reference: string | null, ...workers: KnownWorker[]) => {
    const which = whichWorker({ name, reference }, workers, TODAY);
    if (!which.ok) return { refused: which.code, ...which.details };
    const { value } = which;
    return value.kind === 'make' ? { made: value.name, reference: value.reference } : { [value.kind]: value.worker.id };
  };
  const [one, two] = [worker('1', 'Sarah Jones', 'SJ1'), worker('2', 'Sarah Jones', 'SJ2')];

  it('by a name alone is the one who has it, or somebody new; of two, neither', () => {
    expect(ask('sarah jones', null, one)).toEqual({ found: '1' });
    expect(ask('Sarah Jones', null)).toEqual({ made: 'Sarah Jones', reference: null });
    expect(ask('Sarah Jones', null, two, one, worker('3', 'sarah jones', null))).toEqual({
      refused: 'worker.name_ambiguous',
      name: 'Sarah Jones',
      references: ['SJ1', 'SJ2', null],
    });
  });

  it('by a reference is that worker, whatever the name beside it', () => {
    expect(ask('Sarah Jones', 'sj2', one, two)).toEqual({ found: '2' });
    expect(ask('Sarah Smith', 'SJ2', one, two)).toEqual({ found: '2' });
    expect(ask(null, 'SJ2', one, two)).toEqual({ found: '2' });
    expect(ask('SJ2', null, one, two)).toEqual({ found: '2' });
  });

  it('by a new reference is the worker of that name who has none, else somebody new', () => {
    const plain = worker('3', 'Sarah Jones', null);
    expect(ask('SARAH JONES', 'SJ3', one, plain)).toEqual({ refer: '3' });
    expect(ask('Sarah Jones', 'SJ3', one, two)).toEqual({ made: 'Sarah Jones', reference: 'SJ3' });
    expect(ask(null, 'SJ3', one, two)).toEqual({ refused: 'worker.reference_unknown', reference: 'SJ3' });
  });

  it('is never a worker who had left by then, and leaves the name to who is there', () => {
    const gone = worker('4', 'Sarah Jones', 'SJ4', '2026-11-02');
    const lastDay = worker('5', 'Ann Lee', null, '2026-11-03');
    const refused = { refused: 'worker.ended', name: 'Sarah Jones', lastDate: '2026-11-02' };
    expect(ask('Sarah Jones', null, gone, one)).toEqual({ found: '1' });
    expect(ask('Sarah Jones', null, gone)).toEqual(refused);
    expect(ask(null, 'SJ4', gone)).toEqual(refused);
    expect(ask('Ann Lee', null, lastDay)).toEqual({ found: '5' });
  });
});
