// Where the sealed fields of each kind of record lie in the tables. A field is the column of the same name unless it is
// said otherwise here; which fields there are, and in which order, is the domain's (packages/domain/src/seals).

import type { Db } from '@support-market/db/pool';
import type { Fact } from '@support-market/domain/seals/following-facts';
import type { SealableRecord, SealedKind } from '@support-market/domain/seals/payload';
import { fieldsOf } from '@support-market/domain/seals/payload';
import type { SealKind } from '@support-market/domain/seals/sealed-kinds';
import { type RawBuilder, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';

interface Place {
  readonly table: string;
  /** The column that partitions the table by month, where it does. */
  readonly at?: string;
  /** Which rows ought to have a seal; all when left out. */
  readonly due?: string;
  /** Fields that are not simply a column of the table. */
  readonly expressions?: Readonly<Record<string, (councilId: string) => RawBuilder<unknown>>>;
}

const invoiceLines = (
  councilId: string,
) => sql`(select coalesce(jsonb_agg(jsonb_build_array(line.id, line.position, line.visit_id, line.share_position, line.order_id, line.person_id,
    line.line_id, line.description, line.service_date, line.unit, line.minutes, line.quantity, line.unit_price_pence, line.share_weight, line.share_total,
    line.vat_category, line.vat_rate_basis_points, line.net_pence, line.gross_pence, line.adjustment_pence, line.adjustment_reason) order by line.position, line.id), '[]')
  from invoice_lines as line where line.council_id = ${councilId} and line.invoice_id = record.id)`;

const invoiceParties = (councilId: string) =>
  sql`(select kept.parties from invoice_parties as kept where kept.council_id = ${councilId} and kept.invoice_id = record.id)`;

const PLACES: Readonly<Record<SealKind, Place>> = {
  transfer: { table: 'ledger_transfers' },
  'audit-entry': { table: 'audit_entries', at: 'happened_at' },
  'state-change': { table: 'state_changes', at: 'changed_at' },
  invoice: {
    table: 'invoices',
    due: `record.state in ('approved', 'paying', 'paid', 'closed')`,
    expressions: { lines: invoiceLines, parties: invoiceParties },
  },
  'payment-authorisation': { table: 'payment_runs', due: 'record.authorised_by is not null' },
  payment: { table: 'payments', due: `record.state in ('sent', 'paid', 'returned')` },
  'bank-file': {
    table: 'payment_files',
    expressions: {
      keptSha256: () => sql`record.sha256`,
      bytesSha256: () => sql`encode(sha256(record.bytes), 'hex')`,
    },
  },
  award: { table: 'budget_lines', due: 'record.award_pence > 0' },
  'card-payment': { table: 'card_payments', due: `record.state = 'succeeded'` },
  remittance: { table: 'remittances' },
  'month-left': { table: 'months_left' },
};

const columnOf = (field: string): string => field.replace(/[A-Z0-9]+/g, (part) => `_${part.toLowerCase()}`);

function expressionOf(place: Place, councilId: string, field: string): RawBuilder<unknown> {
  return place.expressions?.[field]?.(councilId) ?? sql.raw(`record.${columnOf(field)}`);
}

export interface FoundRecord {
  readonly id: string;
  readonly at: Temporal.Instant | null;
  readonly fields: SealableRecord;
}

export interface RecordName {
  readonly recordId: string;
  readonly recordAt: Temporal.Instant | null;
}

/** When the records of these names were kept, from first to last, so that few months are looked in. */
function within(place: Place, names: readonly RecordName[]): RawBuilder<boolean> {
  const times = names.flatMap(({ recordAt }) => (recordAt === null ? [] : [recordAt]));
  if (place.at === undefined || times.length < names.length) return sql<boolean>`true`;
  // As moments, not as text, in which a whole second comes after its own fractions.
  const sorted = times.sort(Temporal.Instant.compare);
  const column = sql.raw(`record.${place.at}`);
  return sql<boolean>`${column} between ${sorted[0] ?? null}::timestamptz and ${sorted.at(-1) ?? null}::timestamptz`;
}

/** The records of a kind by their ids, with the fields of one version. Asks the index, and reads these rows alone. */
export async function readRecords(
  db: Db,
  councilId: string,
  sealed: SealedKind & { readonly kind: SealKind },
  version: number,
  names: readonly RecordName[],
): Promise<Map<string, FoundRecord>> {
  if (names.length === 0) return new Map();
  const place = PLACES[sealed.kind];
  const fields = fieldsOf(sealed, version).map(
    (field) => sql`${expressionOf(place, councilId, field)} as ${sql.ref(`field:${field}`)}`,
  );
  const at = sql.raw(place.at === undefined ? 'null::timestamptz' : `record.${place.at}`);
  const { rows } = await sql<Record<string, unknown>>`
    select record.id as id, ${at} as at, ${sql.join(fields)}
      from ${sql.table(place.table)} as record
     where record.council_id = ${councilId} and record.id = any(${names.map(({ recordId }) => recordId)}::text[])
       and ${within(place, names)}`.execute(db);
  return new Map(
    rows.map((row) => {
      const id = String(row.id);
      const found = Object.entries(row).flatMap(([name, value]) =>
        name.startsWith('field:') ? [[name.slice('field:'.length), value]] : [],
      );
      return [id, { id, at: row.at as Temporal.Instant | null, fields: Object.fromEntries(found) as SealableRecord }];
    }),
  );
}

/** The records that facts speak of. */
export async function namesOfFacts(
  db: Db,
  councilId: string,
  kind: SealKind,
  facts: readonly Fact[],
): Promise<RecordName[]> {
  const place = PLACES[kind];
  const names: RecordName[] = [];
  for (const by of ['id', 'runId', 'paymentId'] as const) {
    const values = [...new Set(facts.filter((fact) => fact.by === by).map(({ value }) => value))];
    if (values.length === 0) continue;
    if (by === 'id') {
      names.push(...values.map((recordId) => ({ recordId, recordAt: null })));
      continue;
    }
    const { rows } = await sql<{ id: string }>`
      select record.id from ${sql.table(place.table)} as record
       where record.council_id = ${councilId} and ${expressionOf(place, councilId, by)} = any(${values}::text[]) order by record.id`.execute(
      db,
    );
    names.push(...rows.map(({ id }) => ({ recordId: id, recordAt: null })));
  }
  return names;
}

/** Records of a kind that ought to have a seal and have none, apart from those that wait for theirs. */
export async function recordsWithoutSeal(
  db: Db,
  councilId: string,
  kind: SealKind,
  waiting: readonly string[],
  most: number,
): Promise<string[]> {
  const place = PLACES[kind];
  // Taken off one list after the other: joined, they were read once for each record wherever the tables had grown by more
  // than the planner knew, which took minutes after a large load.
  const { rows } = await sql<{ id: string }>`
    select record.id from ${sql.table(place.table)} as record
     where record.council_id = ${councilId} and ${sql.raw(place.due ?? 'true')}
    except select seal.record_id from seals as seal where seal.council_id = ${councilId} and seal.kind = ${kind}
    except select waiting.record_id from unsealed_records as waiting where waiting.council_id = ${councilId} and waiting.kind = ${kind}
    except select unnest(${[...waiting]}::text[])
     order by id limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}
