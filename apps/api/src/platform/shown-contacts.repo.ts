// Whom to reach about a listing, as everybody may see it: one home for its page and for the feed, which must not differ.

import { sql } from 'kysely';

export interface ShownContact {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly telephone: string | null;
  readonly email: string | null;
  readonly languages: string[];
}

/** A column of a statement that reads `listings as listing`: a `ShownContact[]`, those of the listing before those of its organisation; null for none. */
export const SHOWN_CONTACTS = sql`(select json_agg(json_build_object('id', contact.id, 'name', contact.name, 'role', contact.role,
    'telephone', contact.telephone, 'email', contact.email, 'languages', contact.languages) order by contact.listing_id is null, contact.position, contact.id)
  from contacts as contact where contact.organisation_id = listing.organisation_id
    and (contact.listing_id is null or contact.listing_id = listing.id))`;
