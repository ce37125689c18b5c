// The life of a listing: what nobody has confirmed for long is first marked as stale, then hidden, never silently wrong.
// Source: domain.md section 8 (trust marks with a date).

import type { Machine } from '../shared/state-machine.ts';

export const LISTING_STATES = ['published', 'stale', 'hidden'] as const;
export type ListingState = (typeof LISTING_STATES)[number];

export const LISTING_EVENTS = ['confirm', 'markStale', 'hide', 'show'] as const;
export type ListingEvent = (typeof LISTING_EVENTS)[number];

export const listingMachine: Machine<ListingState, ListingEvent, 'import'> = {
  noun: 'listing',
  states: LISTING_STATES,
  starts: {
    import: { to: 'published', action: 'import.community', emits: 'listing.imported' },
  },
  edges: {
    confirm: { from: ['published', 'stale'], to: 'published', action: null, emits: 'listing.confirmed' },
    // for so long nobody has said that it is right (listing-age.ts); its provider is told
    markStale: { from: ['published'], to: 'stale', action: null, emits: 'listing.marked-stale' },
    // nor since it was marked
    hide: { from: ['stale'], to: 'hidden', action: null, emits: 'listing.hidden' },
    // its provider, or a file that says something new of it, confirms it after all
    show: { from: ['hidden'], to: 'published', action: null, emits: 'listing.shown' },
  },
};

/** States in which anyone can find the listing; a stale one is found with its warning. */
export const VISIBLE_LISTING_STATES = ['published', 'stale'] as const satisfies readonly ListingState[];
