// Judges every statement that the program sends to a test database by the rules of a distributed engine, so that a test
// file fails when something that it ran sends one which the engine would refuse. Sent statements are the whole truth:
// the source has them in pieces, put together by what is asked for.

import { fileURLToPath } from 'node:url';
import { hearStatements } from '../driver.ts';
import { partitionsOfSchema, tablesOfSchema } from '../placement.ts';
import type { Db, DbPool } from '../pool.ts';
import { asksAboutEveryCouncil } from './statement-exceptions.ts';
import { type Fault, faultsOf, loadParser, type Placed } from './statement-rules.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Not the program: tests, what they stand on, and the bench. */
const NOT_THE_PROGRAM = /\.test\.ts$|\/(testing|failure|bench)\//;
/** What every statement passes through on its way. */
const PASSED_THROUGH = /node_modules|node:|packages\/db\/src\/(transaction|pool|driver)\.ts|judged-statements/;

let known: Promise<Placed> | undefined;
/** The faults of a text are the same each time it is sent, and with however many rows of given values. */
const judged = new Map<string, readonly Fault[]>();
const MORE_ROWS = /(\((?:\$\d+(?:, )?)+\))(?:, \((?:\$\d+(?:, )?)+\))+/g;

async function readPlaced(ownerDb: Db): Promise<Placed> {
  await loadParser();
  const tables = await tablesOfSchema(ownerDb);
  const partitions = await partitionsOfSchema(ownerDb);
  const named = (place: string) => new Set(tables.filter((table) => table.place === place).map(({ name }) => name));
  const council = named('council');
  for (const [name, of] of partitions) if (council.has(of)) council.add(name);
  return { council, local: named('local') };
}

/** Who sent it: the first file of ours on the way here; null for a test, undefined where nothing of ours is on the way. */
function senderOf(stack: string): string | null | undefined {
  const files = [...stack.matchAll(/([^\s(]+\.ts):\d+/g)].map(([, file = '']) => file.replace(/^file:\/\//, ''));
  const file = files.find((one) => !PASSED_THROUGH.test(one));
  if (file === undefined) return undefined;
  return NOT_THE_PROGRAM.test(file) ? null : file.slice(file.indexOf(ROOT) + ROOT.length);
}

function faultsIn(sent: string, placed: Placed): readonly Fault[] {
  const text = sent.replace(MORE_ROWS, '$1');
  const before = judged.get(text);
  if (before !== undefined) return before;
  let faults: readonly Fault[];
  try {
    faults = faultsOf(text, placed);
  } catch {
    // PostgreSQL refuses it too, and tells the sender.
    faults = [];
  }
  judged.set(text, faults);
  return faults;
}

export type Judge = {
  /** Listens to what is sent over a pool. */
  readonly listen: (pool: DbPool) => void;
  /** Throws where the program sent a statement that the engine would refuse. */
  readonly assertNone: () => void;
};

export async function judgeStatements(ownerDb: Db): Promise<Judge> {
  known ??= readPlaced(ownerDb);
  const placed = await known;
  const found = new Map<string, string>();

  function hear(text: string): void {
    const faults = faultsIn(text, placed);
    if (faults.length === 0) return;
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 60;
    const sender = senderOf(new Error().stack ?? '');
    Error.stackTraceLimit = limit;
    if (sender === null) return;
    const left = asksAboutEveryCouncil(sender ?? '') ? faultsOf(text, { ...placed, every: true }) : faults;
    for (const { rule, what } of left) found.set(`${sender ?? 'unknown'}: ${rule}: ${what}`, text);
  }

  return {
    listen: (pool) => hearStatements(pool, hear),
    assertNone: () => {
      if (found.size === 0) return;
      const lines = [...found].map(([fault, text]) => `${fault}\n    ${text.replace(/\s+/g, ' ').slice(0, 400)}`);
      throw new Error(
        `a distributed engine would refuse what was sent (packages/db/src/testing/statement-rules.ts):\n  ${lines.join('\n  ')}`,
      );
    },
  };
}
