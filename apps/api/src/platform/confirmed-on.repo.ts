// On which day a listing was last said to be right: its page and the open feed say the same.

import { sql } from 'kysely';

/**
 * SQL over `listing` and `organisation`. An organisation that confirms what it says of itself stands for its listings too,
 * but not for one that was itself not confirmed for long: its page says so.
 */
export const CONFIRMED_ON = sql`coalesce(listing.last_confirmed_on,
  case when listing.state <> 'stale' then organisation.confirmed_on end)`;
