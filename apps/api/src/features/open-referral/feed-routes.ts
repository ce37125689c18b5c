// What the routes of every shape of the open feed share: parameters, where a page may be read from, and how long it may be kept.

import type { onSendHookHandler } from 'fastify';
import { type Static, type TSchema, Type } from 'typebox';
import type { App } from '../../http/app-instance.ts';
import { answers } from '../../http/schemas.ts';
import { MOST_PER_PAGE, PER_PAGE } from './open-referral.service.ts';

/** A feed may be a little old, and caches on the way may answer for it. */
const CACHED = 'public, max-age=300';

export const Uuid = Type.String({ maxLength: 36 });
export const Age = Type.Integer({ minimum: 0, maximum: 150 });
export const PAGE = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000, default: 1 })),
  per_page: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_PER_PAGE, default: PER_PAGE })),
};
export const NEAR = {
  postcode: Type.Optional(Type.String({ maxLength: 12 })),
  proximity: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'metres' })),
};
export const Whole = Type.Record(Type.String(), Type.Unknown(), { description: 'as Open Referral UK has it' });

/** How the description of the API names a route. */
interface Named {
  readonly operationId: string;
  readonly summary: string;
}

/** Another server's page may read the feed; a refusal is told to it too. */
const openToAll: onSendHookHandler = (_request, reply, _payload, done) => {
  void reply.header('access-control-allow-origin', '*');
  if (reply.statusCode === 200) void reply.header('cache-control', CACHED);
  done();
};

/** Registers routes under the root, whose lists have the given shape. */
export function feedRoutes<List extends TSchema>(app: App, root: string, shape: List) {
  const about = (named: Named) => ({
    config: { action: 'listing.view' as const, audit: null },
    onSend: openToAll,
    schema: { tags: ['open referral'], ...named },
  });
  const list = <Query extends TSchema>(
    path: string,
    named: Named,
    querystring: Query,
    read: (asked: Static<Query>) => Promise<Static<List>>,
  ): void => {
    const said = about(named);
    const schema = { ...said.schema, querystring, response: answers({ 200: shape }) };
    // `read` is already held to the shape; the framework's types cannot follow a shape that is a parameter.
    app.get(root + path, { ...said, schema }, (request) => read(request.query as Static<Query>) as never);
  };
  const one = (path: string, named: Named, read: (uuid: string) => Promise<Static<typeof Whole>>): void => {
    const said = about(named);
    const schema = { ...said.schema, params: Type.Object({ id: Uuid }), response: answers({ 200: Whole }) };
    app.get(`${root}${path}/:id`, { ...said, schema }, (request) => read((request.params as { id: string }).id));
  };
  return { about, list, one };
}
