// Sets up one made-up council: its places, its providers and community groups, its people with their money, and who acts
// for whom. Everything that a council would import goes through the functions that imports go through.

import { insertChoices } from '@support-market/api/features/council-settings/council-settings.repo';
import {
  proposeFunderAccount,
  releaseFunderAccount,
} from '@support-market/api/features/funders/funder-accounts.service';
import { insertFunders } from '@support-market/api/features/funders/new-funders.repo';
import { openSource } from '@support-market/api/features/listings/catalogue-facts.repo';
import { refreshPlaces } from '@support-market/api/features/listings/listing-writes.repo';
import { newId } from '@support-market/api/platform/ids';
import { accountChecker, fictionalAccount } from '@support-market/api/ports/bank-files/account-check';
import type { SettableClock } from '@support-market/api/ports/clock/clock';
import { insertCouncil } from '@support-market/api/workflows/councils.repo';
import type { Tx } from '@support-market/db/pool';
import { nameCouncil } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { chanceOf } from '../fixtures/random.ts';
import { insertAccounts, insertAgreements, insertPlaces } from './basics.repo.ts';
import type { CouncilFixture, Founding, LoadedCouncil, LoadedPerson } from './council-shapes.ts';
import { madeUpChoices } from './council-words.ts';
import { planAccounts, writeAuthority } from './found-accounts.ts';
import { writeCatalogue } from './found-catalogue.ts';
import { writeOrganisations } from './found-organisations.ts';
import { writeMoney, writePeople } from './found-people.ts';
import { writePhotos } from './found-photos.ts';
import { writeWorkers } from './found-workers.ts';
import type { Timeline } from './timeline.ts';

/** Everything that a council has before its first order. The clock stands a few days before the story's first day. */
export async function foundCouncil(
  tx: Tx,
  clock: SettableClock,
  fixture: CouncilFixture,
  timeline: Timeline,
  passwordHash: string,
): Promise<LoadedCouncil> {
  const check = accountChecker();
  const bankAccount = (index: number) => fictionalAccount(fixture.bankSequence + index, check);
  const founding: Founding = {
    tx,
    clock,
    fixture,
    source: `demonstration-${fixture.slug}`,
    timeline,
    passwordHash,
    bankAccount,
  };
  const councilId = newId(clock, 'council');
  const home = fixture.places[0];
  if (!home) throw new RangeError('a council without places');
  await insertCouncil(tx, {
    id: councilId,
    slug: fixture.slug,
    name: fixture.name,
    code: fixture.code,
    addressLine: fixture.addressLine,
    city: fixture.city,
    postcode: home.postcode,
    email: `finance@${fixture.slug}.example`,
    demonstration: { ...home, madeOn: timeline.today },
  });
  await nameCouncil(tx, councilId);
  await insertChoices(
    tx,
    councilId,
    madeUpChoices(fixture, home.postcode).map((choice) => ({
      ...choice,
      id: newId(clock, 'councilSetting'),
      fromDate: timeline.firstDay,
      setBy: null,
      setAt: clock.now(),
      reason: '',
    })),
  );
  await insertPlaces(tx, fixture.places);
  await refreshPlaces(tx);
  const from = await openSource(tx, clock, { kind: 'import', councilId, list: 'demonstration', saidBy: 'system' });
  const organisationIds = await writeOrganisations(founding, councilId, from);
  await insertAgreements(
    tx,
    councilId,
    fixture.providers.map((provider) => ({
      id: newId(clock, 'agreement'),
      organisationId: organisationIds.get(provider.key) ?? '',
      billingPeriod: provider.billing,
      accreditedOn: provider.agreed
        ? timeline.firstDay.subtract({ days: chanceOf(`accredited ${provider.key}`).whole(30, 500) })
        : null,
      selfBillingAgreedOn: timeline.firstDay.subtract({ days: chanceOf(`self-billing ${provider.key}`).whole(10, 40) }),
      fromDate: timeline.firstDay.subtract({ days: 60 }),
    })),
  );
  const offers = await writeCatalogue(founding, councilId, organisationIds, from);
  const personIds = await writePeople(founding, councilId);
  const accounts = planAccounts(founding, organisationIds, personIds);
  await insertAccounts(tx, councilId, clock.now(), accounts.rows);
  await writePhotos(founding, organisationIds, accounts.byKey);
  await writeAuthority(founding, councilId, personIds, organisationIds, accounts);
  const funders = fixture.funders.map((funder) => ({ id: newId(clock, 'funder'), ...funder }));
  await insertFunders(tx, councilId, clock.now(), funders);
  const [proposedBy, releasedBy] = [accounts.byKey.get('finance'), accounts.byKey.get('finance-second')];
  if (proposedBy !== undefined && releasedBy !== undefined) {
    const officer = (accountId: string): Viewer => ({
      accountId,
      councilId,
      memberships: [{ role: 'finance', personId: null, organisationId: null }],
    });
    for (const [index, { id, name, kind }] of funders.entries()) {
      const accountName = kind === 'nhs' ? name.slice(0, 70) : `${fixture.name} ${name}`.slice(0, 70);
      const proposed = await proposeFunderAccount(tx, { clock }, officer(proposedBy), id, {
        accountName,
        ...bankAccount(index),
      });
      if (proposed.id !== null) await releaseFunderAccount(tx, { clock }, officer(releasedBy), proposed.id);
    }
  }
  const funderIds = new Map(funders.flatMap(({ id, streams }) => streams.map((stream) => [stream, id] as const)));
  const lines = await writeMoney(founding, councilId, personIds, organisationIds, funderIds);
  const everyone = [...fixture.providers, ...fixture.moneyHolders, ...fixture.brokers];
  const workerIds = await writeWorkers(founding, councilId, everyone, organisationIds);
  return {
    id: councilId,
    slug: fixture.slug,
    code: fixture.code,
    offers,
    lines,
    funderIds,
    accountIds: accounts.byKey,
    organisations: new Map(
      everyone.map(({ key, name }) => [
        key,
        {
          id: organisationIds.get(key) ?? '',
          name,
          workerIds: workerIds.get(key) ?? [],
          accountId: accounts.ofOrganisation.get(key) ?? '',
        },
      ]),
    ),
    people: new Map(
      fixture.people.map((person): [string, LoadedPerson] => {
        const own = accounts.ofPerson.get(person.reference);
        const representative = accounts.ofRepresentative.get(person.reference);
        const broker = person.brokerKey === null ? undefined : accounts.ofOrganisation.get(person.brokerKey);
        return [
          person.reference,
          {
            id: personIds.get(person.reference) ?? '',
            name: person.fullName,
            familyRef: person.familyRef,
            buyerId: own ?? representative ?? broker ?? accounts.practitioners[0] ?? '',
            buyerRole: own ? 'budget-holder' : representative ? 'representative' : 'broker',
          },
        ];
      }),
    ),
  };
}
