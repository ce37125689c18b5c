// The table of writes (apps/e2e/src/support/writes.ts) leaves out no page that writes, and no role that may write there.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEMONSTRATION_ACCOUNTS } from '../apps/demonstration/src/accounts.ts';
import { WRITES, type Write } from '../apps/e2e/src/support/writes.ts';
import { PERMISSIONS } from '../packages/domain/src/access/permissions.ts';
import { ROOT } from './lib/root.mjs';
import { singularOf } from './new-feature/nouns.ts';

const pages = [...readFileSync(join(ROOT, 'apps/web/src/routes.tsx'), 'utf8').matchAll(/path: '([^']+)'/g)].map(
  ([, path = '']) => path,
);

/** Pages on which one record is written, such as `/support-plans/write`, that no line opens. */
const unopened = (paths: readonly string[], writes: readonly Write[]): string[] =>
  paths.filter((path) => path.endsWith('/write') && !writes.some(({ page }) => page === path));

/** Roles that the permission table lets write on such a page, and for whom its line names no account. */
function rolesLeftOut({ page, as }: Write): string[] {
  const [, noun = ''] = /^\/([\w-]+)\/write$/.exec(page) ?? [];
  const actions: Readonly<Record<string, object>> = PERMISSIONS;
  const writers = DEMONSTRATION_ACCOUNTS.filter(({ key }) => as.includes(key)).map(({ role }): string => role);
  return Object.keys(actions[`${singularOf(noun)}.write`] ?? {}).filter((role) => !writers.includes(role));
}

describe('the table of writes', () => {
  test('has a line for every page on which a record is written', () => {
    expect(pages.length).toBeGreaterThan(80);
    expect(unopened(pages, WRITES)).toEqual([]);
  });

  test('opens a page and a list that there are, as people that there are', () => {
    expect(WRITES.flatMap(({ page, list }) => [page, list]).filter((path) => !pages.includes(path))).toEqual([]);
    const keys = DEMONSTRATION_ACCOUNTS.map(({ key }) => key);
    expect(WRITES.flatMap(({ as }) => as).filter((key) => !keys.includes(key))).toEqual([]);
  });

  test('opens each as somebody of every role that may write there', () => {
    expect(WRITES.flatMap((write) => rolesLeftOut(write).map((role) => `${write.page}: ${role}`))).toEqual([]);
  });

  test('is found wanting where it lacks a line', () => {
    expect(unopened(['/support-plans/write', '/support-plans'], WRITES)).toEqual(['/support-plans/write']);
  });
});
