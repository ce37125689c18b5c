// The kinds of support that a listing can be of, as choices, with their names.
import { CATEGORIES, type TopCategory } from '@support-market/domain/listings/categories';
import { useWords } from '../../../words/use-words.ts';
import type { ListingChange } from '../api/own-records.ts';

export type Slug = NonNullable<ListingChange['categories']>['main'];

const TOPS: readonly TopCategory[] = CATEGORIES;
const SLUGS = TOPS.flatMap((top) => [top, ...top.children]).map(({ slug }) => slug as Slug);

export function useKinds() {
  const say = useWords('categories');
  const kinds = SLUGS.map((value) => ({ value, label: say(`names.${value}`) }));
  return { kinds, nameOf: (slug: string): string => kinds.find(({ value }) => value === slug)?.label ?? slug };
}
