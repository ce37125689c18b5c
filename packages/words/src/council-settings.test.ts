// A setting that an administrator cannot read about is one that they cannot choose, so each has its words.
import { SETTING_GROUPS, SETTING_KEYS } from '@support-market/domain/settings/council-settings';
import { describe, expect, it } from 'vitest';
import words from './en/plain/council-settings.json';

describe('words for council settings', () => {
  it('have a name and a hint for every setting, and no others', () => {
    expect(Object.keys(words.keys).sort()).toEqual([...SETTING_KEYS].sort());
    for (const text of Object.values(words.keys).flatMap(({ name, hint }) => [name, hint])) {
      expect(text.trim()).not.toBe('');
    }
  });

  it('have a heading for every group', () => {
    expect(Object.keys(words.groups)).toEqual([...SETTING_GROUPS]);
  });
});
