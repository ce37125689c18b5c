// The catalogue's headings and subcategories over HTTP, for filters and for the front page.

import { Type } from 'typebox';
import type { App } from '../../http/app-instance.ts';
import { answers, closed } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { viewCategories } from './categories.service.ts';

const Subcategory = closed({ slug: Type.String(), name: Type.String() });
const CategoriesAnswer = closed({
  items: Type.Array(closed({ slug: Type.String(), name: Type.String(), children: Type.Array(Subcategory) })),
});

export function registerCategories(app: App, context: AppContext): void {
  app.get(
    '/api/categories',
    {
      config: { action: 'category.view', audit: null },
      schema: {
        tags: ['categories'],
        operationId: 'listCategories',
        summary: 'List the headings of the catalogue, each with its subcategories',
        response: answers({ 200: CategoriesAnswer }),
      },
    },
    () => viewCategories(context),
  );
}
