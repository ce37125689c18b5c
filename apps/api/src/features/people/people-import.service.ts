// The write side of people: what imports and the demonstration council call, in their own transaction.

import type { Tx } from '@support-market/db/pool';
import { type Actor, recordAudit } from '../../platform/audit.repo.ts';
import { newId } from '../../platform/ids.ts';
import { begin } from '../../platform/transitions.repo.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import { type NewPerson, type SavedPerson, savePeople } from './people-import.repo.ts';

export type { NewPerson, SavedPerson } from './people-import.repo.ts';

const BATCH = 1_000;

/**
 * Creates people, or updates those whose row changed; answers one outcome a person in the order given. The same rows
 * again change nothing. References within one call must differ (RangeError), as one row would hide the other.
 */
export async function createPeople(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  people: readonly NewPerson[],
): Promise<SavedPerson[]> {
  if (new Set(people.map(({ reference }) => reference)).size < people.length) {
    throw new RangeError('two people in one call have the same reference');
  }
  const saved: SavedPerson[] = [];
  for (let start = 0; start < people.length; start += BATCH) {
    const batch = people.slice(start, start + BATCH);
    const ids = batch.map(() => newId(clock, 'person'));
    const outcomes = await savePeople(tx, actor.councilId, batch, ids);
    const of = (wanted: SavedPerson['outcome']) =>
      outcomes.flatMap(({ outcome, personId }) => (outcome === wanted ? [{ id: personId, personId }] : []));
    await begin({ tx, clock, actor }, 'people', 'take-in', of('created'), { audit: ({ personId }) => ({ personId }) });
    await recordAudit(
      tx,
      clock,
      actor,
      ...of('changed').map(({ personId }) => ({
        event: 'person.changed',
        noun: 'person',
        recordId: personId,
        personId,
      })),
    );
    saved.push(...outcomes);
  }
  return saved;
}
