// A council looks at a listing before people see it: an officer reads it as buyers would, with what changed since the last time,
// and approves it or says what has to change. Its owner is told. Why: docs/decisions/0051-a-store-of-ones-own.md.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { missingToPublish } from '@support-market/domain/listings/ready-to-publish';
import { looksFirst } from '@support-market/domain/listings/store-kinds';
import { wordsIn } from '@support-market/words/words-in';
import { Temporal } from 'temporal-polyfill';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { newId } from '../../platform/ids.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { readSettings } from '../../platform/settings.repo.ts';
import { step } from '../../platform/transitions.repo.ts';
import { tell } from '../../ports/mail/letters.repo.ts';
import { previewOf } from './listing-page.service.ts';
import {
  findLastAnswer,
  findOpening,
  findPhotos,
  findReviewed,
  findSender,
  insertReview,
  listWaiting,
  writeAnswer,
} from './listing-reviews.repo.ts';
import type { ReviewOut, ReviewsQuery } from './listing-reviews.schemas.ts';
import { checksOut } from './own-checks.service.ts';
import { findPublishFacts } from './own-listings.repo.ts';
import { lockRecord } from './own-records.repo.ts';
import { SAID_FIELDS, saidInWords, versionOf } from './said-in-words.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;
const PAGE = 20;

/** Everything that people would see of a listing, and what stands for exactly that. */
async function seenOf(tx: Tx, id: string, today: Temporal.PlainDate) {
  const page = await previewOf(tx, id, today);
  const photos = await findPhotos(tx, id);
  return { page, photos, said: saidInWords(page, photos), version: versionOf(page, photos) };
}

/** Whether the council that lists an organisation looks at its listings before people see them. */
export async function isLookedAtFirst(
  tx: Tx,
  councilId: string,
  organisationId: string,
  today: Temporal.PlainDate,
): Promise<boolean> {
  const organisation = found(await findOpening(tx, organisationId));
  return looksFirst(organisation, await readSettings(tx, councilId, today));
}

/** Sends a listing, which the caller holds, to be looked at. Throws record.changed where it was sent meanwhile. */
export async function submitListing(
  { clock }: Pick<AppContext, 'clock'>,
  tx: Tx,
  viewer: Viewer,
  listing: { readonly id: string; readonly organisationId: string },
): Promise<void> {
  const { id } = listing;
  await step({ tx, clock, actor: viewer }, 'listings', 'submit', [{ id }], { audit: () => ({}) });
  const { said } = await seenOf(tx, id, clock.today());
  const review = { id: newId(clock, 'listingReview'), listingId: id, organisationId: listing.organisationId };
  await insertReview(tx, { ...review, councilId: viewer.councilId, said, sentBy: viewer.accountId }, clock.now());
}

/** What the council last asked to be changed; null where it asked for nothing. */
export async function changesAskedOf(tx: Tx, id: string): Promise<string | null> {
  const last = await findLastAnswer(tx, id);
  return last?.reason ?? null;
}

export async function viewReviews({ db }: Needs, viewer: Viewer, { cursor, limit = PAGE }: ReviewsQuery) {
  const list = listAsked('listing-reviews');
  const [after = null] = readCursor(list, cursor, ['text']) ?? [];
  const rows = await inTransaction(db, viewer.councilId, (tx) => listWaiting(tx, viewer.councilId, after, limit + 1));
  return pageFrom(list, rows, limit, ({ id }) => [id]);
}

export function viewReview({ db, clock }: Needs, viewer: Viewer, id: string): Promise<ReviewOut> {
  return inTransaction(db, viewer.councilId, async (tx) => {
    const { waiting, organisationId, ...sent } = found(await findReviewed(tx, viewer.councilId, id));
    const { page, photos, said, version } = await seenOf(tx, id, clock.today());
    const last = await findLastAnswer(tx, id);
    return {
      ...{ ...sent, version, page },
      checks: await checksOut(tx, { clock }, viewer.councilId, organisationId),
      waitsSince: waiting && Temporal.Instant.from(waiting.sentAt),
      fields: SAID_FIELDS.map((field) => ({
        field,
        before: last?.said[field] ?? null,
        now: said[field] ?? null,
      })).filter(({ before, now }) => before !== null || now !== null),
      asked: last && { reason: last.reason, answeredAt: last.answeredAt },
      photos: photos.map((photo) => ({
        ...{ id: photo.id, altText: photo.altText },
        files: photo.files.map(({ hash, width, height }) => ({
          url: `/api/photos/files/${hash}.webp`,
          width,
          height,
        })),
      })),
    };
  });
}

/** Approves a listing as it was looked at, or says what has to change (`reason`). Throws record.changed where it is another by now. */
export function answerReview(
  { db, clock, config }: Needs & Pick<AppContext, 'config'>,
  viewer: Viewer,
  id: string,
  { version, reason = null }: { readonly version: string; readonly reason?: string | null },
): Promise<{ state: 'published' | 'changes-asked' }> {
  const { councilId } = viewer;
  const why = reason?.trim() ?? null;
  return inTransaction(db, councilId, async (tx) => {
    await lockRecord(tx, 'listings', id);
    const { waiting, title, organisationId } = found(await findReviewed(tx, councilId, id));
    // Somebody else may have answered it a moment ago.
    if (waiting === null) throw new ProblemError('record.changed');
    const seen = await seenOf(tx, id, clock.today());
    if (seen.version !== version) throw new ProblemError('record.changed');
    const isApproved = why === null;
    const missing = missingToPublish(found(await findPublishFacts(tx, id, clock.today())));
    if (isApproved && missing.length > 0) throw new ProblemError('listing.not_ready', { details: { missing } });
    const answer = isApproved ? 'approved' : 'changes-asked';
    await writeAnswer(tx, waiting.id, { answer, reason: why, said: seen.said, by: viewer.accountId }, clock.now());
    await step({ tx, clock, actor: viewer }, 'listings', isApproved ? 'approve' : 'askForChanges', [{ id }], {
      audit: () => (why === null ? {} : { reason: why }),
      messages: () => [
        {
          organisationId,
          kind: isApproved ? 'listing.approved' : 'listing.changes-asked',
          details: { listingId: id, title, ...(why !== null && { reason: why }) },
        },
      ],
    });
    const sender = await findSender(tx, waiting.sentBy);
    if (sender) {
      const url = `${config.publicUrl}/provider/listings/${id}`;
      await tell(tx, clock, councilId, { ...sender, organisationId }, answeredMail(sender.name, title, why, url));
    }
    return { state: isApproved ? 'published' : 'changes-asked' };
  });
}

function answeredMail(name: string, title: string, why: string | null, url: string) {
  const say = wordsIn().say('mails');
  return {
    subject: say(why === null ? 'listingApproved.subject' : 'changesAsked.subject', { title }),
    content: {
      greeting: say('hello', { name }),
      paragraphs:
        why === null
          ? [say('listingApproved.shown', { title })]
          : [say('changesAsked.asked', { title }), why, say('changesAsked.again')],
      action: { label: say(why === null ? 'listingApproved.action' : 'changesAsked.action'), url },
    },
  };
}
