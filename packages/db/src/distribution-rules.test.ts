// What a distributed engine (Citus) refuses of triggers, functions and statements, read from the schema and the sources.
// What still breaks a rule is listed here by name, and in docs/how-to/outgrow-one-machine.md; the lists only get shorter.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const STILL_INSERT_INSIDE_WITH = ['ledger_transfer'];

/** Every statement of plpgsql with which a trigger could reach another table, or call something that does. */
const WRITES =
  /\b(insert\s+into|update\s+(only\s+)?["\w.]+\s+(as\s+\w+\s+|\w+\s+)?set|delete\s+from|merge\s+into|truncate|execute|perform|copy)\b/;

let database: TestDatabase;
let functions: readonly { readonly name: string; readonly body: string; readonly trigger: boolean }[];
let sources: readonly { readonly file: string; readonly text: string }[];

beforeAll(async () => {
  database = await createTestDatabase();
  const found = await sql<{ name: string; body: string; trigger: boolean }>`
    select proname::text as name, lower(prosrc) as body, prorettype = 'trigger'::regtype as trigger
      from pg_proc join pg_language as language on language.oid = prolang
     where pronamespace = 'public'::regnamespace and lanname in ('sql', 'plpgsql') order by 1`.execute(
    database.ownerDb,
  );
  functions = found.rows;
  sources = ['apps/api/src', 'packages/db/src']
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file: file.slice(ROOT.length), text: readFileSync(file, 'utf8') }));
});
afterAll(() => database.drop());

const namesOf = (which: (one: (typeof functions)[number]) => boolean): string[] =>
  functions.filter(which).map(({ name }) => name);

/** The parts of a source between backticks, with what is put into them taken out. */
function templates(text: string): string[] {
  let plain = text;
  // The innermost first: a template may stand inside what is put into another.
  for (let turn = 0; turn < 5; turn += 1) plain = plain.replace(/\$\{[^{}`]*\}/g, '$1');
  return [...plain.matchAll(/`([^`]*)`/g)].map(([, inside = '']) => inside);
}

describe('functions', () => {
  test('no trigger writes another table: a trigger only computes its own row', async () => {
    expect(namesOf(({ body, trigger }) => trigger && WRITES.test(body))).toEqual([]);
  });

  test('a trigger that writes in any way that SQL has would be found', () => {
    const ways = [
      'insert into a select 1',
      'update only a as b set c = 1',
      'update "a" set c = 1',
      'delete from a',
      'merge into a',
    ];
    expect([...ways, 'truncate a', 'execute made', 'perform written(1)'].filter((body) => !WRITES.test(body))).toEqual(
      [],
    );
    expect(
      ['new.updated_at := now()', 'raise exception using message = tg_op'].filter((body) => WRITES.test(body)),
    ).toEqual([]);
  });

  test('no trigger asks which table it is on, since a shard has another name', () => {
    expect(namesOf(({ body, trigger }) => trigger && /tg_(table_name|relname|relid)/.test(body))).toEqual([]);
  });

  test('none inserts inside WITH, but for those that are listed', () => {
    expect(namesOf(({ body }) => /\bas\s+(materialized\s+)?\(\s*insert\s+into\b/.test(body))).toEqual(
      STILL_INSERT_INSIDE_WITH,
    );
  });

  test('who a session is joins no table of sign-in with one of a council', () => {
    const [viewer] = functions.filter(({ name }) => name === 'session_viewer');
    const statements = (viewer?.body ?? '').split(';').filter((statement) => statement.includes('memberships as'));
    expect(statements).toHaveLength(1);
    expect(statements[0]).not.toMatch(/\b(sessions|accounts)\b/);
  });
});

describe('statements', () => {
  test('none takes another role, and the council is set by SET LOCAL alone', () => {
    const wrong = sources.filter(({ text }) => /\bset\s+(local\s+|session\s+)?role\b|set_config\('app\./i.test(text));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test('every INSERT … SELECT has RETURNING or ON CONFLICT', () => {
    let seen = 0;
    const wrong: string[] = [];
    for (const { file, text } of sources) {
      if (!file.endsWith('.repo.ts') || /\/(testing|failure|bench)\//.test(file)) continue;
      for (const statement of templates(text)) {
        for (const { index } of statement.matchAll(/\binsert into \w+\s*(\([^)]*\))?\s*(select|with)\b/g)) {
          seen += 1;
          const rest = statement.slice(index);
          if (!/\breturning\b|\bon conflict\b/.test(rest)) wrong.push(`${file}: ${rest.slice(0, 80)}`);
        }
      }
    }
    expect(seen).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  test('none has several parts inside WITH that change data', () => {
    const wrong: string[] = [];
    for (const { file, text } of sources) {
      if (!file.endsWith('.repo.ts') || /\/(testing|failure|bench)\//.test(file)) continue;
      for (const statement of templates(text)) {
        const changing = [...statement.matchAll(/\bas (materialized )?\(\s*(insert into|update \w+|delete from)\b/g)];
        if (changing.length > 1) wrong.push(`${file}: ${statement.trim().slice(0, 80)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
