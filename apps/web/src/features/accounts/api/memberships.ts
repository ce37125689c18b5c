// Who has which role in the council, and ending a role.
import type { operations } from '@support-market/api-client/schema';
import { api, take } from '../../../api/client.ts';
import { type LongList, useLongList } from './long-list.ts';

export type Member = operations['listMembers']['responses'][200]['content']['application/json']['items'][number];

export function useMemberships(): LongList<Member> {
  return useLongList({
    key: 'memberships',
    page: (query) => take(api.GET('/api/memberships', { params: { query } })),
    end: (id) => take(api.DELETE('/api/memberships/{id}', { params: { path: { id } } })),
  });
}
