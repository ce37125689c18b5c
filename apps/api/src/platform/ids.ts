// New identifiers, drawn from the clock port so that the demonstration council is the same on every machine.

import { type IdNoun, makeId } from '@support-market/domain/shared/ids';
import type { Clock } from '../ports/clock/clock.ts';

export function newId(clock: Clock, noun: IdNoun): string {
  return makeId(noun, clock.now().epochMilliseconds, clock.random(10));
}
