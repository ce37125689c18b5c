// Runs the stages of npm test one after the other and counts what passed, without stopping at the first failure.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from './root.mjs';

const REPORTS = mkdtempSync(join(tmpdir(), 'support-market-reports-'));
process.once('exit', () => rmSync(REPORTS, { recursive: true, force: true }));

let current;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // Ctrl-C reaches the stage by itself; a signal meant for us alone has to be passed on.
    current?.kill(signal);
    setTimeout(() => process.exit(130), 10_000).unref();
    if (current === undefined) process.exit(130);
    current.once('close', () => process.exit(130));
  });
}

function run(words, env) {
  return new Promise((resolve) => {
    current = spawn(process.execPath, words, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
    current.once('error', () => resolve(1));
    current.once('close', (code) => {
      current = undefined;
      resolve(code ?? 1);
    });
  });
}

/** Which tests failed, a line each, for whoever reads only the end of what was printed. */
export function failuresIn(report) {
  return report.testResults.flatMap(({ name, message, assertionResults }) => {
    const first = (text) => (text ?? '').split('\n')[0].slice(0, 300);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0) return message ? [`${relative(ROOT, name)}: ${first(message)}`] : [];
    return failed.map(
      ({ fullName, failureMessages }) => `${relative(ROOT, name)}: ${fullName.trim()}: ${first(failureMessages[0])}`,
    );
  });
}

/** What a vitest report says. A file that could not even be loaded counts as one failure. */
export function countReport(report, exitCode) {
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + unloadable;
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

async function runStage(stage, index) {
  if (stage.kind === 'check') {
    const code = await run(stage.words, stage.env);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  }
  if (stage.kind === 'work') return (await stage.work(run)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const file = join(REPORTS, `${index}.json`);
  const words = ['node_modules/vitest/vitest.mjs', 'run', ...stage.words, '--reporter=default', '--reporter=json'];
  const code = await run([...words, `--outputFile.json=${file}`], stage.env);
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return { ...countReport(report, code), failures: failuresIn(report) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Runs every stage, shows how each went, and answers the sums. */
export async function runStages(stages) {
  const lines = [];
  const sum = { passed: 0, failed: 0 };
  for (const [index, stage] of stages.entries()) {
    console.log(`\n━━ ${index + 1} of ${stages.length}: ${stage.title} ━━`);
    const reason = stage.skip?.();
    if (reason !== undefined) {
      console.log(reason);
      lines.push(`–       ${stage.title}: ${reason}`);
      continue;
    }
    const started = performance.now();
    const { passed, failed, failures = [] } = await runStage(stage, index);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    sum.passed += passed;
    sum.failed += failed;
    lines.push(
      `${failed === 0 ? 'ok    ' : 'FAILED'}  ${stage.title}: ${passed} passed, ${failed} failed, ${seconds} s`,
      ...failures.map((failure) => `        ${failure}`),
    );
  }
  console.log(`\n━━ Summary ━━\n${lines.join('\n')}\n`);
  return sum;
}
