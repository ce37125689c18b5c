// Leaves who did or looked at what, when, for whom and why, in the same transaction as the deed.

import type { Tx } from '@support-market/db/pool';
import type { Viewer } from '@support-market/domain/access/roles';
import type { Clock } from '../ports/clock/clock.ts';
import { newId } from './ids.ts';
import { recordUnsealed } from './unsealed.repo.ts';

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

/** Whoever acts without signing in: a scheduled job or an import. */
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
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    council_id: actor.councilId,
    id: newId(clock, 'audit'),
    happened_at: clock.now(),
    account_id: actor.accountId,
    role: roleOf(actor),
    event: entry.event,
    record_noun: entry.noun,
    record_id: entry.recordId,
    person_id: entry.personId ?? null,
    reason: entry.reason ?? '',
    details: JSON.stringify(entry.details ?? {}),
  }));
  await tx.insertInto('audit_entries').values(rows).execute();
  await recordUnsealed(
    tx,
    actor.councilId,
    rows.map((row) => ({ kind: 'audit-entry', recordId: row.id, recordAt: row.happened_at })),
  );
}

export interface StateChange {
  readonly noun: string;
  readonly recordId: string;
  readonly from: string | null;
  readonly to: string;
  readonly event: string;
}

/** Writes the history rows of state changes, in the same transaction as the changes themselves. */
export async function recordStateChanges(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  changes: readonly StateChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => ({
    council_id: actor.councilId,
    id: newId(clock, 'history'),
    noun: change.noun,
    record_id: change.recordId,
    from_state: change.from,
    to_state: change.to,
    event: change.event,
    changed_at: clock.now(),
    changed_by: actor.accountId,
  }));
  await tx.insertInto('state_changes').values(rows).execute();
  await recordUnsealed(
    tx,
    actor.councilId,
    rows.map((row) => ({ kind: 'state-change', recordId: row.id, recordAt: row.changed_at })),
  );
}
