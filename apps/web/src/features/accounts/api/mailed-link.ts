// Whether the link in a mail still works, as the server found when it drew the page. The app hears of it when the link is used.
import { useQuery } from '@tanstack/react-query';

export const mailedLinkKey = (token: string) => ['mailed-links', token] as const;

/** False for a link that is known to work no more. */
export function useMayWork(token: string): boolean {
  const { data } = useQuery<boolean>({ queryKey: mailedLinkKey(token), enabled: false });
  return data !== false;
}
