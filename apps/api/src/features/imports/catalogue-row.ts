// One row of a catalogue file in our own terms, whichever layout it came from.

import type { Unit } from '@support-market/domain/listings/prices';
import type { OfferDays } from '@support-market/domain/orders/item-plan';
import type { Temporal } from 'temporal-polyfill';
import type { Further } from './further-cells.ts';

export type OrganisationKind =
  | 'agency'
  | 'charity'
  | 'public-body'
  | 'micro-provider'
  | 'personal-assistant'
  | 'community-group'
  | 'broker'
  | 'trust'
  | 'business';

export const ORGANISATION_KINDS: readonly OrganisationKind[] = [
  'agency',
  'charity',
  'public-body',
  'micro-provider',
  'personal-assistant',
  'community-group',
  'broker',
  'trust',
  'business',
];

export const ORGANISATION_SIZES = ['one-person', 'small', 'medium', 'large'] as const;

export interface CatalogueRow {
  readonly row: number;
  readonly organisation: {
    readonly reference: string;
    readonly name: string;
    readonly description?: string;
    readonly kind: OrganisationKind;
    readonly addressLine: string | null;
    readonly city: string | null;
    readonly postcode: string | null;
    readonly telephone: string | null;
    readonly email: string | null;
    readonly website: string | null;
    readonly cqcLocationId: string | null;
    readonly cqcRating: string | null;
    readonly cqcCheckedOn: Temporal.PlainDate | null;
    readonly insuredUntil: Temporal.PlainDate | null;
    readonly dbsCheckedOn: Temporal.PlainDate | null;
    readonly confirmedOn: Temporal.PlainDate | null;
    readonly charityNumber: string | null;
    readonly companyNumber?: string | null;
    readonly vatNumber: string | null;
    readonly taxReference: string | null;
    /** Null in all of a row: the file does not say, which changes nothing. */
    readonly acceptsIsf: boolean | null;
    readonly size?: (typeof ORGANISATION_SIZES)[number];
    readonly showAddress: boolean | null;
  };
  readonly payee: { readonly accountName: string; readonly sortCode: string; readonly accountNumber: string } | null;
  readonly billingPeriod: 'weekly' | 'four-weekly' | 'calendar-month' | null;
  /** With the council whose file it is, and with no other. */
  readonly selfBillingAgreedOn: Temporal.PlainDate | null;
  readonly listing: {
    readonly reference: string;
    readonly kind: 'service' | 'community';
    readonly title: string;
    readonly summary: string;
    readonly description: string;
    readonly categorySlug: string;
    readonly whenText: string;
    readonly addressLine: string;
    readonly postcode: string | null;
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly website: string | null;
    readonly languages: readonly string[];
    readonly free: boolean | null;
    readonly hasSpace: boolean | null;
    /** The name of the place. */
    readonly venue: string;
    readonly showAddress: boolean | null;
    readonly whoFor?: string;
    readonly minimumAge?: number | null;
    readonly maximumAge?: number | null;
    readonly servesMetres?: number | null;
    /** How to get in at its main place. */
    readonly accessNotes?: string;
    readonly lastConfirmedOn?: Temporal.PlainDate | null;
  };
  readonly further: Further;
  readonly offer: {
    readonly reference: string;
    readonly name: string;
    readonly unit: Unit;
    readonly days: OfferDays;
    readonly minimumMinutes: number | null;
    readonly noticeHours: number | null;
    readonly pricePence: bigint;
    readonly agreedPence: bigint | null;
    readonly welfare: boolean | null;
    readonly zeroRated: boolean | null;
    readonly validFrom: Temporal.PlainDate;
    readonly validTo: Temporal.PlainDate | null;
  } | null;
}
