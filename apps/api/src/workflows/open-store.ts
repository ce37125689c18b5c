// Somebody who offers support opens a store of their own in a council: an organisation, and the role in which they keep it.
// Nothing of it is seen before it has a listing that people may see. Why: docs/decisions/0051-a-store-of-ones-own.md.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { MOST_STORES, STORE_RULES } from '@support-market/domain/listings/store-kinds';
import type { Static } from 'typebox';
import { insertMembership } from '../features/accounts/accounts.repo.ts';
import { StoreIn } from '../features/accounts/accounts.schemas.ts';
import { noteFacts, openSource } from '../features/listings/catalogue-facts.repo.ts';
import { slugFor } from '../features/listings/catalogue-rows.repo.ts';
import { viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { answers, closed, Id, IdempotencyHeaders } from '../http/schemas.ts';
import { recordAudit } from '../platform/audit.repo.ts';
import type { AppContext } from '../platform/context.ts';
import { once } from '../platform/idempotency.repo.ts';
import { newId } from '../platform/ids.ts';
import { ProblemError } from '../platform/problem-error.ts';
import { type AskedStore, countOpened, insertOpened } from './open-store.repo.ts';

/** Makes the organisation, and its opener a member who keeps it. Throws organisation.enough_opened. */
export async function openStore(
  { clock }: Pick<AppContext, 'clock'>,
  tx: Tx,
  actor: Viewer,
  asked: AskedStore,
): Promise<{ id: string }> {
  const { councilId, accountId } = actor;
  if ((await countOpened(tx, councilId, accountId)) >= MOST_STORES)
    throw new ProblemError('organisation.enough_opened');
  const { kind, size, role } = STORE_RULES[asked.kind];
  const id = newId(clock, 'organisation');
  const name = asked.name.trim();
  const slug = slugFor('organisations', { source: 'own', sourceRef: id, words: name });
  await insertOpened(tx, { id, slug, kind, size, name, councilId, openedBy: accountId }, clock.now());
  const source = await openSource(tx, clock, { kind: 'provider', councilId, saidBy: accountId });
  const said = { by: 'provider' as const, in: source.id };
  await noteFacts(tx, [{ recordId: id, said: { name: said, kind: said, size: said } }]);
  await insertMembership(tx, {
    ...{ councilId, id: newId(clock, 'membership'), accountId, role, personId: null, organisationId: id },
  });
  await recordAudit(tx, clock, actor, {
    event: 'organisation.opened',
    noun: 'organisation',
    recordId: id,
    details: { name, kind },
  });
  return { id };
}

export function registerOpenStore(app: App, context: AppContext): void {
  app.post(
    '/api/organisations',
    {
      config: { action: 'organisation.open', audit: 'organisation.opened' },
      schema: {
        tags: ['organisations'],
        operationId: 'openStore',
        summary: 'Open a store of your own; nothing of it is seen before it has a listing that people may see',
        headers: IdempotencyHeaders,
        body: StoreIn,
        response: answers({ 201: closed({ id: Id }) }),
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const body: Static<typeof StoreIn> = request.body;
      const key = request.headers['idempotency-key'];
      const opened = await inTransaction(context.db, viewer.councilId, (tx) =>
        once(tx, context.clock, viewer, { key, operation: 'openStore', body }, () =>
          openStore(context, tx, viewer, body),
        ),
      );
      return reply.status(201).send(opened);
    },
  );
}
