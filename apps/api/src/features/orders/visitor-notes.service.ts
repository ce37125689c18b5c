// A provider that accepted an order looks at how to reach the person, and the person decides which of their needs it may
// know. Each look leaves a trace that the person can read.

import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type { SharedNeed } from '@support-market/domain/people/person-facts';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { found } from '../../platform/problem-error.ts';
import { askerIn } from './order-asker.ts';
import { findVisitorNote, lockOrderToShare, saveSharedNeeds } from './visitor-notes.repo.ts';

/** Throws record.not_found before the provider accepted, some days after the last visit, and for everybody else. */
export async function viewVisitorNote(context: AppContext, viewer: Viewer, reach: Reach, id: string) {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const note = found(await findVisitorNote(tx, await askerIn(tx, context, viewer, reach), id));
    await recordAudit(tx, context.clock, viewer, {
      event: 'visitor-note.viewed',
      noun: 'order',
      recordId: id,
      personId: note.person_id,
    });
    return {
      name: note.name,
      addressLine: note.line ?? '',
      postcode: note.postcode,
      accessNotes: note.access_notes ?? '',
      telephones: note.telephones,
      needs: { communication: note.communication, language: note.language, support: note.support },
      until: note.until,
    };
  });
}

/** The person's side says which needs the provider of an order may know, from now on. Throws record.not_found out of reach. */
export async function shareNeeds(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  id: string,
  needs: readonly SharedNeed[],
) {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const order = found(await lockOrderToShare(tx, await askerIn(tx, context, viewer, reach), id));
    await saveSharedNeeds(tx, viewer.councilId, id, needs);
    await recordAudit(tx, context.clock, viewer, {
      event: 'order.needs-shared',
      noun: 'order',
      recordId: id,
      personId: order.person_id,
      details: { needs: needs.join(' ') },
    });
    return { sharedNeeds: [...needs] };
  });
}
