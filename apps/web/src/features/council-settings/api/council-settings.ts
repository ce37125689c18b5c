// What the council chose, what held before, and choosing.
import type { operations } from '@support-market/api-client/schema';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

type Answer = operations['listCouncilSettings']['responses'][200]['content']['application/json'];
export type Setting = Answer['items'][number];
export type SettingValue = Setting['value'];
type History = operations['viewSettingHistory']['responses'][200]['content']['application/json'];

export function useCouncilSettings(): UseQueryResult<Answer> {
  return useQuery({ queryKey: ['council-settings'], queryFn: () => take(api.GET('/api/council-settings')) });
}

export function useSettingHistory(key: Setting['key'], cursor: string | null): UseQueryResult<History> {
  return useQuery({
    queryKey: ['council-settings', key, cursor],
    queryFn: () =>
      take(
        api.GET('/api/council-settings/{key}/history', {
          params: { path: { key }, query: cursor === null ? {} : { cursor } },
        }),
      ),
  });
}

/** Sends a choice; what shows settings, and the council's own pages, is asked for again. */
export function useChooseSetting() {
  const queries = useQueryClient();
  return async (body: {
    readonly key: Setting['key'];
    readonly value: SettingValue;
    readonly fromDate: string;
    readonly reason: string;
  }): Promise<void> => {
    await take(api.POST('/api/council-settings', { body }));
    await queries.invalidateQueries({ queryKey: ['council-settings'] });
    await queries.invalidateQueries({ queryKey: ['councils'] });
  };
}
