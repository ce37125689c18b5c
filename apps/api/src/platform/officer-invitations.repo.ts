// Who brought whom in as a finance officer, so that one person cannot make the second person that a payment needs.

import type { Tx } from '@support-market/db/pool';
import { addWorkingDays } from '@support-market/domain/shared/bank-holidays';
import { startOfLondonDay } from '@support-market/domain/shared/local-time';
import { sql } from 'kysely';
import type { Clock } from '../ports/clock/clock.ts';
import { extraHolidays } from './bank-holidays.repo.ts';
import { readSettings } from './settings.repo.ts';

/**
 * Whether one of the two invited the other as a finance officer of the council within the cooling-off, and the council
 * keeps such officers apart. Whichever of them proposes: the one who was made up could as well be the one who asks.
 */
export async function invitedLately(
  tx: Tx,
  { clock }: { readonly clock: Clock },
  councilId: string,
  proposer: string,
  second: string,
): Promise<boolean> {
  const today = clock.today();
  const { payeeCoolingOffWorkingDays, invitedOfficersApart } = await readSettings(tx, councilId, today);
  if (!invitedOfficersApart) return false;
  const holidays = await extraHolidays(tx, today.subtract({ days: 2 * payeeCoolingOffWorkingDays + 30 }));
  const since = startOfLondonDay(addWorkingDays(today, -payeeCoolingOffWorkingDays, holidays));
  const { rows } = await sql<{ invited: boolean }>`
    select exists (
      select from invitations join accounts on lower(accounts.email) = lower(invitations.email)
       where invitations.council_id = ${councilId} and invitations.role = 'finance'
         and (invitations.invited_by = ${proposer} and accounts.id = ${second} or invitations.invited_by = ${second} and accounts.id = ${proposer})
         and invitations.invited_at >= ${since}) as invited`.execute(tx);
  return rows[0]?.invited ?? false;
}
