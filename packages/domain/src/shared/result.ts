// Expected outcomes are values, not exceptions, so that every caller must say what happens when a rule says no.

export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: Code; readonly details?: Readonly<Record<string, unknown>> };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  details?: Readonly<Record<string, unknown>>,
): { readonly ok: false; readonly code: Code; readonly details?: Readonly<Record<string, unknown>> } {
  return details === undefined ? { ok: false, code } : { ok: false, code, details };
}
