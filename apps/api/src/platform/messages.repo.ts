// What someone should know is written in the transaction that causes it; the words are made where it is read.

import type { Tx } from '@support-market/db/pool';
import type { MessageKind } from '@support-market/domain/shared/message-kinds';
import type { Clock } from '../ports/clock/clock.ts';
import { newId } from './ids.ts';

/** For one person (and whoever acts for them), for everyone of an organisation, or for everyone in a role. */
export interface NewMessage {
  readonly personId?: string;
  readonly organisationId?: string;
  readonly role?: string;
  /** What happened: `order.declined`. */
  readonly kind: MessageKind;
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

/** Those whom messages are for and whose time with the council ended: nothing is ever sent to them again. */
async function endedPeople(
  tx: Tx,
  clock: Clock,
  councilId: string,
  messages: readonly NewMessage[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(messages.flatMap(({ personId }) => personId ?? []))];
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('people')
    .select('id')
    .where('council_id', '=', councilId)
    .where('id', 'in', ids)
    .where((where) => where.or([where('last_day', '<', clock.today()), where('state', '=', 'died')]))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Writes messages in one statement, but none to a person who died, moved away or left. */
export async function recordMessages(
  tx: Tx,
  clock: Clock,
  councilId: string,
  messages: readonly NewMessage[],
): Promise<void> {
  const gone = await endedPeople(tx, clock, councilId, messages);
  const kept = messages.filter(({ personId }) => personId === undefined || !gone.has(personId));
  if (kept.length === 0) return;
  await tx
    .insertInto('messages')
    .values(
      kept.map((message) => ({
        council_id: councilId,
        id: newId(clock, 'message'),
        person_id: message.personId ?? null,
        organisation_id: message.organisationId ?? null,
        role: message.role ?? null,
        kind: message.kind,
        details: JSON.stringify(message.details),
        created_at: clock.now(),
      })),
    )
    .execute();
}
