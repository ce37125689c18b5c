// Proves what the two commands stand on: what counts as passed, which Node is new enough, and what forces a new build.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { isNodeNewEnough } from './ensure-installed.mjs';
import { ROOT } from './root.mjs';
import { countReport, failuresIn, runStages } from './stages.mjs';
import { hashOf } from './stamp.mjs';

const report = (numPassedTests: number, numFailedTests: number, testResults: object[] = []): object => ({
  numPassedTests,
  numFailedTests,
  testResults,
});

test('tests are counted as the report has them', () => {
  expect(countReport(report(7, 0), 0)).toEqual({ passed: 7, failed: 0 });
  expect(countReport(report(6, 1, [{ status: 'failed', assertionResults: [{ status: 'failed' }] }]), 1)).toEqual({
    passed: 6,
    failed: 1,
  });
});

test('a file that cannot be loaded is a failure, although none of its tests ran', () => {
  expect(countReport(report(6, 0, [{ status: 'failed', assertionResults: [] }]), 1)).toEqual({ passed: 6, failed: 1 });
});

test('a run that fails outside its tests is a failure', () => {
  expect(countReport(report(6, 0), 1)).toEqual({ passed: 6, failed: 1 });
});

test('a failure is named by its file, its test and the first line of why', () => {
  const named = failuresIn(
    report(1, 2, [
      {
        name: join(ROOT, 'apps/one.test.ts'),
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'holds', failureMessages: [] },
          { status: 'failed', fullName: 'breaks', failureMessages: ['expected 1\nat line 2'] },
        ],
      },
      { name: join(ROOT, 'apps/two.test.ts'), status: 'failed', message: 'cannot load\nmore', assertionResults: [] },
      { name: join(ROOT, 'apps/three.test.ts'), status: 'passed', message: '', assertionResults: [] },
    ]),
  );
  expect(named).toEqual(['apps/one.test.ts: breaks: expected 1', 'apps/two.test.ts: cannot load']);
});

test('a check beside a stage counts as one of its own does, and a failure there stops nothing', async () => {
  const check = (title: string, code: number): object => ({
    title,
    kind: 'check',
    words: ['-e', `process.exit(${code})`],
  });
  // Its summary would look like one of this run's own.
  const log = vi.spyOn(console, 'log').mockReturnValue();
  const beside = [check('breaks', 3), check('holds', 0)];
  expect(await runStages([{ ...check('first', 0), beside }, check('second', 0)])).toEqual({ passed: 3, failed: 1 });
  expect(log.mock.calls.join()).toContain('FAILED  breaks');
  log.mockRestore();
});

test('Node 20.19 is the oldest that will do', () => {
  expect(['20.19.0', '20.20.2', '22.0.0', '24.1.0'].filter(isNodeNewEnough)).toHaveLength(4);
  expect(['18.20.0', '20.18.9', '19.99.0'].filter(isNodeNewEnough)).toHaveLength(0);
});

test('a hash changes with what a file says and what it is called', () => {
  const folder = mkdtempSync(join(ROOT, 'node_modules/.stamp-test-'));
  const path = folder.slice(ROOT.length);
  try {
    writeFileSync(join(folder, 'one.ts'), 'one');
    const first = hashOf([path]);
    expect(hashOf([path])).toBe(first);
    writeFileSync(join(folder, 'one.ts'), 'two');
    const second = hashOf([path]);
    expect(second).not.toBe(first);
    rmSync(join(folder, 'one.ts'));
    writeFileSync(join(folder, 'two.ts'), 'two');
    expect(new Set([first, second]).has(hashOf([path]))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
