// Sends a file of what workers did, and reads which rows were taken and why others were not.
import type { paths as apiPaths } from '@support-market/api-client/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callRaw } from '../../../api/client.ts';
import { VISITS_KEY } from './list-visits.ts';

export type ActualsResult = apiPaths['/api/actuals']['post']['responses'][200]['content']['application/json'];
export type RejectedRow = ActualsResult['rejected'][number];

export function useUploadActuals() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (file: File): Promise<ActualsResult> => {
      const body = new FormData();
      body.append('file', file);
      const answer = await callRaw('/api/actuals', { method: 'POST', body });
      return answer.json();
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [VISITS_KEY] }),
  });
}
