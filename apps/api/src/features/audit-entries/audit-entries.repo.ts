// Reads the audit trail by key, newest first, along an index whichever way it is asked.

import type { Tx } from '@support-market/db/pool';
import { inReach } from '@support-market/db/scope';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface EntryFilter {
  readonly account?: string | undefined;
  readonly person?: string | undefined;
  readonly event?: string | undefined;
  readonly record?: string | undefined;
  readonly from?: Temporal.PlainDate | undefined;
  readonly to?: Temporal.PlainDate | undefined;
  /** happened_at and id of the last entry shown */
  readonly after: readonly string[] | null;
  readonly limit: number;
}

/** The account's id for an id or an e-mail address; null where there is none. The program itself is "system". */
export async function findAccountId(tx: Tx, idOrEmail: string): Promise<string | null> {
  if (idOrEmail === 'system') return idOrEmail;
  const row = await tx
    .selectFrom('accounts')
    .select('id')
    .where(sql<boolean>`id in (${idOrEmail}, account_id_of(${idOrEmail}))`)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A person's id for an id or a reference; null where there is none. */
export async function findPersonId(tx: Tx, councilId: string, idOrReference: string): Promise<string | null> {
  const row = await tx
    .selectFrom('people')
    .select('id')
    .where('council_id', '=', councilId)
    .where((where) => where.or([where('id', '=', idOrReference), where('reference', '=', idOrReference)]))
    .executeTakeFirst();
  return row?.id ?? null;
}

const startOf = (date: Temporal.PlainDate) => sql`${date}::date::timestamp at time zone 'Europe/London'`;

/** One page (and one row more) of entries, newest first; `account` and `person` are ids. */
export async function listEntries(tx: Tx, councilId: string, filter: EntryFilter) {
  return tx
    .selectFrom('audit_entries as entry')
    .leftJoin('accounts as account', 'account.id', 'entry.account_id')
    .leftJoin('people as person', (on) =>
      on.on('person.council_id', '=', councilId).onRef('person.id', '=', 'entry.person_id'),
    )
    .leftJoin('seals as seal', (on) =>
      on
        .on('seal.council_id', '=', councilId)
        .on('seal.kind', '=', 'audit-entry')
        .onRef('seal.record_id', '=', 'entry.id'),
    )
    .select([
      'entry.id',
      'entry.happened_at as happenedAt',
      'entry.account_id as accountId',
      'account.name as accountName',
      'entry.role',
      'entry.event',
      'entry.record_noun as noun',
      'entry.record_id as recordId',
      'entry.person_id as personId',
      'person.reference as personReference',
      'entry.reason',
      'entry.details',
      'seal.position as sealPosition',
    ])
    .where('entry.council_id', '=', councilId)
    .$if(filter.account !== undefined, (rows) => rows.where('entry.account_id', '=', filter.account ?? ''))
    .$if(filter.person !== undefined, (rows) => rows.where('entry.person_id', '=', filter.person ?? ''))
    .$if(filter.event !== undefined, (rows) => rows.where('entry.event', '=', filter.event ?? ''))
    .$if(filter.record !== undefined, (rows) => rows.where('entry.record_id', '=', filter.record ?? ''))
    .$if(filter.from !== undefined, (rows) =>
      rows.where(sql<boolean>`entry.happened_at >= ${filter.from ? startOf(filter.from) : null}`),
    )
    .$if(filter.to !== undefined, (rows) =>
      rows.where(sql<boolean>`entry.happened_at < ${filter.to ? startOf(filter.to.add({ days: 1 })) : null}`),
    )
    .$if(filter.after !== null, (rows) =>
      rows.where(
        sql<boolean>`(entry.happened_at, entry.id) < (${filter.after?.[0] ?? ''}::timestamptz, ${filter.after?.[1] ?? ''})`,
      ),
    )
    .orderBy('entry.happened_at', 'desc')
    .orderBy('entry.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

/** Whether this person is within reach. */
export async function personWithin(
  tx: Tx,
  viewer: Viewer,
  reach: Reach,
  today: Temporal.PlainDate,
  personId: string,
): Promise<{ readonly id: string } | undefined> {
  return tx
    .selectFrom('people')
    .select('id')
    .where('people.council_id', '=', viewer.councilId)
    .where('people.id', '=', personId)
    .where(inReach(reach, viewer.accountId, today, { councilId: viewer.councilId, person: 'people.id' }))
    .executeTakeFirst();
}

/** One page (and one row more) of who looked at or changed a person's records, newest first. */
export async function listLooks(
  tx: Tx,
  councilId: string,
  personId: string,
  query: { readonly others: boolean; readonly after: readonly string[] | null; readonly limit: number },
) {
  const own = sql<boolean>`exists (select from memberships as own where own.council_id = ${councilId}
    and own.account_id = entry.account_id and own.person_id = entry.person_id)`;
  return tx
    .selectFrom('audit_entries as entry')
    .leftJoin('accounts as account', 'account.id', 'entry.account_id')
    .select([
      'entry.id',
      'entry.happened_at as happenedAt',
      'account.name',
      'entry.role',
      'entry.event',
      'entry.record_noun as noun',
      'entry.reason',
      own.as('own'),
      sql<
        string | null
      >`coalesce((select organisation.name from orders join organisations as organisation on organisation.id = orders.organisation_id
        where entry.event = 'visitor-note.viewed' and orders.council_id = ${councilId} and orders.id = entry.record_id),
        (select organisation.name from memberships as held join organisations as organisation on organisation.id = held.organisation_id
        where held.council_id = ${councilId} and held.account_id = entry.account_id order by held.id limit 1))`.as(
        'organisationName',
      ),
    ])
    .where('entry.council_id', '=', councilId)
    .where('entry.person_id', '=', personId)
    .$if(query.others, (rows) => rows.where(sql<boolean>`not ${own}`))
    .$if(query.after !== null, (rows) =>
      rows.where(
        sql<boolean>`(entry.happened_at, entry.id) < (${query.after?.[0] ?? ''}::timestamptz, ${query.after?.[1] ?? ''})`,
      ),
    )
    .orderBy('entry.happened_at', 'desc')
    .orderBy('entry.id', 'desc')
    .limit(query.limit + 1)
    .execute();
}
