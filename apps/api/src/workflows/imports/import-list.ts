// The imports of a council, as those read them who may bring in files of that kind.

import { inTransaction } from '@support-market/db/transaction';
import type { ImportKind } from '@support-market/domain/imports/import-states';
import { type ImportRow, listImports, lockImport } from '../../features/imports/import-log.repo.ts';
import type { Actor } from '../../platform/audit.repo.ts';
import type { ImportContext } from './import-plan.ts';

const PAGE = 25;

export function findImportKind(
  context: ImportContext,
  actor: Actor,
  importId: string,
): Promise<ImportKind | undefined> {
  return inTransaction(
    context.db,
    actor.councilId,
    async (tx) => (await lockImport(tx, actor.councilId, importId))?.kind,
  );
}

export async function pageOfImports(
  context: ImportContext,
  actor: Actor,
  kinds: readonly ImportKind[],
  before: string | null,
): Promise<{ readonly items: readonly ImportRow[]; readonly next: string | null }> {
  const rows = await inTransaction(context.db, actor.councilId, (tx) =>
    listImports(tx, actor.councilId, kinds, { before, most: PAGE + 1 }),
  );
  const items = rows.slice(0, PAGE);
  return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null };
}
