// Takes in a made-up council's people and their money, through the functions that imports go through.

import { createHash } from 'node:crypto';
import { openLines } from '@support-market/api/features/budget-lines/open-lines.service';
import { createBudgets } from '@support-market/api/features/budgets/budgets-import.service';
import { savePeople } from '@support-market/api/features/people/people-import.repo';
import { systemActor } from '@support-market/api/platform/audit.repo';
import { newId } from '@support-market/api/platform/ids';
import { begin } from '@support-market/api/platform/transitions.repo';
import { hasPurse } from '@support-market/domain/budgets/awards';
import type { Stream } from '@support-market/domain/budgets/streams';
import { pence } from '@support-market/domain/shared/money';
import type { Founding, LoadedLine } from './council-shapes.ts';
import { writePayees } from './found-payees.ts';

function hashOf(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** The ids of the people, by reference. */
export async function writePeople(founding: Founding, councilId: string): Promise<Map<string, string>> {
  const { tx, clock, fixture } = founding;
  const saved = await savePeople(
    tx,
    councilId,
    fixture.people.map((person) => ({
      reference: person.reference,
      fullName: person.fullName,
      called: person.called,
      dateOfBirth: person.dateOfBirth,
      careGroups: person.careGroups,
      email: person.hasAccount ? `${person.reference.toLowerCase()}@people.${fixture.slug}.example` : null,
      language: person.language,
      contactPreference: person.contactPreference,
      communicationNeeds: person.communicationNeeds,
      supportNeeds: person.supportNeeds,
      address: { line: person.addressLine, postcode: person.postcode, accessNotes: person.accessNotes },
      telephones: [person.telephone],
      familyRef: person.familyRef,
      sourceHash: hashOf(person),
    })),
    fixture.people.map(() => newId(clock, 'person')),
  );
  const work = { tx, clock, actor: systemActor(councilId, 'import') };
  const taken = saved.map(({ personId }) => ({ id: personId }));
  await begin(work, 'people', 'take-in', taken, { audit: ({ id }) => ({ personId: id }) });
  return new Map(saved.map(({ reference, personId }) => [reference, personId]));
}

/** Opens every year's budgets and lines; by person, line and year, as `LoadedCouncil` has them. */
export async function writeMoney(
  founding: Founding,
  councilId: string,
  personIds: ReadonlyMap<string, string>,
  organisationIds: ReadonlyMap<string, string>,
  funderIds: ReadonlyMap<Stream, string>,
): Promise<Map<string, LoadedLine>> {
  const { tx, clock, fixture, timeline } = founding;
  const actor = systemActor(councilId, 'import');
  const loaded = new Map<string, LoadedLine>();
  for (const [yearIndex, year] of timeline.years.entries()) {
    const days = year.startsOn.until(year.endsOn, { largestUnit: 'day' }).days + 1;
    // A part of a year gets its part of the money, to the pound.
    const partOf = (yearPence: number): number =>
      days >= 365 ? yearPence : Math.round((yearPence * days) / 365 / 100) * 100;
    const wanted = fixture.people.map((person) => {
      const cost = person.lines
        .filter(({ stream }) => stream !== 'own-money' && stream !== 'family')
        .reduce((sum, line) => sum + partOf(line.yearPence), 0);
      const contribution = partOf(person.contributionPence);
      return {
        personId: personIds.get(person.reference) ?? '',
        startsOn: year.startsOn,
        endsOn: year.endsOn,
        costPence: pence(cost + contribution),
        contributionPence: pence(contribution),
        councilPence: pence(cost),
      };
    });
    const budgets = await createBudgets(tx, clock, actor, wanted);
    const rows = fixture.people.flatMap((person, index) =>
      person.lines.map((line) => {
        const awardPence = pence(partOf(line.yearPence));
        const personId = personIds.get(person.reference) ?? '';
        const toPerson = line.arrangement === 'direct-payment' || line.arrangement === 'representative';
        return {
          person,
          line,
          row: {
            budgetId: budgets[index]?.budgetId ?? '',
            personId,
            reference: line.key,
            name: line.name,
            stream: line.stream,
            arrangement: line.arrangement,
            holderOrganisationId: line.holderKey === null ? null : (organisationIds.get(line.holderKey) ?? null),
            holderName: line.holderName,
            startsOn: year.startsOn,
            endsOn: year.endsOn,
            awardPence,
            weeklyPence: hasPurse(line.arrangement) ? pence(Math.floor(line.yearPence / 52)) : null,
            sourceHash: hashOf(line),
          },
          account: toPerson
            ? {
                accountName: line.holderName ?? person.fullName,
                ...founding.bankAccount(200 + index),
              }
            : null,
        };
      }),
    );
    const saved = await openLines(
      tx,
      clock,
      actor,
      rows.map(({ row }) => row),
    );
    await writePayees(
      founding,
      councilId,
      rows.flatMap(({ account }, index) => {
        const outcome = saved[index];
        return account && outcome && outcome.outcome !== 'refused'
          ? [{ organisationId: null, lineId: outcome.lineId, ...account }]
          : [];
      }),
    );
    rows.forEach(({ person, line, row }, index) => {
      const outcome = saved[index];
      if (!outcome || outcome.outcome === 'refused')
        throw new Error(`line ${person.reference}/${line.key} was refused`);
      loaded.set(`${person.reference}/${line.key}/${yearIndex}`, {
        id: outcome.lineId,
        personId: row.personId,
        familyRef: person.familyRef,
        stream: line.stream,
        arrangement: line.arrangement,
        funderId: funderIds.get(line.stream) ?? '',
        year,
        awardPence: row.awardPence,
      });
    });
  }
  return loaded;
}
