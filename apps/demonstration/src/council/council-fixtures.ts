// The two made-up councils as data: which pieces of the fixtures make which council, and who its signed-in people are.

import type { Temporal } from 'temporal-polyfill';
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_COUNCIL, SECOND_DEMONSTRATION_COUNCIL } from '../accounts.ts';
import { elsewhereListings, harboursideListings } from '../fixtures/catalogue.ts';
import { communityGroups } from '../fixtures/community.ts';
import { ELSEWHERE_FUNDERS, HARBOURSIDE_FUNDERS } from '../fixtures/funders.ts';
import { habitsOf, oneOffsOf, withPlannedBudgets } from '../fixtures/habits.ts';
import { ASHA, ELSEWHERE_HOLDER, elsewherePeople, harboursidePeople, REPRESENTED } from '../fixtures/people.ts';
import { ELSEWHERE_PLACES, HARBOURSIDE_PLACES } from '../fixtures/places.ts';
import { BROKERS, ELSEWHERE_PROVIDERS, MONEY_HOLDERS, PROVIDERS } from '../fixtures/providers.ts';
import type { CouncilFixture } from './council-shapes.ts';

interface Face {
  readonly name: string;
  readonly reference?: string;
  readonly organisationKey?: string;
}

/** Who is behind each way of looking around. */
const FACES: Readonly<Record<string, Face>> = {
  'budget-holder': { name: 'Asha Rahman', reference: ASHA },
  representative: { name: 'Tom Marlowe', reference: REPRESENTED },
  broker: { name: 'Nadine Achebe', organisationKey: 'compass' },
  provider: { name: 'Beverley Tate', organisationKey: 'harbour-home-care' },
  'isf-holder': { name: 'Donna Mellor', organisationKey: 'lantern' },
  'community-group': { name: 'Reverend Joy Amadi', organisationKey: 'group/st-brendans-lunch' },
  practitioner: { name: 'Priti Sharma' },
  manager: { name: 'Gareth Lowther' },
  finance: { name: 'Moira Kinnear' },
  'finance-second': { name: 'Samuel Boateng' },
  commissioner: { name: 'Ruth Ellison' },
  auditor: { name: 'Ian Prentice' },
  editor: { name: 'Lola Finch' },
  administrator: { name: 'Chris Amory' },
  'budget-holder-elsewhere': { name: 'Elsewhere’s budget holder', reference: ELSEWHERE_HOLDER },
};

function accountsOf(slug: string, people: CouncilFixture['people']): CouncilFixture['accounts'] {
  return DEMONSTRATION_ACCOUNTS.filter(({ councilSlug }) => councilSlug === slug).map((account) => {
    const face = FACES[account.key] ?? { name: account.title };
    const person = people.find(({ reference }) => account.role === 'budget-holder' && reference === face.reference);
    return { ...account, ...face, ...(person ? { name: person.fullName } : {}) };
  });
}

export function harboursideFixture(today: Temporal.PlainDate): CouncilFixture {
  const listings = harboursideListings(today);
  const asked = harboursidePeople(today);
  const habits = habitsOf(asked, listings);
  const people = withPlannedBudgets(asked, habits, listings);
  return {
    slug: DEMONSTRATION_COUNCIL,
    name: 'Harbourside Council',
    code: 'HAR',
    city: 'Harbourside',
    addressLine: 'The Guildhall, Harbour Street',
    funders: HARBOURSIDE_FUNDERS,
    places: HARBOURSIDE_PLACES,
    providers: PROVIDERS,
    brokers: BROKERS,
    moneyHolders: MONEY_HOLDERS,
    listings,
    habits,
    oneOffs: oneOffsOf(people, listings),
    groups: communityGroups(today),
    people,
    accounts: accountsOf(DEMONSTRATION_COUNCIL, people),
    bankSequence: 0,
  };
}

export function elsewhereFixture(today: Temporal.PlainDate): CouncilFixture {
  const people = elsewherePeople(today);
  const listings = elsewhereListings(today);
  return {
    slug: SECOND_DEMONSTRATION_COUNCIL,
    name: 'Elsewhere Council',
    code: 'ELS',
    city: 'Elsewhere',
    addressLine: '1 Market Place',
    funders: ELSEWHERE_FUNDERS,
    places: ELSEWHERE_PLACES,
    providers: ELSEWHERE_PROVIDERS,
    brokers: [],
    moneyHolders: [],
    listings,
    habits: habitsOf(people, listings),
    oneOffs: [],
    groups: [],
    people,
    accounts: accountsOf(SECOND_DEMONSTRATION_COUNCIL, people),
    bankSequence: 1_000,
  };
}
