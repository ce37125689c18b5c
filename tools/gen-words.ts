// Makes the types of every sentence from the sentences themselves: its key, and the values that it cannot be said without.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../packages/words/src/en/plain', import.meta.url));

type Tree = { readonly [key: string]: string | Tree };

/** The endings by which i18next tells the forms of one sentence apart. */
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Values that a page knows without being given them; a mail and a document have to be told. */
const ON_PAGES: ReadonlySet<string> = new Set(['councilReach', 'safeguardingReach', 'emergencyTelephone']);
const OFF_PAGES: ReadonlySet<string> = new Set(['mails', 'documents']);

/** By the format of a value, and by its name. */
const FORMATS: Readonly<Record<string, string>> = {
  money: 'Money',
  number: 'number',
  references: 'readonly (string | null)[]',
};
const NAMES: Readonly<Record<string, string>> = { count: 'number' };

/** Name → type of the values in "{{count}} things for {{leftPence, money}}". */
function valuesOf(sentence: string, known: ReadonlySet<string>): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [, name = '', format = ''] of sentence.matchAll(/\{\{\s*-?\s*(\w+)\s*(?:,\s*(\w+))?[^}]*\}\}/g)) {
    if (!known.has(name)) values.set(name, FORMATS[format] ?? NAMES[name] ?? 'Text');
  }
  return values;
}

/** Key → values of every sentence of a file; the forms of a plural are one sentence, which needs a count. */
export function sentencesOf(tree: Tree, known = ON_PAGES, above = ''): Map<string, Map<string, string>> {
  const sentences = new Map<string, Map<string, string>>();
  for (const [own, inner] of Object.entries(tree)) {
    if (typeof inner !== 'string') {
      for (const [key, values] of sentencesOf(inner, known, `${above}${own}.`)) sentences.set(key, values);
      continue;
    }
    const base = own.replace(PLURAL, '');
    // Every plural has the form "other"; without it the ending is part of a name, such as "photo.too_many".
    const isPlural = base !== own && `${base}_other` in tree;
    const key = `${above}${isPlural ? base : own}`;
    const values = sentences.get(key) ?? new Map<string, string>(isPlural ? [['count', 'number']] : []);
    for (const [name, type] of valuesOf(inner, known)) values.set(name, type);
    sentences.set(key, values);
  }
  return sentences;
}

/** Key → the names right below it, for what is read as a whole list of words. */
function branchesOf(tree: Tree, above = ''): Map<string, Tree> {
  const branches = new Map<string, Tree>();
  for (const [own, inner] of Object.entries(tree)) {
    if (typeof inner === 'string') continue;
    branches.set(`${above}${own}`, inner);
    for (const [key, deeper] of branchesOf(inner, `${above}${own}.`)) branches.set(key, deeper);
  }
  return branches;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;

function typeOfBranch(tree: Tree): string {
  const texts = Object.values(tree).every((inner) => typeof inner === 'string');
  if (texts) return `Record<${Object.keys(tree).map(quoted).join(' | ')}, string>`;
  const parts = Object.entries(tree).map(
    ([key, inner]) => `${quoted(key)}: ${typeof inner === 'string' ? 'string' : typeOfBranch(inner)}`,
  );
  return `{ ${parts.join('; ')} }`;
}

function typeOfSentence(values: ReadonlyMap<string, string>): string {
  if (values.size === 0) return 'None';
  return `{ ${[...values].map(([name, type]) => `${name}: ${type}`).join('; ')} }`;
}

/** Path → text of what is made. */
export function generateWords(): Record<string, string> {
  const nouns = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/\.json$/, ''))
    .sort();
  const trees = nouns.map((noun): [string, Tree] => [
    noun,
    JSON.parse(readFileSync(join(FOLDER, `${noun}.json`), 'utf8')) as Tree,
  ]);
  const words = trees.map(([noun, tree]) => {
    const sentences = [...sentencesOf(tree, OFF_PAGES.has(noun) ? new Set() : ON_PAGES)].sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    return `  ${quoted(noun)}: {\n${sentences.map(([key, values]) => `    ${quoted(key)}: ${typeOfSentence(values)};\n`).join('')}  };\n`;
  });
  const branches = trees.map(([noun, tree]) => {
    const all = [...branchesOf(tree)].sort(([a], [b]) => (a < b ? -1 : 1));
    return `  ${quoted(noun)}: {\n${all.map(([key, inner]) => `    ${quoted(key)}: ${typeOfBranch(inner)};\n`).join('')}  };\n`;
  });
  const name = (noun: string): string => noun.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const made = '// Made by "npm run gen" from packages/words/src/en/plain; never edited.\n';
  return {
    'packages/words/src/generated/words.ts': [
      made,
      '/** What a sentence takes for a word or a number that it does not format. */\ntype Text = string | number;\n',
      '/** Whole pence. */\ntype Money = bigint | number;\n',
      'type None = Record<never, never>;\n\n',
      '/** By noun and key: the values that the sentence cannot be said without. */\n',
      `export interface Words {\n${words.join('')}}\n\n`,
      '/** By noun and key: what lies below it, for lists of words that are read whole. */\n',
      `export interface Branches {\n${branches.join('')}}\n`,
    ].join(''),
    'packages/words/src/generated/en-plain.ts': [
      made,
      nouns.map((noun) => `import ${name(noun)} from '../en/plain/${noun}.json' with { type: 'json' };\n`).join(''),
      '\nexport const EN_PLAIN = {\n',
      nouns.map((noun) => `  ${noun === name(noun) ? noun : `${quoted(noun)}: ${name(noun)}`},\n`).join(''),
      '};\n',
    ].join(''),
    'packages/words/src/generated/later.ts': [
      made,
      "import type { ResourceLanguage } from 'i18next';\n\n",
      'type Load = () => Promise<{ readonly default: ResourceLanguage }>;\n\n',
      '/** By language and noun: what brings its words when they are wanted, so that a page loads only its own. */\n',
      'export const LATER: Readonly<Record<string, Readonly<Record<string, Load>>>> = {\n  en: {\n',
      nouns.map((noun) => `    ${quoted(noun)}: () => import('../en/plain/${noun}.json'),\n`).join(''),
      '  },\n};\n',
    ].join(''),
  };
}
