// Reads the feeds that councils keep: every night, and when a person asks. What is new is taken as an import, which can be
// undone; what came of a reading is kept beside its feed, also where nothing came.

import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { inTransaction } from '@support-market/db/transaction';
import {
  claimFeed,
  type FeedReading,
  findOpenFeeds,
  findReadings,
  findStandingDigest,
  insertReading,
} from '../features/feeds/feeds.repo.ts';
import type { JobPayload } from '../jobs/queue.repo.ts';
import { systemActor } from '../platform/audit.repo.ts';
import type { AppContext } from '../platform/context.ts';
import { listCouncilIds } from '../platform/council-ids.repo.ts';
import { newId } from '../platform/ids.ts';
import { recordMessages } from '../platform/messages.repo.ts';
import { ProblemError } from '../platform/problem-error.ts';
import { FeedError } from '../ports/open-referral/fetch-json.ts';
import { gatherFeed } from '../ports/open-referral/gather-feed.ts';
import { takeImport } from './imports/import-file.ts';

type ReadContext = Pick<AppContext, 'db' | 'clock'>;

/** How long one feed may take; a reader that has had it for longer than twice that is dead. */
const MOST_MINUTES = 60;
const MOST_REFUSALS = 100;

interface ReadOptions {
  /** For tests alone: what an administrator names is never a machine inside. */
  readonly mayBeInside?: boolean;
}

/** One feed where the job names it, or else every open one of every council. */
export async function readFeeds(
  context: ReadContext,
  { councilId, id }: JobPayload,
  options: ReadOptions = {},
): Promise<void> {
  const faults: unknown[] = [];
  const read = async (council: string, feed: string): Promise<void> => {
    const fault = await readFeed(context, council, feed, options);
    if (fault !== null) faults.push(fault);
  };
  if (councilId !== null && id !== undefined) await read(councilId, id);
  else
    for (const council of await listCouncilIds(context.db)) {
      const feeds = await inTransaction(context.db, council, (tx) => findOpenFeeds(tx, council));
      for (const feed of feeds) await read(council, feed);
    }
  // A fault of ours keeps no other feed from being read, and is still one for those who run the program.
  if (faults.length > 0) throw faults[0];
}

type Came = Omit<FeedReading, 'id' | 'beganAt' | 'endedAt'> & { readonly sha256: string | null };

const NOTHING = {
  ...{ importId: null, isWhole: false, services: 0, made: 0, changed: 0, unchanged: 0, hidden: 0, withdrawn: 0 },
  ...{ refused: 0, refusals: [], sha256: null },
};

/** Answers what went wrong where that is a fault of ours, and null otherwise. */
async function readFeed(
  context: ReadContext,
  councilId: string,
  id: string,
  { mayBeInside = false }: ReadOptions,
): Promise<unknown> {
  const { db, clock } = context;
  const beganAt = clock.now();
  const freeBefore = beganAt.subtract({ minutes: 2 * MOST_MINUTES });
  const feed = await inTransaction(db, councilId, (tx) => claimFeed(tx, councilId, id, { at: beganAt, freeBefore }));
  if (feed === undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), 'support-market-feed-'));
  let came: Came;
  let fault: unknown = null;
  try {
    came = await take(context, councilId, { id, ...feed }, { file: join(folder, 'services.jsonl'), mayBeInside });
  } catch (error) {
    const isTheirs = error instanceof FeedError || error instanceof ProblemError;
    if (!isTheirs) fault = error;
    came = { ...NOTHING, outcome: 'failed', reason: isTheirs ? error.code : 'server.unexpected' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { sha256, ...reading } = came;
  await inTransaction(db, councilId, async (tx) => {
    const [last] = await findReadings(tx, councilId, id, 1);
    const made = { ...reading, id: newId(clock, 'feedReading'), beganAt, endedAt: clock.now() };
    await insertReading(tx, councilId, id, made, sha256);
    // Once, and not every night.
    if (reading.outcome === 'failed' && last?.outcome !== 'failed')
      await recordMessages(tx, clock, councilId, [
        { role: 'administrator', kind: 'feed.failed', details: { feedId: id, name: feed.name } },
      ]);
  });
  return fault;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function take(
  context: ReadContext,
  councilId: string,
  feed: { readonly id: string; readonly name: string; readonly address: string; readonly list: string },
  { file, mayBeInside }: { readonly file: string; readonly mayBeInside: boolean },
): Promise<Came> {
  const mostMilliseconds = MOST_MINUTES * 60_000;
  const { services, isWhole } = await gatherFeed(feed.address, file, { mayBeInside, mostMilliseconds });
  if (services === 0) throw new ProblemError('feed.no_services');
  const sha256 = await sha256Of(file);
  const standing = await inTransaction(context.db, councilId, (tx) => findStandingDigest(tx, councilId, feed.id));
  if (isWhole && standing === sha256) return { ...NOTHING, outcome: 'same', reason: null, isWhole, services };
  const absent = { hidden: 0, withdrawn: 0 };
  const { importId, totals, rejected } = await takeImport(context, systemActor(councilId, 'read-feeds'), {
    ...{ kind: 'open-referral', file, fileName: feed.name, layout: feed.list, isPart: !isWhole },
    feed: { id: feed.id, absent },
  });
  const made = totals.changes.find(({ noun }) => noun === 'listings')?.created ?? 0;
  return {
    ...{ outcome: 'taken', reason: null, importId, isWhole, services, made, unchanged: totals.unchanged },
    ...{ changed: Math.max(0, totals.accepted - made), ...absent, refused: totals.rejected },
    refusals: rejected.slice(0, MOST_REFUSALS).map(({ row, message }) => ({ row, message })),
    sha256: isWhole ? sha256 : null,
  };
}
