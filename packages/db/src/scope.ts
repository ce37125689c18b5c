// Turns a viewer's reach into the SQL condition that a query filters by, so that a list or a look-up cannot leak:
// a record out of reach is simply not found.

import type { Reach } from '@support-market/domain/access/permissions';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** What a mandate must allow for the action at hand. */
export type MandatePower = 'view' | 'order' | 'confirm' | 'manage-money';

export interface ScopedColumns {
  /** The council whose rows are asked for, as a value: a distributed database then knows where to ask. */
  readonly councilId: string;
  /** Column that holds the person, where the record has one. */
  readonly person?: string;
  /** Column that holds the organisation whose record it is, where it has one. */
  readonly organisation?: string;
}

const POWER_CONDITION: Readonly<Record<MandatePower, string>> = {
  view: 'true',
  order: 'mandate.may_order',
  confirm: 'mandate.may_confirm',
  'manage-money': 'mandate.may_manage_money',
};

/** True unless the record is of somebody who made their own account: those are their own affair. */
export function isOfCouncil(councilId: string, person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`not exists (select from people as self_funder where self_funder.council_id = ${councilId} and self_funder.id = ${person} and self_funder.origin = 'self-made')`;
}

/**
 * A boolean SQL expression: true for rows within `reach` on `today`. Mandates count only while they run (both days
 * included) and only with the power that is asked for. A null reach matches nothing.
 */
export function inReach(
  reach: Reach | null,
  accountId: string,
  today: Temporal.PlainDate,
  columns: ScopedColumns,
  power: MandatePower = 'view',
): RawBuilder<boolean> {
  if (reach === null) return sql<boolean>`false`;
  if (reach.council && (reach.selfFunders || !columns.person)) return sql<boolean>`true`;
  const conditions: RawBuilder<boolean>[] = [];
  if (reach.council && columns.person) conditions.push(isOfCouncil(columns.councilId, sql.ref(columns.person)));
  if (columns.organisation && reach.organisationIds.length > 0) {
    conditions.push(sql<boolean>`${sql.ref(columns.organisation)} = any(${reach.organisationIds}::text[])`);
  }
  if (columns.person) {
    const person = sql.ref(columns.person);
    if (reach.personIds.length > 0) conditions.push(sql<boolean>`${person} = any(${reach.personIds}::text[])`);
    if (reach.byCaseload) {
      conditions.push(
        sql<boolean>`exists (select from caseloads as caseload where caseload.council_id = ${columns.councilId} and caseload.account_id = ${accountId} and caseload.person_id = ${person}
          and caseload.from_date <= ${today} and coalesce(caseload.until_date, ${today}) >= ${today})`,
      );
    }
    if (reach.byAccountMandate || reach.mandateOrganisationIds.length > 0) {
      conditions.push(
        sql<boolean>`exists (select from mandates as mandate where mandate.council_id = ${columns.councilId} and mandate.person_id = ${person}
          and mandate.state = 'running' and ${today} between mandate.from_date and mandate.until_date and ${sql.raw(POWER_CONDITION[power])}
          and (${reach.byAccountMandate} and mandate.account_id = ${accountId} or mandate.organisation_id = any(${reach.mandateOrganisationIds}::text[])))`,
      );
    }
  }
  return conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}
