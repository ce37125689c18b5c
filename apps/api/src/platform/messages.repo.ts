// What someone should know is written in the transaction that causes it; the words are made where it is read.

import type { Tx } from '@support-market/db/pool';
import { prepared } from '@support-market/db/prepared';
import { write } from '@support-market/db/transaction';
import type { MessageKind } from '@support-market/domain/shared/message-kinds';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../ports/clock/clock.ts';
import { newId } from './ids.ts';

/** For one person (and those who act for them), for everyone of an organisation, or for everyone in a role. */
export interface NewMessage {
  readonly personId?: string;
  readonly organisationId?: string;
  readonly role?: string;
  /** What happened: `order.declined`. */
  readonly kind: MessageKind;
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

const messagesStatement = prepared(
  (councilId: string, rows: string, at: Temporal.Instant, today: Temporal.PlainDate) => sql`
    insert into messages (council_id, id, person_id, organisation_id, role, kind, details, created_at)
    select ${councilId}, made.id, made.person_id, made.organisation_id, made.role, made.kind, made.details, ${at}
      from jsonb_to_recordset(${rows}::jsonb) as made (id text, person_id text, organisation_id text, role text, kind text, details jsonb)
      left join people as person on person.council_id = ${councilId} and person.id = made.person_id
     where person.id is null or not (coalesce(person.last_day < ${today}, false) or person.state = 'died')
    returning council_id`,
);

/** Writes messages in one statement and waits for nothing, but none to a person who died, moved away or left. */
export async function recordMessages(
  tx: Tx,
  clock: Clock,
  councilId: string,
  messages: readonly NewMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  const made = messages.map((message) => ({
    id: newId(clock, 'message'),
    person_id: message.personId,
    organisation_id: message.organisationId,
    role: message.role,
    kind: message.kind,
    details: message.details,
  }));
  await write(tx, messagesStatement(councilId, JSON.stringify(made), clock.now(), clock.today()));
}
