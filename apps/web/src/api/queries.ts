// How long what was read stays fresh, and what is worth asking twice.
import { QueryClient } from '@tanstack/react-query';
import { isProblem } from './problem.ts';

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        // A refusal stays a refusal; only silence and our own faults are worth a second try.
        retry: (tries, error) => tries < 1 && (!isProblem(error) || error.status === 0 || error.status >= 500),
      },
      mutations: { retry: false },
    },
  });
}
