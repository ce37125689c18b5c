import { describe, expect, it } from 'vitest';
import { orderMachine } from '../orders/order-states.ts';
import { paymentRunMachine } from '../payments/payment-run-states.ts';
import { paymentMachine } from '../payments/payment-states.ts';
import { MACHINES } from './machines.ts';
import { eventsFrom, type Machine, machineFaults, nextState, toMermaid } from './state-machine.ts';

const machines = Object.values(MACHINES) as unknown as readonly Machine<string, string>[];

describe('every state machine', () => {
  it.each(machines.map((machine) => [machine.noun, machine] as const))(
    'of a %s reaches every state and names no unknown one',
    (_noun, machine) => {
      expect(machineFaults(machine)).toEqual([]);
    },
  );

  it.each(machines.map((machine) => [machine.noun, machine] as const))(
    'of a %s answers every state and event: a step along an edge, or a refusal that says what is possible',
    (_noun, machine) => {
      for (const state of machine.states) {
        for (const event of Object.keys(machine.edges)) {
          const result = nextState(machine, state, event);
          const edge = machine.edges[event];
          if (edge?.from.includes(state)) {
            expect(result).toEqual({
              ok: true,
              value: { from: state, to: edge.to, action: edge.action, emits: edge.emits },
            });
          } else {
            expect(result).toMatchObject({
              ok: false,
              code: 'state.not_allowed',
              details: { state, event, allowed: eventsFrom(machine, state) },
            });
          }
        }
      }
    },
  );

  it('reports an edge to nowhere, a state out of reach and a name out of shape', () => {
    const broken: Machine<string, string> = {
      noun: 'lamp',
      states: ['off', 'on', 'lost'],
      starts: { make: { to: 'off', action: null, emits: 'bulb.made' } },
      edges: { press: { from: ['off'], to: 'bright', action: null, emits: 'lamp.PRESSED' } },
    };
    expect(machineFaults(broken)).toEqual([
      'press names the unknown state bright',
      'make emits the event of another noun: bulb.made',
      'press emits a name out of shape: lamp.PRESSED',
      'on cannot be reached',
      'lost cannot be reached',
    ]);
  });

  it('draws itself', () => {
    expect(toMermaid(paymentMachine as unknown as Machine<string, string>)).toBe(
      [
        'stateDiagram-v2',
        '  [*] --> pending: propose',
        '  pending --> sent: send',
        '  pending --> dropped: drop',
        '  sent --> paid: pay',
        '  sent --> returned: returnPayment',
        '  paid --> returned: returnPayment',
        '  returned --> [*]',
        '  dropped --> [*]',
        '',
      ].join('\n'),
    );
    const spaced: Machine<string, string> = { noun: 'lamp', states: ['not-lit'], starts: {}, edges: {} };
    expect(toMermaid(spaced)).toContain('state "not-lit" as not_lit');
  });

  it('lets no payment run be cancelled once its file exists', () => {
    for (const state of ['emitted', 'sent', 'settled'] as const) {
      expect(nextState(paymentRunMachine, state, 'cancel').ok).toBe(false);
    }
  });

  it('never sends a payment twice', () => {
    expect(nextState(paymentMachine, 'returned', 'send').ok).toBe(false);
    expect(nextState(paymentMachine, 'sent', 'send').ok).toBe(false);
  });

  it('holds money for an order in exactly the states in which it can be cancelled or end', () => {
    const holding = ['placed', 'accepted'];
    expect([orderMachine.edges.cancel.from, orderMachine.edges.end.from]).toEqual([holding, holding]);
    // what was given back is set aside again only where an officer undoes a no
    const others = orderMachine.states.filter((state) => !holding.includes(state));
    expect(others.flatMap((state) => eventsFrom(orderMachine, state))).toEqual(['putBack']);
  });
});
