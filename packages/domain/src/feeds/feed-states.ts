// The life of a feed that a council keeps: read every night until somebody stops that, and again when they want it.

import type { Machine } from '../shared/state-machine.ts';

const feedStates = ['open', 'stopped'] as const;
export type FeedState = (typeof feedStates)[number];

export const feedMachine: Machine<FeedState, 'stop' | 'resume', 'add'> = {
  noun: 'feed',
  states: feedStates,
  starts: { add: { to: 'open', action: 'feed.write', emits: 'feed.added' } },
  edges: {
    stop: { from: ['open'], to: 'stopped', action: 'feed.write', emits: 'feed.stopped' },
    resume: { from: ['stopped'], to: 'open', action: 'feed.write', emits: 'feed.resumed' },
  },
};
