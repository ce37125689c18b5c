// Every kind of record that is sealed, in one list. A new kind is a file beside this one, a line here, and where its
// fields lie in apps/api/src/features/seals/sealed-records.repo.ts.

import { SEALED_AUDIT_ENTRY } from './audit-entry.ts';
import { SEALED_AWARD } from './award.ts';
import { SEALED_BANK_FILE } from './bank-file.ts';
import { SEALED_CARD_PAYMENT } from './card-payment.ts';
import { SEALED_INVOICE } from './invoice.ts';
import { SEALED_MONTH_LEFT } from './month-left.ts';
import type { SealedKind } from './payload.ts';
import { SEALED_PAYMENT } from './payment.ts';
import { SEALED_PAYMENT_AUTHORISATION } from './payment-authorisation.ts';
import { SEALED_REMITTANCE } from './remittance.ts';
import { SEALED_STATE_CHANGE } from './state-change.ts';
import { SEALED_TRANSFER } from './transfer.ts';

const ALL = [
  SEALED_TRANSFER,
  SEALED_AUDIT_ENTRY,
  SEALED_STATE_CHANGE,
  SEALED_INVOICE,
  SEALED_PAYMENT_AUTHORISATION,
  SEALED_PAYMENT,
  SEALED_BANK_FILE,
  SEALED_AWARD,
  SEALED_CARD_PAYMENT,
  SEALED_REMITTANCE,
  SEALED_MONTH_LEFT,
] as const;

export type SealKind = (typeof ALL)[number]['kind'];

export const SEALED_KINDS: readonly (SealedKind & { readonly kind: SealKind })[] = ALL;

/** The kind of that name; undefined for a name that no kind has. */
export function sealedKind(name: string): (SealedKind & { readonly kind: SealKind }) | undefined {
  return SEALED_KINDS.find(({ kind }) => kind === name);
}
