// Open Referral UK wants a UUID for everything. Ours are a prefix and 128 bits in base 32, so the same bits written the other
// way are the UUID, and the way back needs no table.

import { type IdNoun, idBits, idOfBits } from '../shared/ids.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function written(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** `lst_01jd…` as a UUID. Throws RangeError for what is no id of ours. */
export function uuidOf(id: string): string {
  return written(idBits(id).toString(16).padStart(32, '0'));
}

/** The id of that noun that a UUID stands for; null for what is no UUID. */
export function idOfUuid(noun: IdNoun, uuid: string): string | null {
  return UUID.test(uuid) ? idOfBits(noun, BigInt(`0x${uuid.replaceAll('-', '')}`)) : null;
}
