import { describe, expect, it } from 'vitest';
import { makeId } from '../shared/ids.ts';
import { idOfUuid, uuidOf } from './uuids.ts';

describe('an id as a UUID', () => {
  it('comes back as it was, whatever its time and its random part', () => {
    for (const millis of [0, 1, 1_795_000_000_000, 2 ** 48 - 1])
      for (const byte of [0, 1, 127, 255]) {
        const id = makeId('listing', millis, new Uint8Array(10).fill(byte));
        expect(uuidOf(id)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        expect(idOfUuid('listing', uuidOf(id))).toBe(id);
        expect(idOfUuid('listing', uuidOf(id).toUpperCase())).toBe(id);
      }
  });

  it('is refused for what is no id of ours, and stands for nothing where it is no UUID', () => {
    for (const id of ['', 'lst_', 'lst_01jd', 'lst_0000000000000000000000000l', 'x'.repeat(30)])
      expect(() => uuidOf(id)).toThrow(RangeError);
    for (const uuid of ['', 'services', '00000000-0000-0000-0000-00000000000', "'; drop table listings"])
      expect(idOfUuid('listing', uuid)).toBeNull();
  });
});
