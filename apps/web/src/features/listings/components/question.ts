// The question that the address of the search page asks, so that it can be kept, shared and gone back to.
import { LONGEST_SEARCH } from '@support-market/domain/listings/search-length';
import { WORD_FILTERS } from '@support-market/domain/listings/word-filters';
import { ID_PATTERN } from '@support-market/domain/shared/ids';
import { readableText } from '../../../format/readable.ts';
import type { Question } from '../api/search-listings.ts';
import { readCursor } from './page-trail.ts';

export const FLAGS = ['free', 'hasSpace', 'evenings', 'weekends', 'acceptsIsf'] as const;
export type Flag = (typeof FLAGS)[number];
export type WordFilter = (typeof WORD_FILTERS)[number];
export const RADII = ['1600', '3200', '8000', '16000', '32000'] as const;

export type Choices = {
  readonly category: string;
  readonly kind: string;
  readonly radius: string;
  readonly language: string;
  readonly workerGender: string;
  readonly flags: readonly Flag[];
};

/** As the server takes them: what an address has besides is no choice, and is as if it were not there. */
const CATEGORY = /^[a-z0-9-]{1,100}$/;
const LANGUAGE = /^\P{Cc}{1,60}$/u;
const LINE = new RegExp(ID_PATTERN);

const fitting = (text: string | null | undefined, pattern: RegExp): string => (text && pattern.test(text) ? text : '');

/** The budget line whose prices the address asks for; none of them where it says so. */
export function lineIn(query: URLSearchParams): string | null {
  const line = query.get('line');
  return line === null || line === '' || LINE.test(line) ? line : null;
}

const SORTS = ['best', 'nearest', 'price'] as const;

function oneOf<Value extends string>(text: string | null, values: readonly Value[]): Value | undefined {
  return values.find((value) => value === text);
}

/** `line` is the budget line whose prices are shown, for those who may pay with one. */
export function readQuestion(query: URLSearchParams, line: string | undefined) {
  const flags = FLAGS.filter((flag) => query.get(flag) === '1');
  const choices: Choices = {
    category: fitting(query.get('category'), CATEGORY),
    kind: oneOf(query.get('kind'), ['service', 'community']) ?? '',
    radius: oneOf(query.get('radius'), RADII) ?? '',
    language: fitting(query.get('language'), LANGUAGE),
    workerGender: oneOf(query.get('workerGender'), ['female', 'male']) ?? '',
    flags,
  };
  const sort = oneOf(query.get('sort'), SORTS) ?? 'best';
  const asked = { what: readableText(query.get('what')), near: readableText(query.get('near')) };
  // A form sends the words that its filters were taken off of: those of other words are none of theirs.
  const ofTheseWords = (query.get('withoutIn') ?? asked.what) === asked.what;
  const off = ofTheseWords ? query.getAll('without').join(',').split(',') : [];
  const without = WORD_FILTERS.filter((filter) => off.includes(filter)).join(',');
  const tooLong = (['what', 'near'] as const).filter((name) => asked[name].length > LONGEST_SEARCH[name]);
  const cursor = readCursor(query);
  const question: Question = {
    sort,
    ...(asked.what ? { words: asked.what } : {}),
    ...(asked.near ? { near: asked.near } : {}),
    ...(choices.category ? { category: choices.category } : {}),
    ...(choices.kind === 'service' || choices.kind === 'community' ? { kind: choices.kind } : {}),
    ...(choices.radius ? { radius: Number(choices.radius) } : {}),
    ...(choices.language ? { language: choices.language } : {}),
    ...(choices.workerGender === 'female' || choices.workerGender === 'male'
      ? { workerGender: choices.workerGender }
      : {}),
    ...Object.fromEntries(flags.map((flag) => [flag, true])),
    ...(without ? { without } : {}),
    ...(line ? { lineId: line } : {}),
    ...(cursor ? { cursor } : {}),
  };
  return { question, choices, without, sort, asked, tooLong };
}
