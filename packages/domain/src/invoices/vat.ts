// VAT depends on who sells, what is sold and when, never on the listing alone; this file is where that is decided.
// Sources: VAT Act 1994 Sch. 9 Group 7 item 9, VAT Notice 701/2, HMRC VATWELF2095, EN 16931 rules BR-E-*, BR-O-*.

import { Temporal } from 'temporal-polyfill';
import { ok, type Result, refuse } from '../shared/result.ts';

/** EN 16931 (UNCL 5305): E exempt, O outside the scope of VAT, S standard or reduced rate, Z zero rate. */
export type VatCategory = 'E' | 'O' | 'S' | 'Z';

/** Why there is no VAT: a document has the sentence and the law for each (VAT Act 1994, Schedule 9, Group 7, item 9). */
export type ExemptionReason =
  | 'welfare-regulated'
  | 'welfare-charity'
  | 'welfare-public-body'
  | 'not-in-business'
  | 'not-registered';

/** What one line of an invoice says about VAT. E and O carry a code and a reason; S and Z must not. */
export interface VatTreatment {
  readonly category: VatCategory;
  /** Hundredths of a percent: 2000 is 20 %. Zero for E, O and Z. */
  readonly rateBasisPoints: number;
  readonly exemptionCode?: string;
  readonly exemptionReason?: ExemptionReason;
}

/** A span of days; no `untilDate` means that it still holds. Both ends belong to it. */
export interface DatedSpan {
  readonly fromDate: Temporal.PlainDate;
  readonly untilDate?: Temporal.PlainDate;
}

export interface VatProvider {
  readonly isCharity: boolean;
  readonly isPublicBody: boolean;
  /** When the provider was registered with the Care Quality Commission (or another state regulator). */
  readonly regulated: readonly DatedSpan[];
  /** When the provider was registered for VAT. */
  readonly vatRegistered: readonly DatedSpan[];
  /** A VAT number or a tax reference (UTR) is on file: without one an exempt invoice cannot be made (BR-E-02). */
  readonly hasTaxIdentity: boolean;
}

export interface VatService {
  /** Care, or help directly connected with the welfare of elderly, ill, distressed or disabled people, or children. */
  readonly isWelfare: boolean;
  /** A council supplying under its own legal duty, not in competition: not a business activity at all. */
  readonly isNonBusiness?: boolean;
  /** The rate that applies when nothing above takes the service out of it. */
  readonly rate: 'standard' | 'reduced' | 'zero';
}

export const EXEMPT_WELFARE_CODE = 'VATEX-EU-132-1G';
export const OUTSIDE_SCOPE_CODE = 'VATEX-EU-O';

const RATES = { standard: 2000, reduced: 500 } as const;

function holdsOn(spans: readonly DatedSpan[], date: Temporal.PlainDate): boolean {
  return spans.some(
    (span) =>
      Temporal.PlainDate.compare(span.fromDate, date) <= 0 &&
      (span.untilDate === undefined || Temporal.PlainDate.compare(date, span.untilDate) <= 0),
  );
}

function outsideScope(reason: ExemptionReason): VatTreatment {
  return { category: 'O', rateBasisPoints: 0, exemptionCode: OUTSIDE_SCOPE_CODE, exemptionReason: reason };
}

function exemptBecause(reason: ExemptionReason): VatTreatment {
  return { category: 'E', rateBasisPoints: 0, exemptionCode: EXEMPT_WELFARE_CODE, exemptionReason: reason };
}

/**
 * The VAT of one service by one provider on one day (the day of delivery). Total: it always answers.
 * A welfare provider with neither VAT number nor tax reference on file falls to "not registered for VAT",
 * since an exempt line could not lawfully be invoiced (BR-E-02); onboarding asks for one.
 */
export function vatTreatment(input: {
  readonly provider: VatProvider;
  readonly service: VatService;
  readonly date: Temporal.PlainDate;
}): VatTreatment {
  const { provider, service, date } = input;
  if (service.isNonBusiness && provider.isPublicBody) {
    return outsideScope('not-in-business');
  }
  const registered = holdsOn(provider.vatRegistered, date);
  if (service.isWelfare && (registered || provider.hasTaxIdentity)) {
    if (holdsOn(provider.regulated, date)) return exemptBecause('welfare-regulated');
    if (provider.isCharity) return exemptBecause('welfare-charity');
    if (provider.isPublicBody) return exemptBecause('welfare-public-body');
  }
  if (!registered) return outsideScope('not-registered');
  if (service.rate === 'zero') return { category: 'Z', rateBasisPoints: 0 };
  return { category: 'S', rateBasisPoints: RATES[service.rate] };
}

/**
 * The treatment that was decided when the order was placed, with the reason that a document must give for it: kept
 * rows hold the category and rate, never the reason.
 */
export function recordedTreatment(
  category: VatCategory,
  rateBasisPoints: number,
  provider: { readonly isRegulated: boolean; readonly isCharity: boolean; readonly isPublicBody: boolean },
): VatTreatment {
  if (category === 'O') return outsideScope('not-registered');
  if (category !== 'E') return { category, rateBasisPoints };
  if (provider.isRegulated) return exemptBecause('welfare-regulated');
  return exemptBecause(provider.isCharity || !provider.isPublicBody ? 'welfare-charity' : 'welfare-public-body');
}

/**
 * "GB123456782" from what people type ("123 4567 82", "gb 123456782"). Refuses a number whose two check
 * digits fit neither of HMRC's two sums (modulus 97, and 97 with 55 added), and branch or government forms.
 */
export function normaliseVatNumber(text: string): Result<string, 'vat.number_malformed' | 'vat.number_check_failed'> {
  const digits = text
    .replace(/[\s.-]/g, '')
    .toUpperCase()
    .replace(/^GB/, '');
  if (!/^\d{9}$/.test(digits)) return refuse('vat.number_malformed');
  const weighted = [8, 7, 6, 5, 4, 3, 2].reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
  const total = weighted + Number(digits.slice(7));
  if (total % 97 !== 0 && (total + 55) % 97 !== 0) return refuse('vat.number_check_failed');
  return ok(`GB${digits}`);
}
