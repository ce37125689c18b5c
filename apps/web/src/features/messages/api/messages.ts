// The viewer's messages, and marking one read.
import type { operations } from '@support-market/api-client/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type Message = operations['listMessages']['responses'][200]['content']['application/json']['items'][number];

export type MessagesQuestion = {
  readonly person?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number;
};

export function useMessages(question: MessagesQuestion) {
  const query = {
    ...(question.person ? { person: question.person } : {}),
    ...(question.cursor ? { cursor: question.cursor } : {}),
    ...(question.limit ? { limit: question.limit } : {}),
  };
  return useQuery({
    queryKey: ['messages', query],
    queryFn: () => take(api.GET('/api/messages', { params: { query } })),
  });
}

/** How many messages are unread, for the top of every page: 0 while not `enabled`, and asked for every few minutes. */
export function useUnreadCount(enabled: boolean): number {
  const { data } = useQuery({
    queryKey: ['messages', 'unread'],
    queryFn: () => take(api.GET('/api/messages', { params: { query: { limit: 1 } } })),
    enabled,
    staleTime: 60_000,
    refetchInterval: 180_000,
    select: ({ unread }) => unread,
  });
  return data ?? 0;
}

export function useReadMessage() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => take(api.POST('/api/messages/{id}/read', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['messages'] }),
  });
}
