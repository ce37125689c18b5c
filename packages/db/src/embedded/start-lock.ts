// Lets one process at a time decide whether to start, attach to or clear away the server of a data folder.

import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { birthMark, isAlive } from './process-facts.ts';

const WAIT_MILLIS = 50;
const MAX_WAITS = 1200;

/** Runs `work` while holding `lockFile`. A lock whose holder has died is taken over. */
export async function withStartLock<Value>(lockFile: string, work: () => Promise<Value>): Promise<Value> {
  const mine = `${process.pid} ${birthMark(process.pid)}`;
  const claim = `${lockFile}.${process.pid}`;
  for (let waits = 0; ; waits += 1) {
    // Linking a finished file makes the lock appear whole or not at all.
    writeFileSync(claim, mine);
    try {
      linkSync(claim, lockFile);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(claim, { force: true });
    }
    const holder = readHolder(lockFile);
    const [pid, mark = ''] = holder?.split(' ') ?? [];
    if (holder !== undefined && holder !== mine && (!isAlive(Number(pid)) || birthMark(Number(pid)) !== mark)) {
      takeAway(lockFile, holder);
      continue;
    }
    if (waits >= MAX_WAITS) throw new Error(`Another process has held ${lockFile} for a minute (process ${pid}).`);
    await new Promise((resolve) => setTimeout(resolve, WAIT_MILLIS));
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function readHolder(lockFile: string): string | undefined {
  try {
    return readFileSync(lockFile, 'utf8');
  } catch {
    return undefined;
  }
}

/** Removes a dead holder's lock, but puts back one that somebody else took over in the meantime. */
function takeAway(lockFile: string, deadHolder: string): void {
  const aside = `${lockFile}.${process.pid}.dead`;
  try {
    renameSync(lockFile, aside);
    if (readHolder(aside) !== deadHolder) linkSync(aside, lockFile);
  } catch {
    // Somebody else took the dead lock away first; the next round sees what there is now.
  } finally {
    rmSync(aside, { force: true });
  }
}
