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

/** Writes messages in one statement. */
export async function recordMessages(
  tx: Tx,
  clock: Clock,
  councilId: string,
  messages: readonly NewMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  await tx
    .insertInto('messages')
    .values(
      messages.map((message) => ({
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
