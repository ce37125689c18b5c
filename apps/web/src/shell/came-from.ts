// Which of our pages a person came from. It stays with the step in the browser's own history, so a way back leads where they have been.
import { useLocation } from 'react-router';

/** What every link of ours keeps with the step it makes. */
export type CameFrom = { readonly from: string };

/** The address of the page whose link led here; null where the address was typed, mailed or opened in a new tab. */
export function useCameFrom(): string | null {
  const state: unknown = useLocation().state;
  return typeof state === 'object' && state !== null && 'from' in state && typeof state.from === 'string'
    ? state.from
    : null;
}
