// A sentence that says to tell or ask the council is a promise that somebody can be reached, so each says how, by
// {{councilReach}}: on pages, in mails and in letters.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './lib/root.mjs';

const SAYS_TO =
  /\b(tell|ask|ring|contact|call|telephone|speak to|write to|get in touch with) (the|your|their|its|another|a) (council|safeguarding team)\b/i;
const SAYS_HOW = /\{\{(councilReach|safeguardingReach)\}\}/;

/** Sentences that stand beside the numbers themselves, lead to them, or are about such sentences. */
const ELSEWHERE = new Set([
  'shell.json: Contact the council',
  'councils.json: Contact the council',
  // where to look when the council gave no number
  'shell.json: “Contact the council” at the foot of every page says how',
  // the numbers stand below it, or right above
  'councils.json: If you are worried that an adult or a child is being hurt, neglected or used, tell the safeguarding team:',
  'councils.json: If you are worried that an adult or a child is being hurt, neglected or used, tell the council and ask for safeguarding.',
  // what a search engine shows of the page that says how
  'councils.json: How to tell your council that something went wrong, what happens then, and whom you can ask after that.',
  // a button and a link that lead to the contact page
  'listings.json: Ask the council to order it for you',
  'council-settings.json: Shown wherever a page says to tell or ask the council.',
]);

const files = (...under: string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...under], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean);

function* textsOf(words: unknown): Generator<string> {
  if (typeof words === 'string') yield words;
  else for (const inner of Object.values(words as object)) yield* textsOf(inner);
}

test('every sentence that says to tell or ask the council says how', () => {
  const words = files('packages/words/src/en/plain').flatMap((file) =>
    [...textsOf(JSON.parse(readFileSync(join(ROOT, file), 'utf8')))].map(
      (text) => `${file.split('/').at(-1)}: ${text}`,
    ),
  );
  expect(words.length).toBeGreaterThan(1_500);
  const promises = words.filter((text) => SAYS_TO.test(text));
  expect(promises.length).toBeGreaterThan(15);
  expect(promises.filter((text) => !SAYS_HOW.test(text) && !ELSEWHERE.has(text))).toEqual([]);
  expect([...ELSEWHERE].filter((text) => !words.includes(text))).toEqual([]);
});
