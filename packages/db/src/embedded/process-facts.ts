// Tells whether a process id still means the process we think of, because ids are reused after a crash or a restart.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Whether the number is taken: by a process of ours or of someone else, or by a dead one not asked for yet. */
export function exists(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a process with this id runs (it may belong to someone else). */
export function isAlive(pid: number): boolean {
  // A zombie answers signals but is gone for every purpose; its parent just has not asked yet.
  return exists(pid) && processState(pid) !== 'Z';
}

/** Whether a process has this folder as its own, as every process of a PostgreSQL server has its data folder. */
export function hasProcessIn(folder: string): boolean {
  let names: string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return false;
  }
  return names.some((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readlinkSync(`/proc/${name}/cwd`) === folder;
    } catch {
      return false;
    }
  });
}

function processState(pid: number): string | undefined {
  try {
    return /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

/** The command line of a process, words separated by spaces; empty when it cannot be known. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    if (process.platform === 'linux') return '';
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** Something that differs between two processes that had the same id one after the other; empty when unknown. */
export function birthMark(pid: number): string {
  try {
    // Field 22, start time in clock ticks since boot; the command in field 2 may hold spaces and brackets.
    const afterCommand = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '');
    return afterCommand.split(' ')[19] ?? '';
  } catch {
    if (process.platform === 'linux') return '';
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** Resolves to true when the process is gone, or false when it is still there after `millis`. */
export async function waitUntilGone(pid: number, millis: number): Promise<boolean> {
  const polls = Math.ceil(millis / 20);
  for (let poll = 0; poll < polls; poll += 1) {
    if (!isAlive(pid)) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return !isAlive(pid);
}
