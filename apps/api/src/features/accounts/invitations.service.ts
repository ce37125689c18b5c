// Inviting someone to a role: the role begins when the reader of that mailbox accepts, and not before.

import { inTransaction } from '@support-market/db/transaction';
import { ORGANISATION_ROLES, type Role, type Viewer } from '@support-market/domain/access/roles';
import { INVITATION_DAYS } from '@support-market/domain/access/session-rules';
import { isWithCouncil } from '@support-market/domain/people/person-states';
import type { Temporal } from 'temporal-polyfill';
import type { Static } from 'typebox';
import { type Actor, recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { newId } from '../../platform/ids.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { queueMail } from '../../ports/mail/mails.repo.ts';
import { invitationMail } from './account-mails.ts';
import {
  findAccountByEmail,
  hasMembership,
  insertAccount,
  insertMembership,
  joinCouncil,
  replaceUnconfirmed,
} from './accounts.repo.ts';
import type { AcceptBody, InvitationOut, InvitationSeen, InviteBody } from './accounts.schemas.ts';
import { goodPassword, mailAddress, newPassword } from './accounts.service.ts';
import {
  findInvitation,
  findOrganisationName,
  findOrganisations,
  findPersonToInvite,
  type Invitation,
  insertInvitation,
  listInvitations,
  nameOfCouncil,
  settleInvitation,
} from './invitations.repo.ts';
import { findInvitationLink, makeInvitationLink, spendLink } from './one-time-links.repo.ts';

type Tx = Parameters<typeof insertInvitation>[0];

const OF_AN_ORGANISATION: readonly Role[] = ORGANISATION_ROLES;

function fault(pointer: string, code: string): ProblemError {
  return new ProblemError('request.invalid', { errors: [{ pointer, code }] });
}

/** Whom the role is for: a budget holder needs the person, some roles an organisation, the others neither. */
async function targetOf(tx: Tx, councilId: string, body: Static<typeof InviteBody>, today: Temporal.PlainDate) {
  const { personId, personReference, organisationId, role } = body;
  const byPerson = personId !== undefined || personReference !== undefined;
  if (byPerson && role !== 'budget-holder') throw fault('/personReference', 'field.additionalProperties');
  if (organisationId !== undefined && !OF_AN_ORGANISATION.includes(role)) {
    throw fault('/organisationId', 'field.additionalProperties');
  }
  if (role === 'budget-holder') {
    if (!byPerson) throw fault('/personReference', 'field.required');
    const person = await findPersonToInvite(
      tx,
      councilId,
      personId === undefined ? { reference: personReference ?? '' } : { id: personId },
    );
    const pointer = personId === undefined ? '/personReference' : '/personId';
    if (person === null || person.state === 'taken-back') throw fault(pointer, 'invitation.not_known');
    if (!isWithCouncil(person, today)) throw fault(pointer, 'invitation.person_ended');
    return { personId: person.id, organisationId: null, organisationName: null };
  }
  if (!OF_AN_ORGANISATION.includes(role)) return { personId: null, organisationId: null, organisationName: null };
  if (organisationId === undefined) throw fault('/organisationId', 'field.required');
  const organisationName = await findOrganisationName(tx, organisationId);
  if (organisationName === null) throw fault('/organisationId', 'invitation.not_known');
  return { personId: null, organisationId, organisationName };
}

type InvitationView = Static<typeof InvitationOut>;

function stateOf(invitation: Invitation, context: AppContext): InvitationView['state'] {
  if (invitation.acceptedAt) return 'accepted';
  if (invitation.withdrawnAt) return 'withdrawn';
  return invitation.expiresAt.epochMilliseconds <= context.clock.now().epochMilliseconds ? 'expired' : 'waiting';
}

function view(invitation: Invitation, context: AppContext): InvitationView {
  const { id, email, role, organisationName, personReference, invitedAt, expiresAt } = invitation;
  return {
    id,
    email,
    role,
    organisationName,
    personReference,
    invitedAt,
    expiresAt,
    state: stateOf(invitation, context),
  };
}

export interface Invited {
  /** As `mailAddress` answers it. */
  readonly email: string;
  /** What to call them in the mail, where we know. */
  readonly name?: string;
  readonly role: Role;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
}

/** Writes an invitation, the mail with its link and the audit entry; answers the ids of invitation and mail. */
export async function sendInvitation(
  tx: Tx,
  { clock, config }: AppContext,
  actor: Actor,
  invited: Invited,
): Promise<{ id: string; mailId: string }> {
  const { councilId } = actor;
  const { email, name, role, personId, organisationId, organisationName } = invited;
  const id = newId(clock, 'invitation');
  const invitedAt = clock.now();
  const expiresAt = invitedAt.add({ hours: INVITATION_DAYS * 24 });
  await insertInvitation(tx, councilId, {
    ...{ id, email, role, personId, organisationId, invitedAt, expiresAt },
    invitedBy: actor.accountId === 'system' ? null : actor.accountId,
  });
  const token = await makeInvitationLink(tx, clock, { councilId, id, expiresAt });
  const councilName = await nameOfCouncil(tx, councilId);
  const url = `${config.publicUrl}/invitations/${token}`;
  const mail = invitationMail({ to: email, name: name ?? null, url, councilName, role, organisationName });
  const mailId = await queueMail(tx, clock, mail);
  await recordAudit(tx, clock, actor, {
    event: 'invitation.sent',
    noun: 'invitation',
    recordId: id,
    personId,
    details: { role },
  });
  return { id, mailId };
}

/** Invites someone as an administrator does. Refuses at the field that names whom or what there is not. */
export async function invite(
  context: AppContext,
  viewer: Viewer,
  body: Static<typeof InviteBody>,
): Promise<InvitationView> {
  const { councilId } = viewer;
  const email = mailAddress(body.email);
  return inTransaction(context.db, councilId, async (tx) => {
    const target = await targetOf(tx, councilId, body, context.clock.today());
    const { id } = await sendInvitation(tx, context, viewer, { email, role: body.role, ...target });
    return view(found(await findInvitation(tx, councilId, id)), context);
  });
}

export async function viewInvitations(
  context: AppContext,
  viewer: Viewer,
  { cursor, limit = 25 }: { readonly cursor?: string; readonly limit?: number },
): Promise<{ items: InvitationView[]; nextCursor: string | null }> {
  const list = listAsked('invitations');
  const after = readCursor(list, cursor, ['text'])?.[0] ?? null;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const page = pageFrom(list, await listInvitations(tx, viewer.councilId, after, limit), limit, (row) => [row.id]);
    return { items: page.items.map((row) => view(row, context)), nextCursor: page.nextCursor };
  });
}

/** Takes an invitation back, so that its link no longer works. */
export async function withdraw(context: AppContext, viewer: Viewer, id: string): Promise<void> {
  const { clock } = context;
  await inTransaction(context.db, viewer.councilId, async (tx) => {
    const invitation = found(await findInvitation(tx, viewer.councilId, id));
    if (!(await settleInvitation(tx, viewer.councilId, id, 'withdrawn_at', clock.now()))) {
      throw new ProblemError('record.changed');
    }
    await recordAudit(tx, clock, viewer, {
      event: 'invitation.withdrawn',
      noun: 'invitation',
      recordId: id,
      personId: invitation.personId,
    });
  });
}

/** What a link invites to, for the page that asks. Refuses with token.not_valid. */
export async function seeInvitation(context: AppContext, token: string): Promise<Static<typeof InvitationSeen>> {
  return withInvitation(context, token, async (tx, invitation, councilId) => {
    const account = await findAccountByEmail(tx, invitation.email);
    return {
      email: invitation.email,
      councilName: await nameOfCouncil(tx, councilId),
      role: invitation.role,
      organisationName: invitation.organisationName,
      hasAccount: account?.confirmed ?? false,
    };
  });
}

async function withInvitation<Value>(
  context: AppContext,
  token: string,
  work: (tx: Tx, invitation: Invitation, councilId: string) => Promise<Value>,
): Promise<Value> {
  const link = await inTransaction(context.db, null, (tx) => findInvitationLink(tx, token, context.clock.now()));
  if (!link) throw new ProblemError('token.not_valid');
  return inTransaction(context.db, link.councilId, async (tx) => {
    const invitation = await findInvitation(tx, link.councilId, link.id);
    if (!invitation || stateOf(invitation, context) !== 'waiting') throw new ProblemError('token.not_valid');
    // No one new begins to sign in for somebody who died or left after the invitation was sent.
    const { personId } = invitation;
    const person = personId === null ? null : await findPersonToInvite(tx, link.councilId, { id: personId });
    if (personId !== null && !(person && isWithCouncil(person, context.clock.today())))
      throw new ProblemError('token.not_valid');
    return work(tx, invitation, link.councilId);
  });
}

/**
 * Accepts: makes the account (its address is proved by the link) or uses the one that the address has, and begins the
 * role. Refuses with token.not_valid, or at a field that is missing.
 */
export async function acceptInvitation(
  context: AppContext,
  body: Static<typeof AcceptBody>,
): Promise<{ email: string }> {
  const { clock } = context;
  const seen = await seeInvitation(context, body.token);
  const name = body.name?.trim() ?? '';
  if (!seen.hasAccount && name === '') throw fault('/name', 'field.required');
  if (!seen.hasAccount && body.password === undefined) throw fault('/password', 'field.required');
  const password = seen.hasAccount
    ? null
    : await newPassword(context, goodPassword(body.password ?? '', { email: seen.email, name }));
  return withInvitation(context, body.token, async (tx, invitation, councilId) => {
    const now = clock.now();
    const { role, personId, organisationId, email } = invitation;
    const spent = await spendLink(tx, body.token, now);
    if (!spent || !(await settleInvitation(tx, councilId, invitation.id, 'accepted_at', now))) {
      throw new ProblemError('token.not_valid');
    }
    const known = await findAccountByEmail(tx, email);
    const accountId = known?.id ?? newId(clock, 'account');
    if (known?.closed) throw new ProblemError('token.not_valid');
    if (password !== null) {
      const values = { name, password, now, confirmedAt: now };
      const made = known
        ? await replaceUnconfirmed(tx, accountId, values)
        : await insertAccount(tx, { id: accountId, email, createdAt: now, name, password, confirmedAt: now });
      if (!made) throw new ProblemError('record.changed');
    }
    await joinCouncil(tx, accountId, councilId);
    if (!(await hasMembership(tx, councilId, accountId, { role, personId, organisationId }))) {
      const id = newId(clock, 'membership');
      await insertMembership(tx, { councilId, id, accountId, role, personId, organisationId });
    }
    await recordAudit(
      tx,
      clock,
      { accountId, councilId, memberships: [{ role, personId, organisationId }] },
      {
        event: 'invitation.accepted',
        noun: 'invitation',
        recordId: invitation.id,
        personId,
        details: { role },
      },
    );
    return { email };
  });
}

export async function searchOrganisations(context: AppContext, name: string): Promise<{ id: string; name: string }[]> {
  return findOrganisations(context.db, name.trim());
}
