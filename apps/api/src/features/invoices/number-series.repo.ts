// The numbers of a supplier: a prefix that is its own for good, and a series for each council that leaves no gap.
// Source: VAT Regulations 1995, regulation 14(1)(a) (a sequential number that identifies the document uniquely); docs/decisions/0011.

import type { Tx } from '@support-market/db/pool';
import { prefixCandidates, seriesPrefix } from '@support-market/domain/invoices/numbers';
import type { Temporal } from 'temporal-polyfill';

export interface NumberSeries {
  /** The supplier's own prefix and the council's code: "HHC-HAR". */
  readonly prefix: string;
  readonly lastNumber: bigint;
}

interface Supplier {
  readonly organisationId: string;
  readonly name: string;
}

/** Far more suppliers than have the same initials anywhere. */
const MOST_CANDIDATES = 9_999;

/** The supplier's prefix, fixed the first time that anybody asks; a name that changes later does not change it. */
async function fixedPrefix(tx: Tx, { organisationId, name }: Supplier, at: Temporal.Instant): Promise<string> {
  const kept = () =>
    tx.selectFrom('number_prefixes').select('prefix').where('organisation_id', '=', organisationId).executeTakeFirst();
  const before = await kept();
  if (before) return before.prefix;
  for (const prefix of prefixCandidates(name, MOST_CANDIDATES)) {
    // Waits for another council that is fixing one at this moment, and then finds this supplier's or the prefix taken.
    const made = await tx
      .insertInto('number_prefixes')
      .values({ organisation_id: organisationId, prefix, fixed_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('prefix')
      .executeTakeFirst();
    const now = made ?? (await kept());
    if (now) return now.prefix;
  }
  throw new RangeError('no prefix is left for this supplier');
}

/** Takes the supplier's series in this council for the transaction: two billings follow each other, and one undone leaves no gap. */
export async function lockSeries(
  tx: Tx,
  councilId: string,
  supplier: Supplier,
  at: Temporal.Instant,
): Promise<NumberSeries> {
  const locked = () =>
    tx
      .selectFrom('number_series')
      .select(['prefix', 'last_number as lastNumber'])
      .where('council_id', '=', councilId)
      .where('organisation_id', '=', supplier.organisationId)
      .forUpdate()
      .executeTakeFirst();
  const series = await locked();
  if (series) return series;
  const council = await tx.selectFrom('councils').select('code').where('id', '=', councilId).executeTakeFirstOrThrow();
  await tx
    .insertInto('number_series')
    .values({
      council_id: councilId,
      organisation_id: supplier.organisationId,
      prefix: seriesPrefix(await fixedPrefix(tx, supplier, at), council.code),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const begun = await locked();
  if (!begun) throw new Error('a series of numbers was not begun');
  return begun;
}

/** Counts numbers as given out. */
export async function advanceSeries(tx: Tx, councilId: string, organisationId: string, by: number): Promise<void> {
  await tx
    .updateTable('number_series')
    .set((series) => ({ last_number: series('last_number', '+', BigInt(by)) }))
    .where('council_id', '=', councilId)
    .where('organisation_id', '=', organisationId)
    .execute();
}
