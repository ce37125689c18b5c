// One reading of postcodes and distances, so that a person, a spreadsheet and a search box mean the same place.
// Source: Royal Mail Programmers' Guide (PAF), postcode format; areas as in use in 2025.

import type { CodeOf } from './problems.ts';
import { ok, type Result, refuse } from './result.ts';

const AREAS = new Set(
  (
    'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY ' +
    'G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP ' +
    'NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W ' +
    'WA WC WD WF WN WR WS WV YO ZE ' +
    // Forces' post offices and non-geographic addresses have codes and no place.
    'BF BX ' +
    // Royal Mail has no HB and no EW: they stand for the demonstration councils' invented towns, so that no real home is used.
    'HB EW'
  ).split(' '),
);

const OUTWARD = /^([A-Z]{1,2})(\d{1,2}|\d[A-HJKMNPR-Y])$/;
const INWARD = /^\d[ABD-HJLNP-UW-Z]{2}$/;

/** True for the first half of a postcode in capitals, such as "WA15" or "EC1A". */
export function isOutwardCode(text: string): boolean {
  const match = OUTWARD.exec(text);
  return match !== null && AREAS.has(match[1] ?? '');
}

/** "m31 4fa", "M314FA" and " m31  4fa " all become "M31 4FA"; `postcode.not_a_postcode` for anything else. */
export function normalisePostcode(text: string): Result<string, CodeOf<'postcode.not_a_postcode'>> {
  const compact = text.toUpperCase().replace(/\s+/g, '');
  const outward = compact.slice(0, -3);
  const inward = compact.slice(-3);
  if (!INWARD.test(inward) || !isOutwardCode(outward)) {
    return refuse('postcode.not_a_postcode', { text: text.trim().slice(0, 20) });
  }
  return ok(`${outward} ${inward}`);
}

/** "M31 4FA" → "M31". Expects a normalised postcode. */
export function outwardCodeOf(postcode: string): string {
  return postcode.split(' ', 1)[0] ?? postcode;
}

export type PlaceInText = {
  readonly kind: 'postcode' | 'outward';
  readonly value: string;
  /** Where it stands in the text, so that the rest can be read as words. */
  readonly start: number;
  readonly end: number;
};

/** The first full postcode in free text, or else the first outward code; undefined when there is neither. */
export function findPostcode(text: string): PlaceInText | undefined {
  for (const match of text.matchAll(/\b[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[A-Z]{2}\b/gi)) {
    const found = normalisePostcode(match[0]);
    if (found.ok)
      return { kind: 'postcode', value: found.value, start: match.index, end: match.index + match[0].length };
  }
  for (const match of text.matchAll(/\b[A-Z]{1,2}\d[A-Z\d]?\b/gi)) {
    const value = match[0].toUpperCase();
    if (isOutwardCode(value)) {
      return { kind: 'outward', value, start: match.index, end: match.index + match[0].length };
    }
  }
  return undefined;
}

/** Degrees on WGS 84. */
export type Point = { readonly lat: number; readonly lon: number };
