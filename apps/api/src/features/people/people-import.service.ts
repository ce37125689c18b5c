// The write side of people: what imports and the demonstration council call, in their own transaction.

import type { Tx } from '@support-market/db/pool';
import { type Actor, recordAudit } from '../../platform/audit.repo.ts';
import { newId } from '../../platform/ids.ts';
import { sayRecorded } from '../../platform/recorded-words.ts';
import { begin, step, type Work } from '../../platform/transitions.repo.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import { forgetPeople, type NewPerson, type SavedPerson, savePeople, takenBack } from './people-import.repo.ts';

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
    const again = await takenBack(
      tx,
      actor.councilId,
      outcomes.map(({ personId }) => personId),
    );
    await step({ tx, clock, actor }, 'people', 'take-in-again', again, { set: { last_day: null }, audit: null });
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

/** Takes back people whom an import brought: nothing that was known of them stays but the council's reference. */
export async function takeBackPeople(work: Work, ids: readonly string[]): Promise<void> {
  await step(
    work,
    'people',
    'take-back',
    ids.map((id) => ({ id })),
    {
      set: { last_day: work.clock.today() },
      audit: ({ id }) => ({ personId: id }),
    },
  );
  await forgetPeople(work.tx, work.actor.councilId, ids, sayRecorded('person-taken-back'));
}
