// Photos of an organisation and of what it offers: put up, described, moved and taken away by its own people, seen by all.

import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { MOST_PHOTOS, movedPhoto, type PhotoMove, readAltText } from '@support-market/domain/photos/photo-rules';
import type { ProblemCode } from '@support-market/domain/shared/problems';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { type FieldProblem, found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { readPicture } from '../../ports/pictures/read-picture.ts';
import {
  deletePhoto,
  describePhoto,
  findOwnPhoto,
  findSubject,
  insertPhoto,
  type Keeper,
  lockPhotosOf,
  type OwnPhoto,
  orderPhotos,
  type PhotoRow,
  photosOf,
  type SubjectSlug,
} from './photos.repo.ts';

function filesOf({ files }: PhotoRow) {
  return files.map(({ hash, width, height }) => ({ url: `/api/photos/files/${hash}.webp`, width, height }));
}

/** What everybody sees, of a listing or organisation that everybody may see. */
export async function viewPhotos(context: AppContext, slug: SubjectSlug) {
  const subject = found(await findSubject(context.reads, slug, null));
  const rows = await photosOf(context.reads, subject);
  return { items: rows.map((row) => ({ id: row.id, altText: row.alt_text, files: filesOf(row) })) };
}

/** The same for those who keep them, with who put each up and when. */
export async function viewOwnPhotos(context: AppContext, viewer: Viewer, reach: Reach, slug: SubjectSlug) {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const subject = found(await findSubject(tx, slug, keeperOf(viewer, reach)));
    const rows = await photosOf(tx, subject);
    return {
      name: subject.name,
      shown: subject.shown,
      most: MOST_PHOTOS,
      items: rows.map((row) => ({
        id: row.id,
        altText: row.alt_text,
        files: filesOf(row),
        addedByName: row.added_by_name,
        addedAt: row.added_at,
      })),
    };
  });
}

export interface NewPhoto extends SubjectSlug {
  readonly altText: string;
  /** Null where no file was chosen; 'too-big' where it was longer than we read. */
  readonly file: Buffer | 'too-big' | null;
}

const refused = (errors: readonly FieldProblem[]): ProblemError =>
  new ProblemError((errors[0]?.code ?? 'request.invalid') as ProblemCode, { errors });

/** Refuses the words and the file together, so that one look puts both right. */
async function readNew({ altText, file }: NewPhoto) {
  const errors: FieldProblem[] = [];
  const wrong = (pointer: string, { code, details }: { code: string; details?: Readonly<Record<string, unknown>> }) =>
    errors.push({ pointer, code, ...(details === undefined ? {} : { details }) });
  const alt = readAltText(altText);
  if (file === null) wrong('/file', { code: 'photo.file_missing' });
  if (file === 'too-big') wrong('/file', { code: 'photo.too_big' });
  const pictures = file === null || file === 'too-big' ? null : await readPicture(file);
  if (pictures !== null && !pictures.ok) wrong('/file', pictures);
  if (!alt.ok) wrong('/altText', alt);
  if (!alt.ok || pictures === null || !pictures.ok) throw refused(errors);
  return { altText: alt.value, pictures: pictures.value };
}

const keeperOf = ({ councilId }: Viewer, { organisationIds }: Reach): Keeper => ({ councilId, organisationIds });

export async function addPhoto(context: AppContext, viewer: Viewer, reach: Reach, photo: NewPhoto) {
  const { db, clock } = context;
  const { councilId } = viewer;
  // whose it would be is asked before the picture is read, which takes a while
  await inTransaction(db, councilId, async (tx) => found(await findSubject(tx, photo, keeperOf(viewer, reach))));
  const { altText, pictures } = await readNew(photo);
  const id = newId(clock, 'photo');
  return inTransaction(db, councilId, async (tx) => {
    const subject = found(await findSubject(tx, photo, keeperOf(viewer, reach)));
    await lockPhotosOf(tx, subject.organisationId);
    const before = await photosOf(tx, subject);
    if (before.length >= MOST_PHOTOS) throw refused([{ pointer: '/file', code: 'photo.too_many' }]);
    const added = { addedBy: viewer.accountId, addedAt: clock.now() };
    await insertPhoto(tx, subject, { id, altText, position: before.length, ...added }, pictures);
    // the places of those before it may have gaps
    await orderPhotos(tx, [...before.map((row) => row.id), id]);
    await recordAudit(tx, clock, viewer, {
      event: 'photo.added',
      noun: 'photo',
      recordId: id,
      details: { ...factsOf(subject), altText, hash: pictures[0]?.hash ?? '' },
    });
    return { id };
  });
}

const factsOf = ({ organisationId, listingId }: { organisationId: string; listingId: string | null }) => ({
  organisationId,
  listingId: listingId ?? '',
});

type Step = 'photo.described' | 'photo.moved' | 'photo.removed';

/** Does something to a photo of the viewer's organisation, and leaves who did it. */
async function changePhoto(
  context: AppContext,
  { viewer, reach, id }: { readonly viewer: Viewer; readonly reach: Reach; readonly id: string },
  event: Step,
  change: (
    tx: Parameters<Parameters<typeof inTransaction>[2]>[0],
    photo: OwnPhoto,
  ) => Promise<Readonly<Record<string, string>>>,
) {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const seen = found(await findOwnPhoto(tx, keeperOf(viewer, reach), id));
    await lockPhotosOf(tx, seen.organisationId);
    const photo = found(await findOwnPhoto(tx, keeperOf(viewer, reach), id));
    const details = { ...factsOf(photo), ...(await change(tx, photo)) };
    await recordAudit(tx, context.clock, viewer, { event, noun: 'photo', recordId: id, details });
    return { id };
  });
}

export function redescribePhoto(context: AppContext, viewer: Viewer, reach: Reach, id: string, text: string) {
  const altText = unwrap(readAltText(text), '/altText');
  return changePhoto(context, { viewer, reach, id }, 'photo.described', async (tx, photo) => {
    await describePhoto(tx, id, altText);
    return { altText, altTextBefore: photo.altText };
  });
}

export function movePhoto(context: AppContext, viewer: Viewer, reach: Reach, id: string, to: PhotoMove) {
  return changePhoto(context, { viewer, reach, id }, 'photo.moved', async (tx, photo) => {
    const ids = (await photosOf(tx, photo)).map((row) => row.id);
    await orderPhotos(tx, movedPhoto(ids, id, to));
    return { to };
  });
}

export function removePhoto(context: AppContext, viewer: Viewer, reach: Reach, id: string) {
  return changePhoto(context, { viewer, reach, id }, 'photo.removed', async (tx, photo) => {
    await deletePhoto(tx, id);
    return { altText: photo.altText };
  });
}
