// Writes who answers for an organisation or for one of its listings, as they want the public to know it.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import { newId } from '../../platform/ids.ts';
import { forgetListingPages } from '../../platform/listing-changes.repo.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import type { FactSource } from './catalogue-facts.repo.ts';
import { lastByKey, rowsAsJson } from './catalogue-rows.repo.ts';

/** A name or a role, and a telephone number or an e-mail address. */
export interface ContactWrite {
  readonly name?: string;
  readonly role?: string;
  readonly telephone?: string | null;
  readonly email?: string | null;
  /** Which this person speaks. */
  readonly languages?: readonly string[];
}

/** Where those stand that come to others. */
const ADDED = 1_000;

export interface ContactsOf {
  readonly organisationId: string;
  /** Left out: those of the organisation itself. */
  readonly listingId?: string;
  readonly contacts: readonly ContactWrite[];
  /** They come to those that there are, instead of taking their place. */
  readonly add?: boolean;
}

/**
 * Replaces the contacts of the named organisations and listings, or adds to them; whom it does not name stays with those it
 * has. Answers the ids of organisations and listings whose contacts are others than before.
 */
export async function writeContacts(
  tx: Tx,
  clock: Clock,
  given: readonly ContactsOf[],
  source?: FactSource,
): Promise<string[]> {
  if (given.length === 0) return [];
  const now = clock.now();
  const rows = given.flatMap(({ organisationId, listingId, contacts, add = false }) =>
    contacts.map((contact, position) => ({
      id: newId(clock, 'contact'),
      organisation_id: organisationId,
      listing_id: listingId ?? null,
      name: contact.name ?? '',
      role: contact.role ?? '',
      telephone: contact.telephone ?? null,
      email: contact.email ?? null,
      languages: contact.languages ?? [],
      position: add ? ADDED + position : position,
    })),
  );
  const contacts = lastByKey(rows, (row) => [row.organisation_id, row.listing_id ?? '', row.name, row.role].join('\n'));
  const wanted = sql`jsonb_to_recordset(${rowsAsJson(contacts)}::jsonb) as given (id text, organisation_id text, listing_id text, name text,
    role text, telephone text, email text, languages text[], position integer)`;
  const owners = given
    .filter(({ add }) => !add)
    .map(({ organisationId, listingId }) => ({
      organisation_id: organisationId,
      listing_id: listingId ?? null,
    }));
  const owned = sql`jsonb_to_recordset(${rowsAsJson(owners)}::jsonb) as owner (organisation_id text, listing_id text)`;
  const gone =
    owners.length === 0
      ? { rows: [] }
      : await sql<{ of: string }>`delete from contacts as old
    where exists (select from ${owned} where owner.organisation_id = old.organisation_id and owner.listing_id is not distinct from old.listing_id)
      and not exists (select from ${wanted} where given.organisation_id = old.organisation_id
        and given.listing_id is not distinct from old.listing_id and given.name = old.name and given.role = old.role)
    returning coalesce(old.listing_id, old.organisation_id) as of`.execute(tx);
  const position = sql`case when excluded.position < ${sql.lit(ADDED)} then excluded.position else old.position end`;
  const written = await sql<{ of: string }>`
    insert into contacts as old (id, organisation_id, listing_id, name, role, telephone, email, languages, position, source_id, created_at, changed_at)
    select given.*, ${source?.id ?? null}, ${now}::timestamptz, ${now}::timestamptz from ${wanted}
    on conflict (organisation_id, listing_id, name, role) do update set telephone = excluded.telephone, email = excluded.email,
      languages = excluded.languages, position = ${position}, source_id = coalesce(excluded.source_id, old.source_id), changed_at = excluded.changed_at
    where (old.telephone, old.email, old.languages, old.position) is distinct from
      (excluded.telephone, excluded.email, excluded.languages, ${position})
    returning coalesce(old.listing_id, old.organisation_id) as of`.execute(tx);
  // Whom to ask about an organisation is on the page of each of its listings.
  const ofAll = given.flatMap(({ organisationId, listingId }) => (listingId === undefined ? [organisationId] : []));
  const { rows: shown } =
    ofAll.length === 0
      ? { rows: [] }
      : await sql<{ id: string }>`select id from listings where organisation_id = any(${ofAll}::text[])`.execute(tx);
  const ofOne = given.flatMap(({ listingId }) => listingId ?? []);
  await forgetListingPages(tx, [...new Set([...ofOne, ...shown.map(({ id }) => id)])]);
  return [...new Set([...gone.rows, ...written.rows].map(({ of }) => of))];
}

/** What tells one person to ask from another of the same listing. */
export const contactKey = ({ name, role }: Pick<ContactWrite, 'name' | 'role'>): string =>
  [name ?? '', role ?? ''].join('\n');

/** Takes away whom an earlier file of a council's list named for a listing and this one does not. `said` is whom it names, by listing. */
export async function removeContacts(
  tx: Tx,
  of: { readonly councilId: string; readonly list: string },
  said: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  if (said.size === 0) return;
  const kept = [...said].flatMap(([listing_id, keys]) => [...keys].map((key) => ({ listing_id, key })));
  const { rows } = await sql<{ listing_id: string }>`
    delete from contacts as old using fact_sources as source
     where old.listing_id = any(${[...said.keys()]}::text[]) and source.id = old.source_id and source.kind = 'import'
       and source.council_id = ${of.councilId} and source.list = ${of.list}
       and not exists (select from jsonb_to_recordset(${rowsAsJson(kept)}::jsonb) as given (listing_id text, key text)
         where given.listing_id = old.listing_id and given.key = concat_ws(E'\n', old.name, old.role))
    returning old.listing_id`.execute(tx);
  await forgetListingPages(tx, [...new Set(rows.map(({ listing_id }) => listing_id))]);
}
