// The rows of invitations, and of what one can be invited to.

import { patternWithin } from '@support-market/db/patterns';
import type { Db, Tx } from '@support-market/db/pool';
import type { Role } from '@support-market/domain/access/roles';
import type { PersonState } from '@support-market/domain/people/person-states';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly personId: string | null;
  readonly personReference: string | null;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly invitedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly acceptedAt: Temporal.Instant | null;
  readonly withdrawnAt: Temporal.Instant | null;
}

export async function insertInvitation(
  tx: Tx,
  councilId: string,
  invitation: Pick<Invitation, 'id' | 'email' | 'role' | 'personId' | 'organisationId' | 'invitedAt' | 'expiresAt'> & {
    /** The account that invites; null for the command that founds a council. */
    readonly invitedBy: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('invitations')
    .values({
      council_id: councilId,
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      person_id: invitation.personId,
      organisation_id: invitation.organisationId,
      invited_by: invitation.invitedBy,
      invited_at: invitation.invitedAt,
      expires_at: invitation.expiresAt,
    })
    .execute();
}

function invitations(tx: Tx, councilId: string) {
  return tx
    .selectFrom('invitations')
    .leftJoin('organisations', 'organisations.id', 'invitations.organisation_id')
    .leftJoin('people', (join) =>
      join.on('people.council_id', '=', councilId).onRef('people.id', '=', 'invitations.person_id'),
    )
    .select([
      'invitations.id',
      'invitations.email',
      'invitations.role',
      'invitations.person_id as personId',
      'people.reference as personReference',
      'invitations.organisation_id as organisationId',
      'organisations.name as organisationName',
      'invitations.invited_at as invitedAt',
      'invitations.expires_at as expiresAt',
      'invitations.accepted_at as acceptedAt',
      'invitations.withdrawn_at as withdrawnAt',
    ])
    .where('invitations.council_id', '=', councilId);
}

/** Invitations from the newest, one more than `limit`; after the id of the last one shown. */
export async function listInvitations(
  tx: Tx,
  councilId: string,
  after: string | null,
  limit: number,
): Promise<Invitation[]> {
  const rows = await invitations(tx, councilId)
    .$if(after !== null, (query) => query.where('invitations.id', '<', after ?? ''))
    .orderBy('invitations.id', 'desc')
    .limit(limit + 1)
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

export async function findInvitation(tx: Tx, councilId: string, id: string): Promise<Invitation | null> {
  const row = await invitations(tx, councilId).where('invitations.id', '=', id).executeTakeFirst();
  return row ? { ...row, role: row.role as Role } : null;
}

/** Marks an invitation that still waits. False when it no longer does. */
export async function settleInvitation(
  tx: Tx,
  councilId: string,
  id: string,
  how: 'accepted_at' | 'withdrawn_at',
  now: Temporal.Instant,
): Promise<boolean> {
  const row = await tx
    .updateTable('invitations')
    .set(how === 'accepted_at' ? { accepted_at: now } : { withdrawn_at: now })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** A person of the council; those who made their own account are not the council's to invite anyone to. */
export async function findPersonToInvite(
  tx: Tx,
  councilId: string,
  by: { readonly id: string } | { readonly reference: string },
): Promise<{ readonly id: string; readonly state: PersonState; readonly lastDay: Temporal.PlainDate | null } | null> {
  const row = await tx
    .selectFrom('people')
    .select(['id', sql<PersonState>`state`.as('state'), 'last_day as lastDay'])
    .where('council_id', '=', councilId)
    .where('origin', '=', 'council')
    .$if('id' in by, (query) => query.where('id', '=', 'id' in by ? by.id : ''))
    .$if('reference' in by, (query) => query.where('reference', '=', 'reference' in by ? by.reference : ''))
    .executeTakeFirst();
  return row ?? null;
}

export async function findOrganisationName(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.selectFrom('organisations').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? null;
}

/** Up to twenty organisations whose name holds the text. */
export async function findOrganisations(db: Db, name: string): Promise<{ id: string; name: string }[]> {
  const pattern = patternWithin(name);
  return db
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where(sql<boolean>`name ilike ${pattern}`)
    .orderBy('name')
    .limit(20)
    .execute();
}

export async function nameOfCouncil(db: Db | Tx, id: string): Promise<string> {
  const row = await db.selectFrom('councils').select('name').where('id', '=', id).executeTakeFirstOrThrow();
  return row.name;
}

/** Whether somebody is an administrator of the council now. */
export async function hasAdministrator(tx: Tx, councilId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('memberships')
    .select('id')
    .where('council_id', '=', councilId)
    .where('role', '=', 'administrator')
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Invitations of a first administrator, by the command that founded the council, that were not answered. */
export async function waitingFirstInvitations(tx: Tx, councilId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('invitations')
    .select('id')
    .where('council_id', '=', councilId)
    .where('role', '=', 'administrator')
    .where('invited_by', 'is', null)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
