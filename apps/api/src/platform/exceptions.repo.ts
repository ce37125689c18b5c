// Raises and closes what waits for a person about a visit, for everything that records, confirms, bills and settles visits.

import { startState } from '@support-market/domain/shared/machines';
import type { Pence } from '@support-market/domain/shared/money';
import { exceptionMachine } from '@support-market/domain/visits/exception-states';
import { sql } from 'kysely';
import { newId } from './ids.ts';
import { type AuditFacts, begin, step, stepThose, type Work } from './transitions.repo.ts';

export interface VisitException {
  readonly kind: 'over-tolerance' | 'not-enough-money' | 'queried';
  readonly visitId: string;
  readonly expectedPence: Pence;
  readonly foundPence: Pence;
  readonly note?: string;
}

/** No sum waits for a second officer. */
export const NO_PROPOSAL = { proposed_pence: null, proposed_by: null, proposed_at: null, proposed_note: null } as const;

const keyOf = (kind: string, visitId: string): string => `${kind} ${visitId}`;

/** Raises exceptions; one that was settled is opened again with the new figures, one that is open stays as it is. */
export async function raiseExceptions(work: Work, exceptions: readonly VisitException[]): Promise<void> {
  if (exceptions.length === 0) return;
  const { tx, clock, actor } = work;
  const rows = exceptions.map((one) => ({
    id: newId(clock, 'exception'),
    kind: one.kind,
    visit_id: one.visitId,
    expected_pence: one.expectedPence.toString(),
    found_pence: one.foundPence.toString(),
    note: one.note ?? '',
  }));
  const { rows: raised } = await sql<{ id: string; visit_id: string; kind: string }>`
    insert into exceptions (council_id, id, kind, visit_id, expected_pence, found_pence, state, raised_at, note)
    select ${actor.councilId}, id, kind, visit_id, expected_pence, found_pence, ${startState('exceptions', 'raise')}, ${clock.now()}::timestamptz, note
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as new (id text, kind text, visit_id text, expected_pence bigint, found_pence bigint, note text)
    on conflict (council_id, visit_id, kind) do nothing
    returning id, visit_id, kind`.execute(tx);
  await begin(work, 'exceptions', 'raise', raised, { audit: null });
  const isNew = new Set(raised.map((row) => keyOf(row.kind, row.visit_id)));
  const known = new Map(
    rows.flatMap((row) => {
      const key = keyOf(row.kind, row.visit_id);
      return isNew.has(key) ? [] : [[key, row] as const];
    }),
  );
  if (known.size === 0) return;
  const { rows: settled } = await sql<{ id: string; visit_id: string; kind: string }>`
    select id, visit_id, kind from exceptions
     where council_id = ${actor.councilId} and visit_id = any(${[...known.values()].map((row) => row.visit_id)}::text[])
       and state = any(${[...exceptionMachine.edges.reopen.from]}::text[])`.execute(tx);
  const again = settled.flatMap(({ id, visit_id, kind }) => {
    const row = known.get(keyOf(kind, visit_id));
    return row === undefined ? [] : [{ ...row, id }];
  });
  await step(work, 'exceptions', 'reopen', again, {
    set: { raised_at: clock.now(), settled_at: null, settled_by: null, settled_pence: null, refused_note: '' },
    each: {
      types: { expected_pence: 'bigint', found_pence: 'bigint', note: 'text' },
      of: ({ expected_pence, found_pence, note }) => ({ expected_pence, found_pence, note }),
    },
    audit: null,
  });
}

export interface ClosedException {
  readonly id: string;
  readonly visitId: string;
  readonly expectedPence: Pence;
  readonly foundPence: Pence;
}

/** Closes what is open about visits (of one kind, where it is named); answers what that was. */
export async function closeExceptions(
  work: Work,
  event: 'settle' | 'answer' | 'withdraw',
  visitIds: readonly string[],
  how: {
    readonly note: string;
    readonly settledPence?: Pence;
    readonly kind?: VisitException['kind'];
    readonly audit?: (exception: ClosedException) => AuditFacts;
  },
): Promise<readonly ClosedException[]> {
  if (visitIds.length === 0) return [];
  const { tx, clock, actor } = work;
  const ofKind = how.kind === undefined ? sql`` : sql` and kind = ${how.kind}`;
  const { rows } = await sql<ClosedException>`
    select id, visit_id as "visitId", expected_pence as "expectedPence", found_pence as "foundPence" from exceptions
     where council_id = ${actor.councilId} and visit_id = any(${[...visitIds]}::text[])
       and state = any(${[...exceptionMachine.edges[event].from]}::text[])${ofKind} order by id`.execute(tx);
  const { moved } = await stepThose(work, 'exceptions', event, rows, {
    set: {
      settled_at: clock.now(),
      // a job or an import has no account
      settled_by: sql`(select id from accounts where id = ${actor.accountId})`,
      settled_pence: how.settledPence ?? null,
      note: how.note,
      ...NO_PROPOSAL,
    },
    audit: how.audit ?? null,
  });
  return moved.map(({ row }) => row);
}
