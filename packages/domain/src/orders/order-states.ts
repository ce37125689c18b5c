// The life of an order, from placing to its end: money is reserved in every state that may still lead to a visit.
// Source: domain.md section 9 (ordering, approval, declining with a reason, pauses, cancelling).

import type { Machine } from '../shared/state-machine.ts';

export const ORDER_STATES = [
  'awaiting-approval',
  'placed',
  'times-proposed',
  'accepted',
  'paused',
  'completed',
  'declined',
  'refused',
  'cancelled',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_EVENTS = [
  'approve',
  'refuse',
  'accept',
  'decline',
  'proposeTimes',
  'agreeTimes',
  'pause',
  'resume',
  'cancel',
  'complete',
] as const;
export type OrderEvent = (typeof ORDER_EVENTS)[number];

export const orderMachine: Machine<OrderState, OrderEvent> = {
  noun: 'order',
  states: ORDER_STATES,
  initial: ['awaiting-approval', 'placed'],
  edges: {
    approve: { from: ['awaiting-approval'], to: 'placed', action: null, emits: 'order.approved' },
    refuse: { from: ['awaiting-approval'], to: 'refused', action: null, emits: 'order.refused' },
    accept: { from: ['placed'], to: 'accepted', action: 'order.decide', emits: 'order.accepted' },
    decline: { from: ['placed'], to: 'declined', action: 'order.decide', emits: 'order.declined' },
    proposeTimes: { from: ['placed'], to: 'times-proposed', action: 'order.decide', emits: 'order.times-proposed' },
    agreeTimes: { from: ['times-proposed'], to: 'accepted', action: 'basket.place', emits: 'order.times-agreed' },
    pause: { from: ['accepted'], to: 'paused', action: 'order.cancel', emits: 'order.paused' },
    resume: { from: ['paused'], to: 'accepted', action: 'order.cancel', emits: 'order.resumed' },
    cancel: {
      from: ['awaiting-approval', 'placed', 'times-proposed', 'accepted', 'paused'],
      to: 'cancelled',
      action: 'order.cancel',
      emits: 'order.cancelled',
    },
    complete: { from: ['accepted', 'paused'], to: 'completed', action: null, emits: 'order.completed' },
  },
};

/** States in which the order still holds reserved money for what has not been delivered. */
export const ORDER_STATES_HOLDING_MONEY = [
  'awaiting-approval',
  'placed',
  'times-proposed',
  'accepted',
  'paused',
] as const satisfies readonly OrderState[];
