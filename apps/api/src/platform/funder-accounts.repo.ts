// Whose money a run pays, and the account that two people agreed to pay it from.

import type { Tx } from '@support-market/db/pool';
import type { FunderKind } from '@support-market/domain/funders/funder-kinds';
import { sql } from 'kysely';

export interface PayingFunder {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: FunderKind;
  readonly councilCode: string;
  readonly councilName: string;
  /** The account released for it; null while two people have not agreed on one. */
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly sortCode: string;
    readonly accountNumber: string;
  } | null;
}

export async function payingFunder(tx: Tx, councilId: string, funderId: string): Promise<PayingFunder | undefined> {
  const { rows } = await sql<PayingFunder>`
    select funder.id, funder.code, funder.name, funder.kind, council.code as "councilCode", council.name as "councilName",
           case when account.id is null then null else jsonb_build_object('id', account.id, 'name', account.account_name,
             'sortCode', account.sort_code, 'accountNumber', account.account_number) end as account
      from funders as funder
      join councils as council on council.id = ${councilId}
      left join funder_accounts as account on account.council_id = ${councilId} and account.funder_id = funder.id and account.state = 'released'
     where funder.council_id = ${councilId} and funder.id = ${funderId}`.execute(tx);
  return rows[0];
}

/** A funder as it is written on papers, over `funder` and `council`: a part of the council is named with it. */
export const FUNDER_NAME = sql`case when funder.kind in ('directorate', 'people') and funder.name <> council.name then council.name || ', ' || funder.name else funder.name end`;
