// Where the payees of a made-up council are paid: proposed, released and in force before the story begins.

import { insertAccounts } from '@support-market/api/features/payee-accounts/payee-accounts.repo';
import { systemActor } from '@support-market/api/platform/audit.repo';
import { newId } from '@support-market/api/platform/ids';
import { begin, step } from '@support-market/api/platform/transitions.repo';
import type { Founding } from './council-shapes.ts';

export async function writePayees(
  { tx, clock }: Founding,
  councilId: string,
  payees: readonly {
    readonly organisationId: string | null;
    readonly lineId: string | null;
    readonly accountName: string;
    readonly sortCode: string;
    readonly accountNumber: string;
  }[],
): Promise<void> {
  const accounts = payees.map((payee) => ({
    ...payee,
    id: newId(clock, 'payeeAccount'),
    start: 'propose' as const,
    origin: 'import' as const,
    proposedBy: 'system',
    proposedAt: clock.now(),
    beginsOn: null,
  }));
  const work = { tx, clock, actor: systemActor(councilId, 'import') };
  await insertAccounts(tx, councilId, accounts);
  await begin(work, 'payee_accounts', 'propose', accounts, { audit: null });
  await step(work, 'payee_accounts', 'release', accounts, { set: { in_force_at: clock.now() }, audit: null });
}
