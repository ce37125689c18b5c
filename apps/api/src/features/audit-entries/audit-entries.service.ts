// Who did or looked at what: for the auditor, whose own looks are entries too, and for the person whose affairs they are.

import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { entryKind } from '@support-market/domain/audit-entries/looks';
import type { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { isOwnRecord } from '../../platform/own-record.ts';
import { found } from '../../platform/problem-error.ts';
import { findAccountId, findPersonId, listEntries, listLooks, personWithin } from './audit-entries.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

export interface EntriesAsked {
  readonly account?: string | undefined;
  readonly person?: string | undefined;
  readonly event?: string | undefined;
  readonly record?: string | undefined;
  readonly from?: Temporal.PlainDate | undefined;
  readonly to?: Temporal.PlainDate | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const rolesOf = (role: string): string[] => role.split(' ').filter((each) => each !== '');

/** A page of the council's audit trail, newest first. The look is itself an entry, with what was asked for. */
export async function searchEntries(context: Needs, viewer: Viewer, asked: EntriesAsked) {
  const list = listAsked('audit-entries', asked);
  const after = readCursor(list, asked.cursor, ['instant', 'text']);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const account = asked.account === undefined ? undefined : await findAccountId(tx, asked.account.trim());
    const person =
      asked.person === undefined ? undefined : await findPersonId(tx, viewer.councilId, asked.person.trim());
    const unknown = account === null || person === null;
    const rows = unknown
      ? []
      : await listEntries(tx, viewer.councilId, { ...asked, account, person, after, limit: asked.limit });
    const page = pageFrom(list, rows, asked.limit, (row) => [row.happenedAt.toString(), row.id]);
    const details = Object.entries({
      account,
      event: asked.event,
      record: asked.record,
      from: asked.from?.toString(),
      to: asked.to?.toString(),
    }).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    await recordAudit(tx, context.clock, viewer, {
      event: 'audit-entry.searched',
      noun: 'audit-entry',
      recordId: null,
      personId: person ?? null,
      details: Object.fromEntries(details),
    });
    return {
      nextCursor: page.nextCursor,
      items: page.items.map(({ role, sealPosition, details: facts, ...entry }) => ({
        ...entry,
        roles: rolesOf(role),
        kind: entryKind(entry.event),
        details: facts as Readonly<Record<string, string | number | boolean>>,
        sealPosition: sealPosition === null ? null : Number(sealPosition),
      })),
    };
  });
}

/** Who looked at or changed a person's records. Throws record.not_found for anyone out of reach. */
export async function viewLooks(
  context: Needs,
  viewer: Viewer,
  reach: Reach,
  personId: string,
  asked: { readonly who: 'others' | 'everyone'; readonly cursor?: string | undefined; readonly limit: number },
) {
  const list = listAsked('looks', { personId, who: asked.who });
  const after = readCursor(list, asked.cursor, ['instant', 'text']);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    found(await personWithin(tx, viewer, reach, context.clock.today(), personId));
    const rows = await listLooks(tx, viewer.councilId, personId, {
      others: asked.who === 'others',
      after,
      limit: asked.limit,
    });
    const page = pageFrom(list, rows, asked.limit, (row) => [row.happenedAt.toString(), row.id]);
    if (!isOwnRecord(viewer, personId)) {
      await recordAudit(tx, context.clock, viewer, {
        event: 'audit-entry.listed',
        noun: 'audit-entry',
        recordId: null,
        personId,
      });
    }
    return {
      nextCursor: page.nextCursor,
      items: page.items.map(({ role, ...look }) => ({ ...look, roles: rolesOf(role), kind: entryKind(look.event) })),
    };
  });
}
