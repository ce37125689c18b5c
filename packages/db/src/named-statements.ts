// Gives the statements that run often a name, so that PostgreSQL plans each of them once on a connection and not every
// time: planning a large join costs more than running it. Why so: docs/decisions/0040-speed-near-the-floor.md.

import { createHash } from 'node:crypto';

/** A text gets a name when it is sent this often: what is sent once or twice is not worth a place in the server's memory. */
const OFTEN = 5;
/** Names at once. Each costs the server the plan's memory on every connection that has used it. */
const MOST_NAMES = 200;
/** Texts that are counted at once. */
const MOST_COUNTED = 2_000;
/** A longer text is a batch that is put together for its rows and will not come again. */
const LONGEST = 20_000;

/** A connection that has learnt more is closed when it is given back: only then does the server forget its plans. */
export const MOST_ON_A_CONNECTION = 2 * MOST_NAMES;

export interface Named {
  readonly name: string;
  readonly text: string;
}

export interface StatementNames {
  /** The text under its name, or undefined for a text that is sent without one. Counts what it is asked for. */
  readonly nameOf: (text: string) => Named | undefined;
  /**
   * Whether naming is why a statement failed. If so the next try goes another way: under new names where a table changed
   * behind a plan, and without any where what stands between us and the server does not follow names.
   */
  readonly mendAfter: (error: unknown) => boolean;
}

interface Counted {
  sent: number;
  lastSent: number;
  named: Named | undefined;
}

/** Names for the statements of one `Db`. */
export function statementNames({ often = OFTEN, most = MOST_NAMES } = {}): StatementNames {
  const known = new Map<string, Counted>();
  let named = 0;
  let clock = 0;
  let generation = 0;
  let stopped = false;

  function forgetUnnamed(): void {
    for (const [text, counted] of known) if (counted.named === undefined) known.delete(text);
  }

  function forgetOldest(): void {
    let oldest: string | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const [text, counted] of known) {
      if (counted.named === undefined || counted.lastSent >= least) continue;
      least = counted.lastSent;
      oldest = text;
    }
    if (oldest === undefined) return;
    known.delete(oldest);
    named -= 1;
  }

  function makeName(text: string): Named {
    if (named >= most) forgetOldest();
    named += 1;
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 20);
    // A pooler shares plans by their text, so that a new name alone would still find the old plan.
    return generation === 0
      ? { name: `sm_${digest}`, text }
      : { name: `sm_${digest}_${generation}`, text: `${text} /* ${generation} */` };
  }

  return {
    nameOf: (text) => {
      if (stopped || text.length > LONGEST) return undefined;
      clock += 1;
      let counted = known.get(text);
      if (counted === undefined) {
        if (known.size >= MOST_COUNTED) forgetUnnamed();
        counted = { sent: 0, lastSent: 0, named: undefined };
        known.set(text, counted);
      }
      counted.sent += 1;
      counted.lastSent = clock;
      if (counted.named === undefined && counted.sent >= often) counted.named = makeName(text);
      return counted.named;
    },
    mendAfter: (error) => {
      const why = whyNamesFail(error);
      if (why === 'table-changed') {
        generation += 1;
        known.clear();
        named = 0;
      }
      if (why === 'not-followed') stopped = true;
      return why !== undefined;
    },
  };
}

/**
 * What PostgreSQL and a pooler say when a named statement is the trouble: 0A000 from the check of a kept plan (a column was
 * added to `select *`, or changed its type), 26000 (no such statement) and 42P05 (there is one already) where a pooler gives
 * the connection to others and does not keep names apart.
 */
export function whyNamesFail(error: unknown): 'table-changed' | 'not-followed' | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code === '26000' || error.code === '42P05') return 'not-followed';
  const changed = error.code === '0A000' && 'routine' in error && error.routine === 'RevalidateCachedQuery';
  return changed ? 'table-changed' : undefined;
}
