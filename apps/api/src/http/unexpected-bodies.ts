// A route that takes no body refuses one that says something, with the same words as an unknown field anywhere else.

import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../platform/problem-error.ts';

export function registerUnexpectedBodies(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (!request.url.startsWith('/api/') || request.routeOptions.schema?.body || request.isMultipart()) return;
    const { body } = request;
    if (body === null || body === undefined || typeof body !== 'object') return;
    const errors = Object.keys(body).map((key) => ({
      pointer: `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      code: 'field.additionalProperties',
    }));
    if (errors.length > 0) throw new ProblemError('request.invalid', { errors: errors.slice(0, 20) });
  });
}
