// The shelves of the catalogue over HTTP, for filters and for the front page.

import { Type } from 'typebox';
import type { App } from '../../http/app-instance.ts';
import { answers, closed } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { listCategories } from './categories.repo.ts';

const Shelf = closed({ slug: Type.String(), name: Type.String() });
const CategoriesAnswer = closed({
  items: Type.Array(closed({ slug: Type.String(), name: Type.String(), children: Type.Array(Shelf) })),
});

export function registerCategories(app: App, context: AppContext): void {
  app.get(
    '/api/categories',
    {
      config: { action: 'category.view', audit: null },
      schema: {
        tags: ['categories'],
        operationId: 'listCategories',
        summary: 'List the headings of the catalogue, each with its shelves',
        response: answers({ 200: CategoriesAnswer }),
      },
    },
    async () => {
      const rows = await listCategories(context.reads);
      return {
        items: rows
          .filter(({ parent }) => parent === null)
          .map(({ slug, name }) => ({
            slug,
            name,
            children: rows
              .filter(({ parent }) => parent === slug)
              .map((shelf) => ({ slug: shelf.slug, name: shelf.name })),
          })),
      };
    },
  );
}
