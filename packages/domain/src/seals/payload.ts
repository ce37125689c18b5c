// What a seal speaks for: named fields of a record in a written order, under a version. Never "the whole row", so a new
// column breaks no seal. The text is the same on every machine, because only this file writes it.

import type { Temporal } from 'temporal-polyfill';

export type SealableValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | Temporal.Instant
  | Temporal.PlainDate
  | readonly SealableValue[]
  | { readonly [name: string]: SealableValue };

export type SealableRecord = Readonly<Record<string, SealableValue | undefined>>;

/** One kind of record that is sealed. A version, once used, never changes: other fields are a new version beside it. */
export interface SealedKind {
  readonly kind: string;
  /** The version under which new seals are made. */
  readonly version: number;
  /** The fields of every version there has been, in their order. */
  readonly versions: Readonly<Record<number, readonly string[]>>;
  /** `false`: sealed once and fixed for ever. `true`: a later event may fix it again, and the newest seal counts. */
  readonly mayChange: boolean;
}

function isTemporal(value: object): value is Temporal.Instant | Temporal.PlainDate {
  return Symbol.toStringTag in value;
}

/** A value as JSON that does not depend on the order in which an object happens to hold its names. */
function plain(value: SealableValue): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(plain);
  if (isTemporal(value)) return value.toString();
  const named = Object.entries(value as { readonly [name: string]: SealableValue });
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, plain(part)]));
}

/** The fields that a version seals. Throws for a version that this program does not know. */
export function fieldsOf(sealed: SealedKind, version: number): readonly string[] {
  const fields = sealed.versions[version];
  if (fields === undefined) throw new RangeError(`there is no version ${version} of a sealed ${sealed.kind}`);
  return fields;
}

/** The text whose hash is kept. Throws where the record lacks a field: a seal over nothing would prove nothing. */
export function sealedText(sealed: SealedKind, version: number, record: SealableRecord): string {
  const parts = fieldsOf(sealed, version).map((field) => {
    const value = record[field];
    if (value === undefined) throw new RangeError(`a sealed ${sealed.kind} has no ${field}`);
    return [field, plain(value)];
  });
  return JSON.stringify([sealed.kind, `v${version}`, parts]);
}
