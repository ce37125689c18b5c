// Messages to the viewer: as a person or their representative, as one of an organisation, or as the holder of a role.

import type { Tx } from '@support-market/db/pool';
import { inReach } from '@support-market/db/scope';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface Asker {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly today: Temporal.PlainDate;
}

/** A role that reaches the whole council still reads only what was sent to it, never people's own messages. */
function isMine({ viewer, reach, today }: Asker): RawBuilder<boolean> {
  const own = inReach({ ...reach, council: false }, viewer.accountId, today, {
    councilId: viewer.councilId,
    person: 'messages.person_id',
    organisation: 'messages.organisation_id',
  });
  const roles = viewer.memberships.map(({ role }) => role);
  return sql<boolean>`(${own} or messages.role = any(${roles}::text[]))`;
}

/** When this reader read the message; another's reading does not count. */
function readAtOf({ viewer }: Asker): RawBuilder<Temporal.Instant | null> {
  return sql<Temporal.Instant | null>`(select message_read.read_at from message_reads as message_read
    where message_read.council_id = ${viewer.councilId} and message_read.message_id = messages.id and message_read.account_id = ${viewer.accountId})`;
}

/** One page (and one row more), newest first, and how many are unread in all. */
export async function listMessages(
  tx: Tx,
  asker: Asker,
  query: { readonly person?: string; readonly after: readonly string[] | null; readonly limit: number },
) {
  return tx
    .selectFrom('messages')
    .leftJoin('people', (join) =>
      join.on('people.council_id', '=', asker.viewer.councilId).onRef('people.id', '=', 'messages.person_id'),
    )
    .select([
      'messages.id',
      'messages.kind',
      'messages.details',
      'messages.created_at as createdAt',
      readAtOf(asker).as('readAt'),
      'messages.person_id as personId',
      'people.full_name as personName',
    ])
    .where('messages.council_id', '=', asker.viewer.councilId)
    .where(isMine(asker))
    .$if(query.person !== undefined, (messages) => messages.where('messages.person_id', '=', query.person ?? ''))
    .$if(query.after !== null, (messages) =>
      messages.where(
        sql<boolean>`(messages.created_at, messages.id) < (${query.after?.[0] ?? ''}::timestamptz, ${query.after?.[1] ?? ''})`,
      ),
    )
    .orderBy('messages.created_at', 'desc')
    .orderBy('messages.id', 'desc')
    .limit(query.limit + 1)
    .execute();
}

export async function countUnread(tx: Tx, asker: Asker, person: string | undefined): Promise<number> {
  const row = await tx
    .selectFrom('messages')
    .select(sql<number>`count(*)::int`.as('unread'))
    .where('messages.council_id', '=', asker.viewer.councilId)
    .where(sql<boolean>`${readAtOf(asker)} is null`)
    .where(isMine(asker))
    .$if(person !== undefined, (messages) => messages.where('messages.person_id', '=', person ?? ''))
    .executeTakeFirst();
  return row?.unread ?? 0;
}

/** Marks a message of the viewer's as read by them; the first time counts. Answers false when there is no such message. */
export async function markRead(tx: Tx, asker: Asker, id: string, at: Temporal.Instant): Promise<boolean> {
  const { viewer } = asker;
  const message = await tx
    .selectFrom('messages')
    .select('messages.id')
    .where('messages.council_id', '=', viewer.councilId)
    .where('messages.id', '=', id)
    .where(isMine(asker))
    .executeTakeFirst();
  if (!message) return false;
  await tx
    .insertInto('message_reads')
    .values({ council_id: viewer.councilId, message_id: id, account_id: viewer.accountId, read_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}
