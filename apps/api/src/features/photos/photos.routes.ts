// Photos over HTTP: seen by everybody, kept by those whose organisation it is.

import type { FastifyRequest } from 'fastify';
import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { PICTURE_TYPE } from '../../ports/pictures/read-picture.ts';
import { readPhotoForm } from './photo-form.ts';
import { photoContent } from './photos.repo.ts';
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

const asked = (request: FastifyRequest) => [viewerOf(request), reachFor(request)] as const;

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
        summary: 'A photo itself; its address is the hash of its bytes, so it never changes',
        params: FileParams,
        produces: [PICTURE_TYPE],
        response: answers({ 200: PhotoFileOut }),
      },
    },
    async (request, reply) => {
      const content = found(await photoContent(context.reads, request.params.file.replace('.webp', '')));
      return reply
        .headers({
          'content-type': PICTURE_TYPE,
          'cache-control': 'public, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
          // opened by itself it is a picture and nothing else
          'content-security-policy': "default-src 'none'; sandbox",
          'content-disposition': 'inline; filename="photo.webp"',
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
