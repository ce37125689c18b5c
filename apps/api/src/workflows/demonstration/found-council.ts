// Sets up one made-up council: its places, whoever sells and whoever groups, its people with their money, and who acts
// for whom. Everything that a council would import goes through the functions that imports go through.

import { createHash } from 'node:crypto';
import type { Tx } from '@support-market/db/pool';
import type { Role } from '@support-market/domain/access/roles';
import type { Arrangement } from '@support-market/domain/budgets/arrangements';
import { hasPurse } from '@support-market/domain/budgets/awards';
import type { Stream } from '@support-market/domain/budgets/streams';
import type { AgreedRate } from '@support-market/domain/listings/prices';
import type { OfferFacts } from '@support-market/domain/orders/item-plan';
import { type Pence, pence } from '@support-market/domain/shared/money';
import type { FixtureListing } from '@support-market/fixtures/demonstration/catalogue';
import type { FixtureGroup } from '@support-market/fixtures/demonstration/community';
import type { Habit, OneOff } from '@support-market/fixtures/demonstration/habits';
import type { FixturePerson } from '@support-market/fixtures/demonstration/people';
import type { Place } from '@support-market/fixtures/demonstration/places';
import type { Provider } from '@support-market/fixtures/demonstration/providers';
import { chanceOf } from '@support-market/fixtures/demonstration/random';
import type { DemonstrationAccount } from '@support-market/fixtures/demonstration-accounts';
import { openLines } from '../../features/budget-lines/open-lines.service.ts';
import { createBudgets } from '../../features/budgets/budgets-import.service.ts';
import { upsertEvents } from '../../features/listings/event-writes.repo.ts';
import { refreshPlaces, upsertListings } from '../../features/listings/listing-writes.repo.ts';
import { upsertAgreedRates, upsertOffers } from '../../features/listings/offer-writes.repo.ts';
import { setPayeeAccounts, upsertOrganisations } from '../../features/listings/organisation-writes.repo.ts';
import { savePeople } from '../../features/people/people-import.repo.ts';
import { systemActor } from '../../http/audit.repo.ts';
import { newId } from '../../http/ids.ts';
import { accountChecker, fictionalAccount } from '../../ports/bank-files/account-check.ts';
import type { SettableClock } from '../../ports/clock/clock.ts';
import { insertCouncil } from '../councils.repo.ts';
import {
  insertAccounts,
  insertAgreements,
  insertCaseloads,
  insertMandates,
  insertPlaces,
  type NewAccount,
} from './basics.repo.ts';
import { actAsApplication } from './joined-db.repo.ts';
import type { BudgetYear, Timeline } from './timeline.ts';

export interface CouncilFixture {
  readonly slug: string;
  readonly name: string;
  readonly code: string;
  readonly city: string;
  readonly addressLine: string;
  readonly places: readonly Place[];
  readonly providers: readonly Provider[];
  readonly brokers: readonly Provider[];
  readonly moneyHolders: readonly Provider[];
  readonly listings: readonly FixtureListing[];
  readonly groups: readonly FixtureGroup[];
  readonly people: readonly FixturePerson[];
  readonly habits: readonly Habit[];
  readonly oneOffs: readonly OneOff[];
  /** Who may be looked around as, with the name that each goes by and what each is of. */
  readonly accounts: readonly (DemonstrationAccount & {
    readonly name: string;
    readonly reference?: string;
    readonly organisationKey?: string;
  })[];
  /** The accounts' first place in the sequence of invented bank accounts. */
  readonly bankSequence: number;
}

export interface LoadedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly workers: readonly string[];
  /** Whoever signs in for it. */
  readonly accountId: string;
}

export interface LoadedOffer {
  readonly facts: OfferFacts;
  readonly rates: readonly AgreedRate[];
  readonly listingId: string;
  readonly organisationKey: string;
  readonly description: string;
  readonly noticeHours: number;
}

export interface LoadedPerson {
  readonly id: string;
  readonly name: string;
  readonly familyRef: string | null;
  /** Whoever orders for them: themselves, a representative or a broker. */
  readonly buyerId: string;
  readonly buyerRole: Role;
}

export interface LoadedLine {
  readonly id: string;
  readonly personId: string;
  readonly familyRef: string | null;
  readonly stream: Stream;
  readonly arrangement: Arrangement;
  readonly year: BudgetYear;
  readonly awardPence: Pence;
}

export interface LoadedCouncil {
  readonly id: string;
  readonly slug: string;
  readonly code: string;
  readonly organisations: ReadonlyMap<string, LoadedOrganisation>;
  /** By listing and offer: `harbour-home-care/personal-care/1:weekday`. */
  readonly offers: ReadonlyMap<string, LoadedOffer>;
  readonly people: ReadonlyMap<string, LoadedPerson>;
  /** By person, line and which of the story's years: `HBS-0001/main/0`. */
  readonly lines: ReadonlyMap<string, LoadedLine>;
  /** Accounts of `DEMONSTRATION_ACCOUNTS`, by key. */
  readonly accountIds: ReadonlyMap<string, string>;
}

const SOURCE = 'demonstration';

function hashOf(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** A VAT number whose check digits are right and that was never given out. */
function vatNumberOf(sequence: number): string {
  const body = (9_100_000 + sequence * 37).toString();
  const sum = [8, 7, 6, 5, 4, 3, 2].reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  const check = (97 - (sum % 97)) % 97;
  return `GB${body}${check.toString().padStart(2, '0')}`;
}

interface Founding {
  readonly tx: Tx;
  readonly clock: SettableClock;
  readonly fixture: CouncilFixture;
  readonly timeline: Timeline;
  readonly passwordHash: string;
  readonly bankAccount: (index: number) => { sortCode: string; accountNumber: string };
}

async function writeOrganisations(founding: Founding): Promise<Map<string, string>> {
  const { tx, clock, fixture, timeline } = founding;
  const { today } = timeline;
  const sellers = [...fixture.providers, ...fixture.moneyHolders, ...fixture.brokers];
  const source = `${SOURCE}-${fixture.slug}`;
  const written = await upsertOrganisations(tx, clock, [
    ...sellers.map((provider, index) => {
      const chance = chanceOf(`organisation ${provider.key}`);
      const place = fixture.places.find(({ outward }) => outward === provider.outward);
      const domain = `${provider.key}.example`;
      return {
        source,
        sourceRef: provider.key,
        kind: provider.kind,
        name: provider.name,
        description: provider.about,
        size: provider.size,
        inHouse: provider.inHouse ?? false,
        addressLine: `${chance.whole(1, 90)} ${chance.pick(['Quay Road', 'Harbour Street', 'Mill Lane', 'Ropewalk', 'Castle Rise'])}`,
        city: fixture.city,
        postcode: place?.postcode ?? null,
        email: `hello@${domain}`,
        // 01632 960 is kept for drama by Ofcom: nobody will ever answer.
        telephone: `01632 960${(100 + index).toString()}`,
        website: provider.size === 'one-person' ? null : `https://${domain}`,
        ...(provider.cqcRating
          ? {
              cqcLocationId: `1-9${(100_000_000 + fixture.bankSequence + index).toString()}`,
              cqcRating: provider.cqcRating,
              cqcCheckedOn: today.subtract({ days: chance.whole(5, 60) }),
            }
          : {}),
        ...(provider.charity ? { charityNumber: (1_990_000 + fixture.bankSequence + index).toString() } : {}),
        ...(provider.kind === 'agency' || provider.kind === 'business'
          ? { companyNumber: (99_000_000 + fixture.bankSequence + index).toString() }
          : {}),
        ...(provider.vat ? { vatNumber: vatNumberOf(fixture.bankSequence + index) } : {}),
        ...(provider.untaxed ? {} : { taxReference: (9_910_000_000 + fixture.bankSequence + index).toString() }),
        insuredUntil: provider.untaxed
          ? null
          : today.add({ days: provider.stale ? -chance.whole(10, 60) : chance.whole(30, 330) }),
        dbsCheckedOn: provider.kind === 'business' ? null : today.subtract({ days: chance.whole(20, 700) }),
        selfBillingAgreedOn: timeline.firstDay.subtract({ days: chance.whole(10, 40) }),
        acceptsIsf: provider.acceptsIsf ?? false,
        confirmedOn: today.subtract({ days: provider.stale ? chance.whole(240, 330) : chance.whole(2, 110) }),
      };
    }),
    ...fixture.groups.map((group) => ({
      source,
      sourceRef: `group/${group.key}`,
      kind: 'community-group' as const,
      name: group.name,
      description: group.summary,
      size: 'small' as const,
      addressLine: group.addressLine,
      city: fixture.city,
      postcode: group.postcode,
      email: `${group.key}@groups.${fixture.slug}.example`,
      confirmedOn: group.lastConfirmedOn,
    })),
  ]);
  const keys = [...sellers.map(({ key }) => key), ...fixture.groups.map(({ key }) => `group/${key}`)];
  const ids = new Map(keys.map((key, index) => [key, written[index]?.id ?? '']));
  await setPayeeAccounts(
    tx,
    clock,
    sellers.map((provider, index) => ({
      organisationId: ids.get(provider.key) ?? '',
      accountName: provider.name.replace(', personal assistant', ''),
      ...founding.bankAccount(10 + index),
    })),
  );
  return ids;
}

async function writeCatalogue(
  founding: Founding,
  councilId: string,
  organisationIds: ReadonlyMap<string, string>,
): Promise<Map<string, LoadedOffer>> {
  const { tx, clock, fixture, timeline } = founding;
  const source = `${SOURCE}-${fixture.slug}`;
  const listings = await upsertListings(tx, clock, [
    ...fixture.listings.map((listing) => ({
      source,
      sourceRef: listing.key,
      organisationId: organisationIds.get(listing.providerKey) ?? '',
      categorySlug: listing.shelf,
      kind: 'service' as const,
      state: listing.stale ? ('stale' as const) : ('published' as const),
      title: listing.title,
      summary: listing.summary,
      description: listing.description,
      whenText: listing.whenText,
      whoFor: listing.whoFor,
      languages: listing.languages,
      faiths: listing.faiths,
      workerGenders: listing.workerGenders,
      evenings: listing.evenings,
      weekends: listing.weekends,
      hasSpace: listing.hasSpace,
      accessible: listing.accessible,
      minimumAge: listing.minimumAge,
      maximumAge: listing.maximumAge,
      venue: listing.venue,
      addressLine: listing.addressLine,
      postcode: listing.postcode,
      servesMetres: listing.servesMetres,
      lastConfirmedOn: listing.lastConfirmedOn,
    })),
    ...fixture.groups.map((group) => ({
      source,
      sourceRef: `group/${group.key}`,
      organisationId: organisationIds.get(`group/${group.key}`) ?? '',
      categorySlug: group.shelf,
      kind: 'community' as const,
      state: group.stale ? ('stale' as const) : ('published' as const),
      title: group.title,
      summary: group.summary,
      description: group.description,
      whenText: group.whenText,
      whoFor: group.whoFor,
      languages: group.languages,
      faiths: group.faiths,
      evenings: group.evenings,
      weekends: group.weekends,
      accessible: group.accessible,
      free: true,
      venue: group.venue,
      addressLine: group.addressLine,
      postcode: group.postcode,
      lastConfirmedOn: group.lastConfirmedOn,
    })),
  ]);
  await upsertEvents(
    tx,
    clock,
    fixture.groups.map((group, index) => ({
      listingId: listings[fixture.listings.length + index]?.id ?? '',
      ...group.event,
    })),
  );
  const validFrom = timeline.firstDay.subtract({ days: 60 });
  const flat = fixture.listings.flatMap((listing, index) =>
    listing.offers.map((offer) => ({ listing, offer, listingId: listings[index]?.id ?? '' })),
  );
  const offers = await upsertOffers(
    tx,
    clock,
    flat.map(({ offer, listingId }, index) => ({
      listingId,
      sourceRef: offer.key,
      name: offer.name,
      unit: offer.unit,
      pricePence: BigInt(offer.pricePence),
      days: offer.days,
      minimumMinutes: offer.minimumMinutes,
      noticeHours: offer.noticeHours,
      welfare: offer.welfare,
      zeroRated: offer.zeroRated,
      validFrom,
      position: index,
    })),
  );
  const agreed = flat.flatMap(({ offer }, index) =>
    offer.agreedPence === null
      ? []
      : [{ offerId: offers[index]?.id ?? '', pricePence: BigInt(offer.agreedPence), validFrom }],
  );
  await upsertAgreedRates(tx, clock, councilId, agreed);
  const providers = new Map(fixture.providers.map((provider) => [provider.key, provider]));
  return new Map(
    flat.map(({ listing, offer }, index): [string, LoadedOffer] => {
      const provider = providers.get(listing.providerKey);
      const offerId = offers[index]?.id ?? '';
      return [
        `${listing.key}:${offer.key}`,
        {
          listingId: flat[index]?.listingId ?? '',
          organisationKey: listing.providerKey,
          description: `${listing.title}: ${offer.name}`,
          noticeHours: offer.noticeHours,
          rates:
            offer.agreedPence === null
              ? []
              : [{ id: '', offerId, councilId, unitPence: pence(offer.agreedPence), validFrom, validTo: null }],
          facts: {
            offerId,
            unit: offer.unit,
            pricePence: pence(offer.pricePence),
            days: offer.days,
            minimumMinutes: offer.minimumMinutes,
            validFrom,
            validTo: null,
            withdrawn: false,
            published: true,
            welfare: offer.welfare,
            zeroRated: offer.zeroRated,
            provider: {
              isCharity: provider?.charity === true,
              isPublicBody: provider?.kind === 'public-body',
              isRegulated: provider?.cqcRating !== undefined,
              isVatRegistered: provider?.vat === true,
              hasTaxIdentity: provider?.untaxed !== true,
            },
          },
        },
      ];
    }),
  );
}

async function writePeople(founding: Founding, councilId: string): Promise<Map<string, string>> {
  const { tx, clock, fixture } = founding;
  const saved = await savePeople(
    tx,
    councilId,
    fixture.people.map((person) => ({
      reference: person.reference,
      givenName: person.givenName,
      familyName: person.familyName,
      dateOfBirth: person.dateOfBirth,
      careGroup: person.careGroup,
      email: person.hasAccount ? `${person.reference.toLowerCase()}@people.${fixture.slug}.example` : null,
      addressLine: person.addressLine,
      postcode: person.postcode,
      familyRef: person.familyRef,
      sourceHash: hashOf(person),
    })),
    fixture.people.map(() => newId(clock, 'person')),
  );
  return new Map(saved.map(({ reference, personId }) => [reference, personId]));
}

async function writeMoney(
  founding: Founding,
  councilId: string,
  personIds: ReadonlyMap<string, string>,
  organisationIds: ReadonlyMap<string, string>,
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
            ...(toPerson
              ? {
                  holderAccount: {
                    accountName: line.holderName ?? `${person.givenName} ${person.familyName}`,
                    ...founding.bankAccount(200 + index),
                  },
                }
              : {}),
          },
        };
      }),
    );
    const saved = await openLines(
      tx,
      clock,
      actor,
      rows.map(({ row }) => row),
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
        year,
        awardPence: row.awardPence,
      });
    });
  }
  return loaded;
}

interface Accounts {
  readonly rows: readonly NewAccount[];
  readonly byKey: ReadonlyMap<string, string>;
  readonly ofOrganisation: ReadonlyMap<string, string>;
  readonly ofPerson: ReadonlyMap<string, string>;
  readonly ofRepresentative: ReadonlyMap<string, string>;
  readonly practitioners: readonly string[];
}

function planAccounts(
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
      const name = `${person.givenName} ${person.familyName}`;
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

async function writeAuthority(
  founding: Founding,
  councilId: string,
  personIds: ReadonlyMap<string, string>,
  organisationIds: ReadonlyMap<string, string>,
  accounts: Accounts,
): Promise<void> {
  const { tx, clock, fixture, timeline } = founding;
  const fromDate = timeline.firstDay.subtract({ days: 14 });
  await insertMandates(
    tx,
    councilId,
    fixture.people.flatMap((person) => {
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
    }),
  );
  const [first = '', ...others] = accounts.practitioners;
  await insertCaseloads(
    tx,
    councilId,
    fixture.people.map((person, index) => ({
      personId: personIds.get(person.reference) ?? '',
      accountId: index < 6 || index % 10 === 3 ? first : (others[index % Math.max(1, others.length)] ?? first),
    })),
  );
}

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
  const founding: Founding = { tx, clock, fixture, timeline, passwordHash, bankAccount };
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
    demonstration: { ...home, bank: bankAccount(0), clientMoney: bankAccount(1) },
  });
  await actAsApplication(tx, councilId);
  await insertPlaces(tx, fixture.places);
  await refreshPlaces(tx);
  const organisationIds = await writeOrganisations(founding);
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
      fromDate: timeline.firstDay.subtract({ days: 60 }),
    })),
  );
  const offers = await writeCatalogue(founding, councilId, organisationIds);
  const personIds = await writePeople(founding, councilId);
  const accounts = planAccounts(founding, organisationIds, personIds);
  await insertAccounts(tx, councilId, clock.now(), accounts.rows);
  await writeAuthority(founding, councilId, personIds, organisationIds, accounts);
  const lines = await writeMoney(founding, councilId, personIds, organisationIds);
  const everyone = [...fixture.providers, ...fixture.moneyHolders, ...fixture.brokers];
  return {
    id: councilId,
    slug: fixture.slug,
    code: fixture.code,
    offers,
    lines,
    accountIds: accounts.byKey,
    organisations: new Map(
      everyone.map(({ key, name, workers }) => [
        key,
        { id: organisationIds.get(key) ?? '', name, workers, accountId: accounts.ofOrganisation.get(key) ?? '' },
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
            name: `${person.givenName} ${person.familyName}`,
            familyRef: person.familyRef,
            buyerId: own ?? representative ?? broker ?? accounts.practitioners[0] ?? '',
            buyerRole: own ? 'budget-holder' : representative ? 'representative' : 'broker',
          },
        ];
      }),
    ),
  };
}
