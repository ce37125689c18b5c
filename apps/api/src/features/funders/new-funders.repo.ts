// Writes new funders: those that a council begins with, so that no line of money is ever without one, and later ones.

import type { Tx } from '@support-market/db/pool';
import type { Stream } from '@support-market/domain/budgets/streams';
import type { FunderKind } from '@support-market/domain/funders/funder-kinds';
import type { Temporal } from 'temporal-polyfill';

export interface NewFunder {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: FunderKind;
  /** Where its invoices are sent; null for the council's own address. */
  readonly address: { readonly line: string; readonly city: string; readonly postcode: string } | null;
  /** The kinds of money that come from it where a file does not say. */
  readonly streams: readonly Stream[];
}

/** Writes funders and the kinds of money that come from each. */
export async function insertFunders(
  tx: Tx,
  councilId: string,
  at: Temporal.Instant,
  funders: readonly NewFunder[],
): Promise<void> {
  await tx
    .insertInto('funders')
    .values(
      funders.map((funder) => ({
        council_id: councilId,
        id: funder.id,
        code: funder.code,
        name: funder.name,
        kind: funder.kind,
        address_line: funder.address?.line ?? null,
        city: funder.address?.city ?? null,
        postcode: funder.address?.postcode ?? null,
        created_at: at,
      })),
    )
    .execute();
  for (const { id, streams } of funders) await giveStreams(tx, councilId, id, streams);
}

/** Lets these kinds of money come from that funder from now on, where a file does not say; lines that are there keep theirs. */
export async function giveStreams(
  tx: Tx,
  councilId: string,
  funderId: string,
  streams: readonly Stream[],
): Promise<void> {
  if (streams.length === 0) return;
  await tx
    .insertInto('funder_streams')
    .values(streams.map((stream) => ({ council_id: councilId, stream, funder_id: funderId })))
    .onConflict((conflict) => conflict.columns(['council_id', 'stream']).doUpdateSet({ funder_id: funderId }))
    .execute();
}
