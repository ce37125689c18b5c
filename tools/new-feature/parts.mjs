// What a new noun must not lack, and which test has to fail without it: proof that the tests of a generated noun can fail.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WRITES = 'apps/e2e/src/support/writes.ts';
const api = (noun, file) => `apps/api/src/features/${noun}/${noun}.${file}.ts`;
const page = (noun, name) => `apps/web/src/pages/${noun}/${name}.tsx`;

/** What it is; the file, what is cut out of it and what stays instead; the file of the test that tells, and its name. */
const PARTS = [
  {
    what: 'the line in the table of writes',
    from: [WRITES, / {2}\{\n {4}page: '\/sea-shells\/write'[\s\S]*?\n {2}\},\n/, ''],
    told: ['tools/writes.test.ts', 'has a line for every page on which a record is written'],
  },
  {
    what: 'the message',
    from: [api('sand-castles', 'service'), / {6}await recordMessages\([\s\S]*?\]\);\n/, ''],
    told: [api('sand-castles', 'test'), 'with one audit entry and one message'],
  },
  {
    what: 'the limit to those that the viewer may see',
    from: [api('sand-castles', 'repo'), /\n {4}\.where\(\n {6}inReach\([\s\S]*?\n {4}\);/, ';'],
    told: [api('sand-castles', 'test'), 'the list holds what is within reach and nothing else'],
  },
  {
    what: 'the key under which it is written once',
    from: [api('sea-shells', 'service'), /once\(tx, .* async \(\) => \{/, 'Promise.resolve().then(async () => {'],
    told: [api('sea-shells', 'test'), 'written twice under one key is there once'],
  },
  {
    what: 'the filters in the way to the next page',
    from: [page('sea-shells', 'sea-shells'), '{ ...filters, cursor:', '{ cursor:'],
    told: [page('sea-shells', 'sea-shells.test'), 'keeps every filter in the address'],
  },
  {
    what: 'the same key when it is sent again',
    from: [page('sand-castles', 'write-sand-castle'), 'keyFor(body)', 'keyFor({ now: performance.now() })'],
    told: [page('sand-castles', 'sand-castles.test'), 'sends again under the same key'],
  },
  {
    what: 'what is said of an empty field',
    from: [page('rock-analyses', 'write-rock-analysis'), /\(isBlank\(words\) \? .* : \{\}\)/, '({})'],
    told: [page('rock-analyses', 'rock-analyses.test'), 'says at each field what is missing'],
  },
  {
    what: 'the line of the menu',
    from: ['apps/web/src/shell/navigation.ts', / {2}\{ key: 'seaShells'.*\n/, ''],
    told: [page('sea-shells', 'sea-shells.test'), 'is found by the menu'],
  },
  {
    what: 'the way from the message',
    from: ['apps/web/src/features/messages/components/message-list.tsx', / {2}sandCastleId: .*\n/, ''],
    told: [page('sand-castles', 'sand-castles.test'), 'is found by the menu'],
  },
  {
    what: 'the words of the audit trail',
    from: ['packages/words/src/en/plain/audit-entries.json', / {4}"rock-analysis closed": .*\n/, ''],
    told: [page('rock-analyses', 'rock-analyses.test'), 'is found by the menu'],
  },
];

/** The files of the tests that have to tell, and a pattern of their names. */
export const TELLERS = {
  files: [...new Set(PARTS.map(({ told: [file] }) => file))],
  names: [...new Set(PARTS.map(({ told: [, name] }) => name))].join('|'),
};

/** Cuts every part out of the house. Throws where one is not found: what is proved must be there. */
export function cutParts(house) {
  for (const { what, from } of PARTS) {
    const [path, part, instead] = from;
    const text = readFileSync(join(house, path), 'utf8');
    const cut = text.replace(part, () => instead);
    if (cut === text) throw new Error(`${what} is not found in ${path}`);
    writeFileSync(join(house, path), cut);
  }
}

/** The parts whose loss no test tells, by vitest's report in JSON on the house without them. */
export function untold({ testResults }) {
  const failed = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => `${name} ${fullName}`),
  );
  return PARTS.filter(({ told: [file, name] }) => !failed.some((one) => one.includes(file) && one.includes(name))).map(
    ({ what }) => what,
  );
}
