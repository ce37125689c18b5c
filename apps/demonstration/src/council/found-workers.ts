// Sets up whom each organisation of a made-up council sends: the teams of the fixture, with references where there are many.

import { systemActor } from '@support-market/api/platform/audit.repo';
import { newId } from '@support-market/api/platform/ids';
import { begin } from '@support-market/api/platform/transitions.repo';
import { insertWorkers } from '@support-market/api/platform/workers.repo';
import type { Provider } from '../fixtures/providers.ts';
import type { Founding } from './council-shapes.ts';

/** The ids of each organisation's workers, in the order of its team. */
export async function writeWorkers(
  { tx, clock }: Founding,
  councilId: string,
  providers: readonly Provider[],
  organisationIds: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const work = { tx, clock, actor: systemActor(councilId, 'import') };
  const teams = providers.map(({ key, size, workers }) => ({
    key,
    team: workers.map((name, index) => ({
      id: newId(clock, 'worker'),
      organisationId: organisationIds.get(key) ?? '',
      name,
      // what has a rota has numbers for the people on it
      reference: size === 'large' || size === 'medium' ? `${101 + index}` : null,
      lastDate: null,
    })),
  }));
  const everyone = teams.flatMap(({ team }) => team);
  await insertWorkers(work, everyone);
  await begin(work, 'workers', 'add', everyone, {
    audit: ({ name, reference }) => ({ details: { name, reference: reference ?? '' } }),
  });
  return new Map(teams.map(({ key, team }) => [key, team.map(({ id }) => id)]));
}
