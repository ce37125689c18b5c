// Adds a funder and changes what is written of one: its name, where its invoices go, and which kinds of money come from it.
// Its code and kind stay, because imports, invoices and the ledger know it by them.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import type { Stream } from '@support-market/domain/budgets/streams';
import { type FunderKind, mayFund } from '@support-market/domain/funders/funder-kinds';
import { normalisePostcode } from '@support-market/domain/shared/postcodes';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { once } from '../../platform/idempotency.repo.ts';
import { newId } from '../../platform/ids.ts';
import { found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { type FunderChange, isCodeTaken, lockFunder, updateFunder } from './funders.repo.ts';
import { giveStreams, insertFunders } from './new-funders.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

export interface FunderWish {
  readonly name: string;
  readonly address: { readonly line: string; readonly city: string; readonly postcode: string } | null;
  readonly streams: readonly Stream[];
}

export interface NewFunderWish extends FunderWish {
  readonly code: string;
  readonly kind: Exclude<FunderKind, 'people'>;
}

function cleaned({ name, address }: FunderWish): FunderChange {
  return {
    name: name.trim(),
    address: address && {
      line: address.line.trim(),
      city: address.city.trim(),
      postcode: unwrap(normalisePostcode(address.postcode), '/address/postcode'),
    },
  };
}

function refuseStreams(code: 'funder.stream_not_of_kind' | 'funder.stream_needs_funder', streams: readonly Stream[]) {
  if (streams.length === 0) return;
  throw new ProblemError(code, { errors: [{ pointer: '/streams', code }], details: { streams: [...streams] } });
}

const misfits = (kind: FunderKind, streams: readonly Stream[]): readonly Stream[] =>
  streams.filter((stream) => !mayFund(kind, stream));

/** Refuses with `funder.code_taken`, `funder.stream_not_of_kind` and `postcode.not_a_postcode`. */
export function addFunder(
  { db, clock }: Needs,
  viewer: Viewer,
  key: string,
  wish: NewFunderWish,
): Promise<{ readonly id: string }> {
  const { councilId } = viewer;
  const { name, address } = cleaned(wish);
  refuseStreams('funder.stream_not_of_kind', misfits(wish.kind, wish.streams));
  return inTransaction(db, councilId, (tx) =>
    once(tx, clock, viewer, { key, operation: 'addFunder', body: wish }, async () => {
      if (await isCodeTaken(tx, councilId, wish.code))
        throw new ProblemError('funder.code_taken', { errors: [{ pointer: '/code', code: 'funder.code_taken' }] });
      const id = newId(clock, 'funder');
      const { code, kind, streams } = wish;
      await insertFunders(tx, councilId, clock.now(), [{ id, code, name, kind, address, streams }]);
      await recordAudit(tx, clock, viewer, {
        event: 'funder.added',
        noun: 'funder',
        recordId: id,
        details: { code, name, kind, streams: streams.join(', ') },
      });
      return { id };
    }),
  );
}

/**
 * A kind of money is taken over from the funder that had it; it is never left without one. Refuses with `record.not_found`,
 * `funder.stream_not_of_kind`, `funder.stream_needs_funder` and `postcode.not_a_postcode`.
 */
export function changeFunder({ db, clock }: Needs, viewer: Viewer, id: string, wish: FunderWish): Promise<void> {
  const { councilId } = viewer;
  const change = cleaned(wish);
  return inTransaction(db, councilId, async (tx) => {
    const before = found(await lockFunder(tx, councilId, id));
    refuseStreams('funder.stream_not_of_kind', misfits(before.kind, wish.streams));
    refuseStreams(
      'funder.stream_needs_funder',
      before.streams.filter((stream) => !wish.streams.includes(stream)),
    );
    await updateFunder(tx, councilId, id, change);
    await giveStreams(tx, councilId, id, wish.streams);
    await recordAudit(tx, clock, viewer, {
      event: 'funder.changed',
      noun: 'funder',
      recordId: id,
      details: { name: change.name, streams: wish.streams.join(', ') },
    });
  });
}
