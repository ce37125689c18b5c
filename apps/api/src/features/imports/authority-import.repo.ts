// Finds whom rows of mandates and caseloads speak of, and writes them.

import type { Tx } from '@support-market/db/pool';
import type { Role } from '@support-market/domain/access/roles';
import type { PersonState } from '@support-market/domain/people/person-states';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface PersonOfRow {
  readonly id: string;
  readonly state: PersonState;
  readonly lastDay: Temporal.PlainDate | null;
}

/**
 * People by the council's references, also those whose time with it ended or will end; absent are those whom an undone
 * import took back, and those who made their own account. Until the transaction ends, no one can say that one of them leaves.
 */
export async function peopleByReference(
  tx: Tx,
  councilId: string,
  references: readonly string[],
): Promise<ReadonlyMap<string, PersonOfRow>> {
  if (references.length === 0) return new Map();
  const rows = await tx
    .selectFrom('people')
    .select(['reference', 'id', sql<PersonState>`state`.as('state'), 'last_day as lastDay'])
    .where('council_id', '=', councilId)
    .where('state', '<>', 'taken-back')
    .where('origin', '=', 'council')
    .where('reference', 'in', [...references])
    .orderBy('id')
    .forShare()
    .execute();
  return new Map(rows.map(({ reference, ...person }) => [reference, person]));
}

/** The accounts of some mail addresses or names to sign in with (in small letters) that have a role with the council now. */
export async function accountsInRole(
  tx: Tx,
  councilId: string,
  role: Role,
  emails: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (emails.length === 0) return new Map();
  const { rows } = await sql<{ email: string; id: string }>`
    select coalesce(lower(account.email), account.sign_in_name) as email, account.id from memberships as membership
      join accounts as account on account.id = membership.account_id
     where membership.council_id = ${councilId} and membership.role = ${role} and membership.ended_at is null and account.closed_at is null
       and coalesce(lower(account.email), account.sign_in_name) = any(${[...emails]}::text[])`.execute(tx);
  return new Map(rows.map(({ email, id }) => [email, id]));
}

/** The ids of lines by person and reference, of the budgets that run on or after a day. */
export async function linesByReference(
  tx: Tx,
  councilId: string,
  personIds: readonly string[],
): Promise<readonly { readonly id: string; readonly personId: string; readonly reference: string }[]> {
  if (personIds.length === 0) return [];
  return tx
    .selectFrom('budget_lines')
    .select(['id', 'person_id as personId', 'reference'])
    .where('council_id', '=', councilId)
    .where('person_id', 'in', [...personIds])
    .where('state', '=', 'open')
    .execute();
}

export interface MandateFacts {
  readonly personId: string;
  readonly kind: 'representative' | 'broker';
  readonly accountId: string | null;
  readonly organisationId: string | null;
  readonly mayOrder: boolean;
  readonly mayConfirm: boolean;
  readonly mayManageMoney: boolean;
  readonly orderLimitPence: bigint | null;
  readonly monthLimitPence: bigint | null;
  readonly fromDate: Temporal.PlainDate;
  readonly untilDate: Temporal.PlainDate;
}

export interface KeptMandate extends MandateFacts {
  readonly id: string;
  readonly allLines: boolean;
  readonly lineIds: readonly string[];
}

/** The running mandates of some people, locked. */
export async function runningMandates(tx: Tx, councilId: string, personIds: readonly string[]): Promise<KeptMandate[]> {
  if (personIds.length === 0) return [];
  const mandates = await tx
    .selectFrom('mandates')
    .selectAll()
    .where('council_id', '=', councilId)
    .where('person_id', 'in', [...personIds])
    .where('state', '=', 'running')
    .orderBy('id')
    .forUpdate()
    .execute();
  const lines = await tx
    .selectFrom('mandate_lines')
    .select(['mandate_id', 'line_id'])
    .where('council_id', '=', councilId)
    .where('mandate_id', 'in', mandates.length === 0 ? [''] : mandates.map(({ id }) => id))
    .execute();
  return mandates.map((row) => ({
    id: row.id,
    personId: row.person_id,
    kind: row.kind as MandateFacts['kind'],
    accountId: row.account_id,
    organisationId: row.organisation_id,
    mayOrder: row.may_order,
    mayConfirm: row.may_confirm,
    mayManageMoney: row.may_manage_money,
    orderLimitPence: row.order_limit_pence,
    monthLimitPence: row.month_limit_pence,
    fromDate: row.from_date,
    untilDate: row.until_date,
    allLines: row.all_lines,
    lineIds: lines.filter(({ mandate_id }) => mandate_id === row.id).map(({ line_id }) => line_id),
  }));
}

/** What may be done and until when, with who changed it; for whom and with which money stays. */
export async function changeMandate(
  tx: Tx,
  councilId: string,
  id: string,
  facts: MandateFacts,
  by: string,
): Promise<void> {
  await tx
    .updateTable('mandates')
    .set({
      may_order: facts.mayOrder,
      may_confirm: facts.mayConfirm,
      may_manage_money: facts.mayManageMoney,
      order_limit_pence: facts.orderLimitPence,
      month_limit_pence: facts.monthLimitPence,
      until_date: facts.untilDate,
      changed_by: sql`array_append(array_remove(changed_by, ${by}::text), ${by}::text)`,
    })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .execute();
}
