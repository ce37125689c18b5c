// What a member of the public gets who makes their own account: a record that is theirs, and one line of their own money.
// Source: the domain notes, section 6 (own money is a stream with its own ledger) and section 8 (own money pays the public price).

import type { Temporal } from 'temporal-polyfill';

/** References that begin so are of people who made their own account: no council's file may speak of them. */
const OWN_REFERENCE = 'OWN-';

/** The reference of somebody who made their own account: the end of their record's id, which no other shares. */
export function ownReference(personId: string): string {
  return `${OWN_REFERENCE}${personId.slice(-10).toUpperCase()}`;
}

export function isOwnReference(reference: string): boolean {
  return reference.toUpperCase().startsWith(OWN_REFERENCE);
}

/** A person's own money has no budget year: it is theirs until they spend it. */
const OWN_MONEY_YEARS = 100;

/** The first and the last day of the line of somebody's own money, opened today. */
export function ownMoneyTerm(today: Temporal.PlainDate): {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
} {
  return { startsOn: today, endsOn: today.add({ years: OWN_MONEY_YEARS }) };
}
