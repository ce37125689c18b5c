// Runs the stages of npm test and counts what passed, without stopping at the first failure.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from './root.mjs';

const REPORTS = mkdtempSync(join(tmpdir(), 'support-market-reports-'));
process.once('exit', () => rmSync(REPORTS, { recursive: true, force: true }));

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (running.size === 0) process.exit(130);
    setTimeout(() => process.exit(130), 10_000).unref();
    for (const child of running) {
      // Ctrl-C reaches the stage by itself; a signal meant for us alone has to be passed on.
      child.kill(signal);
      child.once('close', () => running.size === 0 && process.exit(130));
    }
  });
}

/** The exit code of a program of ours. With `hear` it runs at a lower priority, and what it says goes there. */
function run(words, env, hear) {
  return new Promise((resolve) => {
    const stdio = hear ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(process.execPath, words, { cwd: ROOT, stdio, env: { ...process.env, ...env } });
    running.add(child);
    child.once('error', () => resolve(1));
    child.once('close', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
    if (!hear || child.pid === undefined) return;
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
}

/** Which tests failed, a line each, for those who read only the end of what was printed. */
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

async function runStage(stage, index, hear) {
  if (stage.kind === 'check') {
    const code = await run(stage.words, stage.env, hear);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  }
  if (stage.kind === 'work') return (await stage.work(run)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const file = join(REPORTS, `${index}.json`);
  const words = ['node_modules/vitest/vitest.mjs', 'run', ...stage.words, '--reporter=default', '--reporter=json'];
  const code = await run([...words, `--outputFile.json=${file}`], stage.env, hear);
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return { ...countReport(report, code), failures: failuresIn(report) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function timeStage(stage, index, hear) {
  const started = performance.now();
  const { passed, failed, failures = [] } = await runStage(stage, index, hear);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const lines = [
    `${failed === 0 ? 'ok    ' : 'FAILED'}  ${stage.title}: ${passed} passed, ${failed} failed, ${seconds} s`,
    ...failures.map((failure) => `        ${failure}`),
  ];
  return { passed, failed, lines };
}

/** Checks to run beside what leaves a processor idle: one after the other, their output shown when they are done. */
async function runBeside(checks) {
  const done = [];
  for (const check of checks) {
    const said = [];
    done.push({ check, said, ...(await timeStage(check, `beside-${done.length}`, (bytes) => said.push(bytes))) });
  }
  return done;
}

/** Runs every stage, with the checks that it names to run `beside` it; shows how each went, and answers the sums. */
export async function runStages(stages) {
  const lines = [];
  const sum = { passed: 0, failed: 0 };
  const count = (outcome) => {
    sum.passed += outcome.passed;
    sum.failed += outcome.failed;
    lines.push(...outcome.lines);
  };
  for (const [index, stage] of stages.entries()) {
    const { beside = [] } = stage;
    const together = beside.map(({ title }) => title).join(', ');
    console.log(`\n━━ ${index + 1} of ${stages.length}: ${stage.title}${together && `; beside it: ${together}`} ━━`);
    const reason = stage.skip?.();
    if (reason !== undefined) {
      console.log(reason);
      lines.push(`–       ${stage.title}: ${reason}`);
      continue;
    }
    const [outcome, others] = await Promise.all([timeStage(stage, index), runBeside(beside)]);
    for (const { check, said } of others) console.log(`\n━ ${check.title} ━\n${Buffer.concat(said)}`);
    for (const each of [outcome, ...others]) count(each);
  }
  console.log(`\n━━ Summary ━━\n${lines.join('\n')}\n`);
  return sum;
}
