// Who is here: one question to the API, kept by TanStack Query, that the header, the guards and the pages all read.
import type { paths as apiPaths } from '@support-market/api-client/schema';
import { type ProtectedAction, type Scope, scopeOf } from '@support-market/domain/access/permissions';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback } from 'react';
import { Navigate, useLocation } from 'react-router';
import { api, renewSession, setCsrfToken, take } from '../api/client.ts';
import { hearServerTime } from '../format/server-clock.ts';
import { paths } from '../paths.ts';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words/use-words.ts';
import { Page } from './page.tsx';
import { PageLoading } from './page-loading.tsx';

export type SessionAnswer = apiPaths['/api/session']['get']['responses'][200]['content']['application/json'];
export type Session = Omit<SessionAnswer, 'now'>;

export const SESSION_KEY = ['session'] as const;

export const SIGNED_OUT: Session = {
  signedIn: false,
  accountId: null,
  name: null,
  email: null,
  signInName: null,
  councilId: null,
  councilSlug: null,
  councilName: null,
  councils: [],
  roles: [],
  csrfToken: null,
  renewable: false,
  demonstration: false,
  lookAround: false,
};

async function readSession(): Promise<SessionAnswer> {
  let session = await take(api.GET('/api/session'));
  if (session.renewable && (await renewSession())) session = await take(api.GET('/api/session'));
  setCsrfToken(session.csrfToken);
  hearServerTime(session.now);
  return session;
}

export type SessionState = {
  readonly session: Session;
  /** False until the first answer: a reader is sent to sign in only when it is known that they must. */
  readonly known: boolean;
  /** Whether a role of theirs allows the action, by the one permission table. The API decides anyway. */
  readonly may: (action: ProtectedAction) => boolean;
  /** Whose records their roles reach with the action. */
  readonly scopes: (action: ProtectedAction) => ReadonlySet<Scope>;
  /** Ask again, after signing in or out. */
  readonly refresh: () => Promise<void>;
  readonly signOut: () => Promise<void>;
};

export function useSession(): SessionState {
  const queries = useQueryClient();
  const { data, isPending } = useQuery({
    queryKey: SESSION_KEY,
    queryFn: readSession,
    staleTime: 60_000,
    retry: 1,
    // Asked again while its page is looked at, so that an access token is renewed before it runs out.
    refetchInterval: 4 * 60_000,
  });
  const session = data ?? SIGNED_OUT;
  const refresh = useCallback(async () => {
    // Everything else that was read belonged to the reader before.
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
    await queries.invalidateQueries({ queryKey: SESSION_KEY });
  }, [queries]);
  const signOut = useCallback(async () => {
    await take(api.DELETE('/api/session'));
    queries.setQueryData(SESSION_KEY, SIGNED_OUT);
    await refresh();
  }, [queries, refresh]);
  const scopes = useCallback(
    (action: ProtectedAction) =>
      new Set(session.roles.map(({ role }) => scopeOf(role, action)).filter((scope) => scope !== undefined)),
    [session.roles],
  );
  return {
    session,
    known: !isPending,
    may: (action) => scopes(action).size > 0,
    scopes,
    refresh,
    signOut,
  };
}

/**
 * Shows its page to people who are signed in and who may do the action, or all of them, in one of the scopes where some
 * are named (an organisation's list of orders is another page than a person's). Others are told what to do.
 */
export function SignedIn({
  action = [],
  scopes: meant,
  children,
}: {
  readonly action?: ProtectedAction | readonly ProtectedAction[];
  readonly scopes?: readonly Scope[];
  readonly children: ReactNode;
}): ReactNode {
  const { session, known, scopes } = useSession();
  const { pathname, search } = useLocation();
  const say = useWords();
  if (!known) return <PageLoading />;
  if (!session.signedIn) return <Navigate to={paths.signIn(pathname + search)} replace />;
  const mayAll = [action].flat().every((one) => [...scopes(one)].some((scope) => meant?.includes(scope) ?? true));
  if (!mayAll) {
    return (
      <Page title={say('notForYou.title')}>
        <Notice kind="warn">
          <p>{say('notForYou.text')}</p>
        </Notice>
      </Page>
    );
  }
  return children;
}
