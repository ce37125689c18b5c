// How workers' names and references are compared: as written they are shown, as keys they tell who is who.

import { isBlank } from '../shared/visible-text.ts';

export const MOST_WORKER_NAME = 100;
export const MOST_WORKER_REFERENCE = 40;

/** Everything that people and their programs put for an apostrophe. */
const APOSTROPHES = /[\u0060\u00B4\u02B9\u02BB\u02BC\u02C8\u2018\u2019\u201B\u2032\uFF07]/g;
const HYPHENS = /[\u00AD\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
/** Letters that cannot be seen. */
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/g;

/** A name or reference as it is kept: as written, without space at its ends or more than one within; '' where nothing is seen. */
export function tidyWorkerText(text: string): string {
  if (isBlank(text)) return '';
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** "Mary O’Brien", "mary  o'brien" and "MARY O`BRIEN" have one key; so have "Zoë" and "Zoe", since many programs drop accents. */
export function workerNameKey(name: string): string {
  return (
    tidyWorkerText(name)
      // first, for an acute accent that stands alone would come apart into a space and an accent
      .replace(APOSTROPHES, "'")
      .replace(HYPHENS, '-')
      .normalize('NFKD')
      // accents of European letters; in other scripts such marks are vowels, and a name is another without them
      .replace(/[\u0300-\u036F]/g, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** References are codes: the same whatever their case and width, and no letter of them is left out. */
export function workerReferenceKey(reference: string): string {
  return tidyWorkerText(reference).normalize('NFKC').toLowerCase();
}
