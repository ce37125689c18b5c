// Who the viewer may see, and a trace of each look at someone else.

import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { pageFrom, readCursor } from '../../platform/cursors.ts';
import { isOwnRecord } from '../../platform/own-record.ts';
import { found } from '../../platform/problem-error.ts';
import { findPerson, listPeople } from './people.repo.ts';

/** A page of people within reach, by name. Throws request.invalid for a cursor that is none. */
export async function viewPeople(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  query: { readonly search?: string; readonly cursor?: string; readonly limit: number },
) {
  const after = readCursor(query.cursor, ['text', 'text', 'text']);
  const asker = { viewer, reach, today: context.clock.today() };
  const rows = await inTransaction(context.db, viewer.councilId, (tx) =>
    listPeople(tx, asker, {
      ...(query.search === undefined ? {} : { search: query.search }),
      after,
      limit: query.limit,
    }),
  );
  const page = pageFrom(rows, query.limit, (row) => [row.familyName, row.givenName, row.id]);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((person) => ({ ...person, own: isOwnRecord(viewer, person.id) })),
  };
}

/** One person. Throws record.not_found for anyone out of reach. */
export async function viewPerson(context: AppContext, viewer: Viewer, reach: Reach, id: string) {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const person = found(await findPerson(tx, { viewer, reach, today: context.clock.today() }, id));
    const own = isOwnRecord(viewer, id);
    if (!own) {
      await recordAudit(tx, context.clock, viewer, {
        event: 'person.viewed',
        noun: 'person',
        recordId: id,
        personId: id,
      });
    }
    return { ...person, own };
  });
}
