// Makes a bare clone ready: the right Node, and every package of the lockfile, installed only when that changed.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';

const STAMP = 'node_modules/.support-market-stamp';

/** Progress goes to the error stream: what a command prints is for the reader of its answer. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

function workspacePackages() {
  return ['apps', 'packages'].flatMap((group) =>
    readdirSync(join(ROOT, group))
      .sort()
      .map((name) => `${group}/${name}/package.json`)
      .filter((path) => existsSync(join(ROOT, path))),
  );
}

/** Returns when everything is installed; ends the program with a plain message when that cannot be. */
export async function ensureInstalled() {
  if (!isNodeNewEnough(process.versions.node)) {
    say(`Support Market needs Node.js 20.19 or newer. This is ${process.versions.node}.`);
    say('Get a newer one from https://nodejs.org, then try again.');
    process.exit(1);
  }
  const wanted = hashOf(
    ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...workspacePackages()],
    [process.platform, process.arch, process.versions.modules],
  );
  if (isStamped(STAMP, wanted)) return;
  const started = performance.now();
  say('Installing packages …');
  const { code, output } = await install();
  if (code !== 0) {
    say(output.trim());
    say('The packages could not be installed. Is this computer online? The lines above say what went wrong.');
    process.exit(1);
  }
  stamp(STAMP, wanted);
  say(`Packages installed in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
}

function install() {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  // --yes, or npx refuses where no one can answer; and never ask before replacing an older node_modules.
  const words = ['--yes', packageManager, 'install', '--frozen-lockfile', '--config.confirm-modules-purge=false'];
  return new Promise((resolve) => {
    const child = spawn('npx', words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes) => {
        output += bytes;
      });
    }
    // On a slow line something has to move.
    const ticking = setInterval(() => say('  … still installing'), 15_000);
    const finish = (code) => {
      clearInterval(ticking);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += error.message;
      finish(1);
    });
    child.once('close', finish);
  });
}
