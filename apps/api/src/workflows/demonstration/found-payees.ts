// Where the payees of a made-up council are paid: proposed, released and in force before the story begins.

import { insertAccounts } from '../../features/payee-accounts/payee-accounts.repo.ts';
import { newId } from '../../platform/ids.ts';
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
  await insertAccounts(
    tx,
    councilId,
    payees.map((payee) => ({
      ...payee,
      id: newId(clock, 'payeeAccount'),
      state: 'in-force',
      origin: 'import',
      proposedBy: 'system',
      proposedAt: clock.now(),
      beginsOn: null,
      inForceAt: clock.now(),
    })),
  );
}
