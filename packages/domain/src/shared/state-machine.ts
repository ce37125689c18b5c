// One shape for every state machine, so that an impossible change of state is refused in one place, the screen knows
// which buttons exist, and the diagrams in docs/generated are drawn from the rules and not from memory.

import type { ProtectedAction } from '../access/permissions.ts';
import type { CodeOf } from './problems.ts';
import { ok, type Result, refuse } from './result.ts';

export type Edge<State extends string> = {
  readonly from: readonly State[];
  readonly to: State;
  /** The row of the permission table that a person needs; null where only the program itself takes the step. */
  readonly action: ProtectedAction | null;
  /** The event that history, audit and jobs see: "invoice.approved". */
  readonly emits: string;
};

/** How a new one comes to be: "place" makes an order that is placed. */
export type Start<State extends string> = Omit<Edge<State>, 'from'>;

export type Machine<State extends string, Event extends string, Starting extends string = string> = {
  /** As audit and history name it: "payment-run". */
  readonly noun: string;
  readonly states: readonly State[];
  readonly starts: { readonly [Name in Starting]: Start<State> };
  readonly edges: { readonly [Name in Event]: Edge<State> };
};

export type Step<State extends string> = {
  readonly from: State;
  readonly to: State;
  readonly action: ProtectedAction | null;
  readonly emits: string;
};

/** The step an event makes from a state; `state.not_allowed` with what could be done instead. */
export function nextState<State extends string, Event extends string>(
  machine: Machine<State, Event>,
  state: State,
  event: Event,
): Result<Step<State>, CodeOf<'state.not_allowed'>> {
  const edge: Edge<State> = machine.edges[event];
  if (!edge.from.includes(state)) {
    return refuse('state.not_allowed', { noun: machine.noun, state, event, allowed: eventsFrom(machine, state) });
  }
  return ok({ from: state, to: edge.to, action: edge.action, emits: edge.emits });
}

/** Every event that may happen in a state, in the order of the table. */
export function eventsFrom<State extends string, Event extends string>(
  machine: Machine<State, Event>,
  state: State,
): readonly Event[] {
  return (Object.keys(machine.edges) as Event[]).filter((event) => machine.edges[event].from.includes(state));
}

/** States from which nothing more can happen. */
export function finalStates<State extends string, Event extends string>(
  machine: Machine<State, Event>,
): readonly State[] {
  return machine.states.filter((state) => eventsFrom(machine, state).length === 0);
}

/**
 * What is wrong with a machine: unknown states on an edge, states out of reach, names out of shape or of another noun.
 * @proof A test asks it of every machine.
 */
export function machineFaults<State extends string, Event extends string>(
  machine: Machine<State, Event>,
): readonly string[] {
  const faults: string[] = [];
  const known = new Set<string>(machine.states);
  const starts = Object.entries<Start<State>>(machine.starts);
  const reached = new Set<string>(starts.map(([, start]) => start.to));
  for (const [name, start] of starts)
    if (!known.has(start.to)) faults.push(`${name} names the unknown state ${start.to}`);
  const edges = Object.entries(machine.edges) as [Event, Edge<State>][];
  for (const [event, edge] of edges) {
    for (const state of [...edge.from, edge.to]) {
      if (!known.has(state)) faults.push(`${event} names the unknown state ${state}`);
    }
    if (edge.from.length === 0) faults.push(`${event} starts nowhere`);
  }
  for (const [name, { emits }] of [...starts, ...edges]) {
    if (!/^[a-z-]+\.[a-z-]+$/.test(emits)) faults.push(`${name} emits a name out of shape: ${emits}`);
    if (!emits.startsWith(`${machine.noun}.`)) faults.push(`${name} emits the event of another noun: ${emits}`);
  }
  for (let grew = true; grew; ) {
    grew = false;
    for (const [, edge] of edges) {
      if (!reached.has(edge.to) && edge.from.some((state) => reached.has(state))) {
        reached.add(edge.to);
        grew = true;
      }
    }
  }
  for (const state of machine.states) if (!reached.has(state)) faults.push(`${state} cannot be reached`);
  return faults;
}

/** The machine as a Mermaid state diagram for docs/generated/states. */
export function toMermaid<State extends string, Event extends string>(machine: Machine<State, Event>): string {
  const id = (state: string) => state.replaceAll('-', '_');
  const lines = ['stateDiagram-v2'];
  for (const state of machine.states) if (state.includes('-')) lines.push(`  state "${state}" as ${id(state)}`);
  for (const [name, { to }] of Object.entries<Start<State>>(machine.starts)) lines.push(`  [*] --> ${id(to)}: ${name}`);
  for (const [event, edge] of Object.entries(machine.edges) as [Event, Edge<State>][]) {
    for (const from of edge.from) lines.push(`  ${id(from)} --> ${id(edge.to)}: ${event}`);
  }
  for (const state of finalStates(machine)) lines.push(`  ${id(state)} --> [*]`);
  return `${lines.join('\n')}\n`;
}
