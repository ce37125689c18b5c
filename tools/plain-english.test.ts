// Plain English in names, comments, test names and sentences: fails on words that have a plainer one, and on test names
// that are too long to read. The words of this product, one meaning each: docs/glossary.md.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './lib/root.mjs';

/** Each with what to say instead. Parts of names are found too, as in a constant or in the middle of a name. */
const PLAINER: readonly (readonly [words: RegExp, instead: string])[] = [
  [/who(m)?ever/i, 'the person: the holder, the payer, the reader; or "those who"'],
  [/nobody/i, '"no one", or "only … may"'],
  [/quarrel/i, '"two sides disagree"'],
  [/(?<![A-Za-z])[Dd]eeds?(?![a-z])|(?<=[a-z])Deeds?(?![a-z])|\bDEEDS?\b/, '"action", "event" or "change"'],
  [/shel(f|ves|v)/i, '"subcategory", or "category" for headings too'],
  [/\blet(s|ting)? go\b|\bletGo\b/i, '"closes", "releases", "drops"'],
];

/** Where a word stands for something else than the glossary's; each must still be needed. */
const MEANT: readonly (readonly [path: string, text: string, why: string])[] = [
  ['packages/db/src/embedded/', 'NOBODY', 'the account of the operating system'],
  ['apps/api/src/failure/pooler.ts', "'nobody'", 'the account of the operating system'],
  ['docs/decisions/0002-a-real-database-in-every-clone.md', '`nobody`', 'the account of the operating system'],
];

const LONGEST_TEST_NAME = 100;

/** A text, given to a function that follows it: the name of a test, however it is called. */
const TEST_NAME = /\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1,\s*(?:\{[^{}]*\},\s*)?(?:async\s*)?(?:\([^()]*\)|\w+)\s*=>/g;

const isMeant = (path: string, line: string): boolean =>
  MEANT.some(([at, text]) => path.startsWith(at) && line.includes(text));

function plainFaults(path: string, text: string): string[] {
  const where = (line: number, what: string) => `${path}:${line}: ${what}`;
  const near = PLAINER.filter(([word]) => word.test(path) || word.test(text));
  const lines = near.length === 0 ? [] : [path, ...text.split('\n')];
  const words = lines.flatMap((line, index) =>
    near.flatMap(([word, instead]) => {
      const [found] = word.exec(line) ?? [];
      return found === undefined || isMeant(path, line) ? [] : [where(index, `"${found}": say ${instead}`)];
    }),
  );
  if (!/\.test\.(ts|tsx|ts\.template)$/.test(path)) return words;
  const long = [...text.matchAll(TEST_NAME)].flatMap(({ 2: name = '', index }) =>
    name.length > LONGEST_TEST_NAME
      ? [where(text.slice(0, index).split('\n').length, `a test name of ${name.length} letters: ${name}`)]
      : [],
  );
  return [...words, ...long];
}

const OWN = 'tools/plain-english.test.ts';
const TEXTS = /\.(ts|tsx|mjs|js|json|md|scss|sql|ya?ml|template|html|sh|example|conf|toml|csv|service)$|file$/;
const PLACES = ['apps', 'packages', 'tools', 'docs', 'infra', 'migrations', 'README.md'];
/** Migrations that a council runs are never changed again (decision 0036), their comments neither. */
const FROZEN = new Set(Object.keys(JSON.parse(readFileSync(join(ROOT, 'migrations/frozen.json'), 'utf8'))));
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...PLACES], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => TEXTS.test(path) && path !== OWN && !path.startsWith('docs/generated/'))
  .filter((path) => !FROZEN.has(path.replace(/^migrations\//, '')))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

test('what people and engineers read says who acts and what is done, in the plainest word', () => {
  expect(files.flatMap(({ path, text }) => plainFaults(path, text))).toEqual([]);
});

test('the schema is read too, but for migrations that are frozen', () => {
  const read = files.flatMap(({ path }) => /^migrations\/(.+\.sql)$/.exec(path)?.[1] ?? []);
  const open = readdirSync(join(ROOT, 'migrations')).filter((name) => name.endsWith('.sql') && !FROZEN.has(name));
  expect(read.sort()).toEqual(open.sort());
});

test('every place where such a word is meant still says it', () => {
  const unused = MEANT.filter(
    ([at, said]) => !files.some(({ path, text }) => path.startsWith(at) && text.includes(said)),
  );
  expect(unused).toEqual([]);
});

test('a planted word is found in a name, a comment, a sentence and a file’s name', () => {
  const found = (line: string): string => plainFaults('apps/x.ts', line).join();
  expect(found('/** The account of whoever invites. */')).toMatch(/^apps\/x\.ts:1: "whoever": say /);
  expect(found('// It is seen by whomever it is for.')).toContain('"whomever"');
  expect(found('export const NOBODY = null;')).toContain('"NOBODY"');
  expect(found('  "none": "Nobody’s time has ended"')).toContain('"Nobody"');
  expect(found('const furtherShelves = [];')).toContain('"Shelves"');
  expect(found('join main_shelf as shelf')).toContain('"shelf"');
  expect(found('const [deeds] = await both;')).toContain('"deeds"');
  expect(found('const lastDeed = null;')).toContain('"Deed"');
  expect(found('// PostgreSQL lets go of the lock.')).toContain('"lets go"');
  expect(found('let letGo = 0;')).toContain('"letGo"');
  expect(plainFaults('docs/decisions/0006-a-quarrel.md', '').join()).toContain('"quarrel"');
  expect(found('It is needed indeed, and let good = true; it lets gold be.')).toBe('');
});

test('a planted long name is found, however the test is called; one of a hundred letters is not', () => {
  const name = 'n'.repeat(LONGEST_TEST_NAME + 1);
  const calls = [
    `test('${name}', async () => {`,
    `  it("${name}", () => {`,
    `it.each([1])('${name}', (one) => {`,
    `])(\n  '${name}',\n  async ({ one }) => {`,
    `test(\`${name}\`, { timeout: 1 }, async () => {`,
    `describe('${name}', () => {`,
  ];
  for (const call of calls) {
    expect(plainFaults('apps/x.test.ts', call), call).toEqual([expect.stringContaining('101 letters')]);
    expect(plainFaults('apps/x.test.ts', call.replace('n', '')), call).toEqual([]);
  }
});
