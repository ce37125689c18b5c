// One record for everyone whom an invoice may be for, made when the first invoice for them is.

import type { Tx } from '@support-market/db/pool';
import type { PayerKind } from '@support-market/domain/invoices/billing';
import { sql } from 'kysely';
import { newId } from '../../platform/ids.ts';
import type { Clock } from '../../ports/clock/clock.ts';

/** A payer by the record that it stands for: a funder, an organisation or a person. */
export interface PayerSubject {
  readonly kind: PayerKind;
  readonly subjectId: string;
}

export const payerKey = ({ kind, subjectId }: PayerSubject): string => `${kind} ${subjectId}`;

async function known(tx: Tx, councilId: string, subjects: readonly PayerSubject[]): Promise<Map<string, string>> {
  const of = (kind: PayerKind) => subjects.flatMap((one) => (one.kind === kind ? [one.subjectId] : []));
  const { rows } = await sql<{ id: string; kind: PayerKind; subject_id: string }>`
    select id, kind, coalesce(funder_id, organisation_id, person_id) as subject_id from payers
     where council_id = ${councilId} and (funder_id = any(${of('funder')}::text[]) or organisation_id = any(${of('holder')}::text[])
        or person_id = any(${of('person')}::text[]))`.execute(tx);
  return new Map(rows.map(({ id, kind, subject_id }) => [payerKey({ kind, subjectId: subject_id }), id]));
}

/** The ids of these payers, by `payerKey`; those that were not there are made. */
export async function ensurePayers(
  tx: Tx,
  clock: Clock,
  councilId: string,
  subjects: readonly PayerSubject[],
): Promise<ReadonlyMap<string, string>> {
  if (subjects.length === 0) return new Map();
  const before = await known(tx, councilId, subjects);
  const missing = [...new Map(subjects.map((one) => [payerKey(one), one])).values()].filter(
    (one) => !before.has(payerKey(one)),
  );
  if (missing.length === 0) return before;
  await tx
    .insertInto('payers')
    .values(
      missing.map(({ kind, subjectId }) => ({
        council_id: councilId,
        id: newId(clock, 'payer'),
        kind,
        funder_id: kind === 'funder' ? subjectId : null,
        organisation_id: kind === 'holder' ? subjectId : null,
        person_id: kind === 'person' ? subjectId : null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return known(tx, councilId, subjects);
}
