// Signing in and out, staying signed in, and knowing who is here.

import type { Db } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { FORGET_TRIES_HOURS, REFRESH_GRACE_SECONDS, sessionEnd } from '@support-market/domain/access/session-rules';
import type { Static } from 'typebox';
import { recordAudit, systemActor } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { type CouncilChoice, councilMet, councilsOfAccount, listCouncils } from '../../platform/councils.repo.ts';
import { verifyPassword } from '../../platform/passwords.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { sayRecorded } from '../../platform/recorded-words.ts';
import { csrfToken, hashToken, nextRefreshToken, sessionOfRefreshToken } from '../../platform/session-tokens.ts';
import { endSessionsOf, type StartedSession, startSession, viewerIn } from '../../platform/sessions.repo.ts';
import { asTry, type TrySource } from '../../platform/sign-in-tries.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import {
  endSession,
  findAccount,
  findSignInAccount,
  lastCouncilOf,
  lockSession,
  moveSession,
  namesOfOrganisations,
  removeOld,
  rotate,
  type SignInAccount,
} from './sessions.repo.ts';
import type { SessionOut, SignInBody } from './sessions.schemas.ts';

/**
 * A new session for the right e-mail address and password. Refuses with session.credentials_wrong, alike for an
 * unknown address and a wrong password; session.wait after too many; session.council_unknown only to the owner.
 */
export async function signIn(
  context: AppContext,
  body: Static<typeof SignInBody>,
  source: TrySource,
): Promise<StartedSession> {
  const proved = await asTry(context, body.email, source, () => provePassword(context, body));
  if (!proved) throw new ProblemError('session.credentials_wrong');
  const { account, councils } = proved;
  const council = await chooseCouncil(context, account.id, councils, body.councilSlug);
  return inTransaction(context.db, council.id, async (tx) => {
    const session = await startSession(tx, context, { accountId: account.id, councilId: council.id });
    await recordAudit(tx, context.clock, await viewerIn(tx, account.id, council.id), {
      event: 'session.created',
      noun: 'session',
      recordId: session.sessionId,
    });
    return session;
  });
}

async function provePassword(
  context: AppContext,
  { email, password }: Static<typeof SignInBody>,
): Promise<{ account: SignInAccount; councils: readonly CouncilChoice[] } | null> {
  const account = await findSignInAccount(context.db, email);
  const councils = await councilsOfAccount(context.db, account?.id ?? '', context.config.demonstration);
  const first = councils[0];
  const right = await verifyPassword(first ? (account?.passwordHash ?? null) : null, password);
  if (right && account) return { account, councils };
  // An address without an account is noted too, by the site's first council: else the time of the answer tells which has an account.
  const [site] = await listCouncils(context.db, context.config.demonstration);
  const council = first ?? site;
  if (council) {
    // Who tried is not known, so the trail names the account it was tried on and not its owner as the one who did.
    await inTransaction(context.db, council.id, (tx) =>
      recordAudit(tx, context.clock, systemActor(council.id, 'sign-in'), {
        event: 'session.refused',
        noun: 'account',
        recordId: account?.id ?? null,
      }),
    );
  }
  return null;
}

async function chooseCouncil(
  context: AppContext,
  accountId: string,
  councils: readonly CouncilChoice[],
  slug: string | undefined,
): Promise<CouncilChoice> {
  const last = slug === undefined && councils.length > 1 ? await lastCouncilOf(context.db, accountId) : null;
  const chosen =
    slug === undefined
      ? (councils.find((council) => council.id === last) ?? councils[0])
      : councils.find((council) => council.slug === slug);
  if (!chosen) {
    throw new ProblemError('session.council_unknown', {
      errors: [{ pointer: '/councilSlug', code: 'session.council_unknown' }],
    });
  }
  return chosen;
}

export type Refreshed = StartedSession | null;

/**
 * The session's next refresh token, or null when the session is over. Showing a token that was used before ends the
 * session, since two hold it: its owner and a thief. Only the last one is excused, for REFRESH_GRACE_SECONDS, and then
 * it gets the very successor that the first asker got: no second line of tokens begins, so a thief who shares one is
 * found out at the next renewal.
 */
export async function refreshSession(context: AppContext, token: string | undefined): Promise<Refreshed> {
  const { clock, config } = context;
  const sessionId = token === undefined ? null : sessionOfRefreshToken(config.sessionSecret, token);
  if (token === undefined || sessionId === null) return null;
  const now = clock.now();
  const shown = hashToken(token);
  const next = nextRefreshToken(config.sessionSecret, token);
  const outcome = await inTransaction(context.db, null, async (tx) => {
    const session = await lockSession(tx, sessionId, now);
    if (!session?.open) return 'over';
    if (session.refreshHash === shown) {
      await rotate(tx, session, { refreshHash: hashToken(next), now, endsAt: sessionEnd(session.createdAt, now) });
      return 'renewed';
    }
    const age = (now.epochMilliseconds - session.rotatedAt.epochMilliseconds) / 1_000;
    if (session.previousHash === shown && age <= REFRESH_GRACE_SECONDS) return 'renewed';
    await endSession(tx, sessionId, now, 'token-used-twice');
    return session;
  });
  if (outcome === 'renewed') return { sessionId, refreshToken: next };
  if (outcome !== 'over' && outcome.councilId !== null) {
    const { councilId } = outcome;
    await inTransaction(context.db, councilId, (tx) =>
      recordAudit(tx, clock, systemActor(councilId, 'sign-in'), {
        event: 'session.reused',
        noun: 'session',
        recordId: sessionId,
        reason: sayRecorded('token-used-twice'),
      }),
    );
  }
  return null;
}

/** Ends the session of the viewer, or else the one whose refresh token is shown. Ending what is over is no fault. */
export async function signOut(
  context: AppContext,
  signedIn: string | null,
  refreshToken: string | undefined,
): Promise<void> {
  const sessionId =
    signedIn ?? (refreshToken === undefined ? null : sessionOfRefreshToken(context.config.sessionSecret, refreshToken));
  if (sessionId === null) return;
  const now = context.clock.now();
  const ended = await inTransaction(context.db, null, (tx) => endSession(tx, sessionId, now, 'signed-out'));
  const councilId = ended?.councilId;
  if (!ended || !councilId) return;
  await inTransaction(context.db, councilId, async (tx) =>
    recordAudit(tx, context.clock, await viewerIn(tx, ended.accountId, councilId), {
      event: 'session.ended',
      noun: 'session',
      recordId: sessionId,
    }),
  );
}

/** Ends every session of the account, this one too. */
export async function signOutEverywhere(context: AppContext, viewer: Viewer): Promise<number> {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const ended = await endSessionsOf(tx, context, viewer.accountId, 'signed-out-everywhere');
    await recordAudit(tx, context.clock, viewer, {
      event: 'session.ended-everywhere',
      noun: 'account',
      recordId: viewer.accountId,
      details: { sessions: ended },
    });
    return ended;
  });
}

/** Goes on in another council of the account, with its roles there. */
export async function switchCouncil(
  context: AppContext,
  viewer: Viewer,
  sessionId: string,
  slug: string,
): Promise<Viewer> {
  const councils = await councilsOfAccount(context.db, viewer.accountId, context.config.demonstration);
  const council = await chooseCouncil(context, viewer.accountId, councils, slug);
  return inTransaction(context.db, council.id, async (tx) => {
    await moveSession(tx, sessionId, council.id);
    const there = await viewerIn(tx, viewer.accountId, council.id);
    await recordAudit(tx, context.clock, there, {
      event: 'session.council-switched',
      noun: 'session',
      recordId: sessionId,
    });
    return there;
  });
}

type SessionView = Static<typeof SessionOut>;

export interface Here {
  readonly viewer: Viewer | null;
  readonly sessionId: string | null;
  /** Whether their browser should ask for a new access token. */
  readonly renewable: boolean;
  /** Whether this server lets people look around as somebody made up. */
  readonly lookAround: boolean;
}

/** Who is here, for the web to greet and to hide what is not theirs. */
export async function viewSession(
  context: AppContext,
  { viewer, sessionId, renewable, lookAround }: Here,
): Promise<SessionView> {
  const { demonstration, sessionSecret } = context.config;
  if (!viewer || sessionId === null) {
    const councils = await listCouncils(context.db, demonstration);
    return {
      ...namesOf(councilMet(councils, demonstration)),
      signedIn: false,
      now: context.clock.now(),
      accountId: null,
      name: null,
      email: null,
      signInName: null,
      councils: councils.map(({ slug, name }) => ({ slug, name })),
      roles: [],
      csrfToken: null,
      renewable,
      demonstration,
      lookAround,
    };
  }
  const organisationIds = viewer.memberships.flatMap(({ organisationId }) => organisationId ?? []);
  const [account, councils, organisations] = await Promise.all([
    findAccount(context.db, viewer.accountId),
    councilsOfAccount(context.db, viewer.accountId, demonstration),
    namesOfOrganisations(context.db, organisationIds),
  ]);
  return {
    ...namesOf(councils.find(({ id }) => id === viewer.councilId)),
    signedIn: true,
    now: context.clock.now(),
    accountId: viewer.accountId,
    name: account.name,
    email: account.email,
    signInName: account.sign_in_name,
    councils: councils.map(({ slug, name }) => ({ slug, name })),
    roles: viewer.memberships.map((membership) => ({
      ...membership,
      organisationName: organisations.get(membership.organisationId ?? '')?.name ?? null,
      organisationSlug: organisations.get(membership.organisationId ?? '')?.slug ?? null,
    })),
    csrfToken: csrfToken(sessionSecret, sessionId),
    renewable,
    demonstration,
    lookAround,
  };
}

function namesOf(council: CouncilChoice | undefined) {
  return {
    councilId: council?.id ?? null,
    councilSlug: council?.slug ?? null,
    councilName: council?.name ?? null,
  };
}

const KEEP_SESSIONS_DAYS = 30;
const KEEP_LINKS_DAYS = 30;
const KEEP_MAILS_DAYS = 365;

/** Removes sessions, links, counts of tries and mails that are over, whosever they are: only the owner of the tables may. */
export async function tidySessions(ownerDb: Db, clock: Clock): Promise<bigint> {
  const now = clock.now();
  return inTransaction(ownerDb, null, (tx) =>
    removeOld(tx, {
      sessions: now.subtract({ hours: KEEP_SESSIONS_DAYS * 24 }),
      links: now.subtract({ hours: KEEP_LINKS_DAYS * 24 }),
      tries: now.subtract({ hours: FORGET_TRIES_HOURS }),
      mails: now.subtract({ hours: KEEP_MAILS_DAYS * 24 }),
    }),
  );
}
