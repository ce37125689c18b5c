// The kinds of support that a listing can be of, as choices, with their names.
import { CATEGORIES, type TopCategory } from '@support-market/domain/listings/categories';
import type { ListingChange } from '../api/own-records.ts';

export type Slug = NonNullable<ListingChange['categories']>['main'];

const TOPS: readonly TopCategory[] = CATEGORIES;
export const KINDS = TOPS.flatMap((top) => [top, ...top.children]).map(({ slug, name }) => ({
  value: slug as Slug,
  label: name,
}));
export const nameOf = (slug: string): string => KINDS.find(({ value }) => value === slug)?.label ?? slug;
