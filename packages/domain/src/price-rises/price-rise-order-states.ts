// The life of a price rise on one order: its buyer is asked and answers, or the council's uplift rule answers. Until then, and
// after a refusal to its end, the order keeps its price. Source: the domain notes, section 9 (price rises).

import type { Machine } from '../shared/state-machine.ts';

export const PRICE_RISE_ORDER_STATES = ['asked', 'accepted', 'refused', 'lapsed'] as const;
export type PriceRiseOrderState = (typeof PRICE_RISE_ORDER_STATES)[number];

export type PriceRiseOrderEvent = 'accept' | 'refuse' | 'acceptByRule' | 'refuseByRule' | 'lapse';

export const priceRiseOrderMachine: Machine<PriceRiseOrderState, PriceRiseOrderEvent, 'ask'> = {
  noun: 'price-rise-order',
  states: PRICE_RISE_ORDER_STATES,
  starts: { ask: { to: 'asked', action: 'price-rise.propose', emits: 'price-rise-order.asked' } },
  edges: {
    accept: {
      from: ['asked'],
      to: 'accepted',
      action: 'price-rise-order.answer',
      emits: 'price-rise-order.accepted',
    },
    refuse: { from: ['asked'], to: 'refused', action: 'price-rise-order.answer', emits: 'price-rise-order.refused' },
    acceptByRule: { from: ['asked'], to: 'accepted', action: null, emits: 'price-rise-order.accepted-by-rule' },
    refuseByRule: { from: ['asked'], to: 'refused', action: null, emits: 'price-rise-order.refused-by-rule' },
    // its provider took the rise back, or nothing of the order is left to come
    lapse: { from: ['asked'], to: 'lapsed', action: null, emits: 'price-rise-order.lapsed' },
  },
};
