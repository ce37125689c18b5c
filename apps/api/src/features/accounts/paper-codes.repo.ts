// The rows of accounts without an e-mail address that belong to one person or to somebody who helps them.

import type { Tx } from '@support-market/db/pool';
import { inReach } from '@support-market/db/scope';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Role, Viewer } from '@support-market/domain/access/roles';
import type { PersonState } from '@support-market/domain/people/person-states';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface Asker {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly today: Temporal.PlainDate;
}

export async function findPersonToHandTo(tx: Tx, { viewer, reach, today }: Asker, personId: string) {
  return tx
    .selectFrom('people')
    .select([
      'people.id',
      'people.full_name as name',
      sql<PersonState>`people.state`.as('state'),
      'people.last_day as lastDay',
    ])
    .where('people.council_id', '=', viewer.councilId)
    .where('people.id', '=', personId)
    .where(inReach(reach, viewer.accountId, today, { councilId: viewer.councilId, person: 'people.id' }))
    .executeTakeFirst();
}

export interface PaperAccount {
  readonly accountId: string;
  readonly name: string;
  readonly signInName: string;
  readonly role: Role;
}

/**
 * The person's own accounts without an address, and those of helpers whose mandate for the person holds today. A helper of
 * others too is left out: a code opens the whole account, and the asker may not know the others.
 */
export async function paperAccountsOf(
  tx: Tx,
  councilId: string,
  personId: string,
  today: Temporal.PlainDate,
): Promise<PaperAccount[]> {
  const holdsFor = (whom: RawBuilder<unknown>) => sql`exists (select from mandates as mandate
    where mandate.council_id = ${councilId} and ${whom} and mandate.account_id = account.id and mandate.state = 'running'
      and ${today}::date <= mandate.until_date)`;
  const { rows } = await sql<PaperAccount>`
    select account.id as "accountId", account.name, account.sign_in_name as "signInName", min(membership.role) as role
      from memberships as membership join accounts as account on account.id = membership.account_id
     where membership.council_id = ${councilId} and membership.ended_at is null and account.email is null and account.closed_at is null
       and (membership.person_id = ${personId} or membership.role = 'representative'
            and ${holdsFor(sql`mandate.person_id = ${personId} and mandate.from_date <= ${today}::date`)}
            and not ${holdsFor(sql`mandate.person_id <> ${personId}`)})
     group by account.id order by account.name, account.id`.execute(tx);
  return rows;
}

/** The names of an account of the council that has no address; null where it has none such. */
export async function nameOfPaperAccount(
  tx: Tx,
  councilId: string,
  accountId: string,
): Promise<{ readonly name: string; readonly signInName: string } | null> {
  const { rows } = await sql<{ name: string; signInName: string }>`
    select account.name, account.sign_in_name as "signInName"
      from accounts as account join account_councils as place on place.account_id = account.id
     where place.council_id = ${councilId} and account.id = ${accountId} and account.email is null and account.closed_at is null`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** Whether an account is the own one of somebody who died, moved away or left. */
export async function isOfEndedPerson(
  tx: Tx,
  councilId: string,
  accountId: string,
  today: Temporal.PlainDate,
): Promise<boolean> {
  const row = await tx
    .selectFrom('memberships')
    .innerJoin('people', (join) =>
      join.on('people.council_id', '=', councilId).onRef('people.id', '=', 'memberships.person_id'),
    )
    .select('people.id')
    .where('memberships.council_id', '=', councilId)
    .where('memberships.account_id', '=', accountId)
    .where('memberships.ended_at', 'is', null)
    .where('people.state', '<>', 'active')
    .where((where) => where.or([where('people.state', '=', 'died'), where('people.last_day', '<', today)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whose own account it is, and for whom it may act today or later. */
export async function peopleBehind(tx: Tx, councilId: string, accountId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select membership.person_id as id from memberships as membership
     where membership.council_id = ${councilId} and membership.account_id = ${accountId} and membership.ended_at is null and membership.person_id is not null
    union
    select mandate.person_id from mandates as mandate
     where mandate.council_id = ${councilId} and mandate.account_id = ${accountId} and mandate.state = 'running'
    order by 1`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Where a word reaches people who are with the council: by the address of their own account, else by letter. */
export async function wordAddressesOf(
  tx: Tx,
  councilId: string,
  personIds: readonly string[],
  today: Temporal.PlainDate,
) {
  if (personIds.length === 0) return [];
  const { rows } = await sql<{ personId: string; name: string; email: string | null }>`
    select person.id as "personId", person.full_name as name, min(account.email) as email
      from people as person
      left join memberships as membership on membership.council_id = ${councilId} and membership.person_id = person.id and membership.ended_at is null
      left join accounts as account on account.id = membership.account_id and account.closed_at is null
     where person.council_id = ${councilId} and person.id = any(${[...personIds]}::text[]) 
       and (person.state = 'active' or person.state in ('moved-away', 'left') and person.last_day >= ${today})
     group by person.id, person.full_name order by person.id`.execute(tx);
  return rows;
}
