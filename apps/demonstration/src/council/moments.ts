// Keeps what is going to happen in the order in which it will, however it was planned: a binary heap, the earliest first.

/** A moment of the story at which something happens. */
interface Moment {
  readonly at: number;
  /** Of two at the same time, the one that was planned first happens first. */
  readonly serial: number;
  readonly happen: () => void;
}

export interface Moments {
  /** `at` in milliseconds since 1970. */
  readonly plan: (at: number, happen: () => void) => void;
  /** Lets everything before a moment happen, and what that brings about before it too. */
  readonly happenUntil: (end: number) => void;
}

/** A heap with nothing in it yet. */
export function noMoments(): Moments {
  const heap: Moment[] = [];
  let serial = 0;
  return {
    plan: (at, happen) => {
      serial += 1;
      push(heap, { at, serial, happen });
    },
    happenUntil: (end) => {
      while (heap[0] !== undefined && heap[0].at < end) pop(heap)?.happen();
    },
  };
}

function isBefore(a: Moment, b: Moment): boolean {
  return a.at < b.at || (a.at === b.at && a.serial < b.serial);
}

function push(heap: Moment[], moment: Moment): void {
  let at = heap.push(moment) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above];
    if (!parent || !isBefore(moment, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = moment;
}

function pop(heap: Moment[]): Moment | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    const leftAt = 2 * at + 1;
    const left = heap[leftAt];
    if (!left) break;
    const right = heap[leftAt + 1];
    const smaller = right && isBefore(right, left) ? leftAt + 1 : leftAt;
    const child = heap[smaller];
    if (!child || !isBefore(child, last)) break;
    heap[at] = child;
    at = smaller;
  }
  heap[at] = last;
  return first;
}
