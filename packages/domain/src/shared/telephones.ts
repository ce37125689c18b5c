// Spreadsheets take the 0 from the front of a telephone number. Where only one number can have been meant it gets its 0 back;
// where that is not certain it stays as it is, and the reader is told.
// Source: Ofcom, National Telephone Numbering Plan (lengths and first digits of United Kingdom numbers).

export interface ReadTelephone {
  /** As it is to be shown and called. */
  readonly number: string;
  /** `mended`: it got its 0 back. `doubtful`: it is no whole number of this country, and it is not known which was meant. */
  readonly certainty: 'whole' | 'mended' | 'doubtful';
}

/** "Ext. 12", "(mornings)": what people write after a number. */
const AFTER = /[a-z(].*$/i;
/** Areas (1, 2), wide-area and business numbers (3), mobiles (7), free and charged ones (8, 9): 0 and ten digits. */
const LOST_ZERO = /^[1-3789]\d{9}$/;
/** Shorter ones after the 0: some areas have nine digits, and so have some free numbers (0800 1111, 0500). */
const SHORT = /^0(?:1\d{8}|800\d{4}|800\d{6}|845\d{4}|500\d{6})$/;
/** Emergencies and other numbers of three digits, and helplines of six such as 116 123. */
const SPECIAL = /^(?:999|112|1\d{2}|116\d{3}|118\d{3})$/;

/** Null for a text without any number in it. */
export function readTelephone(text: string): ReadTelephone | null {
  const shown = text.replaceAll(/\s+/g, ' ').trim();
  const digits = shown
    .replace(/^\+44\s*\(0\)/, '+44')
    .replace(AFTER, '')
    .replaceAll(/[^\d+]/g, '');
  if (!/\d/.test(digits)) return null;
  if (digits.startsWith('+') || digits.startsWith('00')) return { number: shown, certainty: 'whole' };
  if (/^0\d{10}$/.test(digits) || SHORT.test(digits) || SPECIAL.test(digits))
    return { number: shown, certainty: 'whole' };
  if (/^44[1-3789]\d{9}$/.test(digits)) return { number: `+${shown}`, certainty: 'mended' };
  if (LOST_ZERO.test(digits)) return { number: `0${shown}`, certainty: 'mended' };
  return { number: shown, certainty: 'doubtful' };
}
