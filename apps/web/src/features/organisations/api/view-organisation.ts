// One organisation with everything that it offers.
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export const organisationKey = (slug: string) => ['organisation', slug] as const;

export function useOrganisation(slug: string) {
  return useQuery({
    queryKey: organisationKey(slug),
    queryFn: () => take(api.GET('/api/organisations/{slug}', { params: { path: { slug } } })),
  });
}
