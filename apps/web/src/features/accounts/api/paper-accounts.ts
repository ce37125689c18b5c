// Accounts that are handed over on paper: of whom, making one, and a new code for one.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type PaperLetter = operations['handOverAccount']['responses'][201]['content']['application/json'];
type NewAccount = operations['handOverAccount']['requestBody']['content']['application/json'];

export function usePaperAccounts(personId: string) {
  return useQuery({
    queryKey: ['paper-accounts', personId],
    queryFn: () => take(api.GET('/api/people/{id}/paper-accounts', { params: { path: { id: personId } } })),
  });
}

export function usePaperSteps(personId: string) {
  const queries = useQueryClient();
  const params = { path: { id: personId } };
  return {
    make: async (body: NewAccount): Promise<PaperLetter> => {
      const letter = await take(api.POST('/api/people/{id}/paper-accounts', { params, body }));
      await queries.invalidateQueries({ queryKey: ['paper-accounts', personId] });
      return letter;
    },
    newCode: (accountId: string): Promise<PaperLetter> =>
      take(api.POST('/api/people/{id}/paper-codes', { params, body: { accountId } })),
  };
}

/** A new code for any account of the council without an address. */
export function printPaperCode(accountId: string): Promise<PaperLetter> {
  return take(api.POST('/api/paper-codes', { body: { accountId } }));
}
