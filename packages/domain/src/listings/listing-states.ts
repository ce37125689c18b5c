// The life of a listing: what nobody has confirmed for long is first marked as stale, then hidden, never silently wrong.
// Source: domain.md section 8 (trust marks with a date).

import type { Machine } from '../shared/state-machine.ts';

export const LISTING_STATES = ['draft', 'published', 'stale', 'hidden'] as const;
export type ListingState = (typeof LISTING_STATES)[number];

export const LISTING_EVENTS = ['publish', 'confirm', 'markStale', 'hide', 'show'] as const;
export type ListingEvent = (typeof LISTING_EVENTS)[number];

export const listingMachine: Machine<ListingState, ListingEvent, 'draft' | 'import'> = {
  noun: 'listing',
  states: LISTING_STATES,
  starts: {
    draft: { to: 'draft', action: 'import.community', emits: 'listing.drafted' },
    import: { to: 'published', action: 'import.community', emits: 'listing.imported' },
  },
  edges: {
    publish: { from: ['draft'], to: 'published', action: 'import.community', emits: 'listing.published' },
    confirm: { from: ['published', 'stale'], to: 'published', action: null, emits: 'listing.confirmed' },
    markStale: { from: ['published'], to: 'stale', action: null, emits: 'listing.marked-stale' },
    hide: { from: ['draft', 'published', 'stale'], to: 'hidden', action: null, emits: 'listing.hidden' },
    show: { from: ['hidden'], to: 'published', action: null, emits: 'listing.shown' },
  },
};

/** States in which anyone can find the listing; a stale one is found with its warning. */
export const VISIBLE_LISTING_STATES = ['published', 'stale'] as const satisfies readonly ListingState[];
