// Founds a council that is not made up, with the one invitation that no administrator can send: the first administrator's.

import { inTransaction } from '@support-market/db/transaction';
import { SETTING_KEYS, type SettingKey } from '@support-market/domain/settings/council-settings';
import { ok, type Result, refuse } from '@support-market/domain/shared/result';
import { hasAdministrator, settleInvitation, waitingFirstInvitations } from '../features/accounts/invitations.repo.ts';
import { sendInvitation } from '../features/accounts/invitations.service.ts';
import { insertChoices } from '../features/council-settings/council-settings.repo.ts';
import { insertFunders } from '../features/funders/new-funders.repo.ts';
import { findCouncilIdBySlug } from '../features/imports/imports.repo.ts';
import { recordAudit, systemActor } from '../platform/audit.repo.ts';
import type { AppContext } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { sayRecorded } from '../platform/recorded-words.ts';
import { findCouncilName, holdsDemonstration, insertCouncil, type NewCouncil } from './councils.repo.ts';

/**
 * Invites the first administrator once more, at the same or another address: mail gets lost, and people leave. Earlier
 * invitations by this command stop working. Refuses once there is an administrator, who can invite others.
 */
export async function inviteAgain(
  context: AppContext,
  slug: string,
  administrator: Founding['administrator'],
): Promise<Result<{ mailId: string }, 'unknown' | 'has-administrator'>> {
  const { db, clock } = context;
  const councilId = await inTransaction(db, null, (tx) => findCouncilIdBySlug(tx, slug));
  if (councilId === undefined) return refuse('unknown');
  const actor = systemActor(councilId, 'found-council');
  return inTransaction(db, councilId, async (tx) => {
    if (await hasAdministrator(tx, councilId)) return refuse('has-administrator');
    for (const id of await waitingFirstInvitations(tx, councilId)) {
      await settleInvitation(tx, councilId, id, 'withdrawn_at', clock.now());
      await recordAudit(tx, clock, actor, { event: 'invitation.withdrawn', noun: 'invitation', recordId: id });
    }
    const invited = { ...administrator, role: 'administrator', personId: null, organisationId: null } as const;
    const { mailId } = await sendInvitation(tx, context, actor, { ...invited, organisationName: null });
    return ok({ mailId });
  });
}

export interface Founding {
  readonly council: Omit<NewCouncil, 'id' | 'demonstration'>;
  /** `email` as `mailAddress` answers it. */
  readonly administrator: { readonly name: string; readonly email: string };
}

/** Everything or nothing: the council, its audit trail, the invitation and the mail that carries it. */
export async function foundRealCouncil(
  context: AppContext,
  { council, administrator }: Founding,
): Promise<Result<{ councilId: string; mailId: string }, 'demonstration' | 'slug-taken' | 'code-taken'>> {
  const { db, clock } = context;
  if (await holdsDemonstration(db)) return refuse('demonstration');
  const councilId = newId(clock, 'council');
  const actor = systemActor(councilId, 'found-council');
  const mailId = await inTransaction(db, councilId, async (tx) => {
    if (!(await insertCouncil(tx, { id: councilId, ...council }))) return null;
    await insertFunders(tx, councilId, clock.now(), [
      {
        id: newId(clock, 'funder'),
        code: council.code,
        name: council.name.slice(0, 100),
        kind: 'directorate',
        address: null,
        streams: ['social-care', 'health', 'education', 'short-breaks'],
      },
      {
        id: newId(clock, 'funder'),
        code: council.code === 'OWN' ? 'OWN2' : 'OWN',
        name: sayRecorded('own-money-funder'),
        kind: 'people',
        address: null,
        streams: ['own-money', 'family'],
      },
    ]);
    await recordAudit(tx, clock, actor, { event: 'council.founded', noun: 'council', recordId: councilId });
    const { name, addressLine, city, postcode, email } = council;
    const choices = {
      contactEmail: email,
      contactAddress: [name, addressLine, city, postcode].join('\n'),
    } as const satisfies Partial<Record<SettingKey, string>>;
    await insertChoices(
      tx,
      councilId,
      SETTING_KEYS.filter((key) => key in choices).map((key) => ({
        id: newId(clock, 'councilSetting'),
        key,
        value: choices[key as keyof typeof choices],
        fromDate: clock.today(),
        setBy: null,
        setAt: clock.now(),
        reason: '',
      })),
    );
    const invited = { ...administrator, role: 'administrator', personId: null, organisationId: null } as const;
    return (await sendInvitation(tx, context, actor, { ...invited, organisationName: null })).mailId;
  });
  if (mailId !== null) return ok({ councilId, mailId });
  return refuse((await findCouncilName(db, council.slug)) === null ? 'code-taken' : 'slug-taken');
}
