// What is asked of those who offer support, by who they are: what is done, what lacks, and what has run out or soon will.
// A group that people run for each other is asked nothing about money. Source: the domain notes, section 8.

import { Temporal } from 'temporal-polyfill';

export const STORE_CHECKS = [
  ...(['name', 'contact', 'insurance', 'dbs', 'regulator', 'charity', 'tax', 'bank', 'self-billing'] as const),
] as const;
export type StoreCheck = (typeof STORE_CHECKS)[number];

/** `always`; `to-be-paid`: before a council pays them; `where-it-applies`: they know whether it does. */
export type CheckNeed = 'always' | 'to-be-paid' | 'where-it-applies';
/** `soon`: it runs out within a month; `lapsed`: it has run out. */
export const CHECK_STATES = ['done', 'soon', 'lapsed', 'lacking'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** Days before its end on which an insurance is spoken of. */
export const REMINDER_DAYS = 30;
/** A DBS certificate has no end of its own; employers commonly ask for another after so long. */
const DBS_YEARS = 3;

/** Dates are YYYY-MM-DD. */
export interface StoreFacts {
  readonly kind: string;
  readonly name: string;
  readonly canBeReached: boolean;
  readonly insuredUntil: string | null;
  readonly dbsCheckedOn: string | null;
  readonly cqcLocationId: string | null;
  readonly charityNumber: string | null;
  readonly taxReference: string | null;
  readonly hasBankAccount: boolean;
  readonly selfBillingAgreedOn: string | null;
}

export interface CheckOut {
  readonly check: StoreCheck;
  readonly need: CheckNeed;
  readonly state: CheckState;
}

function needOf(check: StoreCheck, kind: string): CheckNeed | null {
  const isGroup = kind === 'community-group';
  switch (check) {
    case 'name':
    case 'contact':
      return 'always';
    case 'insurance':
      return isGroup || kind === 'public-body' ? 'where-it-applies' : 'always';
    case 'dbs':
      return isGroup ? 'where-it-applies' : 'always';
    case 'regulator':
      return isGroup ? null : 'where-it-applies';
    case 'charity':
      return kind === 'charity' ? 'always' : null;
    default:
      return isGroup ? null : 'to-be-paid';
  }
}

const after = (date: string, span: { readonly days?: number; readonly years?: number }): string =>
  Temporal.PlainDate.from(date).add(span).toString();

function stateOf(check: StoreCheck, facts: StoreFacts, today: string): CheckState {
  const has = (value: unknown): CheckState => (value ? 'done' : 'lacking');
  switch (check) {
    case 'name':
      return has(facts.name.trim());
    case 'contact':
      return has(facts.canBeReached);
    case 'insurance':
      if (facts.insuredUntil === null) return 'lacking';
      if (facts.insuredUntil < today) return 'lapsed';
      return facts.insuredUntil <= after(today, { days: REMINDER_DAYS }) ? 'soon' : 'done';
    case 'dbs':
      if (facts.dbsCheckedOn === null) return 'lacking';
      return after(facts.dbsCheckedOn, { years: DBS_YEARS }) <= today ? 'lapsed' : 'done';
    case 'regulator':
      return has(facts.cqcLocationId);
    case 'charity':
      return has(facts.charityNumber);
    case 'tax':
      return has(facts.taxReference);
    case 'bank':
      return has(facts.hasBankAccount);
    default:
      return has(facts.selfBillingAgreedOn);
  }
}

/** Everything that is asked of one of that kind, in the order of the page. */
export function checksOf(facts: StoreFacts, today: string): readonly CheckOut[] {
  return STORE_CHECKS.flatMap((check) => {
    const need = needOf(check, facts.kind);
    return need === null ? [] : [{ check, need, state: stateOf(check, facts, today) }];
  });
}
