// Letters to print: the list, one of them, and taking one off the list.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

type State = 'waiting' | 'printed';

export function useLetters(state: State, cursor: string | undefined) {
  return useQuery({
    queryKey: ['letters', state, cursor ?? ''],
    queryFn: () => take(api.GET('/api/letters', { params: { query: { state, ...(cursor && { cursor }) } } })),
  });
}

export function useLetter(id: string) {
  return useQuery({
    queryKey: ['letters', id],
    queryFn: () => take(api.GET('/api/letters/{id}', { params: { path: { id } } })),
  });
}

export function usePrintedLetter() {
  const queries = useQueryClient();
  return async (id: string): Promise<void> => {
    await take(api.POST('/api/letters/{id}/print', { params: { path: { id } } }));
    await queries.invalidateQueries({ queryKey: ['letters'] });
  };
}
