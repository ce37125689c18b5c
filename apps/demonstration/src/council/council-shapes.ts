// The shapes a made-up council goes through: what it is made from, what each step of founding is handed, what there is then.

import type { SettableClock } from '@support-market/api/ports/clock/clock';
import type { Tx } from '@support-market/db/pool';
import type { Role } from '@support-market/domain/access/roles';
import type { Arrangement } from '@support-market/domain/budgets/arrangements';
import type { Stream } from '@support-market/domain/budgets/streams';
import type { AgreedRate } from '@support-market/domain/listings/prices';
import type { OfferFacts } from '@support-market/domain/orders/item-plan';
import type { Pence } from '@support-market/domain/shared/money';
import type { DemonstrationAccount } from '../accounts.ts';
import type { FixtureListing } from '../fixtures/catalogue.ts';
import type { FixtureGroup } from '../fixtures/community.ts';
import type { FixtureFunder } from '../fixtures/funders.ts';
import type { Habit, OneOff } from '../fixtures/habits.ts';
import type { FixturePerson } from '../fixtures/people.ts';
import type { Place } from '../fixtures/places.ts';
import type { Provider } from '../fixtures/providers.ts';
import type { BudgetYear, Timeline } from './timeline.ts';

export interface CouncilFixture {
  readonly slug: string;
  readonly name: string;
  readonly code: string;
  readonly city: string;
  readonly addressLine: string;
  readonly funders: readonly FixtureFunder[];
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
  readonly workerIds: readonly string[];
  /** The account that signs in for it. */
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
  /** The buyer: themselves, a representative or a broker. */
  readonly buyerId: string;
  readonly buyerRole: Role;
}

export interface LoadedLine {
  readonly id: string;
  readonly personId: string;
  readonly familyRef: string | null;
  readonly stream: Stream;
  readonly arrangement: Arrangement;
  readonly funderId: string;
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
  /** Ids of the funders, by the kind of money that comes from each. */
  readonly funderIds: ReadonlyMap<Stream, string>;
  /** Accounts of `DEMONSTRATION_ACCOUNTS`, by key. */
  readonly accountIds: ReadonlyMap<string, string>;
}

/** What each step of founding a council is handed. */
export interface Founding {
  readonly tx: Tx;
  readonly clock: SettableClock;
  readonly fixture: CouncilFixture;
  /** Where the catalogue says that its rows came from. */
  readonly source: string;
  readonly timeline: Timeline;
  readonly passwordHash: string;
  readonly bankAccount: (index: number) => { sortCode: string; accountNumber: string };
}
