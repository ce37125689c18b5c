// Shows that npm run new-feature writes what it says and nothing else, and that what its templates lean on is there.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from './lib/root.mjs';
import { declaredTwice } from './new-feature/declared-twice.ts';
import { INSERTIONS, insert } from './new-feature/insertions.ts';
import { OWNERS } from './new-feature/names.ts';
import { articleOf, singularOf } from './new-feature/nouns.ts';
import { cutParts, TELLERS, untold } from './new-feature/parts.mjs';
import { writeFeature } from './new-feature/write-feature.ts';

const NOW = new Date('2126-01-05T14:30:00Z');
const NOUN = { plural: 'sea-shells', singular: 'sea-shell', owner: 'person' } as const;
const LEANED_ON = [
  ...new Set(INSERTIONS.map(({ path }) => path)),
  'packages/db/src/schema.ts',
  'packages/api-client/openapi.json',
  'apps/api/src/http/health.ts',
  'apps/api/src/rendering/public-pages.routes.ts',
  'apps/api/src/rendering/robots.routes.ts',
  'tools/new-feature/nouns.ts',
  ...readdirSync(join(ROOT, 'migrations'))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => join('migrations', name)),
];
const NEW_FILES = [
  'apps/api/src/features/sea-shells/sea-shells.repo.ts',
  'apps/api/src/features/sea-shells/sea-shells.routes.ts',
  'apps/api/src/features/sea-shells/sea-shells.schemas.ts',
  'apps/api/src/features/sea-shells/sea-shells.service.ts',
  'apps/api/src/features/sea-shells/sea-shells.test.ts',
  'apps/api/src/testing/add-sea-shell.ts',
  'apps/web/src/features/sea-shells/api/sea-shells.ts',
  'apps/web/src/pages/sea-shells/sea-shell.tsx',
  'apps/web/src/pages/sea-shells/sea-shells.test.tsx',
  'apps/web/src/pages/sea-shells/sea-shells.tsx',
  'apps/web/src/pages/sea-shells/write-sea-shell.tsx',
  'migrations/21260105T1430_sea_shells.sql',
  'packages/domain/src/sea-shells/sea-shell-heading.test.ts',
  'packages/domain/src/sea-shells/sea-shell-heading.ts',
  'packages/domain/src/sea-shells/sea-shell-states.ts',
  'packages/words/src/en/plain/sea-shells.json',
];

let house: string;
/** A house with only the files that a new feature leans on. */
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'support-market-feature-'));
  for (const path of LEANED_ON) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    copyFileSync(join(ROOT, path), join(house, path));
  }
});
afterEach(() => rmSync(house, { recursive: true }));

/** Path → text of everything in the house. */
function everything(): Map<string, string> {
  const files = readdirSync(house, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(house.length + 1));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(house, path), 'utf8')]));
}

const refusalOf = (plural: string, singular: string): string | null => {
  const answer = writeFeature(house, { plural, singular, owner: 'person' }, NOW);
  return 'refused' in answer ? answer.refused : null;
};

describe('a new feature', () => {
  test.each(OWNERS)('of %s is exactly these files, and lines more in those that must know of it', (owner) => {
    const before = everything();
    const answer = writeFeature(house, { ...NOUN, owner }, NOW);
    const after = everything();
    expect(answer).toMatchObject({ byHand: [] });
    expect([...after.keys()].filter((path) => !before.has(path))).toEqual(NEW_FILES);
    const changed = [...before.keys()].filter((path) => before.get(path) !== after.get(path));
    const lines = INSERTIONS.filter(({ owners }) => owners?.includes(owner) ?? true);
    expect(changed).toEqual([...new Set(lines.map(({ path }) => path))].sort());
    for (const path of changed) {
      const kept = (after.get(path) ?? '').split('\n');
      const old = (before.get(path) ?? '').split('\n');
      let at = 0;
      for (const line of kept) if (line === old[at]) at += 1;
      expect(at, `${path} lost a line`).toBe(old.length);
    }
  });

  test.each(OWNERS)('of %s leaves no form and no mark of its templates unfilled', (owner) => {
    writeFeature(house, { ...NOUN, owner }, NOW);
    const after = everything();
    expect(
      NEW_FILES.filter((path) => /%[\w -]+%|^\[(person|organisation|council)/m.test(after.get(path) ?? '')),
    ).toEqual([]);
  });

  test.each(OWNERS)('of %s imports only what the house has', (owner) => {
    writeFeature(house, { ...NOUN, owner }, NOW);
    const missing: string[] = [];
    for (const path of NEW_FILES.filter((one) => /\.tsx?$/.test(one))) {
      const text = readFileSync(join(house, path), 'utf8');
      for (const [, names = '', from = ''] of text.matchAll(/^import ([^']*) from '([^']+)';$/gm)) {
        const target = sourceOf(path, from);
        if (target === null) missing.push(`${path}: ${from}`);
        else if (target !== '')
          missing.push(...namesMissing(names, target).map((name) => `${path}: ${name} of ${from}`));
      }
    }
    expect(missing).toEqual([]);
  });

  test('is named after every migration there is, even when the clock is behind them', () => {
    writeFileSync(join(house, 'migrations/21260105T2355_later.sql'), '-- why: later.\n');
    writeFeature(house, NOUN, NOW);
    expect(existsSync(join(house, 'migrations/21260106T0005_sea_shells.sql'))).toBe(true);
  });
});

/** The text of what an import leads to, '' for a package from outside, null when there is nothing. */
function sourceOf(path: string, from: string): string | null {
  const own = /^@support-market\/([\w-]+)\/(.+)$/.exec(from);
  if (!own && !from.startsWith('.')) {
    const [part] = /^(apps|packages)\/[^/]+/.exec(path) ?? [''];
    return existsSync(join(ROOT, part, 'node_modules', from)) ? '' : null;
  }
  const file = own ? `packages/${own[1]}/src/${own[2]}.ts` : join(dirname(path), from);
  const found = [house, ROOT].map((root) => resolve(root, file)).find((one) => existsSync(one));
  return found === undefined ? null : readFileSync(found, 'utf8');
}

/** Of the names between braces, those that the text does not export. */
function namesMissing(names: string, text: string): string[] {
  return names
    .replace(/^type /, '')
    .replace(/[{}]/g, '')
    .split(',')
    .map((name) =>
      name
        .trim()
        .replace(/^type /, '')
        .replace(/ as .*/, ''),
    )
    .filter((name) => !new RegExp(`export (async )?(function|const|interface|type|class) ${name}\\b`).test(text));
}

describe('a noun', () => {
  test.each([
    ['children', 'child'],
    ['analyses', 'analysis'],
    ['sea-mice', 'sea-mouse'],
  ])('that no rule knows (%s) gets a line in the table of nouns', (plural, singular) => {
    expect(singularOf(plural)).not.toBe(singular);
    expect(writeFeature(house, { plural, singular, owner: 'council' }, NOW)).toMatchObject({ byHand: [] });
    const nouns = readFileSync(join(house, 'tools/new-feature/nouns.ts'), 'utf8');
    expect(nouns).toContain(`  '${plural}': '${singular}',\n`);
  });

  test.each([
    ['wishes', 'wish'],
    ['boxes', 'box'],
    ['policies', 'policy'],
    ['classes', 'class'],
    ['branches', 'branch'],
    ['houses', 'house'],
    ['people', 'person'],
    ['person', 'person'],
  ])('that a rule knows (%s) has its singular', (plural, singular) => {
    expect(singularOf(plural)).toBe(singular);
  });

  test('has the article that is said', () => {
    const words =
      'user unit university hour honest umbrella user-group euro uncle union utility one-off urn review apple house';
    expect(words.split(' ').map((word) => `${articleOf(word)} ${word}`)).toEqual([
      ...[
        'a user',
        'a unit',
        'a university',
        'an hour',
        'an honest',
        'an umbrella',
        'a user-group',
        'a euro',
        'an uncle',
      ],
      ...['a union', 'a utility', 'a one-off', 'an urn', 'a review', 'an apple', 'a house'],
    ]);
  });
});

describe('nothing is written', () => {
  test('the second time', () => {
    writeFeature(house, NOUN, NOW);
    const before = everything();
    expect(refusalOf('sea-shells', 'sea-shell')).toMatch(/there already/);
    expect(everything()).toEqual(before);
  });

  test.each([
    ['Reviews', 'review'],
    ['reviews', 'Review'],
    ['sea_shells', 'sea-shell'],
    ['reviews!', 'review'],
    ['../reviews', 'review'],
    ['-reviews', 'review'],
    ['reviews-', 'review'],
    ['reviews2', 'review'],
    ['', 'review'],
    ['sheep', 'sheep'],
    ['a'.repeat(41), 'review'],
    // the singular first
    ['review', 'reviews'],
    ['support-plan', 'support-plans'],
    ['policy', 'policies'],
    // what a file of the feature would then have twice: DateIn, useState
    ['dates', 'date'],
    ['states', 'state'],
    // there already: a feature, a table, an action, a record with an id, a folder of pages
    ['invoices', 'invoice'],
    ['mandates', 'mandate'],
    ['budget-lines', 'budget-line'],
    ['offers', 'offer'],
    ['mails', 'mail'],
    // words of SQL and of TypeScript
    ['references', 'reference'],
    ['users', 'user'],
    ['classes', 'class'],
    // addresses that are served otherwise, or have moved
    ['assets', 'asset'],
    ['trends', 'trend'],
    ['metrics', 'metric'],
    // what an operation or a function is called already
    ['looks', 'look'],
    ['robots', 'robot'],
  ])('for %s %s', (plural, singular) => {
    // the pages are not among what the house leans on, but new ones must not come among those that are there
    mkdirSync(join(house, 'apps/web/src/pages/mails'), { recursive: true });
    const before = everything();
    expect(refusalOf(plural, singular)).not.toBeNull();
    expect(everything()).toEqual(before);
  });
});

test('what was written can be taken back whole', () => {
  const before = everything();
  const plan = writeFeature(house, { plural: 'children', singular: 'child', owner: 'council' }, NOW);
  expect(everything()).not.toEqual(before);
  if ('undo' in plan) plan.undo();
  expect(everything()).toEqual(before);
  expect(refusalOf('children', 'child')).toBeNull();
});

describe('a name that a file has twice', () => {
  test.each([
    ["import { a } from 'x';\nimport { b, a } from 'y';", 'a'],
    ["import { DateIn, Id } from 'x';\nexport const DateIn = 1;", 'DateIn'],
    ["import { type A } from 'x';\nexport interface A {}", 'A'],
    ["import { A as B } from 'x';\nconst A = 1;", undefined],
    ['export const A = 1;\nexport type A = typeof A;', undefined],
  ])('is found: %j', (text, name) => {
    expect(declaredTwice(text)).toBe(name);
  });
});

describe('a part that is cut out of a new noun', () => {
  const failing = TELLERS.files.map((file) => ({
    name: join('/house', file ?? ''),
    assertionResults: TELLERS.names.split('|').map((fullName) => ({ fullName, status: 'failed' })),
  }));

  test('is told by its own test alone', () => {
    expect(untold({ testResults: failing })).toEqual([]);
    const [first, ...others] = failing;
    const passing = first?.assertionResults.map(({ fullName }) => ({ fullName, status: 'passed' })) ?? [];
    expect(untold({ testResults: [...others, { name: first?.name ?? '', assertionResults: passing }] })).toEqual([
      'the line in the table of writes',
    ]);
  });

  test('is missed when it is not where it is said to be', () => {
    mkdirSync(join(house, 'apps/e2e/src/support'), { recursive: true });
    writeFileSync(join(house, 'apps/e2e/src/support/writes.ts'), '');
    expect(() => cutParts(house)).toThrow('the line in the table of writes is not found');
  });
});

describe('a line more', () => {
  const block = {
    path: 'x.ts',
    from: 'const A = {',
    until: '};',
    key: /^ {2}(\w+):/,
    sorted: true,
    line: '  m: 1,',
  } as const;

  test('goes before the first that sorts after it, above that one’s comment', () => {
    expect(insert('const A = {\n  a: 1,\n  // about z\n  z: 1,\n};', block)).toEqual({
      text: 'const A = {\n  a: 1,\n  m: 1,\n  // about z\n  z: 1,\n};',
    });
  });

  test('goes to the end when none does, but never where a comma is missing', () => {
    expect(insert('const A = {\n  a: 1,\n};', block)).toEqual({ text: 'const A = {\n  a: 1,\n  m: 1,\n};' });
    expect(insert('const A = {\n  a: 1\n};', block)).toBe('lost');
  });

  test('is refused twice, and given up where its block has gone', () => {
    expect(insert('const A = {\n  m: 2,\n};', block)).toBe('taken');
    expect(insert('const B = {\n  a: 1,\n};', block)).toBe('lost');
  });
});
