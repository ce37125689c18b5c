// Writes those who sell, group or hold money. Imports and the demonstration council write
// organisations through here and nowhere else.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { newId } from '../../platform/ids.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import {
  answersFor,
  hashOf,
  inChunks,
  lastByKey,
  refKey,
  rowsAsJson,
  type SourceRef,
  slugsFor,
  type Written,
} from './catalogue-rows.repo.ts';
import { refreshFromPrice } from './from-prices.repo.ts';

export type OrganisationKind =
  | 'agency'
  | 'charity'
  | 'public-body'
  | 'micro-provider'
  | 'personal-assistant'
  | 'community-group'
  | 'broker'
  | 'trust'
  | 'business';

export interface OrganisationWrite extends SourceRef {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly description?: string;
  readonly size?: 'one-person' | 'small' | 'medium' | 'large';
  readonly inHouse?: boolean;
  readonly addressLine?: string | null;
  readonly city?: string | null;
  readonly postcode?: string | null;
  readonly email?: string | null;
  readonly telephone?: string | null;
  readonly website?: string | null;
  readonly cqcLocationId?: string | null;
  readonly cqcRating?: string | null;
  readonly cqcCheckedOn?: Temporal.PlainDate | null;
  readonly charityNumber?: string | null;
  readonly companyNumber?: string | null;
  readonly vatNumber?: string | null;
  readonly taxReference?: string | null;
  readonly insuredUntil?: Temporal.PlainDate | null;
  readonly dbsCheckedOn?: Temporal.PlainDate | null;
  readonly selfBillingAgreedOn?: Temporal.PlainDate | null;
  readonly acceptsIsf?: boolean;
  readonly confirmedOn?: Temporal.PlainDate | null;
}

/** Writes organisations by (source, sourceRef). An address (slug) is given once and stays. */
export function upsertOrganisations(tx: Tx, clock: Clock, rows: readonly OrganisationWrite[]): Promise<Written[]> {
  return inChunks(rows, async (chunk) => {
    const distinct = lastByKey(chunk, refKey);
    const slugs = await slugsFor(
      tx,
      'organisations',
      distinct.map((row) => ({ source: row.source, sourceRef: row.sourceRef, words: row.name })),
    );
    const values = distinct.map((row) => ({
      id: newId(clock, 'organisation'),
      slug: slugs.get(refKey(row)),
      kind: row.kind,
      name: row.name,
      description: row.description ?? '',
      size: row.size ?? 'small',
      in_house: row.inHouse ?? false,
      address_line: row.addressLine ?? null,
      city: row.city ?? null,
      postcode: row.postcode ?? null,
      email: row.email ?? null,
      telephone: row.telephone ?? null,
      website: row.website ?? null,
      cqc_location_id: row.cqcLocationId ?? null,
      cqc_rating: row.cqcRating ?? null,
      cqc_checked_on: row.cqcCheckedOn ?? null,
      charity_number: row.charityNumber ?? null,
      company_number: row.companyNumber ?? null,
      vat_number: row.vatNumber ?? null,
      tax_reference: row.taxReference ?? null,
      insured_until: row.insuredUntil ?? null,
      dbs_checked_on: row.dbsCheckedOn ?? null,
      self_billing_agreed_on: row.selfBillingAgreedOn ?? null,
      accepts_isf: row.acceptsIsf ?? false,
      confirmed_on: row.confirmedOn ?? null,
      source: row.source,
      source_ref: row.sourceRef,
      source_hash: hashOf(row),
    }));
    const { rows: changed } = await sql<{ id: string }>`
      insert into organisations (id, slug, kind, name, description, size, in_house, address_line, city, postcode, email, telephone, website,
        cqc_location_id, cqc_rating, cqc_checked_on, charity_number, company_number, vat_number, tax_reference, insured_until, dbs_checked_on,
        self_billing_agreed_on, accepts_isf, confirmed_on, source, source_ref, source_hash)
      select * from jsonb_to_recordset(${rowsAsJson(values)}::jsonb) as row (id text, slug text, kind text, name text, description text, size text,
        in_house boolean, address_line text, city text, postcode text, email text, telephone text, website text, cqc_location_id text,
        cqc_rating text, cqc_checked_on date, charity_number text, company_number text, vat_number text, tax_reference text, insured_until date,
        dbs_checked_on date, self_billing_agreed_on date, accepts_isf boolean, confirmed_on date, source text, source_ref text, source_hash text)
      on conflict (source, source_ref) do update set kind = excluded.kind, name = excluded.name, description = excluded.description,
        size = excluded.size, in_house = excluded.in_house, address_line = excluded.address_line, city = excluded.city,
        postcode = excluded.postcode, email = excluded.email, telephone = excluded.telephone, website = excluded.website,
        cqc_location_id = excluded.cqc_location_id, cqc_rating = excluded.cqc_rating, cqc_checked_on = excluded.cqc_checked_on,
        charity_number = excluded.charity_number, company_number = excluded.company_number, vat_number = excluded.vat_number,
        tax_reference = excluded.tax_reference, insured_until = excluded.insured_until, dbs_checked_on = excluded.dbs_checked_on,
        self_billing_agreed_on = excluded.self_billing_agreed_on, accepts_isf = excluded.accepts_isf, confirmed_on = excluded.confirmed_on,
        source_hash = excluded.source_hash
      where organisations.source_hash is distinct from excluded.source_hash
      returning id`.execute(tx);
    if (changed.length > 0) {
      // An organisation's name is among the words of its listings: naming the column wakes their index.
      const ids = changed.map(({ id }) => id);
      await sql`update listings set organisation_id = organisation_id where organisation_id = any(${ids}::text[])`.execute(
        tx,
      );
      await refreshFromPrice(tx, clock.today(), { organisationIds: ids });
    }
    return answersFor(tx, 'organisations', chunk, changed);
  });
}
