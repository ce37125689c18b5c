// Who has been asked to join the council, and withdrawing what was asked.
import type { operations } from '@support-market/api-client/schema';
import { api, take } from '../../../api/client.ts';
import { type LongList, useLongList } from './long-list.ts';

export type Invitation =
  operations['listInvitations']['responses'][200]['content']['application/json']['items'][number];

export function useInvitations(): LongList<Invitation> {
  return useLongList({
    key: 'invitations',
    page: (query) => take(api.GET('/api/invitations', { params: { query } })),
    end: (id) => take(api.DELETE('/api/invitations/{id}', { params: { path: { id } } })),
  });
}
