// Whether a text has anything in it to see. A space, a joiner alone or a sign that only turns the direction of writing is none,
// though a program counts it as a letter: who reads a reason made of these reads nothing.

/**
 * One sign that is seen, for patterns with the flag `u`. Left out are spaces, signs that only steer others (`Cf`, which has the
 * joiners and the marks of direction), marks that need a letter beneath them (`M`), whatever Unicode says may be drawn as
 * nothing (`DI`), and what is drawn as nothing all the same: the empty braille cell, the place of an object, an empty note.
 */
export const VISIBLE_SIGN =
  '[^\\s\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{M}\\p{Default_Ignorable_Code_Point}\\u2800\\uFFFC\\u{1D159}]';

const VISIBLE = new RegExp(VISIBLE_SIGN, 'u');

export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}
