// Writes who answers for an organisation or for one of its listings, as they want the public to know it.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import { newId } from '../../platform/ids.ts';
import { forgetListingPages } from '../../platform/listing-changes.repo.ts';
import type { Clock } from '../../ports/clock/clock.ts';
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

export interface ContactsOf {
  readonly organisationId: string;
  /** Left out: those of the organisation itself. */
  readonly listingId?: string;
  readonly contacts: readonly ContactWrite[];
}

/** Replaces the contacts of the named organisations and listings; whom it does not name stays with those it has. */
export async function writeContacts(tx: Tx, clock: Clock, given: readonly ContactsOf[]): Promise<void> {
  if (given.length === 0) return;
  const rows = given.flatMap(({ organisationId, listingId, contacts }) =>
    contacts.map((contact, position) => ({
      id: newId(clock, 'contact'),
      organisation_id: organisationId,
      listing_id: listingId ?? null,
      name: contact.name ?? '',
      role: contact.role ?? '',
      telephone: contact.telephone ?? null,
      email: contact.email ?? null,
      languages: contact.languages ?? [],
      position,
    })),
  );
  const contacts = lastByKey(rows, (row) => [row.organisation_id, row.listing_id ?? '', row.name, row.role].join('\n'));
  const wanted = sql`jsonb_to_recordset(${rowsAsJson(contacts)}::jsonb) as given (id text, organisation_id text, listing_id text, name text,
    role text, telephone text, email text, languages text[], position integer)`;
  const owners = given.map(({ organisationId, listingId }) => ({
    organisation_id: organisationId,
    listing_id: listingId ?? null,
  }));
  const owned = sql`jsonb_to_recordset(${rowsAsJson(owners)}::jsonb) as owner (organisation_id text, listing_id text)`;
  await sql`delete from contacts as old
    where exists (select from ${owned} where owner.organisation_id = old.organisation_id and owner.listing_id is not distinct from old.listing_id)
      and not exists (select from ${wanted} where given.organisation_id = old.organisation_id
        and given.listing_id is not distinct from old.listing_id and given.name = old.name and given.role = old.role)`.execute(
    tx,
  );
  await sql`insert into contacts as old (id, organisation_id, listing_id, name, role, telephone, email, languages, position)
    select given.* from ${wanted}
    on conflict (organisation_id, listing_id, name, role) do update set telephone = excluded.telephone, email = excluded.email,
      languages = excluded.languages, position = excluded.position
    where (old.telephone, old.email, old.languages, old.position) is distinct from
      (excluded.telephone, excluded.email, excluded.languages, excluded.position)`.execute(tx);
  const { rows: shown } = await sql<{ id: string }>`
    select id from listings where organisation_id = any(${given.map(({ organisationId }) => organisationId)}::text[])`.execute(
    tx,
  );
  await forgetListingPages(
    tx,
    shown.map(({ id }) => id),
  );
}
