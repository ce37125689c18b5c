// What a provider needs to know to come: read by nothing else, so that one place decides who may see it and for how long.

import { currentAddress } from '@support-market/db/current-address';
import type { Tx } from '@support-market/db/pool';
import { inReach } from '@support-market/db/scope';
import { mayVisit, visitorUntil } from '@support-market/db/visitor-view';
import type { SharedNeed, TelephoneKind } from '@support-market/domain/people/person-facts';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Asker } from './orders.repo.ts';

interface TelephoneRow {
  readonly kind: TelephoneKind;
  readonly number: string;
  readonly note: string;
}

/** How to reach and meet the person of an order of the viewer's organisation; undefined where or while they may not know. */
export async function findVisitorNote(tx: Tx, asker: Asker, orderId: string) {
  const { viewer, today, days } = asker;
  const view = { councilId: viewer.councilId, today, days };
  const address = (column: 'address_line' | 'postcode' | 'access_notes') =>
    currentAddress(viewer.councilId, 'person.id', today, column);
  const shared = (need: SharedNeed, column: 'communication_needs' | 'language' | 'support_needs') =>
    sql<
      string | null
    >`(case when ${need} = any(orders.shared_needs) then nullif(${sql.ref(`person.${column}`)}, '') end)`;
  return tx
    .selectFrom('orders')
    .innerJoin('people as person', (join) =>
      join.on('person.council_id', '=', viewer.councilId).onRef('person.id', '=', 'orders.person_id'),
    )
    .select([
      'orders.person_id',
      sql<string>`coalesce(person.called, person.full_name)`.as('name'),
      address('address_line').as('line'),
      address('postcode').as('postcode'),
      address('access_notes').as('access_notes'),
      sql<
        TelephoneRow[]
      >`coalesce((select jsonb_agg(jsonb_build_object('kind', telephone.kind, 'number', telephone.number, 'note', telephone.note)
          order by telephone.position, telephone.id)
        from person_telephones as telephone where telephone.council_id = ${viewer.councilId} and telephone.person_id = person.id
          and ${today} between coalesce(telephone.from_date, ${today}) and coalesce(telephone.until_date, ${today})), '[]')`.as(
        'telephones',
      ),
      shared('communication', 'communication_needs').as('communication'),
      shared('language', 'language').as('language'),
      shared('support', 'support_needs').as('support'),
      sql<Temporal.PlainDate>`${visitorUntil(view)}`.as('until'),
    ])
    .where('orders.council_id', '=', viewer.councilId)
    .where('orders.id', '=', orderId)
    .where(
      inReach(asker.reach, viewer.accountId, today, {
        councilId: viewer.councilId,
        organisation: 'orders.organisation_id',
      }),
    )
    .where(mayVisit(view))
    .executeTakeFirst();
}

/** An order of a person for whom the viewer may order, locked; undefined where there is none such. */
export async function lockOrderToShare(tx: Tx, asker: Asker, orderId: string) {
  return tx
    .selectFrom('orders')
    .select(['orders.id', 'orders.person_id'])
    .where('orders.council_id', '=', asker.viewer.councilId)
    .where('orders.id', '=', orderId)
    .where(
      inReach(
        asker.reach,
        asker.viewer.accountId,
        asker.today,
        { councilId: asker.viewer.councilId, person: 'orders.person_id' },
        'order',
      ),
    )
    .forUpdate()
    .executeTakeFirst();
}

export async function saveSharedNeeds(
  tx: Tx,
  councilId: string,
  orderId: string,
  needs: readonly SharedNeed[],
): Promise<void> {
  await tx
    .updateTable('orders')
    .set({ shared_needs: [...needs] })
    .where('council_id', '=', councilId)
    .where('id', '=', orderId)
    .execute();
}
