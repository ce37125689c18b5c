// What imports write that no other feature does: postcodes in bulk, and the terms on which a council and a provider trade.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { newId } from '../../platform/ids.ts';
import type { Clock } from '../../ports/clock/clock.ts';

export interface PostcodeWrite {
  readonly postcode: string;
  readonly outward: string;
  /** Null where it has no grid reference. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly ward_code: string | null;
  readonly ward_name: string | null;
  readonly lsoa_code: string | null;
}

/** Writes postcodes in one statement; answers those that were new or different. */
export async function upsertPostcodes(tx: Tx, rows: readonly PostcodeWrite[]): Promise<string[]> {
  const { rows: changed } = await sql<{ postcode: string }>`
    insert into postcodes (postcode, outward, latitude, longitude, ward_code, ward_name, lsoa_code)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (postcode text, outward text, latitude double precision, longitude double precision, ward_code text, ward_name text, lsoa_code text)
    on conflict (postcode) do update set outward = excluded.outward, latitude = excluded.latitude, longitude = excluded.longitude,
      ward_code = coalesce(excluded.ward_code, postcodes.ward_code), ward_name = coalesce(excluded.ward_name, postcodes.ward_name),
      lsoa_code = coalesce(excluded.lsoa_code, postcodes.lsoa_code)
    where (postcodes.latitude, postcodes.longitude, postcodes.ward_code, postcodes.ward_name, postcodes.lsoa_code)
      is distinct from (excluded.latitude, excluded.longitude, coalesce(excluded.ward_code, postcodes.ward_code),
        coalesce(excluded.ward_name, postcodes.ward_name), coalesce(excluded.lsoa_code, postcodes.lsoa_code))
    returning postcode`.execute(tx);
  return changed.map(({ postcode }) => postcode);
}

export interface AgreementWrite {
  readonly organisationId: string;
  /** Null, or a day that is null: what was agreed before stays. */
  readonly billingPeriod: 'weekly' | 'four-weekly' | 'calendar-month' | null;
  readonly selfBillingAgreedOn: Temporal.PlainDate | null;
}

/** Opens or changes the agreements between a council and providers; answers the organisations whose terms changed. */
export async function upsertAgreements(
  tx: Tx,
  clock: Clock,
  councilId: string,
  fromDate: Temporal.PlainDate,
  rows: readonly AgreementWrite[],
): Promise<ReadonlySet<string>> {
  const byOrganisation = new Map(rows.map((row) => [row.organisationId, row]));
  if (byOrganisation.size === 0) return new Set();
  const values = [...byOrganisation.values()].map((row) => ({
    id: newId(clock, 'agreement'),
    organisation_id: row.organisationId,
    billing_period: row.billingPeriod,
    self_billing_agreed_on: row.selfBillingAgreedOn?.toString() ?? null,
  }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as given (id text, organisation_id text, billing_period text, self_billing_agreed_on date)`;
  const made = await sql<{ organisation_id: string }>`
    insert into agreements (council_id, id, organisation_id, billing_period, self_billing_agreed_on, accredited_on, from_date)
    select ${councilId}, given.id, given.organisation_id, coalesce(given.billing_period, 'calendar-month'), given.self_billing_agreed_on,
           ${fromDate}::date, ${fromDate}::date from ${given}
    on conflict (council_id, organisation_id) do nothing returning organisation_id`.execute(tx);
  const changed = await sql<{ organisation_id: string }>`
    update agreements as kept set billing_period = coalesce(given.billing_period, kept.billing_period),
           self_billing_agreed_on = coalesce(given.self_billing_agreed_on, kept.self_billing_agreed_on)
      from ${given} where kept.council_id = ${councilId} and kept.organisation_id = given.organisation_id
       and (kept.billing_period, kept.self_billing_agreed_on) is distinct from
         (coalesce(given.billing_period, kept.billing_period), coalesce(given.self_billing_agreed_on, kept.self_billing_agreed_on))
    returning kept.organisation_id`.execute(tx);
  return new Set([...made.rows, ...changed.rows].map(({ organisation_id }) => organisation_id));
}

export async function findCouncilIdBySlug(tx: Tx, slug: string): Promise<string | undefined> {
  const row = await tx.selectFrom('councils').select('id').where('slug', '=', slug).executeTakeFirst();
  return row?.id;
}

/** Organisations that may hold money, by the slug or the exact name that a file gives; unknown and ambiguous ones are absent. */
export async function findHolders(tx: Tx, namesOrSlugs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (namesOrSlugs.length === 0) return new Map();
  const { rows } = await sql<{ given: string; id: string }>`
    select given, min(organisation.id) as id from unnest(${[...namesOrSlugs]}::text[]) as given
      join organisations as organisation on organisation.slug = given or lower(organisation.name) = lower(given)
     group by given having count(*) = 1`.execute(tx);
  return new Map(rows.map(({ given, id }) => [given, id]));
}

/** The ids of funders, by their codes. */
export async function findFunders(tx: Tx, councilId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('funders').select(['code', 'id']).where('council_id', '=', councilId).execute();
  return new Map(rows.map(({ code, id }) => [code, id]));
}

export async function findCouncilSlug(tx: Tx, councilId: string): Promise<string | undefined> {
  const row = await tx.selectFrom('councils').select('slug').where('id', '=', councilId).executeTakeFirst();
  return row?.slug;
}
