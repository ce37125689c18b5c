// Rows of bank details for tests: in force since the year began, unless said otherwise.

import { Temporal } from 'temporal-polyfill';

export function payeeAccountOf(
  councilId: string,
  payee: {
    readonly organisationId?: string;
    readonly lineId?: string;
    readonly accountName: string;
    readonly sortCode?: string;
    readonly accountNumber?: string;
  },
) {
  const since = Temporal.Instant.from('2026-04-01T08:00:00Z');
  const owner = payee.organisationId ?? payee.lineId ?? '';
  return {
    council_id: councilId,
    id: `pacc_${owner.replace(/^[a-z]+_/, '')}`,
    organisation_id: payee.organisationId ?? null,
    line_id: payee.lineId ?? null,
    account_name: payee.accountName,
    sort_code: payee.sortCode ?? '089999',
    account_number: payee.accountNumber ?? '66374958',
    state: 'in-force',
    origin: 'import',
    proposed_by: 'system',
    proposed_at: since,
    in_force_at: since,
  };
}
