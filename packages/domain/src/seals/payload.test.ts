// The text under a seal: the same for the same facts, another for any other fact, and blind to what is not named.

import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type SealedKind, sealedText } from './payload.ts';
import { SEALED_KINDS } from './sealed-kinds.ts';

const KIND = {
  kind: 'thing',
  version: 2,
  versions: { 1: ['id'], 2: ['id', 'at', 'facts'] },
  mayChange: false,
} as const;
const AT = Temporal.Instant.from('2026-11-02T09:00:00.123456Z');

test('a sealed text names its kind, its version and its fields in their order', () => {
  expect(sealedText(KIND, 2, { facts: { b: 1n, a: [true, null] }, at: AT, id: 'x', other: 'new column' })).toBe(
    '["thing","v2",[["id","x"],["at","2026-11-02T09:00:00.123456Z"],["facts",{"a":[true,null],"b":"1"}]]]',
  );
});

test('an older version of a kind reads as it always did', () => {
  expect(sealedText(KIND, 1, { id: 'x', at: AT })).toBe('["thing","v1",[["id","x"]]]');
});

test('a record without a field, or a version that is not known, is refused', () => {
  expect(() => sealedText(KIND, 2, { id: 'x', at: AT })).toThrow('a sealed thing has no facts');
  expect(() => sealedText(KIND, 3, { id: 'x' })).toThrow('there is no version 3 of a sealed thing');
});

test.each(SEALED_KINDS.map((sealed): [string, SealedKind] => [sealed.kind, sealed]))(
  'a sealed %s names no field twice and starts with its id',
  (_kind, sealed) => {
    for (const fields of Object.values(sealed.versions)) {
      expect(fields[0]).toBe('id');
      expect(new Set(fields).size).toBe(fields.length);
    }
    expect(sealed.versions[sealed.version]).toBeDefined();
  },
);
