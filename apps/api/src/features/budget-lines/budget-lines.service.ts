// The workspace of an organisation that holds people's money: every purse with what came in, went out and is left.

import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { isfSettingsFrom, isfStatementSummary } from '@support-market/domain/budgets/arrangements';
import { ZERO_PENCE } from '@support-market/domain/shared/money';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { readSettings } from '../../platform/settings.repo.ts';
import { listHeldLines } from './budget-lines.repo.ts';

/** A page of the lines that the viewer's organisations hold, by the person's name. */
export async function viewHeldLines(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  query: { readonly cursor?: string; readonly limit: number },
) {
  const list = listAsked('held-lines');
  const after = readCursor(list, query.cursor, ['text', 'text']);
  const { rows, isf } = await inTransaction(context.db, viewer.councilId, async (tx) => ({
    rows: await listHeldLines(tx, viewer.councilId, reach.organisationIds, { after, limit: query.limit }),
    isf: isfSettingsFrom(await readSettings(tx, viewer.councilId, context.clock.today())),
  }));
  const page = pageFrom(list, rows, query.limit, (row) => [row.personName, row.id]);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((line) => {
      const summary = isfStatementSummary(
        { weeklyPence: line.weeklyPence ?? ZERO_PENCE, inPence: line.inPence, outPence: line.outPence },
        isf,
      );
      return {
        ...line,
        leftPence: summary.leftPence,
        limitPence: line.weeklyPence === null ? null : summary.limitPence,
        over: line.weeklyPence !== null && summary.over,
      };
    }),
  };
}
