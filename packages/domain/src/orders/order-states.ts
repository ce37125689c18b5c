// The life of an order, from placing to its end: money is reserved in every state that may still lead to a visit.
// Source: the domain notes, section 9 (ordering, declining with a reason, cancelling).

import type { Machine } from '../shared/state-machine.ts';

export const ORDER_STATES = ['placed', 'accepted', 'declined', 'cancelled', 'completed'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** Orders whose visits are recorded. Cancelling calls off what is still to come; what had begun by then is still told of. */
export const RECORDABLE_ORDER_STATES: readonly string[] = [
  'accepted',
  'completed',
  'cancelled',
] satisfies readonly OrderState[];

export const ORDER_EVENTS = ['accept', 'decline', 'cancel', 'complete', 'end', 'putBack'] as const;
export type OrderEvent = (typeof ORDER_EVENTS)[number];

export const orderMachine: Machine<OrderState, OrderEvent, 'place'> = {
  noun: 'order',
  states: ORDER_STATES,
  starts: { place: { to: 'placed', action: 'basket.place', emits: 'order.placed' } },
  edges: {
    accept: { from: ['placed'], to: 'accepted', action: 'order.decide', emits: 'order.accepted' },
    decline: { from: ['placed'], to: 'declined', action: 'order.decide', emits: 'order.declined' },
    cancel: { from: ['placed', 'accepted'], to: 'cancelled', action: 'order.cancel', emits: 'order.cancelled' },
    // the person, their money or the authority behind the order ended: what has begun by then is still told of
    end: { from: ['placed', 'accepted'], to: 'cancelled', action: null, emits: 'order.ended' },
    // an officer undoes a no that was said by mistake: the provider is asked again
    putBack: { from: ['declined'], to: 'placed', action: 'order.put-back', emits: 'order.put-back' },
    complete: { from: ['accepted'], to: 'completed', action: null, emits: 'order.completed' },
  },
};
