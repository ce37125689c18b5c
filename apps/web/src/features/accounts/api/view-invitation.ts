// What the link in a mail invites to.
import type { operations } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { isProblem } from '../../../api/problem.ts';

export type InvitationSeen = operations['seeInvitation']['responses'][200]['content']['application/json'];

export const invitationKey = (token: string) => ['invitations', token] as const;

async function view(token: string): Promise<InvitationSeen | null> {
  try {
    return await take(api.POST('/api/invitations/view', { body: { token } }));
  } catch (error) {
    if (isProblem(error) && error.code === 'token.not_valid') return null;
    throw error;
  }
}

/** Null for a link that no longer works. */
export function useInvitation(token: string, enabled: boolean) {
  return useQuery({ queryKey: invitationKey(token), queryFn: () => view(token), enabled });
}
