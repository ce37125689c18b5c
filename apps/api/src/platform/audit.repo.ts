// Leaves who did or looked at what, when, for whom and why, in the same transaction as what was done.

import type { Tx } from '@support-market/db/pool';
import { prepared } from '@support-market/db/prepared';
import { write } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { instantText } from '@support-market/domain/shared/instant-text';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../ports/clock/clock.ts';
import { newId } from './ids.ts';
import { unsealedStatements } from './unsealed.repo.ts';

export interface AuditEntry {
  /** Noun and what happened to it: `order.placed`, `budget.viewed`. */
  readonly event: string;
  readonly noun: string;
  readonly recordId: string | null;
  /** Whose affairs these are, so that the person can see who looked. */
  readonly personId?: string | null;
  readonly reason?: string;
  /** Facts that help an auditor; never a secret or more personal data than the record itself. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** What acts without signing in: a scheduled job or an import. */
export interface SystemActor {
  readonly accountId: 'system';
  readonly councilId: string;
  readonly role: string;
}

export type Actor = Viewer | SystemActor;

export function systemActor(councilId: string, role: string): SystemActor {
  return { accountId: 'system', councilId, role };
}

function roleOf(actor: Actor): string {
  return 'role' in actor ? actor.role : actor.memberships.map(({ role }) => role).join(' ') || 'public';
}

/** Writes audit entries in one statement. */
export async function recordAudit(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  ...entries: readonly AuditEntry[]
): Promise<void> {
  await recordNow(tx, clock, actor, { changes: [], entries });
}

export interface StateChange {
  readonly noun: string;
  readonly recordId: string;
  readonly from: string | null;
  readonly to: string;
  readonly event: string;
}

/** Writes the history rows of state changes and their audit entries, in the same transaction as the changes. For the door alone. */
export async function recordNow(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { changes, entries }: { readonly changes: readonly StateChange[]; readonly entries: readonly AuditEntry[] },
): Promise<void> {
  if (changes.length === 0 && entries.length === 0) return;
  const now = { at: clock.now(), by: actor.accountId };
  const role = roleOf(actor);
  await recordPast(tx, clock, actor.councilId, {
    changes: changes.map((change) => ({ ...change, ...now })),
    entries: entries.map((entry) => ({ ...entry, ...now, role })),
  });
}

/**
 * Writes the history of nouns that belong to no council (listings), in the same transaction as the changes. It names the
 * council in which somebody acted, and is kept apart from any council's own. For the door alone.
 */
export async function recordSharedChanges(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  changes: readonly StateChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ recordId, from, to, event }) => ({
    ...{ id: newId(clock, 'history'), record_id: recordId, from_state: from, to_state: to, event },
  }));
  await sql`
    insert into listing_histories (id, listing_id, organisation_id, event, from_state, to_state, changed_at, changed_by, role, council_id)
    select made.id, listing.id, listing.organisation_id, made.event, made.from_state, made.to_state, ${clock.now()}::timestamptz,
           ${actor.accountId}, ${roleOf(actor)}, ${actor.councilId || null}
      from jsonb_to_recordset(${asJson(rows)}::jsonb) as made (id text, record_id text, event text, from_state text, to_state text)
      join listings as listing on listing.id = made.record_id
    returning id`.execute(tx);
}

/** When something happened and who did it: an account, or `system`. */
interface Past {
  readonly at: Temporal.Instant;
  readonly by: string;
}

export interface PastEntry extends AuditEntry, Past {
  readonly role: string;
}

const asJson = (rows: readonly object[]): string => JSON.stringify(rows);

const historyStatement = prepared(
  (councilId: string, rows: string) => sql`
    insert into state_changes (council_id, id, noun, record_id, from_state, to_state, event, changed_at, changed_by)
    select ${councilId}, made.* from jsonb_to_recordset(${rows}::jsonb) as made (id text, noun text, record_id text, from_state text, to_state text,
           event text, changed_at timestamptz, changed_by text)
    returning council_id`,
);

const auditStatement = prepared(
  (councilId: string, rows: string) => sql`
    insert into audit_entries (council_id, id, happened_at, account_id, role, event, record_noun, record_id, person_id, reason, details)
    select ${councilId}, made.* from jsonb_to_recordset(${rows}::jsonb) as made (id text, happened_at timestamptz, account_id text, role text,
           event text, record_noun text, record_id text, person_id text, reason text, details jsonb)
    returning council_id`,
);

/** Writes history and audit rows without waiting for them, each with a moment and an account of its own. For the door alone. */
export async function recordPast(
  tx: Tx,
  clock: Clock,
  councilId: string,
  past: { readonly changes: readonly (StateChange & Past)[]; readonly entries: readonly PastEntry[] },
): Promise<void> {
  const changes = past.changes.map(({ noun, recordId, from, to, event, at, by }) => ({
    ...{ noun, event, from_state: from, to_state: to, changed_at: instantText(at), changed_by: by },
    id: newId(clock, 'history'),
    record_id: recordId,
  }));
  const entries = past.entries.map(({ at, by, role, event, noun, recordId, personId, reason, details }) => ({
    ...{ event, role, happened_at: instantText(at), account_id: by, record_noun: noun },
    id: newId(clock, 'audit'),
    record_id: recordId,
    person_id: personId ?? null,
    reason: reason ?? '',
    details: details ?? {},
  }));
  await write(
    tx,
    ...(changes.length > 0 ? [historyStatement(councilId, asJson(changes))] : []),
    ...(entries.length > 0 ? [auditStatement(councilId, asJson(entries))] : []),
    ...unsealedStatements(councilId, [
      ...changes.map(({ id, changed_at }) => ({ kind: 'state-change' as const, recordId: id, recordAt: changed_at })),
      ...entries.map(({ id, happened_at }) => ({ kind: 'audit-entry' as const, recordId: id, recordAt: happened_at })),
    ]),
  );
}
