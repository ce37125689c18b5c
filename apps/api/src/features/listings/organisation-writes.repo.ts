// Writes those who sell, group or hold money. Imports and the demonstration council write
// organisations through here and nowhere else.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { newId } from '../../platform/ids.ts';
import { organisationsChanged } from '../../platform/listing-changes.repo.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import { type FactSource, noteSaid } from './catalogue-facts.repo.ts';
import {
  answersFor,
  inChunks,
  lastByKey,
  recordOf,
  refKey,
  rowsAsJson,
  type SaidColumn,
  type SourceRef,
  slugFor,
  type Written,
  writeSaid,
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
  readonly acceptsIsf?: boolean | null;
  readonly confirmedOn?: Temporal.PlainDate | null;
  /** Left out or null: not said. */
  readonly showAddress?: boolean | null;
}

const COLUMNS: readonly SaidColumn[] = [
  { name: 'listed_by', type: 'text', after: 'coalesce(kept.listed_by, given.listed_by)' },
  { name: 'kind', type: 'text' },
  { name: 'name', type: 'text' },
  { name: 'description', type: 'text', otherwise: "''" },
  { name: 'size', type: 'text', otherwise: "'small'" },
  { name: 'in_house', type: 'boolean', otherwise: 'false' },
  { name: 'address_line', type: 'text', field: 'address' },
  { name: 'city', type: 'text', field: 'address' },
  { name: 'postcode', type: 'text', field: 'address' },
  { name: 'show_address', type: 'boolean' },
  { name: 'email', type: 'text' },
  { name: 'telephone', type: 'text' },
  { name: 'website', type: 'text' },
  { name: 'cqc_location_id', type: 'text' },
  { name: 'cqc_rating', type: 'text' },
  { name: 'cqc_checked_on', type: 'date' },
  { name: 'charity_number', type: 'text' },
  { name: 'company_number', type: 'text' },
  { name: 'vat_number', type: 'text' },
  { name: 'tax_reference', type: 'text' },
  { name: 'insured_until', type: 'date' },
  { name: 'dbs_checked_on', type: 'date' },
  { name: 'accepts_isf', type: 'boolean', otherwise: 'false' },
  // A file that was made before the provider confirmed on its page takes nothing back.
  { name: 'confirmed_on', type: 'date', after: 'greatest(given.confirmed_on, kept.confirmed_on)' },
];

/**
 * Writes organisations by (source, sourceRef). An address (slug) is given once and stays, and so does what a row leaves unsaid.
 * `source` is the file that says it; without one (measurements, tests) nothing is noted of where it came from.
 */
export function upsertOrganisations(
  tx: Tx,
  clock: Clock,
  rows: readonly OrganisationWrite[],
  source?: FactSource,
): Promise<Written[]> {
  return inChunks(rows, async (chunk) => {
    const distinct = lastByKey(chunk, refKey);
    const values = distinct.map((row) => ({
      id: newId(clock, 'organisation'),
      slug: slugFor('organisations', { ...row, words: row.name }),
      kind: row.kind,
      name: row.name,
      description: row.description,
      size: row.size,
      in_house: row.inHouse,
      address_line: row.addressLine,
      city: row.city,
      postcode: row.postcode,
      email: row.email,
      telephone: row.telephone,
      website: row.website,
      cqc_location_id: row.cqcLocationId,
      cqc_rating: row.cqcRating,
      cqc_checked_on: row.cqcCheckedOn,
      charity_number: row.charityNumber,
      company_number: row.companyNumber,
      vat_number: row.vatNumber,
      tax_reference: row.taxReference,
      insured_until: row.insuredUntil,
      dbs_checked_on: row.dbsCheckedOn,
      accepts_isf: row.acceptsIsf,
      confirmed_on: row.confirmedOn,
      show_address: row.showAddress,
      listed_by: source?.councilId,
      source: row.source,
      source_ref: row.sourceRef,
    }));
    const { changed, made, differences } = await writeSaid(
      tx,
      'organisations',
      ['source', 'source_ref'],
      COLUMNS,
      {
        rows: values.length,
        given: sql`select * from jsonb_to_recordset(${rowsAsJson(values)}::jsonb) as row (id text, slug text, source text, source_ref text,
          ${recordOf(COLUMNS)})`,
      },
      { at: clock.now(), by: source },
    );
    const left = source === undefined ? new Map<string, readonly string[]>() : await noteSaid(tx, source, differences);
    // One that has only just been made has no listings yet.
    const isMade = new Set(made.map(({ id }) => id));
    const ids = changed.flatMap(({ id }) => (isMade.has(id) ? [] : [id]));
    if (ids.length > 0) {
      await organisationsChanged(tx, ids);
      await refreshFromPrice(tx, clock.today(), { organisationIds: ids });
    }
    return answersFor(tx, 'organisations', chunk, { changed, made, left });
  });
}
