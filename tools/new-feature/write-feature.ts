// Works out a whole new feature before the first file is written, so that what is refused changes nothing.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { declaredTwice } from './declared-twice.ts';
import { INSERTIONS, type Insertion, IRREGULAR_LINE, insert } from './insertions.ts';
import { fill, formsOf, linesFor, type Noun, nounFault } from './names.ts';
import { singularOf } from './nouns.ts';

export interface FeaturePlan {
  /** Path → text of files that are new, in the order in which to read them. */
  readonly created: ReadonlyMap<string, string>;
  /** Path → text of files that get lines more. */
  readonly changed: ReadonlyMap<string, string>;
  /** What could not be put in its place, as sentences. */
  readonly byHand: readonly string[];
  /** Takes all of it back: what is new goes, what was changed is as it was before. */
  readonly undo: () => void;
}

/** Template → where it goes, from the rule outwards. The migration's name has the time in it. */
const FILES: readonly (readonly [template: string, path: string])[] = [
  ['heading.ts', 'packages/domain/src/%my-nouns%/%my-noun%-heading.ts'],
  ['heading.test.ts', 'packages/domain/src/%my-nouns%/%my-noun%-heading.test.ts'],
  ['states.ts', 'packages/domain/src/%my-nouns%/%my-noun%-states.ts'],
  ['migration.sql', 'migrations/%stamp%_%my_nouns%.sql'],
  ['schemas.ts', 'apps/api/src/features/%my-nouns%/%my-nouns%.schemas.ts'],
  ['repo.ts', 'apps/api/src/features/%my-nouns%/%my-nouns%.repo.ts'],
  ['service.ts', 'apps/api/src/features/%my-nouns%/%my-nouns%.service.ts'],
  ['routes.ts', 'apps/api/src/features/%my-nouns%/%my-nouns%.routes.ts'],
  ['api.test.ts', 'apps/api/src/features/%my-nouns%/%my-nouns%.test.ts'],
  ['add-one.ts', 'apps/api/src/testing/add-%my-noun%.ts'],
  ['web-api.ts', 'apps/web/src/features/%my-nouns%/api/%my-nouns%.ts'],
  ['list-page.tsx', 'apps/web/src/pages/%my-nouns%/%my-nouns%.tsx'],
  ['one-page.tsx', 'apps/web/src/pages/%my-nouns%/%my-noun%.tsx'],
  ['write-page.tsx', 'apps/web/src/pages/%my-nouns%/write-%my-noun%.tsx'],
  ['pages.test.tsx', 'apps/web/src/pages/%my-nouns%/%my-nouns%.test.tsx'],
  ['words.json', 'packages/words/src/en/plain/%my-nouns%.json'],
];

/** A noun is taken when one of these files says so: the table's type, an action of it, an address of it. */
const TAKEN: readonly (readonly [path: string, sign: string])[] = [
  ['packages/db/src/schema.ts', '\n  %my_nouns%: '],
  ['packages/domain/src/access/permissions.ts', "'%my-noun%."],
  ['packages/api-client/openapi.json', '"/api/%my-nouns%"'],
  ['packages/api-client/openapi.json', '"/api/%my-nouns%/'],
  ...['list%MyNouns%', 'view%MyNoun%', 'write%MyNoun%', 'close%MyNoun%'].map(
    (name) => ['packages/api-client/openapi.json', `"operationId": "${name}"`] as const,
  ),
  ['apps/api/src/app.ts', 'register%MyNouns%('],
];

/** Where addresses outside the API stand: pages, those that have moved, and what the server answers itself. */
const ADDRESSES = [
  'apps/web/src/routes.tsx',
  'apps/api/src/http/health.ts',
  'apps/api/src/rendering/public-pages.routes.ts',
  'apps/api/src/rendering/robots.routes.ts',
];

const FOLDERS = [
  'packages/domain/src/%my-nouns%',
  'apps/api/src/features/%my-nouns%',
  'apps/web/src/features/%my-nouns%',
  'apps/web/src/pages/%my-nouns%',
];

/** In the schema, where tables are named; columns above it may be called as a noun is. */
const namesIn = (text: string): string => text.split('export interface Schema {').at(-1) ?? '';

const minuteOf = (at: Date): string => at.toISOString().slice(0, 16).replaceAll(/[-:]/g, '');

/** The minute that names the migration, `20261201T0900`: now, or ten minutes after the newest one when that is later. */
function migrationStamp(names: readonly string[], now: Date): string {
  const newest =
    names
      .filter((name) => name.endsWith('.sql'))
      .sort()
      .at(-1) ?? '';
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)_/.exec(newest) ?? [];
  if (year === undefined || newest < minuteOf(now)) return minuteOf(now);
  return minuteOf(new Date(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`) + 600_000));
}

/** The shortest beginning of the noun, of three letters or more, that no other identifier begins with. */
function idPrefix(idsText: string, singular: string): string | undefined {
  const letters = singular.replaceAll('-', '');
  return [3, 4, 5, 6].map((length) => letters.slice(0, length)).find((prefix) => !idsText.includes(`: '${prefix}'`));
}

/** The lines that the house gets more for this noun: one in the table of nouns only where no rule knows it. */
const linesOf = ({ plural, singular, owner }: Noun): readonly Insertion[] => [
  ...INSERTIONS.filter(({ owners }) => owners?.includes(owner) ?? true),
  ...(singularOf(plural) === singular ? [] : [IRREGULAR_LINE]),
];

/** The feature as it would be written below `root`, or why it will not be. */
function planFeature(root: string, noun: Noun, now: Date): FeaturePlan | { readonly refused: string } {
  const fault = nounFault(noun);
  if (fault !== undefined) return { refused: fault };
  const read = (path: string): string => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
  const prefix = idPrefix(read('packages/domain/src/shared/ids.ts'), noun.singular);
  if (prefix === undefined) return { refused: `every prefix that "${noun.singular}" could have for its ids is taken` };
  const stamp = migrationStamp(readdirSync(join(root, 'migrations')), now);
  const forms = { ...formsOf(noun), prefix, stamp };

  const taken = [
    ...TAKEN.filter(([path, sign]) => namesIn(read(path)).includes(fill(sign, forms))).map(([path]) => path),
    ...[...FOLDERS, ...FILES.map(([, path]) => path)]
      .map((path) => fill(path, forms))
      .filter((path) => existsSync(join(root, path))),
  ];
  const address = ADDRESSES.find((path) => new RegExp(`['"\`]/(?:api/)?${noun.plural}(?![\\w-])`).test(read(path)));
  if (address !== undefined) taken.push(address);
  const changed = new Map<string, string>();
  const byHand: string[] = [];
  for (const one of linesOf(noun)) {
    const insertion = { ...one, line: fill(linesFor(one.line, noun.owner), forms) };
    const inserted = insert(changed.get(one.path) ?? read(one.path), insertion);
    if (inserted === 'taken') taken.push(one.path);
    else if (inserted === 'lost')
      byHand.push(`In ${one.path}, below the line that begins with ${one.from.trim()}, add:\n${insertion.line}`);
    else changed.set(one.path, inserted.text);
  }
  if (taken.length > 0) return { refused: `${noun.plural} or ${noun.singular} is there already: see ${taken[0]}` };

  const before = new Map([...changed.keys()].map((path) => [path, read(path)]));
  const created = new Map<string, string>();
  for (const [template, path] of FILES) {
    const text = readFileSync(new URL(`./templates/${template}.template`, import.meta.url), 'utf8');
    created.set(fill(path, forms), fill(linesFor(text, noun.owner), forms));
  }
  for (const [path, text] of created) {
    const name = /\.tsx?$/.test(path) ? declaredTwice(text) : undefined;
    if (name !== undefined)
      return { refused: `"${noun.singular}" would give ${path} two things called ${name}; choose another word` };
  }
  const undo = (): void => {
    for (const path of created.keys()) rmSync(join(root, path), { force: true });
    // None of these was there before, or the noun had been refused.
    for (const path of FOLDERS) rmSync(join(root, fill(path, forms)), { recursive: true, force: true });
    for (const [path, text] of before) writeFileSync(join(root, path), text);
  };
  return { created, changed, byHand, undo };
}

/** Writes the feature below `root` and answers what it wrote; writes nothing when it is refused. */
export function writeFeature(root: string, noun: Noun, now: Date): ReturnType<typeof planFeature> {
  const plan = planFeature(root, noun, now);
  if ('refused' in plan) return plan;
  try {
    for (const [path, text] of [...plan.created, ...plan.changed]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  } catch (error) {
    plan.undo();
    throw error;
  }
  return plan;
}
