// The question that the address of the search page asks, so that it can be kept, shared and gone back to.
import { LONGEST_SEARCH } from '@support-market/domain/listings/search-length';
import { readableText } from '../../../format/readable.ts';
import type { Question } from '../api/search-listings.ts';

export const FLAGS = ['free', 'hasSpace', 'evenings', 'weekends', 'acceptsIsf'] as const;
export type Flag = (typeof FLAGS)[number];
export const RADII = ['1600', '3200', '8000', '16000', '32000'] as const;

export type Choices = {
  readonly category: string;
  readonly kind: string;
  readonly radius: string;
  readonly language: string;
  readonly workerGender: string;
  readonly flags: readonly Flag[];
};

const SORTS = ['best', 'nearest', 'price'] as const;

function oneOf<Value extends string>(text: string | null, values: readonly Value[]): Value | undefined {
  return values.find((value) => value === text);
}

/** `line` is the budget line whose prices are shown, for those who may pay with one. */
export function readQuestion(query: URLSearchParams, line: string | undefined) {
  const flags = FLAGS.filter((flag) => query.get(flag) === '1');
  const choices: Choices = {
    category: query.get('category') ?? '',
    kind: oneOf(query.get('kind'), ['service', 'community']) ?? '',
    radius: oneOf(query.get('radius'), RADII) ?? '',
    language: query.get('language') ?? '',
    workerGender: oneOf(query.get('workerGender'), ['female', 'male']) ?? '',
    flags,
  };
  const sort = oneOf(query.get('sort'), SORTS) ?? 'best';
  const asked = { what: readableText(query.get('what')), near: readableText(query.get('near')) };
  const tooLong = (['what', 'near'] as const).filter((name) => asked[name].length > LONGEST_SEARCH[name]);
  const cursor = query.get('cursor');
  const question: Question = {
    sort,
    ...(asked.what ? { words: asked.what } : {}),
    ...(asked.near ? { near: asked.near } : {}),
    ...(/^[a-z0-9-]+$/.test(choices.category) ? { category: choices.category } : {}),
    ...(choices.kind === 'service' || choices.kind === 'community' ? { kind: choices.kind } : {}),
    ...(choices.radius ? { radius: Number(choices.radius) } : {}),
    ...(choices.language ? { language: choices.language } : {}),
    ...(choices.workerGender === 'female' || choices.workerGender === 'male'
      ? { workerGender: choices.workerGender }
      : {}),
    ...Object.fromEntries(flags.map((flag) => [flag, true])),
    ...(line ? { lineId: line } : {}),
    ...(cursor ? { cursor } : {}),
  };
  return { question, choices, sort, asked, tooLong };
}
