// What a provider may know of the person whom an order is for, as SQL for every query that shows it: from the day on which
// the provider accepts until some days after the last visit, and before that only the outward half of the postcode.

import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { currentAddress } from './current-address.ts';

export interface VisitorView {
  readonly councilId: string;
  readonly today: Temporal.PlainDate;
  /** The council's setting: how long after the last visit. */
  readonly days: number;
}

/** The last day on which something was or will be done for the order of the statement's `orders`; null where nothing was. */
function lastVisit({ councilId }: VisitorView): RawBuilder<Temporal.PlainDate | null> {
  return sql<Temporal.PlainDate | null>`(select max(shown.service_date) from visits as shown
    where shown.council_id = ${councilId} and shown.order_id = orders.id and shown.state <> 'cancelled')`;
}

/** The last day on which the provider may know; null where it never might. The statement has `orders`. */
export function visitorUntil(view: VisitorView): RawBuilder<Temporal.PlainDate | null> {
  return sql<Temporal.PlainDate | null>`(case when orders.decided_at is not null and orders.state <> 'declined'
    then ${lastVisit(view)} + ${view.days}::int end)`;
}

/** Whether the provider of the statement's `orders` may know today who the person is and how to reach them. */
export function mayVisit(view: VisitorView): RawBuilder<boolean> {
  return sql<boolean>`coalesce(${visitorUntil(view)} >= ${view.today}, false)`;
}

/** Whether the viewer may know who the person is: `wholly` as one who sees all of them, or as their provider. */
export const knowsPerson = (view: VisitorView, wholly: RawBuilder<boolean>): RawBuilder<boolean> =>
  sql<boolean>`(${wholly} or ${mayVisit(view)})`;

/** The name to call the statement's `person` by, or until a provider may know it the outward half of their postcode. */
export function visitorName(
  view: VisitorView,
  person: 'person' | 'people',
  wholly: RawBuilder<boolean>,
): RawBuilder<string> {
  const of = (column: string) => sql.ref(`${person}.${column}`);
  const postcode = currentAddress(view.councilId, `${person}.id`, view.today, 'postcode');
  return sql<string>`(case when ${wholly} then ${of('full_name')} when ${mayVisit(view)} then coalesce(${of('called')}, ${of('full_name')})
    else coalesce(split_part(${postcode}, ' ', 1), '') end)`;
}
