// Which tests a change touches: those beside it, those called after its noun, and those that reach it by imports without
// passing through a file that everything passes through.

import { basename, dirname, join, normalize } from 'node:path';

/** A file that more than this many import says nothing about which of them a change concerns. */
const HUB = 40;

/** Where everything is put together, and the world that API tests stand on. */
const ROOTS = /^apps\/(api\/src\/(app|main|server|worker|tasks)\.ts|web\/src\/(routes|main)\.tsx|api\/src\/testing\/)/;

const isTest = (path) => /\.test\.tsx?$/.test(path);

/** The file that an import leads to, as far as it is ours. */
function targetOf(path, from) {
  const own = /^@support-market\/([\w-]+)\/(.+)$/.exec(from);
  if (own) return `${own[1] === 'api' || own[1] === 'demonstration' ? 'apps' : 'packages'}/${own[1]}/src/${own[2]}.ts`;
  return from.startsWith('.') ? normalize(join(dirname(path), from)) : null;
}

/** Who imports what, read from the sources: path → the paths that import it. */
export function importersOf(sources) {
  const importers = new Map();
  for (const [path, text] of sources) {
    for (const [, from] of text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      const target = targetOf(path, from);
      if (target === null) continue;
      importers.set(target, [...(importers.get(target) ?? []), path]);
    }
  }
  return importers;
}

/** `budget-lines` and `budget-line` of `apps/api/src/features/budget-lines/…`, and of a migration's name. */
function nounsOf(path) {
  const folder = /(?:features|domain\/src)\/([a-z-]+)\//.exec(path)?.[1];
  const migration = /^migrations\/\w+?_(\w+)\.sql$/.exec(path)?.[1]?.replaceAll('_', '-');
  const words = /words\/src\/en\/[a-z]+\/([a-z-]+)\.json$/.exec(path)?.[1];
  return [folder, migration, words].flatMap((noun) => (noun ? [noun, noun.replace(/s$/, '')] : []));
}

/** Tests with how far each is from the change: 0 is the changed test itself. The nearest first. */
export function nearTests(changed, sources) {
  const importers = importersOf(sources);
  const tests = [...sources.keys()].filter(isTest);
  const distance = new Map();
  const note = (test, far) => distance.set(test, Math.min(far, distance.get(test) ?? Number.POSITIVE_INFINITY));
  for (const path of changed) {
    if (isTest(path) && sources.has(path)) note(path, 0);
    for (const test of tests) if (dirname(test) === dirname(path)) note(test, 1);
    const nouns = nounsOf(path);
    for (const test of tests)
      if (nouns.some((noun) => basename(test).includes(noun) || test.includes(`/${noun}/`))) note(test, 2);
    if (path.startsWith('migrations/')) for (const test of tests) if (test.startsWith('packages/db/')) note(test, 2);
    let edge = [path];
    const seen = new Set(edge);
    for (let far = 1; edge.length > 0; far += 1) {
      edge = edge.flatMap((file) => {
        const by = importers.get(file) ?? [];
        return ROOTS.test(file) || (file !== path && by.length > HUB) ? [] : by.filter((one) => !seen.has(one));
      });
      for (const file of edge) {
        seen.add(file);
        if (isTest(file)) note(file, far);
      }
    }
  }
  return [...distance].sort(([a, far], [b, further]) => far - further || (a < b ? -1 : 1));
}

/** What a file of tests takes, in seconds, where it was not run before. */
export function guessSeconds(test) {
  if (test.startsWith('packages/domain/')) return 1;
  if (test.startsWith('apps/web/')) return 4;
  if (/demonstration|any-day|kills|verify-seals|dead-workers/.test(test)) return 90;
  return 12;
}

/** The nearest tests that fit into so many seconds of work, and how many do not; a changed test always fits. */
export function fitting(tests, seconds, takes) {
  const taken = [];
  let left = seconds;
  for (const [test, far] of tests) {
    const cost = takes(test);
    if (far > 0 && cost > left) continue;
    taken.push(test);
    left -= cost;
  }
  return { taken, leftOut: tests.length - taken.length };
}
