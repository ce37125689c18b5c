// Photos over HTTP: seen by everybody, kept by those whose organisation it is.

import { mayDo, reachOf } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { wordsIn } from '@support-market/words/words-in';
import type { FastifyRequest } from 'fastify';
import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { varyBy } from '../../http/compression.ts';
import { disposition } from '../../http/downloads.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { PICTURE_TYPE } from '../../ports/pictures/read-picture.ts';
import { readPhotoForm } from './photo-form.ts';
import { type Insider, photoContent } from './photos.repo.ts';
import {
  AltTextIn,
  FileParams,
  MoveIn,
  OwnPhotosOut,
  PhotoFileOut,
  PhotoOut,
  PhotosOut,
  SubjectQuery,
} from './photos.schemas.ts';
import { addPhoto, movePhoto, redescribePhoto, removePhoto, viewOwnPhotos, viewPhotos } from './photos.service.ts';

function oneSubject(query: SubjectQuery): SubjectQuery {
  if ((query.organisation === undefined) === (query.listing === undefined)) throw new ProblemError('request.invalid');
  return query;
}

/** What somebody sees beyond what everybody sees: the photos they keep, and as an officer those of what was hidden. */
function insiderOf(viewer: Viewer | null): Insider | null {
  if (viewer === null) return null;
  const { organisationIds = [] } = reachOf(viewer, 'photo.keep') ?? {};
  return { councilId: viewer.councilId, organisationIds, isOfficer: mayDo(viewer, 'listing.withhold') };
}

const asked = (request: FastifyRequest) => [viewerOf(request), reachFor(request)] as const;

const sayFile = wordsIn().say('documents');

export function registerPhotos(app: App, context: AppContext): void {
  app.get(
    '/api/photos',
    {
      config: { action: 'photo.view', audit: null },
      schema: {
        tags: ['photos'],
        operationId: 'listPhotos',
        summary: 'The photos of an organisation or of a listing, in their order',
        querystring: SubjectQuery,
        response: answers({ 200: PhotosOut }),
      },
    },
    (request) => viewPhotos(context, oneSubject(request.query)),
  );

  app.get(
    '/api/photos/files/:file',
    {
      config: { action: 'photo.view', audit: null },
      schema: {
        tags: ['photos'],
        operationId: 'viewPhotoFile',
        summary: 'A photo itself, as long as something that is shown has it; its own people see it longer',
        params: FileParams,
        produces: [PICTURE_TYPE],
        response: answers({ 200: PhotoFileOut }),
      },
    },
    async (request, reply) => {
      const hash = request.params.file.replace('.webp', '');
      const { content, shown } = found(await photoContent(context.reads, hash, insiderOf(request.viewer)));
      // Short, so that what is withheld is soon gone from copies, too; the tag makes asking again cheap.
      void reply.headers({
        'cache-control': shown ? 'public, max-age=300, must-revalidate' : 'private, no-store',
        'cross-origin-resource-policy': shown ? 'cross-origin' : 'same-origin',
        ...(shown && { etag: `"${hash}"` }),
      });
      varyBy(reply, 'cookie');
      if (shown && request.headers['if-none-match']?.includes(`"${hash}"`))
        return reply.status(304).send(Buffer.alloc(0));
      return reply
        .headers({
          'content-type': PICTURE_TYPE,
          'x-content-type-options': 'nosniff',
          // opened by itself it is a picture and nothing else
          'content-security-policy': "default-src 'none'; sandbox",
          'content-disposition': disposition('inline', sayFile('files.photo')),
        })
        .send(content);
    },
  );

  app.get(
    '/api/photos/own',
    {
      config: { action: 'photo.keep', audit: null },
      schema: {
        tags: ['photos'],
        operationId: 'listOwnPhotos',
        summary: 'The photos of my organisation or of one of its listings, with who put them up and when',
        querystring: SubjectQuery,
        response: answers({ 200: OwnPhotosOut }),
      },
    },
    (request) => viewOwnPhotos(context, ...asked(request), oneSubject(request.query)),
  );

  app.post(
    '/api/photos',
    {
      config: { action: 'photo.keep', audit: 'photo.added' },
      schema: {
        tags: ['photos'],
        operationId: 'addPhoto',
        summary: 'Put up a photo, with the words for those who do not see it',
        description:
          'A multipart form: `organisation` or `listing` (the last part of its page’s address), `altText`, and `file` ' +
          '(JPEG, PNG or WebP of at most 10 megabytes and 50 million pixels). The picture is made again; only its pixels are kept.',
        consumes: ['multipart/form-data'],
        response: answers({ 201: PhotoOut }),
      },
    },
    async (request, reply) => {
      const form = await readPhotoForm(request);
      return reply.code(201).send(await addPhoto(context, ...asked(request), form));
    },
  );

  app.put(
    '/api/photos/:id',
    {
      config: { action: 'photo.keep', audit: 'photo.described' },
      schema: {
        tags: ['photos'],
        operationId: 'describePhoto',
        summary: 'Other words for those who do not see the photo',
        params: IdParams,
        body: AltTextIn,
        response: answers({ 200: PhotoOut }),
      },
    },
    (request) => redescribePhoto(context, ...asked(request), request.params.id, request.body.altText),
  );

  app.post(
    '/api/photos/:id/move',
    {
      config: { action: 'photo.keep', audit: 'photo.moved' },
      schema: {
        tags: ['photos'],
        operationId: 'movePhoto',
        summary: 'Show a photo one place earlier or later; at the end already, nothing changes',
        params: IdParams,
        body: MoveIn,
        response: answers({ 200: PhotoOut }),
      },
    },
    (request) => movePhoto(context, ...asked(request), request.params.id, request.body.to),
  );

  app.post(
    '/api/photos/:id/remove',
    {
      config: { action: 'photo.keep', audit: 'photo.removed' },
      schema: {
        tags: ['photos'],
        operationId: 'removePhoto',
        summary: 'Take a photo away, its bytes too',
        params: IdParams,
        response: answers({ 200: PhotoOut }),
      },
    },
    (request) => removePhoto(context, ...asked(request), request.params.id),
  );
}
