// The life of a basket: filled while it is open, and placed once, so that two presses of a button place one order.

import type { Machine } from '../shared/state-machine.ts';

export const BASKET_STATES = ['open', 'placed'] as const;
type BasketState = (typeof BASKET_STATES)[number];

export const basketMachine: Machine<BasketState, 'place', 'open'> = {
  noun: 'basket',
  states: BASKET_STATES,
  starts: { open: { to: 'open', action: 'basket.edit', emits: 'basket.opened' } },
  edges: { place: { from: ['open'], to: 'placed', action: 'basket.place', emits: 'basket.placed' } },
};
