// The people, baskets and sessions that a test under failure needs, made with a few statements whatever day it is.

import type { Db } from '@support-market/db/pool';
import { nameCouncil } from '@support-market/db/transaction';
import { sql } from 'kysely';
import type { Clock } from '../ports/clock/clock.ts';
import { ACCOUNTS, type AccountName, WORLD } from '../testing/world.ts';

export interface Buyer {
  readonly accountId: string;
  readonly sessionId: string;
  readonly lineId: string;
}

/** What each buyer's basket comes to: 90 minutes of care at £19.20 and a session at £12.50. */
export const BASKET_PENCE = 2_880n + 1_250n;

/**
 * Buyers with £5,000.00 each, a session, and a basket with one thing of each of two providers, for ten days from the clock’s today.
 */
export async function createBuyers(ownerDb: Db, count: number, clock: Clock): Promise<readonly Buyer[]> {
  const [now, today] = [sql`${clock.now()}::timestamptz`, clock.today()];
  const council = WORLD.council;
  const key = sql`'kx' || lpad(n::text, 18, '0')`;
  const [from, until] = [today.subtract({ days: 100 }), today.add({ days: 200 })];
  const numbers = sql`generate_series(1, ${count}::int) as n`;
  await ownerDb.transaction().execute(async (tx) => {
    await nameCouncil(tx, council);
    await sql`insert into people (council_id, id, reference, full_name, care_groups)
      select ${council}, 'per_' || ${key}, 'K-' || n, 'Person ' || n, '{older-people}'::text[] from ${numbers}`.execute(
      tx,
    );
    await sql`insert into budgets (council_id, id, person_id, starts_on, ends_on, cost_pence, contribution_pence, council_pence)
      select ${council}, 'bud_' || ${key}, 'per_' || ${key}, ${from}, ${until}, 500000, 0, 500000 from ${numbers}`.execute(
      tx,
    );
    await sql`insert into budget_lines (council_id, id, budget_id, person_id, reference, name, funder_id, stream, arrangement, starts_on, ends_on, award_pence)
      select ${council}, 'line_' || ${key}, 'bud_' || ${key}, 'per_' || ${key}, 'care', 'Social care', ${WORLD.adults}, 'social-care', 'council-managed', ${from}, ${until}, 500000 from ${numbers}`.execute(
      tx,
    );
    await sql`insert into ledger_accounts (council_id, id, purpose, normal, hot, line_id)
      select ${council}, 'line:line_' || ${key}, 'line', 'credit', false, 'line_' || ${key} from ${numbers}`.execute(
      tx,
    );
    await sql`select ledger_transfer(${council}, jsonb_agg(jsonb_build_object('id', 'tr_award:line_' || ${key}, 'kind', 'single', 'debit', ${`funding:${WORLD.adults}`}::text, 'credit', 'line:line_' || ${key},
        'amount_pence', 500000, 'code', 'award', 'line_id', 'line_' || ${key}, 'effective_at', ${now}, 'recorded_at', ${now}, 'recorded_by', 'system', 'fingerprint', 'failure')))
      from ${numbers}`.execute(tx);
    await sql`insert into accounts (id, email, name, created_at)
      select 'acc_' || ${key}, 'buyer' || n || '@harbourside.example', 'Buyer', ${now} from ${numbers}`.execute(tx);
    await sql`insert into memberships (council_id, id, account_id, role, person_id)
      select ${council}, 'mem_' || ${key}, 'acc_' || ${key}, 'budget-holder', 'per_' || ${key} from ${numbers}`.execute(
      tx,
    );
    await sql`insert into sessions (id, account_id, council_id, refresh_hash, rotated_at, created_at, expires_at)
      select 'ses_' || ${key}, 'acc_' || ${key}, ${council}, ${key}, ${now}, ${now}, ${now} + interval '1 day' from ${numbers}`.execute(
      tx,
    );
    await sql`insert into baskets (council_id, id, account_id, state, created_at)
      select ${council}, 'bsk_' || ${key}, 'acc_' || ${key}, 'open', ${now} from ${numbers}`.execute(tx);
    await sql`insert into basket_items (council_id, id, basket_id, person_id, offer_id, kind, quantity, minutes, first_date, last_date, start_time, pattern, position)
      select ${council}, 'bki_' || k || ${key}, 'bsk_' || ${key}, 'per_' || ${key}, case k when 1 then ${WORLD.careOffer} else ${WORLD.clubOffer} end, 'one-off', 1,
             case k when 1 then 90 end, ${today.add({ days: 10 })}, ${today.add({ days: 10 })}, case k when 1 then time '10:00' end, '[]', k
        from ${numbers}, generate_series(1, 2) as k`.execute(tx);
    await sql`insert into basket_item_shares (council_id, basket_item_id, position, line_id, weight)
      select ${council}, 'bki_' || k || ${key}, 0, 'line_' || ${key}, 1 from ${numbers}, generate_series(1, 2) as k`.execute(
      tx,
    );
  });
  return Array.from({ length: count }, (_, index) => {
    const own = `kx${String(index + 1).padStart(18, '0')}`;
    return { accountId: `acc_${own}`, sessionId: `ses_${own}`, lineId: `line_${own}` };
  });
}

/** A session of somebody in the shared world that lasts a day; answers its id. */
export async function openSession(ownerDb: Db, who: AccountName, clock: Clock): Promise<string> {
  const now = sql`${clock.now()}::timestamptz`;
  const id = `ses_${who.toLowerCase().padEnd(24, '0')}`;
  await sql`insert into sessions (id, account_id, council_id, refresh_hash, rotated_at, created_at, expires_at)
    values (${id}, ${ACCOUNTS[who]}, ${WORLD.council}, ${id}, ${now}, ${now}, ${now} + interval '1 day')`.execute(
    ownerDb,
  );
  return id;
}
