// Asking before buying: a thread between those who act for a person and an organisation, which stays beside the order. Each
// side is told when the other has written; who reads it stands on the page.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { DAYS_OF_ANSWERS, usualAnswerTime } from '@support-market/domain/questions/answer-times';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { once } from '../../platform/idempotency.repo.ts';
import { newId } from '../../platform/ids.ts';
import { recordMessages } from '../../platform/messages.repo.ts';
import { isOwnRecord } from '../../platform/own-record.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { readSettings } from '../../platform/settings.repo.ts';
import { listThoseWhoAct } from '../../platform/those-who-act.repo.ts';
import {
  type Asker,
  answerTimes,
  countWritten,
  findListing,
  findPerson,
  findThread,
  findThreadId,
  listEntries,
  listThreads,
  openThread,
  type Side,
  type ThreadRow,
  writeEntry,
} from './questions.repo.ts';
import type { AskIn, AskingQuery, EntriesQuery, QuestionOut, QuestionsQuery } from './questions.schemas.ts';

/** More in an hour is no conversation. */
const MOST_IN_AN_HOUR = 30;

export interface Asking {
  readonly viewer: Viewer;
  readonly reach: Reach;
}

export async function askerOf({ clock }: AppContext, tx: Tx, { viewer, reach }: Asking): Promise<Asker> {
  const today = clock.today();
  const { visitorNoteDays } = await readSettings(tx, viewer.councilId, today);
  return { viewer, reach, today, days: visitorNoteDays };
}

const headOf = ({
  personId: _person,
  organisationId: _organisation,
  listingId: _listing,
  askedAt: _asked,
  answeredAt: _answered,
  mayWrite: _may,
  ...head
}: ThreadRow) => head;

/** A page of the threads that the viewer may read, those written in last first. */
export async function viewQuestions(
  context: AppContext,
  asking: Asking,
  { cursor, limit = 25, ...asked }: QuestionsQuery,
) {
  const list = listAsked('questions', asked);
  const after = readCursor(list, cursor, ['instant', 'text']);
  const rows = await inTransaction(context.db, asking.viewer.councilId, async (tx) =>
    listThreads(tx, await askerOf(context, tx, asking), asked, { after, limit }),
  );
  const page = pageFrom(list, rows, limit, (row) => [row.writtenAt.toString(), row.id]);
  return { nextCursor: page.nextCursor, items: page.items.map(headOf) };
}

/** One thread with what was written, newest first. Throws record.not_found for one out of reach. */
export async function viewQuestion(
  context: AppContext,
  asking: Asking,
  id: string,
  { cursor, limit = 50 }: EntriesQuery,
): Promise<QuestionOut> {
  const { viewer } = asking;
  const list = listAsked('question-entries', { id });
  const after = readCursor(list, cursor, ['instant', 'text']);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const asker = await askerOf(context, tx, asking);
    const thread = found(await findThread(tx, asker, id));
    const rows = await listEntries(tx, viewer.councilId, id, { after, limit });
    const page = pageFrom(list, rows, limit, (row) => [row.writtenAt.toString(), row.id]);
    if (!isOwnRecord(viewer, thread.personId))
      await recordAudit(tx, context.clock, viewer, {
        ...{ event: 'question.viewed', noun: 'question', recordId: id },
        personId: thread.personId,
      });
    return {
      ...headOf(thread),
      mayWrite: thread.mayWrite,
      readers:
        thread.side === 'person' ? await listThoseWhoAct(tx, viewer.councilId, thread.personId, asker.today) : [],
      nextCursor: page.nextCursor,
      items: page.items.map(({ writerId, writtenBy, ...entry }) => ({
        ...entry,
        own: writerId === viewer.accountId,
        // The people of the other side are not named.
        writtenBy: entry.side === thread.side ? writtenBy : null,
      })),
    };
  });
}

/** Whether the viewer may ask about a listing for a person, whom, who reads it, and how long an answer usually takes. */
export async function viewAsking(context: AppContext, asking: Asking, { personId, listingId }: AskingQuery) {
  const { councilId } = asking.viewer;
  return inTransaction(context.db, councilId, async (tx) => {
    const asker = await askerOf(context, tx, asking);
    const person = found(await findPerson(tx, asker, personId));
    const listing = found(await findListing(tx, councilId, listingId));
    const since = context.clock.now().subtract({ hours: 24 * DAYS_OF_ANSWERS });
    const { answers, medianSeconds } = await answerTimes(tx, councilId, listing.organisationId, since);
    const usual = usualAnswerTime(answers, medianSeconds);
    return {
      mayAsk: person.mayAsk && listing.answers,
      questionId: await findThreadId(tx, councilId, personId, listingId),
      organisationName: listing.organisationName,
      readers: await listThoseWhoAct(tx, councilId, personId, asker.today),
      usual: usual && { count: 1, ...usual },
    };
  });
}

async function write(
  context: AppContext,
  tx: Tx,
  viewer: Viewer,
  thread: {
    readonly id: string;
    readonly side: Side;
    readonly personId: string;
    readonly organisationId: string;
    readonly organisationName: string;
    readonly title: string;
  },
  words: string,
): Promise<void> {
  const { clock } = context;
  const { councilId } = viewer;
  const recent = await countWritten(tx, councilId, viewer.accountId, clock.now().subtract({ hours: 1 }));
  if (recent >= MOST_IN_AN_HOUR) throw new ProblemError('question.too_many', { details: { max: MOST_IN_AN_HOUR } });
  await writeEntry(tx, viewer, {
    ...{ id: newId(clock, 'questionEntry'), questionId: thread.id, side: thread.side },
    ...{ words: words.trim(), at: clock.now() },
  });
  await recordAudit(tx, clock, viewer, {
    event: thread.side === 'person' ? 'question.asked' : 'question.answered',
    ...{ noun: 'question', recordId: thread.id, personId: thread.personId },
  });
  const details = { questionId: thread.id, title: thread.title, organisationName: thread.organisationName };
  await recordMessages(tx, clock, councilId, [
    thread.side === 'person'
      ? { organisationId: thread.organisationId, kind: 'question.asked', details }
      : { personId: thread.personId, kind: 'question.answered', details },
  ]);
}

/**
 * Asks about a listing for a person; what was asked before is gone on with. The same key again writes nothing. Throws
 * record.not_found where the viewer may not order for the person or the public may not see the listing, and
 * question.no_one_answers where the organisation has no one here.
 */
export async function askQuestion(
  context: AppContext,
  asking: Asking,
  key: string,
  body: AskIn,
): Promise<{ id: string }> {
  const { viewer } = asking;
  const { clock } = context;
  const { councilId } = viewer;
  return inTransaction(context.db, councilId, (tx) =>
    once(tx, clock, viewer, { key, operation: 'askQuestion', body }, async () => {
      const person = found(await findPerson(tx, await askerOf(context, tx, asking), body.personId));
      if (!person.mayAsk) throw new ProblemError('record.not_found');
      const listing = found(await findListing(tx, councilId, body.listingId));
      if (!listing.answers) throw new ProblemError('question.no_one_answers');
      const id = await openThread(tx, councilId, {
        ...{ id: newId(clock, 'question'), personId: body.personId, listingId: body.listingId, at: clock.now() },
        ...{ organisationId: listing.organisationId, title: listing.title },
      });
      await write(context, tx, viewer, { ...listing, id, side: 'person', personId: body.personId }, body.words);
      return { id };
    }),
  );
}

/** Writes on in a thread, as the side that the viewer is of. Throws question.closed where no more may be written. */
export async function writeOn(
  context: AppContext,
  asking: Asking,
  key: string,
  id: string,
  words: string,
): Promise<{ id: string }> {
  const { viewer } = asking;
  return inTransaction(context.db, viewer.councilId, (tx) =>
    once(tx, context.clock, viewer, { key, operation: `writeOn ${id}`, body: { words } }, async () => {
      const thread = found(await findThread(tx, await askerOf(context, tx, asking), id));
      if (!thread.mayWrite) throw new ProblemError('question.closed');
      await write(context, tx, viewer, thread, words);
      return { id };
    }),
  );
}
