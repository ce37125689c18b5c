// Which stores a council looks at before people see them.

import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../settings/council-settings.ts';
import { looksFirst, STORE_KINDS, STORE_RULES } from './store-kinds.ts';

describe('looking first', () => {
  test.each(STORE_KINDS)('is what happens to a store of the kind %s where the council chose nothing', (kind) => {
    expect(looksFirst({ kind: STORE_RULES[kind].kind, openedHere: true }, DEFAULT_SETTINGS)).toBe(true);
  });

  test('is left out for the kinds that the council chose, and for no other', () => {
    const settings = { ...DEFAULT_SETTINGS, lookFirstCommunityGroup: false };
    expect(looksFirst({ kind: 'community-group', openedHere: true }, settings)).toBe(false);
    expect(looksFirst({ kind: 'charity', openedHere: true }, settings)).toBe(true);
  });

  test('is left out for an organisation that the council brought itself', () => {
    expect(looksFirst({ kind: 'agency', openedHere: false }, DEFAULT_SETTINGS)).toBe(false);
  });

  test('is what happens to a kind that no setting names', () => {
    expect(looksFirst({ kind: 'something new', openedHere: true }, DEFAULT_SETTINGS)).toBe(true);
  });
});
