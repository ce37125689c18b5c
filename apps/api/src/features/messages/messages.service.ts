// What the viewer should know, newest first, and marking it read.

import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { countUnread, listMessages, markRead } from './messages.repo.ts';

/** Only plain values leave: whatever else a message's details hold stays inside. */
function plainDetails(details: unknown): Record<string, string | number | boolean> {
  if (typeof details !== 'object' || details === null || Array.isArray(details)) return {};
  return Object.fromEntries(
    Object.entries(details).filter(
      (entry): entry is [string, string | number | boolean] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number' || typeof entry[1] === 'boolean',
    ),
  );
}

/** A page of the viewer's messages (for one of their people, if named), and how many are unread. */
export async function viewMessages(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  query: { readonly person?: string; readonly cursor?: string; readonly limit: number },
) {
  const list = listAsked('messages', query);
  const after = readCursor(list, query.cursor, ['instant', 'text']);
  const { person, limit } = query;
  const asker = { viewer, reach, today: context.clock.today() };
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const rows = await listMessages(tx, asker, { ...(person === undefined ? {} : { person }), after, limit });
    const page = pageFrom(list, rows, limit, (row) => [row.createdAt.toString(), row.id]);
    return {
      nextCursor: page.nextCursor,
      unread: await countUnread(tx, asker, person),
      items: page.items.map(({ details, ...message }) => ({ ...message, details: plainDetails(details) })),
    };
  });
}

/** Throws record.not_found for a message to someone else. */
export async function readMessage(context: AppContext, viewer: Viewer, reach: Reach, id: string): Promise<void> {
  const asker = { viewer, reach, today: context.clock.today() };
  await inTransaction(context.db, viewer.councilId, async (tx) => {
    if (!(await markRead(tx, asker, id, context.clock.now()))) throw new ProblemError('record.not_found');
    await recordAudit(tx, context.clock, viewer, { event: 'message.read', noun: 'message', recordId: id });
  });
}
