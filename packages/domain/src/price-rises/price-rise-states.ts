// The life of a price rise: an agreed rate's is proposed to the council, which accepts or refuses it; a public price's is
// announced. Orders that run keep their price until their own answer (price-rise-order-states.ts).
// Source: the domain notes, section 9 (price rises).

import type { Machine } from '../shared/state-machine.ts';

export const PRICE_RISE_STATES = ['proposed', 'announced', 'accepted', 'refused', 'withdrawn'] as const;
export type PriceRiseState = (typeof PRICE_RISE_STATES)[number];

/** The states in which the buyers of orders that run are asked. */
export const ASKING_PRICE_RISE_STATES = ['announced', 'accepted'] as const satisfies readonly PriceRiseState[];

export type PriceRiseEvent = 'accept' | 'refuse' | 'acceptByRule' | 'refuseByRule' | 'withdraw';

export const priceRiseMachine: Machine<PriceRiseState, PriceRiseEvent, 'propose' | 'announce'> = {
  noun: 'price-rise',
  states: PRICE_RISE_STATES,
  starts: {
    propose: { to: 'proposed', action: 'price-rise.propose', emits: 'price-rise.proposed' },
    announce: { to: 'announced', action: 'price-rise.propose', emits: 'price-rise.announced' },
  },
  edges: {
    accept: { from: ['proposed'], to: 'accepted', action: 'price-rise.decide', emits: 'price-rise.accepted' },
    refuse: { from: ['proposed'], to: 'refused', action: 'price-rise.decide', emits: 'price-rise.refused' },
    // the council's uplift rule answers before any officer is asked
    acceptByRule: { from: ['proposed'], to: 'accepted', action: null, emits: 'price-rise.accepted-by-rule' },
    refuseByRule: { from: ['proposed'], to: 'refused', action: null, emits: 'price-rise.refused-by-rule' },
    withdraw: {
      from: ['proposed', 'announced'],
      to: 'withdrawn',
      action: 'price-rise.propose',
      emits: 'price-rise.withdrawn',
    },
  },
};
