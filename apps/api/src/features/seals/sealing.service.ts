// Seals what is new: what the worker does every minute. It reads what waits, those records and the last link, and none
// of the history before them (docs/decisions/0014-seals-that-last.md).

import type { Db, Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { type Fact, factsOfStateChange, factsOfTransfer } from '@support-market/domain/seals/following-facts';
import { type SealableRecord, sealedText } from '@support-market/domain/seals/payload';
import { SEALED_KINDS, type SealKind } from '@support-market/domain/seals/sealed-kinds';
import type { Temporal } from 'temporal-polyfill';
import type { AppContext } from '../../platform/context.ts';
import { keyedHash, openSealKeys, type SealKey, type SealKeys } from '../../ports/seal-keys/seal-keys.ts';
import { CHAIN_START, chainHash } from './chain.ts';
import { namesOfFacts, type RecordName, readRecords } from './sealed-records.repo.ts';
import {
  allCouncilIds,
  forgetWaiting,
  insertLinks,
  type KeptLink,
  lastLink,
  lockChain,
  newestSeals,
  type WaitingRecord,
  waitingRecords,
} from './seals.repo.ts';

const BATCH = 2_000;

interface ToSeal {
  readonly kind: SealKind;
  readonly version: number;
  readonly recordId: string;
  readonly recordAt: Temporal.Instant | null;
  readonly text: string;
  readonly fields: SealableRecord;
}

/** Of the records named, those that have no seal yet or, where their kind may change, have changed since their last. */
async function toSeal(
  tx: Tx,
  councilId: string,
  keys: SealKeys,
  kind: SealKind,
  names: readonly RecordName[],
): Promise<ToSeal[]> {
  const sealed = SEALED_KINDS.find((each) => each.kind === kind);
  if (!sealed || names.length === 0) return [];
  const records = await readRecords(tx, councilId, sealed, sealed.version, names);
  const before = await newestSeals(tx, councilId, kind, [...records.keys()]);
  return [...records.values()].flatMap(({ id, at, fields }) => {
    const text = sealedText(sealed, sealed.version, fields);
    const seal = before.get(id);
    if (seal) {
      // A fact that may not change is never sealed again: a change of it must not be confirmed.
      const key = keys.byId.get(seal.keyId);
      if (!sealed.mayChange || (key && keyedHash(key, text) === seal.payloadHash)) return [];
    }
    return [{ kind, version: sealed.version, recordId: id, recordAt: at, text, fields }];
  });
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What else is fixed by records that are sealed for the first time. */
function factsThatFollow(records: readonly Pick<ToSeal, 'kind' | 'fields'>[]): Fact[] {
  return records.flatMap(({ kind, fields }) => {
    if (kind === 'transfer') return factsOfTransfer({ code: String(fields.code), lineId: textOrNull(fields.lineId) });
    if (kind !== 'state-change') return [];
    return factsOfStateChange({
      noun: String(fields.noun),
      recordId: String(fields.recordId),
      toState: String(fields.toState),
    });
  });
}

const KINDS = SEALED_KINDS.map(({ kind }) => kind);

/** The records behind what waits, kind by kind. Also what a verification leaves out of "has no seal". */
export async function recordsWaiting(
  tx: Tx | Db,
  councilId: string,
  waiting: readonly WaitingRecord[],
  follow: (kind: SealKind, names: readonly RecordName[]) => Promise<readonly Pick<ToSeal, 'kind' | 'fields'>[]>,
): Promise<void> {
  const first: Pick<ToSeal, 'kind' | 'fields'>[] = [];
  for (const kind of KINDS) {
    const names = waiting.filter((record) => record.kind === kind);
    if (names.length > 0) first.push(...(await follow(kind, names)));
  }
  const facts = factsThatFollow(first);
  for (const kind of KINDS) {
    const ofKind = facts.filter((fact) => fact.kind === kind);
    if (ofKind.length > 0) await follow(kind, await namesOfFacts(tx, councilId, kind, ofKind));
  }
}

function link(
  key: SealKey,
  councilId: string,
  records: readonly ToSeal[],
  after: { readonly position: bigint; readonly chainHash: string } | undefined,
  sealedAt: Temporal.Instant,
): KeptLink[] {
  let position = after?.position ?? 0n;
  let previous = after?.chainHash ?? CHAIN_START;
  return records.map(({ kind, version, recordId, recordAt, text }) => {
    position += 1n;
    const payloadHash = keyedHash(key, text);
    const made = { position, kind, version, recordId, recordAt, payloadHash, keyId: key.id, sealedAt };
    previous = chainHash(key, councilId, previous, made);
    return { ...made, chainHash: previous };
  });
}

/** Seals one batch of a council's records; answers how many waited. */
export async function sealBatch(
  tx: Tx,
  councilId: string,
  keys: SealKeys,
  sealedAt: Temporal.Instant,
): Promise<number> {
  const [first] = await waitingRecords(tx, councilId, 1);
  if (!first) return 0;
  await lockChain(tx, councilId);
  const waiting = await waitingRecords(tx, councilId, BATCH);
  const records: ToSeal[] = [];
  await recordsWaiting(tx, councilId, waiting, async (kind, names) => {
    const made = await toSeal(tx, councilId, keys, kind, names);
    records.push(...made);
    return made;
  });
  await insertLinks(tx, councilId, link(keys.current, councilId, records, await lastLink(tx, councilId), sealedAt));
  await forgetWaiting(
    tx,
    councilId,
    waiting.map(({ id }) => id),
  );
  return waiting.length;
}

/** Seals everything that is not sealed yet, council by council, in short transactions. */
export async function sealRecords(context: Pick<AppContext, 'db' | 'clock' | 'config'>): Promise<number> {
  const keys = openSealKeys(context.config);
  let sealed = 0;
  for (const councilId of await allCouncilIds(context.db)) {
    for (;;) {
      const batch = await inTransaction(context.db, councilId, (tx) =>
        sealBatch(tx, councilId, keys, context.clock.now()),
      );
      sealed += batch;
      if (batch === 0) break;
    }
  }
  return sealed;
}
