// Shows the feeds that a council keeps, adds one, has one read now, and stops or resumes reading one.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { enqueueJob } from '../../jobs/queue.repo.ts';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { once } from '../../platform/idempotency.repo.ts';
import { newId } from '../../platform/ids.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { begin, step } from '../../platform/transitions.repo.ts';
import { listOfFeed } from '../../ports/open-referral/gather-feed.ts';
import { AddressRefusedError, checkedUrl } from '../../ports/open-referral/safe-address.ts';
import { findFeed, findReadings, insertFeed, listFeeds, noteAsked } from './feeds.repo.ts';
import type { FeedIn, FeedsQuery } from './feeds.schemas.ts';

const MOST_READINGS_SHOWN = 30;

/** A page of those of the council, newest first. Throws request.invalid for a cursor that is not ours. */
export async function viewFeeds(context: AppContext, viewer: Viewer, { cursor, limit = 25 }: FeedsQuery) {
  const list = listAsked('feeds', {});
  const after = readCursor(list, cursor, ['instant', 'text']);
  const rows = await inTransaction(context.db, viewer.councilId, (tx) =>
    listFeeds(tx, viewer.councilId, { after, limit }),
  );
  const page = pageFrom(list, rows, limit, (row) => [row.addedAt.toString(), row.id]);
  return { nextCursor: page.nextCursor, items: page.items.map(({ list: _list, ...row }) => row) };
}

/** One, with its last readings. Throws record.not_found where it is another council's, as where there is none. */
export async function viewFeed(context: AppContext, { councilId }: Viewer, id: string) {
  return inTransaction(context.db, councilId, async (tx) => {
    const { list: _list, ...row } = found(await findFeed(tx, councilId, id));
    return {
      ...row,
      readings: (await findReadings(tx, councilId, id, MOST_READINGS_SHOWN)).map((reading) => ({
        ...reading,
        refusals: [...reading.refusals],
      })),
    };
  });
}

/** What is refused here is told at its field; what a name leads to is judged each time that it is read. */
function checkedAddress(address: string): string {
  try {
    return checkedUrl(address, false).href;
  } catch (error) {
    if (!(error instanceof AddressRefusedError)) throw error;
    throw new ProblemError('feed.address_refused', {
      errors: [{ pointer: '/address', code: 'feed.address_refused' }],
    });
  }
}

/** Keeps an address, and has it read soon. Throws feed.address_refused and feed.already_kept. The same key again writes nothing. */
export async function addFeed(context: AppContext, viewer: Viewer, key: string, body: FeedIn): Promise<{ id: string }> {
  const { clock } = context;
  const { councilId } = viewer;
  const address = checkedAddress(body.address.trim());
  return inTransaction(context.db, councilId, (tx) =>
    once(tx, clock, viewer, { key, operation: 'addFeed', body }, async () => {
      const id = newId(clock, 'feed');
      const made = { id, name: body.name.trim(), address, list: listOfFeed(address), at: clock.now() };
      if (!(await insertFeed(tx, councilId, made)))
        throw new ProblemError('feed.already_kept', {
          errors: [{ pointer: '/address', code: 'feed.already_kept' }],
        });
      await begin({ tx, clock, actor: viewer }, 'feeds', 'add', [{ id }], { audit: () => ({}) });
      await enqueueJob(tx, 'read-feeds', { councilId, id }, { uniqueKey: `read-feeds:${id}` });
      return { id };
    }),
  );
}

/** Has an open feed read as soon as a worker is free. Throws record.not_found, and record.changed where it is stopped. */
export async function askToRead(context: AppContext, viewer: Viewer, id: string) {
  const { councilId } = viewer;
  await inTransaction(context.db, councilId, async (tx) => {
    const { state } = found(await findFeed(tx, councilId, id));
    if (state !== 'open') throw new ProblemError('record.changed', { details: { noun: 'feed', state } });
    await noteAsked(tx, councilId, id, context.clock.now());
    await recordAudit(tx, context.clock, viewer, { event: 'feed.asked', noun: 'feed', recordId: id });
    await enqueueJob(tx, 'read-feeds', { councilId, id }, { uniqueKey: `read-feeds:${id}` });
  });
  return viewFeed(context, viewer, id);
}

/** Throws record.not_found, and record.changed where somebody else did it first. */
export async function turnFeed(context: AppContext, viewer: Viewer, id: string, event: 'stop' | 'resume') {
  const { clock } = context;
  await inTransaction(context.db, viewer.councilId, async (tx) => {
    const row = found(await findFeed(tx, viewer.councilId, id));
    await step({ tx, clock, actor: viewer }, 'feeds', event, [{ id: row.id }], { audit: () => ({}) });
  });
  return viewFeed(context, viewer, id);
}
