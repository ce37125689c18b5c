// Whether a text has anything in it to see. A space, a joiner alone or a sign that only turns the direction of writing is none,
// though a program counts it as a letter: who reads a reason made of these reads nothing.

/**
 * One sign that is seen, for patterns with the flag `u`. Left out are spaces, signs that only steer others (`Cf`, which has the
 * joiners and the marks of direction), marks that need a letter beneath them (`M`), whatever Unicode says may be drawn as
 * nothing (`DI`), what Unicode has given to no letter (`Cn`), and what is drawn as nothing all the same: the empty braille
 * cell, the place of an object, an empty note, the two blanks of hieroglyphs.
 */
export const VISIBLE_SIGN =
  '[^\\s\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{M}\\p{Default_Ignorable_Code_Point}\\u2800\\uFFFC\\u{1D159}\\u{13441}\\u{13442}]';

const VISIBLE = new RegExp(VISIBLE_SIGN, 'u');

export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}

/**
 * One sign of a text on one line, for patterns with the flag `u`. Left out are signs that end a line or draw nothing (`Cc`, `Zl`,
 * `Zp`), and those that turn the direction of what follows, beyond the text itself: a title would be read backwards in a tab, or
 * say another thing than it seems. Letters written from the right, their marks and the joiners within words are kept.
 * Source: Unicode Technical Report 36, section 2.4, and Standard Annex 9, section 2.
 */
export const LINE_SIGN = '[^\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]';

const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/** Whether something in a text turns the direction of what follows it. */
export function isTurning(text: string): boolean {
  return withoutTurning(text) !== text;
}

/** For texts of files, which are put right and not refused. */
export function withoutTurning(text: string): string {
  return text.replaceAll(TURNING, '');
}
