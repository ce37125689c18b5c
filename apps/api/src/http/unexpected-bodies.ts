// A route that takes no body refuses one that says something, with the same words as an unknown field anywhere else.

import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../platform/problem-error.ts';

export function registerUnexpectedBodies(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, done) => {
    const { body } = request;
    if (body === null || body === undefined || typeof body !== 'object') return done();
    if (!request.url.startsWith('/api/') || request.routeOptions.schema?.body || request.isMultipart()) return done();
    const errors = Object.keys(body).map((key) => ({
      pointer: `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      code: 'field.additionalProperties',
    }));
    done(errors.length > 0 ? new ProblemError('request.invalid', { errors: errors.slice(0, 20) }) : undefined);
  });
}
