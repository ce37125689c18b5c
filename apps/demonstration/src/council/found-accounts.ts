// Decides who signs in to a made-up council and as what, who may act for whom, and who works with whom.

import { systemActor } from '@support-market/api/platform/audit.repo';
import { newId } from '@support-market/api/platform/ids';
import { begin } from '@support-market/api/platform/transitions.repo';
import type { Role } from '@support-market/domain/access/roles';
import { chanceOf } from '../fixtures/random.ts';
import { insertCaseloads, insertMandates, type NewAccount } from './basics.repo.ts';
import type { Founding } from './council-shapes.ts';

export interface Accounts {
  readonly rows: readonly NewAccount[];
  readonly byKey: ReadonlyMap<string, string>;
  readonly ofOrganisation: ReadonlyMap<string, string>;
  readonly ofPerson: ReadonlyMap<string, string>;
  readonly ofRepresentative: ReadonlyMap<string, string>;
  readonly practitioners: readonly string[];
}

/** Who signs in, as rows and by whom each is for; nothing is written yet. */
export function planAccounts(
  founding: Founding,
  organisationIds: ReadonlyMap<string, string>,
  personIds: ReadonlyMap<string, string>,
): Accounts {
  const { clock, fixture, passwordHash } = founding;
  const rows: NewAccount[] = [];
  const add = (
    account: Omit<NewAccount, 'id' | 'roles'>,
    role: Role,
    of: { personId?: string; organisationId?: string },
  ): string => {
    const id = newId(clock, 'account');
    rows.push({
      ...account,
      id,
      roles: [
        {
          membershipId: newId(clock, 'membership'),
          role,
          personId: of.personId ?? null,
          organisationId: of.organisationId ?? null,
        },
      ],
    });
    return id;
  };
  const byKey = new Map<string, string>();
  const ofOrganisation = new Map<string, string>();
  const ofPerson = new Map<string, string>();
  const ofRepresentative = new Map<string, string>();
  for (const { key, role, email, name, reference, organisationKey } of fixture.accounts) {
    const personId = role === 'budget-holder' && reference !== undefined ? personIds.get(reference) : undefined;
    const organisationId = organisationKey === undefined ? undefined : organisationIds.get(organisationKey);
    const id = add({ email, name, passwordHash }, role, {
      ...(personId ? { personId } : {}),
      ...(organisationId ? { organisationId } : {}),
    });
    byKey.set(key, id);
    if (organisationKey !== undefined) ofOrganisation.set(organisationKey, id);
    if (reference !== undefined) (role === 'representative' ? ofRepresentative : ofPerson).set(reference, id);
  }
  const mailOf = (part: string) => `${part.toLowerCase()}@people.${fixture.slug}.example`;
  for (const provider of [...fixture.providers, ...fixture.moneyHolders, ...fixture.brokers]) {
    if (ofOrganisation.has(provider.key)) continue;
    const role =
      provider.kind === 'broker'
        ? 'broker'
        : provider.kind === 'trust' || provider.workers.length === 0
          ? 'isf-holder'
          : 'provider';
    const name =
      provider.size === 'one-person' ? (provider.workers[0] ?? provider.name) : `The office of ${provider.name}`;
    ofOrganisation.set(
      provider.key,
      add({ email: `office@${provider.key}.example`, name, passwordHash: null }, role, {
        organisationId: organisationIds.get(provider.key) ?? '',
      }),
    );
  }
  for (const person of fixture.people) {
    if (person.hasAccount && !ofPerson.has(person.reference)) {
      const name = person.fullName;
      ofPerson.set(
        person.reference,
        add({ email: mailOf(person.reference), name, passwordHash: null }, 'budget-holder', {
          personId: personIds.get(person.reference) ?? '',
        }),
      );
    }
    if (person.representative !== null && !ofRepresentative.has(person.reference)) {
      ofRepresentative.set(
        person.reference,
        add(
          { email: mailOf(`for-${person.reference}`), name: person.representative, passwordHash: null },
          'representative',
          {},
        ),
      );
    }
  }
  const others = ['Naomi Field', 'Patrick Osei', 'Ghazala Mir', 'Helen Thwaite', 'Robin Castell'].map((name, index) =>
    add({ email: `social-work-${index + 1}@${fixture.slug}.example`, name, passwordHash: null }, 'practitioner', {}),
  );
  const first = byKey.get('practitioner');
  return {
    rows,
    byKey,
    ofOrganisation,
    ofPerson,
    ofRepresentative,
    practitioners: first === undefined ? others : [first, ...others],
  };
}

/** Writes who may act for whom, and who works with whom. */
export async function writeAuthority(
  founding: Founding,
  councilId: string,
  personIds: ReadonlyMap<string, string>,
  organisationIds: ReadonlyMap<string, string>,
  accounts: Accounts,
): Promise<void> {
  const { tx, clock, fixture, timeline } = founding;
  const fromDate = timeline.firstDay.subtract({ days: 14 });
  const mandates = fixture.people.flatMap((person) => {
    const personId = personIds.get(person.reference) ?? '';
    const untilDate = timeline.today.add({ days: chanceOf(`mandate ${person.reference}`).whole(40, 400) });
    const common = { personId, fromDate, untilDate };
    return [
      ...(person.brokerKey === null
        ? []
        : [
            {
              ...common,
              id: newId(clock, 'mandate'),
              accountId: null,
              organisationId: organisationIds.get(person.brokerKey) ?? '',
              mayManageMoney: person.lines.some(({ holderKey }) => holderKey === person.brokerKey),
            },
          ]),
      ...(person.representative === null
        ? []
        : [
            {
              ...common,
              id: newId(clock, 'mandate'),
              accountId: accounts.ofRepresentative.get(person.reference) ?? '',
              organisationId: null,
              mayManageMoney: true,
            },
          ]),
    ];
  });
  await insertMandates(tx, councilId, mandates);
  const work = { tx, clock, actor: systemActor(councilId, 'import') };
  await begin(work, 'mandates', 'make', mandates, { audit: ({ personId }) => ({ personId }) });
  const [first = '', ...others] = accounts.practitioners;
  await insertCaseloads(
    tx,
    councilId,
    fixture.people.map((person, index) => ({
      id: newId(clock, 'caseload'),
      fromDate,
      personId: personIds.get(person.reference) ?? '',
      accountId: index < 6 || index % 10 === 3 ? first : (others[index % Math.max(1, others.length)] ?? first),
    })),
  );
}
