// One home for words: every sentence that is asked for is there, and every one that is there is asked for.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MESSAGE_KINDS } from '../packages/domain/src/shared/message-kinds.ts';
import { PROBLEM_CODES } from '../packages/domain/src/shared/problems.ts';
import { sentencesOf } from './gen-words.ts';
import { ROOT } from './lib/root.mjs';
import { type Asked, askedBy, isAsked } from './words/spoken-keys.ts';
import { translationFaults } from './words/translation-faults.ts';

const WORDS = 'packages/words/src';

const files = (...under: string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...under], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean);
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const nouns = (folder: string): string[] =>
  files(`${WORDS}/${folder}`).flatMap((path) => /([\w-]+)\.json$/.exec(path)?.[1] ?? []);
const sentences = (folder: string, noun: string) => sentencesOf(JSON.parse(read(`${WORDS}/${folder}/${noun}.json`)));

/** Keys that no source spells, because records hold them; each is proved by a list of its own. */
const RECORDED: Readonly<Record<string, readonly string[]>> = {
  problems: ['unknown', ...PROBLEM_CODES],
  'problem-titles': PROBLEM_CODES,
  messages: [...MESSAGE_KINDS, 'other'].map((kind) => `kinds.${kind}`),
};

/** Spoken by what stands around every page. */
const EVERYWHERE = new Set(['problems', 'shell', 'ui']);

describe('every sentence', () => {
  const sources = files('apps/web/src', 'apps/api/src', 'packages')
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$|\/generated\//.test(path))
    .map((path): [string, string] => [path, read(path)])
    .filter(([path, text]) => path.startsWith('apps/web/') || /support-market\/words|en\/plain|wordsIn/.test(text));
  const asked = sources.map(([path, text]): [string, Asked] => [text, askedBy(path, text)]);

  test.each(nouns('en/plain'))('of %s is asked for somewhere', (noun) => {
    const own = asked
      // A part of a page may be handed what another file says, so it counts when it names the noun at all.
      .filter(([text]) => EVERYWHERE.has(noun) || text.includes(noun) || text.includes(noun.replace(/s$/, '')))
      .map(([, one]) => one);
    const unused = [...sentences('en/plain', noun).keys()].filter(
      (key) => !RECORDED[noun]?.includes(key.replace(/@.*$/, '')) && !isAsked(key, own),
    );
    expect(unused).toEqual([]);
  });

  test('that is not asked for is found, and one that a template asks for is not taken for it', () => {
    const page = [
      askedBy('page.tsx', `say('title'); say(\`states.\${state}\`); say('reasons', { returnObjects: true });`),
    ];
    const keys = ['title', 'states.open', 'reasons.other', 'forgotten', 'forgotten.states.open'];
    expect(keys.filter((key) => !isAsked(key, page))).toEqual(['forgotten', 'forgotten.states.open']);
  });
});

describe('words in another language or for another level', () => {
  test('are as many as in plain English, and say the same values', () => {
    const folders = [
      ...new Set(files(WORDS).flatMap((path) => /src\/([\w-]+\/(?:plain|easy))\//.exec(path)?.[1] ?? [])),
    ];
    expect(folders).toContain('en/plain');
    const faults = folders
      .filter((folder) => folder !== 'en/plain')
      .flatMap((folder) => {
        const level = folder.endsWith('/easy') ? 'easy' : 'plain';
        const there = new Set(nouns(folder));
        return nouns('en/plain')
          .filter((noun) => there.has(noun) || level === 'plain')
          .flatMap((noun) => {
            const other = there.has(noun) ? sentences(folder, noun) : new Map();
            return translationFaults(sentences('en/plain', noun), other, level).map((fault) => `${noun}: ${fault}`);
          });
      });
    expect(faults).toEqual([]);
  });

  test('are told what they lack, what nobody says, and which values they lost', () => {
    const plain = sentencesOf({
      title: 'My orders',
      more_one: '{{count}} more',
      more_other: '{{count}} more',
      by: 'By {{name}}',
    });
    const welsh = sentencesOf({ more_two: 'dau arall', more_other: '{{count}} arall', by: 'Gan {{enw}}', old: 'Hen' });
    expect(translationFaults(plain, welsh, 'plain')).toEqual([
      'title is missing',
      'old is said by no page',
      'by takes enw, plain English name',
    ]);
    expect(translationFaults(plain, sentencesOf({ title: 'Orders' }), 'easy')).toEqual([]);
  });
});
