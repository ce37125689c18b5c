// The life of a listing: its owner starts it as a draft, or a file brings it. Where its council looks first, its owner sends it, and
// the council approves it or says what has to change. What was not confirmed for long is first
// marked as stale, then hidden, never silently wrong. Its council may withhold it from everybody, and only the council ends that. What a
// list no longer names is withdrawn until it does again.
// Source: the domain notes, section 8 (trust marks with a date).

import type { Machine } from '../shared/state-machine.ts';

export const LISTING_STATES = [
  'draft',
  'submitted',
  'changes-asked',
  'published',
  'stale',
  'hidden',
  'withheld',
  'withdrawn',
] as const;
export type ListingState = (typeof LISTING_STATES)[number];

export const LISTING_EVENTS = [
  ...(['submit', 'approve', 'askForChanges', 'takeDown'] as const),
  ...(['publish', 'confirm', 'markStale', 'hide', 'show', 'withhold', 'showAgain'] as const),
  ...(['miss', 'withdraw', 'bringBack'] as const),
] as const;
export type ListingEvent = (typeof LISTING_EVENTS)[number];

export const listingMachine: Machine<ListingState, ListingEvent, 'import' | 'owner'> = {
  noun: 'listing',
  states: LISTING_STATES,
  starts: {
    import: { to: 'published', action: 'import.community', emits: 'listing.imported' },
    owner: { to: 'draft', action: 'listing.add', emits: 'listing.drafted' },
  },
  edges: {
    // once it says what people need to know (ready-to-publish.ts)
    publish: { from: ['draft', 'changes-asked'], to: 'published', action: 'listing.edit', emits: 'listing.published' },
    // the same, where its council looks first (store-kinds.ts)
    submit: { from: ['draft', 'changes-asked'], to: 'submitted', action: 'listing.edit', emits: 'listing.submitted' },
    approve: { from: ['submitted'], to: 'published', action: 'listing.review', emits: 'listing.approved' },
    // with reasons, which its owner reads, mends and sends again
    askForChanges: {
      from: ['submitted'],
      to: 'changes-asked',
      action: 'listing.review',
      emits: 'listing.changes-asked',
    },
    // its owner takes it back: no one else sees it, and no file shows it, until it is sent again
    takeDown: {
      from: ['submitted', 'changes-asked', 'published', 'stale', 'hidden'],
      to: 'draft',
      action: 'listing.edit',
      emits: 'listing.taken-down',
    },
    confirm: { from: ['published', 'stale'], to: 'published', action: null, emits: 'listing.confirmed' },
    // for so long it was not said to be right (listing-age.ts); its provider is told
    markStale: { from: ['published'], to: 'stale', action: null, emits: 'listing.marked-stale' },
    // nor since it was marked
    hide: { from: ['stale'], to: 'hidden', action: null, emits: 'listing.hidden' },
    // its provider, or a file that says something new of it, confirms it after all
    show: { from: ['hidden'], to: 'published', action: null, emits: 'listing.shown' },
    // an officer hides it with a reason: neither its provider nor a file shows it while that holds
    withhold: {
      from: ['published', 'stale', 'hidden'],
      to: 'withheld',
      action: 'listing.withhold',
      emits: 'listing.withheld',
    },
    // the feed that it came from did not name it this time
    miss: { from: ['published', 'stale'], to: 'hidden', action: null, emits: 'listing.missed' },
    // the list that it came from no longer names it
    withdraw: { from: ['published', 'stale', 'hidden'], to: 'withdrawn', action: null, emits: 'listing.withdrawn' },
    // and then names it again
    bringBack: { from: ['withdrawn'], to: 'published', action: null, emits: 'listing.brought-back' },
    showAgain: { from: ['withheld'], to: 'published', action: 'listing.withhold', emits: 'listing.shown-again' },
  },
};
