// The catalogue's headings as a tree of two levels.

import type { AppContext } from '../../platform/context.ts';
import { listCategories } from './categories.repo.ts';

/** Every heading with its subcategories, in their order. */
export async function viewCategories(context: AppContext) {
  const rows = await listCategories(context.reads);
  return {
    items: rows
      .filter(({ parent }) => parent === null)
      .map(({ slug, name }) => ({
        slug,
        name,
        children: rows.filter(({ parent }) => parent === slug).map((child) => ({ slug: child.slug, name: child.name })),
      })),
  };
}
