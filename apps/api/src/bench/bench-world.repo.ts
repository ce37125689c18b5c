// Ten thousand listings and ten thousand people with budgets: the size that the figures are promised for.

import type { Db } from '@support-market/db/pool';
import { inTransaction, nameCouncil } from '@support-market/db/transaction';
import { TOP_CATEGORY_SLUGS } from '@support-market/domain/listings/categories';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { refreshFromPrice } from '../features/listings/from-prices.repo.ts';
import { refreshPlaces, upsertListings } from '../features/listings/listing-writes.repo.ts';
import { upsertOffers } from '../features/listings/offer-writes.repo.ts';
import { upsertOrganisations } from '../features/listings/organisation-writes.repo.ts';
import type { Clock } from '../ports/clock/clock.ts';
import { WORLD, YEAR_END, YEAR_START } from '../testing/world.ts';

const LISTINGS = 10_000;
const ORGANISATIONS = 500;
const PEOPLE = 10_000;

const KINDS = [
  'home care',
  'day centre',
  'lunch club',
  'befriending',
  'gardening',
  'swimming',
  'badminton',
  'art class',
  'choir',
  'memory cafe',
  'counselling',
  'transport',
  'cleaning',
  'cooking',
  'football',
  'respite',
  'physiotherapy',
  'computer course',
  'walking group',
  'music',
];
const WHO = [
  'older people',
  'young people',
  'carers',
  'families',
  'people with dementia',
  'people with a learning disability',
  'deaf people',
  'men',
  'women',
  'everyone',
];
const HOW = ['friendly', 'local', 'weekly', 'evening', 'weekend', 'gentle', 'lively', 'quiet', 'small', 'outdoor'];

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

/** Two hundred different questions: words, a category and a place each. */
export function benchSearches(): readonly string[] {
  return Array.from({ length: 200 }, (_, index) => {
    const words =
      index % 10 === 0
        ? pick(KINDS, index / 10).replace(/(.{4})(.)/, '$1')
        : `${pick(KINDS, index)} ${pick(WHO, Math.floor(index / 20))}`;
    const parameters = new URLSearchParams({ words, near: `HB${1 + (index % 9)}`, radius: '30000' });
    if (index % 3 === 0) parameters.set('category', pick(TOP_CATEGORY_SLUGS, index / 3));
    return `/api/listings?${parameters}`;
  });
}

/**
 * Does what PostgreSQL does by itself within a minute: tidies and measures what was filled. What is empty is left alone: of a
 * table that was measured while it was empty it believes that reading it whole costs nothing, and keeps that plan for its foreign
 * keys until it is measured again.
 */
export async function tidyFilled(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0`.execute(db);
  await sql`vacuum analyze ${sql.join(rows.map(({ name }) => sql.table(name)))}`.execute(db);
}

/** Answers the slugs of some listings and the ids of as many, for the page and the floor beneath it. */
export async function fillCatalogue(db: Db, clock: Clock): Promise<{ slug: string; id: string }[]> {
  await inTransaction(db, null, async (tx) => {
    await sql`
      insert into postcodes (postcode, outward, latitude, longitude, ward_code, ward_name)
      select 'HB' || district || ' ' || sector || unit, 'HB' || district, 53.4 + district * 0.01 + sector * 0.001, -2.3 - district * 0.01 - ascii(right(unit, 1)) * 0.0001, 'W' || district, 'Ward ' || district
        from generate_series(1, 9) as district, generate_series(1, 9) as sector, (values ('AA'), ('AB'), ('AD'), ('AE'), ('BA'), ('BB'), ('BD'), ('BE'), ('DA'), ('DB')) as units (unit)
      on conflict do nothing`.execute(tx);
    await refreshPlaces(tx);
    const organisations = await upsertOrganisations(
      tx,
      clock,
      Array.from({ length: ORGANISATIONS }, (_, index) => ({
        source: 'bench',
        sourceRef: `organisation ${index}`,
        kind: index % 3 === 0 ? 'charity' : 'agency',
        name: `${pick(HOW, index)} ${pick(KINDS, index)} of Harbour ${index}`,
        ...(index % 3 === 0 ? { charityNumber: String(1_000_000 + index), taxReference: '1234567890' } : {}),
        confirmedOn: YEAR_START,
      })),
    );
    const listings = await upsertListings(
      tx,
      clock,
      Array.from({ length: LISTINGS }, (_, index) => ({
        source: 'bench',
        sourceRef: `listing ${index}`,
        organisationId: organisations[index % ORGANISATIONS]?.id ?? '',
        categorySlug: pick(TOP_CATEGORY_SLUGS, index),
        kind: index % 5 === 0 ? 'community' : 'service',
        title: `${pick(HOW, index)} ${pick(KINDS, Math.floor(index / 3))} for ${pick(WHO, Math.floor(index / 7))} ${index}`,
        summary: `A ${pick(HOW, index + 3)} ${pick(KINDS, Math.floor(index / 3))} where ${pick(WHO, Math.floor(index / 7))} are welcome.`,
        description: `We meet in ward ${index % 9}. ${pick(KINDS, index + 5)} and ${pick(KINDS, index + 11)} too. Ask us about ${pick(HOW, index + 1)} times, ${pick(WHO, index + 2)} and how to join.`,
        free: index % 5 === 0,
        evenings: index % 4 === 0,
        hasSpace: index % 6 !== 0,
        languages: index % 7 === 0 ? ['Urdu'] : [],
        postcode: `HB${1 + (index % 9)} ${1 + (Math.floor(index / 9) % 9)}${pick(['AA', 'AB', 'AD', 'AE', 'BA', 'BB', 'BD', 'BE', 'DA', 'DB'], Math.floor(index / 81))}`,
      })),
    );
    await upsertOffers(
      tx,
      clock,
      listings.flatMap(({ id }, index) =>
        index % 5 === 0
          ? []
          : [
              {
                listingId: id,
                sourceRef: 'hour',
                name: 'By the hour',
                unit: 'hour' as const,
                pricePence: BigInt(1_500 + (index % 900)),
                validFrom: YEAR_START,
              },
            ],
      ),
    );
    await refreshFromPrice(tx, clock.today());
  });
  await tidyFilled(db);
  return db
    .selectFrom('listings')
    .select(['slug', 'id'])
    .where('source', '=', 'bench')
    .orderBy('id')
    .limit(1_000)
    .execute();
}

export interface Buyer {
  readonly accountId: string;
  readonly sessionId: string;
}

/**
 * Ten thousand people with a budget, and for the first of them an account, a session and a basket: with one thing of each of
 * two providers for `two`, and with one thing alone for the `one` who follow.
 */
export async function fillPeople(ownerDb: Db, { two, one }: { two: number; one: number }): Promise<Buyer[]> {
  const buyers = two + one;
  const council = WORLD.council;
  const at = Temporal.Instant.from('2026-04-01T08:00:00Z');
  const key = sql`lpad(n::text, 20, '0')`;
  await ownerDb.transaction().execute(async (tx) => {
    await nameCouncil(tx, council);
    const each = (statement: ReturnType<typeof sql>) => statement.execute(tx);
    await each(sql`insert into people (council_id, id, reference, full_name, care_groups)
      select ${council}, 'per_' || ${key}, 'B-' || n, 'Person ' || n, '{older-people}'::text[] from generate_series(1, ${PEOPLE}) as n`);
    await each(sql`insert into budgets (council_id, id, person_id, starts_on, ends_on, cost_pence, contribution_pence, council_pence)
      select ${council}, 'bud_' || ${key}, 'per_' || ${key}, ${YEAR_START}, ${YEAR_END}, 500000, 0, 500000 from generate_series(1, ${PEOPLE}) as n`);
    await each(sql`insert into budget_lines (council_id, id, budget_id, person_id, reference, name, funder_id, stream, arrangement, starts_on, ends_on, award_pence)
      select ${council}, 'line_' || ${key}, 'bud_' || ${key}, 'per_' || ${key}, 'care', 'Social care', ${WORLD.adults}, 'social-care', 'council-managed', ${YEAR_START}, ${YEAR_END}, 500000 from generate_series(1, ${PEOPLE}) as n`);
    await each(sql`insert into ledger_accounts (council_id, id, purpose, normal, hot, line_id)
      select ${council}, 'line:line_' || ${key}, 'line', 'credit', false, 'line_' || ${key} from generate_series(1, ${PEOPLE}) as n`);
    await each(sql`select ledger_transfer(${council}, jsonb_agg(jsonb_build_object('id', 'tr_award:line_' || ${key}, 'kind', 'single', 'debit', ${`funding:${WORLD.adults}`}::text, 'credit', 'line:line_' || ${key},
        'amount_pence', 500000, 'code', 'award', 'line_id', 'line_' || ${key}, 'effective_at', ${at}::timestamptz, 'recorded_at', ${at}::timestamptz, 'recorded_by', 'system', 'fingerprint', 'bench')))
      from generate_series(1, ${PEOPLE}) as n`);
    await each(
      sql`insert into accounts (id, email, name, created_at) select 'acc_' || ${key}, 'bench' || n || '@harbourside.example', 'Buyer', ${at} from generate_series(1, ${buyers}) as n`,
    );
    await each(
      sql`insert into memberships (council_id, id, account_id, role, person_id) select ${council}, 'mem_' || ${key}, 'acc_' || ${key}, 'budget-holder', 'per_' || ${key} from generate_series(1, ${buyers}) as n`,
    );
    await each(sql`insert into sessions (id, account_id, council_id, refresh_hash, rotated_at, created_at, expires_at)
      select 'ses_' || ${key}, 'acc_' || ${key}, ${council}, n::text, now(), now(), now() + interval '1 day' from generate_series(1, ${buyers}) as n`);
    await each(
      sql`insert into baskets (council_id, id, account_id, state, created_at) select ${council}, 'bsk_' || ${key}, 'acc_' || ${key}, 'open', now() from generate_series(1, ${buyers}) as n`,
    );
    await each(sql`insert into basket_items (council_id, id, basket_id, person_id, offer_id, kind, quantity, minutes, first_date, last_date, start_time, pattern, position)
      select ${council}, 'bki_' || k || ${key}, 'bsk_' || ${key}, 'per_' || ${key}, case k when 1 then ${WORLD.careOffer} else ${WORLD.clubOffer} end, 'one-off', 1, case k when 1 then 90 end,
             day, day, case k when 1 then time '10:00' end, '[]', k
        from generate_series(1, ${buyers}) as n, generate_series(1, case when n <= ${two} then 2 else 1 end) as k, (select least(current_date + 10, ${YEAR_END}::date) as day) as chosen`);
    await each(sql`insert into basket_item_shares (council_id, basket_item_id, position, line_id, weight)
      select ${council}, 'bki_' || k || ${key}, 0, 'line_' || ${key}, 1 from generate_series(1, ${buyers}) as n, generate_series(1, case when n <= ${two} then 2 else 1 end) as k`);
  });
  await tidyFilled(ownerDb);
  return Array.from({ length: buyers }, (_, index) => {
    const number = String(index + 1).padStart(20, '0');
    return { accountId: `acc_${number}`, sessionId: `ses_${number}` };
  });
}
