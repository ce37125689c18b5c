// Reads the headings and subcategories of the catalogue.

import type { Db } from '@support-market/db/pool';
import { sql } from 'kysely';

export interface CategoryRow {
  readonly slug: string;
  readonly name: string;
  readonly parent: string | null;
}

/** All categories in their order, headings before their subcategories. */
export async function listCategories(db: Db): Promise<CategoryRow[]> {
  const { rows } = await sql<CategoryRow>`select category.slug, category.name, heading.slug as parent
    from categories as category left join categories as heading on heading.id = category.parent_id order by category.position, category.slug`.execute(
    db,
  );
  return rows;
}
