// Rows that stand before any story: councils, their places, who signs in and as what, who may act for whom.

import type { Tx } from '@support-market/db/pool';
import { know } from '@support-market/db/transaction';
import type { Role } from '@support-market/domain/access/roles';
import { startState } from '@support-market/domain/shared/machines';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

const asJson = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));

/** Of an organisation's listings, the one that people see first; null where it has none. */
export async function firstListingOf(tx: Tx, organisationId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('listings')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'published')
    .orderBy('title')
    .orderBy('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface NewPlace {
  readonly postcode: string;
  readonly outward: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly wardCode: string;
  readonly wardName: string;
  readonly lsoaCode: string;
}

export async function insertPlaces(tx: Tx, places: readonly NewPlace[]): Promise<void> {
  await sql`
    insert into postcodes (postcode, outward, latitude, longitude, ward_code, ward_name, lsoa_code)
    select "postcode", "outward", "latitude", "longitude", "wardCode", "wardName", "lsoaCode"
      from jsonb_to_recordset(${asJson(places)}::jsonb) as place ("postcode" text, "outward" text, "latitude" float8, "longitude" float8,
           "wardCode" text, "wardName" text, "lsoaCode" text)
    on conflict (postcode) do nothing`.execute(tx);
}

export interface NewAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Null for people of the story as whom no visitor looks around. */
  readonly passwordHash: string | null;
  readonly roles: readonly {
    readonly membershipId: string;
    readonly role: Role;
    readonly personId: string | null;
    readonly organisationId: string | null;
  }[];
}

/** Accounts with their place and roles in one council. */
export async function insertAccounts(
  tx: Tx,
  councilId: string,
  at: Temporal.Instant,
  accounts: readonly NewAccount[],
): Promise<void> {
  for (const { id, email, name, passwordHash } of accounts) {
    await know(tx, { account: id });
    await sql`insert into accounts (id, email, name, created_at, email_confirmed_at)
      values (${id}, ${email}, ${name}, ${at}, ${at})`.execute(tx);
    if (passwordHash === null) continue;
    await sql`
      insert into account_credentials (id, account_id, kind, secret_hash, created_at)
      values (${`cred_${id.slice(4)}`}, ${id}, 'password', ${passwordHash}, ${at})`.execute(tx);
  }
  await sql`
    insert into account_councils (account_id, council_id) select id, ${councilId} from unnest(${accounts.map(({ id }) => id)}::text[]) as id
    returning council_id`.execute(tx);
  const memberships = accounts.flatMap(({ id, roles }) => roles.map((role) => ({ ...role, accountId: id })));
  await sql`
    insert into memberships (council_id, id, account_id, role, person_id, organisation_id)
    select ${councilId}, "membershipId", "accountId", role, "personId", "organisationId"
      from jsonb_to_recordset(${asJson(memberships)}::jsonb) as membership ("membershipId" text, "accountId" text, role text, "personId" text, "organisationId" text)
    returning council_id`.execute(tx);
}

export interface NewMandate {
  readonly id: string;
  readonly personId: string;
  readonly accountId: string | null;
  readonly organisationId: string | null;
  readonly mayManageMoney: boolean;
  readonly fromDate: Temporal.PlainDate;
  readonly untilDate: Temporal.PlainDate;
}

export async function insertMandates(tx: Tx, councilId: string, mandates: readonly NewMandate[]): Promise<void> {
  await sql`
    insert into mandates (council_id, state, id, person_id, account_id, organisation_id, kind, may_order, may_confirm, may_manage_money, from_date, until_date)
    select ${councilId}, ${startState('mandates', 'make')}, id, "personId", "accountId", "organisationId", case when "accountId" is null then 'broker' else 'representative' end, true, true,
           "mayManageMoney", "fromDate", "untilDate"
      from jsonb_to_recordset(${asJson(mandates)}::jsonb) as mandate (id text, "personId" text, "accountId" text, "organisationId" text, "mayManageMoney" boolean,
           "fromDate" date, "untilDate" date)
    returning council_id`.execute(tx);
}

export async function insertCaseloads(
  tx: Tx,
  councilId: string,
  caseloads: readonly {
    readonly id: string;
    readonly accountId: string;
    readonly personId: string;
    readonly fromDate: Temporal.PlainDate;
  }[],
): Promise<void> {
  await sql`
    insert into caseloads (council_id, id, account_id, person_id, from_date)
    select ${councilId}, id, "accountId", "personId", "fromDate"
      from jsonb_to_recordset(${asJson(caseloads)}::jsonb) as caseload (id text, "accountId" text, "personId" text, "fromDate" date)
    returning council_id`.execute(tx);
}

export async function insertAgreements(
  tx: Tx,
  councilId: string,
  agreements: readonly {
    readonly id: string;
    readonly organisationId: string;
    readonly billingPeriod: string;
    readonly accreditedOn: Temporal.PlainDate | null;
    readonly selfBillingAgreedOn: Temporal.PlainDate;
    readonly fromDate: Temporal.PlainDate;
  }[],
): Promise<void> {
  await sql`
    insert into agreements (council_id, id, organisation_id, billing_period, accredited_on, self_billing_agreed_on, from_date)
    select ${councilId}, id, "organisationId", "billingPeriod", "accreditedOn", "selfBillingAgreedOn", "fromDate"
      from jsonb_to_recordset(${asJson(agreements)}::jsonb) as agreement (id text, "organisationId" text, "billingPeriod" text, "accreditedOn" date, "selfBillingAgreedOn" date,
        "fromDate" date)
    returning council_id`.execute(tx);
}

/** What was looked for, and how much there was. */
export async function insertPastSearches(
  tx: Tx,
  councilId: string,
  searches: readonly {
    readonly id: string;
    readonly words: string;
    readonly outward: string;
    readonly hits: number;
    readonly at: Temporal.Instant;
  }[],
): Promise<void> {
  await sql`
    insert into searches (council_id, id, words, outward, hits, searched_at)
    select ${councilId}, id, words, outward, hits, at
      from jsonb_to_recordset(${asJson(searches)}::jsonb) as search (id text, words text, outward text, hits integer, at timestamptz)
    returning council_id`.execute(tx);
}

/** The open lines of a budget year that is over. */
export async function openLinesBefore(tx: Tx, councilId: string, date: Temporal.PlainDate): Promise<{ id: string }[]> {
  return tx
    .selectFrom('budget_lines')
    .select('id')
    .where('council_id', '=', councilId)
    .where('state', '=', 'open')
    .where('ends_on', '<', date)
    .execute();
}

/** Takes messages as read that people would have read by now: by everybody whom they are for. */
export async function readMessagesBefore(tx: Tx, councilId: string, at: Temporal.Instant): Promise<void> {
  await sql`
    insert into message_reads (council_id, message_id, account_id, read_at)
    select ${councilId}, message.id, membership.account_id, message.created_at
      from messages as message
      join memberships as membership on membership.council_id = ${councilId} and membership.ended_at is null
       and (membership.person_id = message.person_id or membership.organisation_id = message.organisation_id or membership.role = message.role
            or exists (select from mandates as mandate where mandate.council_id = ${councilId} and mandate.person_id = message.person_id
                 and (mandate.account_id = membership.account_id or mandate.organisation_id = membership.organisation_id)))
     where message.council_id = ${councilId} and message.created_at < ${at}
    on conflict do nothing`.execute(tx);
}
