// Where payees are paid: what waits, what is in force, and what was there before.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type AccountsPage = operations['listPayeeAccounts']['responses'][200]['content']['application/json'];
export type PayeeAccount = AccountsPage['items'][number];
export type AccountDetails = {
  readonly accountName: string;
  readonly sortCode: string;
  readonly accountNumber: string;
};
export type Shown = 'proposed' | 'present' | 'all';

const KEY = 'payee-accounts';

export function usePayeeAccounts(
  show: Shown,
  of: {
    readonly organisationId?: string | undefined;
    readonly lineId?: string | undefined;
    readonly cursor?: string | undefined;
  },
) {
  const { organisationId, lineId, cursor } = of;
  return useQuery({
    queryKey: [KEY, show, organisationId, lineId, cursor],
    queryFn: () =>
      take(
        api.GET('/api/payee-accounts', {
          params: {
            query: {
              show,
              // what waits is released together; the others are read page by page on a narrow screen
              ...(show === 'present' ? { limit: 10 } : {}),
              ...(organisationId ? { organisationId } : {}),
              ...(lineId ? { lineId } : {}),
              ...(cursor ? { cursor } : {}),
            },
          },
        }),
      ),
  });
}

export function useOwnAccounts() {
  return useQuery({ queryKey: [KEY, 'own'], queryFn: () => take(api.GET('/api/payee-accounts/own')) });
}

/** Every step with an account; other pages that show it ask again. */
export function useAccountSteps() {
  const queries = useQueryClient();
  const then = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
    const answer = await asked;
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    return answer;
  };
  return {
    release: (ids: readonly string[]) =>
      then(take(api.POST('/api/payee-accounts/release', { body: { ids: [...ids] } }))),
    refuse: (id: string, note: string) =>
      then(take(api.POST('/api/payee-accounts/{id}/refuse', { params: { path: { id } }, body: { note } }))),
    propose: (of: { readonly organisationId?: string; readonly lineId?: string }, details: AccountDetails) =>
      then(take(api.POST('/api/payee-accounts', { body: { ...of, ...details } }))),
    changeOwn: (details: AccountDetails) => then(take(api.POST('/api/payee-accounts/own', { body: { ...details } }))),
  };
}
