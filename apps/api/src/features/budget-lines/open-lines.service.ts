// Opens lines of money and puts their awards into the ledger: what imports and the demonstration council call.

import type { Tx } from '@support-market/db/pool';
import { awardGrowth, awardTransferId, hasPurse, type LineCode } from '@support-market/domain/budgets/awards';
import { funderOfLine } from '@support-market/domain/funders/funder-kinds';
import { fundingAccount, lineAccount, purseAccount } from '@support-market/domain/ledger/accounts';
import type { Transfer } from '@support-market/domain/ledger/transfers';
import { startOfLondonDay } from '@support-market/domain/shared/local-time';
import type { Pence } from '@support-market/domain/shared/money';
import type { CodeOf } from '@support-market/domain/shared/problems';
import { Temporal } from 'temporal-polyfill';
import { type Actor, recordAudit } from '../../platform/audit.repo.ts';
import { newId } from '../../platform/ids.ts';
import { begin, step } from '../../platform/transitions.repo.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import { openAccounts, postTransfers } from '../../ports/ledger/ledger.repo.ts';
import {
  insertLines,
  type KeptLine,
  lastPlanned,
  lineFunders,
  lockBudgets,
  type NewLine,
  updateLine,
} from './open-lines.repo.ts';

export type SavedLine =
  | {
      readonly reference: string;
      readonly budgetId: string;
      readonly lineId: string;
      readonly outcome: 'created' | 'changed' | 'unchanged';
    }
  | {
      readonly reference: string;
      readonly budgetId: string;
      readonly outcome: 'refused';
      readonly code: LineCode | CodeOf<'budget_line.cuts_visits' | 'record.not_found'>;
      readonly details: Readonly<Record<string, unknown>>;
    };

const BATCH = 1_000;

interface Award {
  readonly lineId: string;
  readonly line: NewLine;
  readonly funderId: string;
  readonly growth: Pence;
  readonly earlierAwards: number;
}

function awardTransfer({ lineId, funderId, growth, earlierAwards }: Award): Transfer {
  return {
    kind: 'single',
    id: awardTransferId(lineId, earlierAwards),
    code: 'award',
    debit: fundingAccount(funderId).id,
    credit: lineAccount(lineId).id,
    amountPence: growth,
    lineId,
  };
}

function laterOf(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}

/**
 * Opens lines (with their accounts and award) or changes those whose row changed; answers one outcome a line in the
 * order given. The same rows again move nothing; a raised award is a transfer of its own; a lowered award, another
 * stream or another arrangement, or a last day before a visit that is planned, is refused with a code and changes nothing of that line. A first award counts from the
 * line's first day, a raise from now. A budget and reference may come once in one call (RangeError).
 */
export async function openLines(tx: Tx, clock: Clock, actor: Actor, lines: readonly NewLine[]): Promise<SavedLine[]> {
  if (new Set(lines.map(({ budgetId, reference }) => `${budgetId} ${reference}`)).size < lines.length) {
    throw new RangeError('two lines in one call have the same budget and reference');
  }
  const saved: SavedLine[] = [];
  for (let start = 0; start < lines.length; start += BATCH) {
    saved.push(...(await openBatch(tx, clock, actor, lines.slice(start, start + BATCH))));
  }
  return saved;
}

async function openBatch(tx: Tx, clock: Clock, actor: Actor, lines: readonly NewLine[]): Promise<SavedLine[]> {
  const { councilId } = actor;
  const { ownerOf, lines: kept } = await lockBudgets(tx, councilId, [...new Set(lines.map((line) => line.budgetId))]);
  const funders = await lineFunders(tx, councilId);
  const cuts = await lastPlanned(
    tx,
    councilId,
    kept.map(({ id }) => id),
  );
  const keptOf = new Map(kept.map((line) => [`${line.budgetId} ${line.reference}`, line]));
  const outcomes: SavedLine[] = [];
  const created: { id: string; line: NewLine; funderId: string }[] = [];
  const changed: { id: string; line: NewLine }[] = [];
  const awards: Award[] = [];
  for (const line of lines) {
    const named = { reference: line.reference, budgetId: line.budgetId };
    if (ownerOf.get(line.budgetId) !== line.personId) {
      outcomes.push({ ...named, outcome: 'refused', code: 'record.not_found', details: {} });
      continue;
    }
    const before: KeptLine | undefined = keptOf.get(`${line.budgetId} ${line.reference}`);
    if (before && before.sourceHash === line.sourceHash) {
      outcomes.push({ ...named, lineId: before.id, outcome: 'unchanged' });
      continue;
    }
    const isOver = before?.state === 'closed' && !(before.sourceHash === null && before.awardPence === 0n);
    if (isOver) {
      outcomes.push({ ...named, outcome: 'refused', code: 'budget_line.not_open', details: {} });
      continue;
    }
    const growth = awardGrowth(line, before);
    if (!growth.ok) {
      outcomes.push({ ...named, outcome: 'refused', code: growth.code, details: growth.details ?? {} });
      continue;
    }
    const cut = before && cuts.get(before.id);
    if (before && cut && Temporal.PlainDate.compare(line.endsOn, cut.lastDate) < 0) {
      outcomes.push({
        ...named,
        outcome: 'refused',
        code: 'budget_line.cuts_visits',
        details: { lastVisit: cut.lastDate.toString(), visits: cut.visits },
      });
      continue;
    }
    const funder = funderOfLine(
      {
        stream: line.stream,
        named: line.funderId === undefined ? undefined : funders.byId.get(line.funderId),
        before: before && funders.byId.get(before.funderId),
      },
      funders.ofStream,
    );
    if (!funder.ok) {
      outcomes.push({ ...named, outcome: 'refused', code: funder.code, details: {} });
      continue;
    }
    const funderId = funder.value.id;
    const lineId = before?.id ?? newId(clock, 'budgetLine');
    if (before) changed.push({ id: lineId, line });
    else created.push({ id: lineId, line, funderId });
    if (growth.value > 0n)
      awards.push({ lineId, line, funderId, growth: growth.value, earlierAwards: before?.awards ?? 0 });
    outcomes.push({ ...named, lineId, outcome: before ? 'changed' : 'created' });
  }

  await insertLines(tx, councilId, created);
  // What an undone import took back, a file may bring again.
  const again = changed.filter(({ line }) => keptOf.get(`${line.budgetId} ${line.reference}`)?.state === 'closed');
  await step({ tx, clock, actor }, 'budget_lines', 'open-again', again, { audit: null });
  for (const { id, line } of changed) await updateLine(tx, councilId, id, line);
  const now = clock.now();
  await openAccounts(
    tx,
    councilId,
    created.flatMap(({ id, line, funderId }) => [
      fundingAccount(funderId),
      lineAccount(id),
      ...(hasPurse(line.arrangement) ? [purseAccount(id)] : []),
    ]),
  );
  // One posting for each day on which awards count, so that a statement shows them where the person expects them.
  const byMoment = new Map<string, { at: Temporal.Instant; transfers: Transfer[] }>();
  for (const award of awards) {
    const firstDay = startOfLondonDay(award.line.startsOn);
    const at = award.earlierAwards === 0 ? firstDay : laterOf(now, firstDay);
    const posting = byMoment.get(at.toString()) ?? { at, transfers: [] };
    posting.transfers.push(awardTransfer(award));
    byMoment.set(at.toString(), posting);
  }
  for (const { at, transfers } of byMoment.values()) {
    await postTransfers(
      tx,
      { councilId, effectiveAt: at, recordedAt: now, recordedBy: actor.accountId },
      transfers.sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  }
  await begin({ tx, clock, actor }, 'budget_lines', 'open', created, {
    audit: ({ line }) => ({ personId: line.personId }),
  });
  await recordAudit(
    tx,
    clock,
    actor,
    ...changed.map(({ id, line }) => ({
      event: 'budget-line.changed',
      noun: 'budget-line',
      recordId: id,
      personId: line.personId,
    })),
  );
  return outcomes;
}
