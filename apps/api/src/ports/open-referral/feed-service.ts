// A service as somebody else's feed has it, in one shape whichever version the feed speaks: nothing of it is trusted yet but
// that its texts are plain text and its lists are lists.

import type { EventTimes } from '@support-market/domain/open-referral/schedules';

export interface FeedOrganisation {
  /** The feed's own. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly email: string | null;
  readonly website: string | null;
  readonly telephone: string | null;
  readonly charityNumber: string | null;
  readonly companyNumber: string | null;
  readonly cqcLocationId: string | null;
}

export interface FeedPlace {
  readonly id: string;
  readonly name: string;
  readonly addressLine: string;
  readonly city: string | null;
  readonly postcode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly accessNotes: string;
  /** Where the feed says that only the district may be known. */
  readonly isHidden: boolean;
}

export interface FeedContact {
  readonly name: string;
  readonly role: string;
  readonly telephone: string | null;
  readonly email: string | null;
}

export interface FeedEvent extends EventTimes {
  readonly name: string;
  /** HH:MM. */
  readonly startTime: string;
  readonly endTime: string;
  /** The feed's own id of one of the service's places; null: its first. */
  readonly placeId: string | null;
}

/** An opening time without a first day: it is told in words. */
export interface FeedOpening {
  /** Monday is 1. */
  readonly weekday: number | null;
  readonly startTime: string;
  readonly endTime: string;
}

export interface FeedCost {
  readonly option: string;
  /** Null where only words say it. */
  readonly pence: bigint | null;
  readonly words: string;
  /** YYYY-MM-DD. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface FeedTerm {
  readonly name: string;
  /** A name for programs, as our own feed sends it. */
  readonly term: string;
}

export interface FeedService {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly email: string | null;
  readonly website: string | null;
  /** False where the feed says that it has ended or is closed for now. */
  readonly isActive: boolean;
  readonly isFree: boolean;
  /** YYYY-MM-DD. */
  readonly assuredOn: string | null;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly whoFor: readonly string[];
  readonly fees: string;
  readonly languages: readonly string[];
  readonly organisation: FeedOrganisation;
  readonly places: readonly FeedPlace[];
  readonly contacts: readonly FeedContact[];
  readonly events: readonly FeedEvent[];
  readonly openings: readonly FeedOpening[];
  /** Times that only words say. */
  readonly whenTexts: readonly string[];
  readonly costs: readonly FeedCost[];
  readonly terms: readonly FeedTerm[];
  /** Where it goes, in words. */
  readonly areas: readonly string[];
  /** How far it goes from its first place, where our own kind of feed says so. */
  readonly servesMetres: number | null;
}
