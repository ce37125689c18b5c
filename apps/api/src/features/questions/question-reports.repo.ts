// The only SQL about reports of what was written in a question: a copy of that, which the council's officers read.

import type { Tx } from '@support-market/db/pool';
import type { Viewer } from '@support-market/domain/access/roles';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Side } from './questions.repo.ts';

/** What was written, and in which thread. */
export async function findEntry(tx: Tx, councilId: string, entryId: string) {
  const { rows } = await sql<{ questionId: string; side: Side; words: string }>`
    select question_id as "questionId", side, words from question_entries where council_id = ${councilId} and id = ${entryId}`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export interface NewReport {
  readonly id: string;
  readonly entryId: string;
  readonly questionId: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly title: string;
  readonly side: Side;
  readonly words: string;
  readonly reportedSide: Side;
  readonly reason: string;
  readonly at: Temporal.Instant;
}

/** Keeps a report unless that side has made one of the same already. Answers whether it is new. */
export async function insertReport(tx: Tx, { councilId, accountId }: Viewer, report: NewReport): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into question_reports (council_id, id, entry_id, question_id, person_id, organisation_id, title, side, words, reported_side,
      reason, reported_by, reported_at)
    values (${councilId}, ${report.id}, ${report.entryId}, ${report.questionId}, ${report.personId}, ${report.organisationId}, ${report.title},
      ${report.side}, ${report.words}, ${report.reportedSide}, ${report.reason}, ${accountId}, ${report.at})
    on conflict (council_id, entry_id, reported_side) do nothing returning id`.execute(tx);
  return rows.length > 0;
}

export interface ReportRow {
  readonly id: string;
  readonly title: string;
  readonly personName: string;
  readonly organisationName: string;
  readonly side: Side;
  readonly words: string;
  readonly reportedSide: Side;
  readonly reason: string;
  readonly reportedAt: Temporal.Instant;
}

/** One page (and one row more) of the reports that no one has settled, the oldest first. */
export async function listOpenReports(
  tx: Tx,
  councilId: string,
  page: { readonly after: readonly string[] | null; readonly limit: number },
): Promise<ReportRow[]> {
  const [at, id] = page.after ?? [];
  const onward =
    at === undefined ? sql`true` : sql`(report.reported_at, report.id) > (${at}::timestamptz, ${id ?? ''})`;
  const { rows } = await sql<ReportRow>`
    select report.id, report.title, person.full_name as "personName", organisation.name as "organisationName", report.side, report.words,
           report.reported_side as "reportedSide", report.reason, report.reported_at as "reportedAt"
      from question_reports as report
      join people as person on person.council_id = ${councilId} and person.id = report.person_id
      join organisations as organisation on organisation.id = report.organisation_id
     where report.council_id = ${councilId} and report.settled_at is null and ${onward}
     order by report.reported_at, report.id limit ${page.limit + 1}`.execute(tx);
  return rows;
}

/** Settles an open report, for whom it was; null where it is settled already or not there. */
export async function settleReport(
  tx: Tx,
  { councilId, accountId }: Viewer,
  id: string,
  reply: string,
  at: Temporal.Instant,
) {
  const { rows } = await sql<{
    personId: string;
    organisationId: string;
    reportedSide: Side;
    questionId: string;
    title: string;
  }>`
    update question_reports set settled_at = ${at}, settled_by = ${accountId}, reply = ${reply}
     where council_id = ${councilId} and id = ${id} and settled_at is null
    returning person_id as "personId", organisation_id as "organisationId", reported_side as "reportedSide", question_id as "questionId", title`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export async function isReport(tx: Tx, councilId: string, id: string): Promise<boolean> {
  const { rows } = await sql`select from question_reports where council_id = ${councilId} and id = ${id}`.execute(tx);
  return rows.length > 0;
}
