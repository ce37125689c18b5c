// Keeps the categories of the catalogue, the ideas of its search and the bank holidays in the database as the domain states them.

import type { Tx } from '@support-market/db/pool';
import { CATEGORIES, type CategoryFacts, type TopCategory } from '@support-market/domain/listings/categories';
import { kindLexeme } from '@support-market/domain/listings/meant-kinds';
import { SEARCH_IDEAS, toTsQuery } from '@support-market/domain/listings/search-words';
import { BANK_HOLIDAY_YEARS, bankHolidaysOf } from '@support-market/domain/shared/bank-holidays';
import type { SayRecorded } from '@support-market/words/say';
import { wordsIn } from '@support-market/words/words-in';
import { sql } from 'kysely';
import { newId } from '../../platform/ids.ts';
import { categoriesChanged } from '../../platform/listing-changes.repo.ts';
import type { Clock } from '../../ports/clock/clock.ts';

/** The names that the tables are filled with, from the one home of words. */
const sayCategory = (slug: string): string =>
  (wordsIn().say('categories') as unknown as SayRecorded)(`names.${slug}`, {});
const sayHoliday = (name: string): string => {
  const say = wordsIn().say('holidays');
  return (say as unknown as SayRecorded)(`days.${name}`, { defaultValue: say('other') });
};

/** Writes every heading and subcategory by its slug. What is already there keeps its id; nothing is taken away. */
export async function upsertCategories(tx: Tx, clock: Clock): Promise<void> {
  const write = async (facts: readonly { facts: CategoryFacts; parentSlug: string | null; position: number }[]) => {
    const values = facts.map(({ facts: one, parentSlug, position }) => ({
      id: newId(clock, 'category'),
      slug: one.slug,
      parent_slug: parentSlug,
      name: sayCategory(one.slug),
      // Its lexeme with them: what stands under a kind is found by it, whatever words it has itself.
      synonyms: [...one.words, kindLexeme(one.slug)].join(', '),
      position,
    }));
    const { rows } = await sql<{ id: string }>`insert into categories (id, slug, parent_id, name, synonyms, position)
      select given.id, given.slug, parent.id, given.name, given.synonyms, given.position
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as given (id text, slug text, parent_slug text, name text, synonyms text, position integer)
      left join categories as parent on parent.slug = given.parent_slug
      on conflict (slug) do update set parent_id = excluded.parent_id, name = excluded.name, synonyms = excluded.synonyms, position = excluded.position
      where (categories.parent_id, categories.name, categories.synonyms, categories.position)
        is distinct from (excluded.parent_id, excluded.name, excluded.synonyms, excluded.position)
      returning id`.execute(tx);
    if (rows.length > 0)
      await categoriesChanged(
        tx,
        rows.map(({ id }) => id),
      );
  };
  const tops: readonly TopCategory[] = CATEGORIES;
  await write(tops.map((facts, index) => ({ facts, parentSlug: null, position: (index + 1) * 100 })));
  await write(
    tops.flatMap((top, index) =>
      top.children.map((facts, below) => ({
        facts,
        parentSlug: top.slug,
        position: (index + 1) * 100 + below + 1,
      })),
    ),
  );
}

/** Writes the names of every idea, and where any has changed has all listings indexed again. */
export async function upsertSearchIdeas(tx: Tx): Promise<void> {
  const ideas = SEARCH_IDEAS.map(({ lexeme, names }) => ({ lexeme, names: toTsQuery([names]) }));
  const gone =
    await sql`delete from search_ideas where lexeme <> all(${ideas.map(({ lexeme }) => lexeme)}::text[])`.execute(tx);
  const written = await sql`
    insert into search_ideas (lexeme, names)
    select lexeme, to_tsquery('english', names) from jsonb_to_recordset(${JSON.stringify(ideas)}::jsonb) as given (lexeme text, names text)
    on conflict (lexeme) do update set names = excluded.names where search_ideas.names <> excluded.names`.execute(tx);
  const changed = Number(gone.numAffectedRows ?? 0n) + Number(written.numAffectedRows ?? 0n) > 0;
  if (changed) await categoriesChanged(tx);
}

/** Writes the bank holidays of England and Wales for the years that the domain answers for. */
export async function upsertBankHolidays(tx: Tx): Promise<void> {
  const days: { holiday_date: string; name: string }[] = [];
  for (let year = BANK_HOLIDAY_YEARS.first; year <= BANK_HOLIDAY_YEARS.last; year += 1) {
    for (const { date, name } of bankHolidaysOf(year)) {
      days.push({ holiday_date: date.toString(), name: sayHoliday(name) });
    }
  }
  await sql`insert into bank_holidays (holiday_date, name)
    select * from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as given (holiday_date date, name text)
    on conflict (holiday_date) do update set name = excluded.name where bank_holidays.name <> excluded.name`.execute(
    tx,
  );
}
