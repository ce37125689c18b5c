// People with their budgets: one row a line of money. Awards reach the ledger in the same transaction as their line.

import { createHash } from 'node:crypto';
import { isHeldByOrganisation } from '@support-market/domain/budgets/awards';
import type { Pence } from '@support-market/domain/shared/money';
import { openLines } from '../../features/budget-lines/open-lines.service.ts';
import { createBudgets } from '../../features/budgets/budgets-import.service.ts';
import { type RejectedRow, rejectedCell, rejectedRow } from '../../features/imports/import-result.ts';
import { findFunders, findHolders } from '../../features/imports/imports.repo.ts';
import { PEOPLE_LAYOUT, PERSON_THINGS, type PersonRow, readPersonRow } from '../../features/imports/person-row.ts';
import { watchPeople } from '../../features/imports/watched.repo.ts';
import { proposeAccounts } from '../../features/payee-accounts/payee-accounts.service.ts';
import { createPeople } from '../../features/people/people-import.service.ts';
import { makePayInsRight } from '../../platform/payment-moves.repo.ts';
import { checkAccount } from '../../ports/bank-files/account-check.ts';
import type { ColumnsOfPlan, ImportContext, ImportPlan, ImportWork, Written } from './import-plan.ts';

const digest = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? part.toString() : part)))
    .digest('hex');

export function peoplePlan(context: ImportContext): ImportPlan<PersonRow> & ColumnsOfPlan {
  const today = context.clock.today();
  return {
    layouts: [PEOPLE_LAYOUT],
    things: PERSON_THINGS,
    read: (row, cells, { places }) => readPersonRow(row, cells, { today, places }),
    keyOf: ({ person, budget, line }) => [person.reference, budget.startsOn, line.reference].join('\n'),
    watch: async ({ actor }, rows) =>
      watchPeople(actor.councilId, [...new Set(rows.map(({ person }) => person.reference))]),
    write: writePeople,
    counts: ({ person, budget, line }) => ({
      people: person.reference,
      budgets: [person.reference, budget.startsOn].join('\n'),
      lines: [person.reference, budget.startsOn, line.reference].join('\n'),
    }),
    money: ({ line }) => ({ amount: line.awardPence }),
  };
}

async function writePeople({ tx, context, actor }: ImportWork, given: readonly PersonRow[]): Promise<Written> {
  const rejected: RejectedRow[] = [];
  const accepted = new Set<number>();
  const holders = await findHolders(tx, [
    ...new Set(
      given.flatMap(({ line }) => (line.holder && isHeldByOrganisation(line.arrangement) ? [line.holder] : [])),
    ),
  ]);
  const funders = await findFunders(tx, actor.councilId);
  const rows = given.filter((row) => {
    if (row.line.funder !== null && !funders.has(row.line.funder)) {
      rejected.push(rejectedCell(row.row, { column: 'funder', code: 'budget_line.funder_unknown' }));
      return false;
    }
    if (isHeldByOrganisation(row.line.arrangement) && !holders.has(row.line.holder ?? '')) {
      rejected.push(rejectedCell(row.row, { column: 'holder', code: 'budget_line.holder_unknown' }));
      return false;
    }
    if (row.line.account && checkAccount(row.line.account.sortCode, row.line.account.accountNumber) === 'invalid') {
      rejected.push(rejectedCell(row.row, { column: 'account_number', code: 'account.number_does_not_fit' }));
      return false;
    }
    return true;
  });

  const firstOf = new Map<string, PersonRow>();
  for (const row of rows) if (!firstOf.has(row.person.reference)) firstOf.set(row.person.reference, row);
  const people = await createPeople(
    tx,
    context.clock,
    actor,
    [...firstOf.values()].map(({ person }) => ({ ...person, sourceHash: digest(person) })),
  );
  const personIdOf = new Map(people.map(({ reference, personId }) => [reference, personId]));
  for (const { reference, outcome } of people) {
    const row = firstOf.get(reference);
    if (row && outcome !== 'unchanged') accepted.add(row.row);
  }

  const budgetKey = (row: PersonRow): string => `${personIdOf.get(row.person.reference)} ${row.budget.startsOn}`;
  const firstBudget = new Map<string, PersonRow>();
  for (const row of rows) if (!firstBudget.has(budgetKey(row))) firstBudget.set(budgetKey(row), row);
  const budgets = await createBudgets(
    tx,
    context.clock,
    actor,
    [...firstBudget.values()].map(({ person, budget }) => ({
      personId: personIdOf.get(person.reference) ?? '',
      startsOn: budget.startsOn,
      endsOn: budget.endsOn,
      costPence: budget.costPence as Pence,
      contributionPence: budget.contributionPence as Pence,
      councilPence: (budget.costPence - budget.contributionPence) as Pence,
    })),
  );
  const budgetIdOf = new Map(budgets.map(({ personId, startsOn, budgetId }) => [`${personId} ${startsOn}`, budgetId]));
  for (const { personId, startsOn, outcome } of budgets) {
    const row = firstBudget.get(`${personId} ${startsOn}`);
    if (row && outcome !== 'unchanged') accepted.add(row.row);
  }

  const lines = await openLines(
    tx,
    context.clock,
    actor,
    rows.map((row) => ({
      budgetId: budgetIdOf.get(budgetKey(row)) ?? '',
      personId: personIdOf.get(row.person.reference) ?? '',
      funderId: row.line.funder === null ? undefined : funders.get(row.line.funder),
      reference: row.line.reference,
      name: row.line.name,
      stream: row.line.stream,
      arrangement: row.line.arrangement,
      holderOrganisationId: isHeldByOrganisation(row.line.arrangement)
        ? (holders.get(row.line.holder ?? '') ?? null)
        : null,
      holderName: row.line.arrangement === 'representative' ? row.line.holder : null,
      startsOn: row.budget.startsOn,
      endsOn: row.budget.endsOn,
      awardPence: row.line.awardPence as Pence,
      weeklyPence: row.line.weeklyPence as Pence | null,
      sourceHash: digest({ ...row.line, ...row.budget }),
    })),
  );
  // A file may give a line another last day, or less a week.
  const changedLines = lines.flatMap((line) => (line.outcome === 'changed' ? [line.lineId] : []));
  await makePayInsRight({ tx, clock: context.clock, actor }, { lineIds: changedLines });
  await proposeAccounts(
    tx,
    context,
    actor,
    'import',
    lines.flatMap((line, index) => {
      const account = rows[index]?.line.account;
      const changed = line.outcome === 'created' || line.outcome === 'changed';
      return account && changed ? [{ organisationId: null, lineId: line.lineId, ...account }] : [];
    }),
  );
  const refused = new Set<number>();
  lines.forEach((line, index) => {
    const row = rows[index];
    if (!row) return;
    if (line.outcome === 'refused') {
      refused.add(row.row);
      rejected.push(rejectedRow(row.row, line.code));
    } else if (line.outcome !== 'unchanged') accepted.add(row.row);
  });
  return {
    done: rows
      .filter(({ row }) => !refused.has(row))
      .map(({ row }) => ({ row, outcome: accepted.has(row) ? 'accepted' : 'unchanged' })),
    rejected,
  };
}
