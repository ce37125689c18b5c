// A provider sends a spreadsheet of what its workers did: good rows are recorded, bad rows are explained one by one, and
// the same file sent again changes nothing. Rows are taken in chunks, so a file of a million is read in little memory.
// Source: domain.md section 9 (bulk upload of actuals).

import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { inTransaction } from '@support-market/db/transaction';
import { londonDate } from '@support-market/domain/shared/local-time';
import { pence } from '@support-market/domain/shared/money';
import {
  type Actual,
  type ActualsCode,
  type ActualsLookUpCode,
  type ActualsRow,
  actualsMessage,
  readActualsRow,
} from '@support-market/domain/visits/actuals';
import { chooseVisit, recordVisit, toMinute } from '@support-market/domain/visits/recording';
import type { ToleranceSettings } from '@support-market/domain/visits/tolerance';
import { visitMachine } from '@support-market/domain/visits/visit-states';
import { Temporal } from 'temporal-polyfill';
import { Type } from 'typebox';
import {
  closeExceptions,
  lockVisitsFor,
  type OtherVisit,
  type RecordableRow,
  type RecordingToSave,
  saveRecordings,
  toleranceOf,
  visitsOfWorkers,
} from '../features/visits/visits.repo.ts';
import { reachFor, viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { type Actor, recordAudit, recordStateChanges } from '../http/audit.repo.ts';
import type { AppContext } from '../http/context.ts';
import { recordMessages } from '../http/messages.repo.ts';
import { codeOfDatabaseError, ProblemError, unwrap } from '../http/problems.ts';
import { answers, closed } from '../http/schemas.ts';
import { type CsvRowCode, csvRowMessage, readCsv } from '../ports/csv/read-csv.ts';
import { rememberRows, takenRows } from './upload-actuals.repo.ts';

const CHUNK = 500;
/** Uploads that race for the same worker's time are tried again this often before their rows go one by one. */
const MAX_TRIES = 3;
/** More bad rows than this are counted but not listed, so that an answer stays small whatever was sent. */
export const MOST_REJECTED_LISTED = 10_000;

const COLUMNS = {
  required: ['worker', 'start', 'end'],
  optional: ['reference', 'visit_reference', 'order_reference', 'date'],
  oneOf: ['reference', 'visit_reference', 'order_reference'],
  // what another system exports beside these is no concern of ours
  otherColumns: 'ignore',
} as const;

type Column = (typeof COLUMNS.required)[number] | (typeof COLUMNS.optional)[number];
type Cells = Readonly<Record<Column, string>>;
type Code = ActualsCode | ActualsLookUpCode | CsvRowCode;

export interface RejectedRow {
  /** As a spreadsheet numbers it: the heading is row 1. */
  readonly row: number;
  readonly code: string;
  readonly message: string;
  /** The column to look at, where one cell is at fault. */
  readonly column: string | null;
  /** The row as it was sent, so that it can be put right and sent again. */
  readonly cells: { readonly reference: string; readonly worker: string; readonly start: string; readonly end: string };
}

export interface ActualsResult {
  readonly accepted: number;
  readonly unchanged: number;
  /** In the order of the file; the first ten thousand. */
  readonly rejected: readonly RejectedRow[];
  readonly rejectedInAll: number;
}

interface Row {
  readonly row: number;
  readonly cells: ActualsRow;
  readonly actual: Actual;
  readonly hash: string;
}

type Outcome =
  | { readonly kind: 'accepted'; readonly visitId: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'rejected'; readonly code: Code; readonly column: string | null };

/** Brings the ways of writing a row to one: a date column goes before times alone, and a night ends the next day. */
function asRow(cells: Cells): ActualsRow {
  const reference = cells.visit_reference || cells.order_reference || cells.reference;
  const time = (text: string) => /^(\d{1,2}):(\d{2})$/.exec(text);
  const date = cells.date;
  if (date === '') return { reference, worker: cells.worker, start: cells.start, end: cells.end };
  const [start, end] = [time(cells.start), time(cells.end)];
  const minutes = (match: RegExpExecArray) => Number(match[1]) * 60 + Number(match[2]);
  let endDate = date;
  if (start && end && minutes(end) <= minutes(start)) {
    const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(date);
    const iso = british
      ? `${british[3]}-${(british[2] ?? '').padStart(2, '0')}-${(british[1] ?? '').padStart(2, '0')}`
      : date;
    try {
      endDate = Temporal.PlainDate.from(iso).add({ days: 1 }).toString();
    } catch {
      // not a date: reading the start says so
    }
  }
  return {
    reference,
    worker: cells.worker,
    start: start ? `${date} ${cells.start}` : cells.start,
    end: end ? `${endDate} ${cells.end}` : cells.end,
  };
}

function hashOf(scope: string, actual: Actual): string {
  return createHash('sha256')
    .update(JSON.stringify([scope, actual.reference, actual.worker, actual.start.toString(), actual.end.toString()]))
    .digest('hex');
}

const sameInstant = (a: Temporal.Instant | null, b: Temporal.Instant): boolean =>
  a !== null && a.epochMilliseconds === b.epochMilliseconds;

const asKey = (order: string, date: string): string => `${order.toLowerCase()}|${date}`;

export interface ActualsImport {
  /** Whose visits may be recorded; null for every organisation of the council (an operator's import). */
  readonly organisationIds: readonly string[] | null;
  /** A path, or a stream of bytes. */
  readonly source: Readable | string;
}

/**
 * Reads a file of actuals and records what is good in it. Columns: `worker`, `start`, `end`, and one of `reference`,
 * `visit_reference`, `order_reference`; optionally `date`, before times alone. Each chunk of rows is kept as it is
 * taken; sending the file again finds them unchanged. Refuses with `file.not_readable` or `import.columns_wrong`.
 */
export async function importActuals(
  context: Pick<AppContext, 'db' | 'clock'>,
  actor: Actor,
  input: ActualsImport,
): Promise<ActualsResult> {
  const items = unwrap(await readCsv(input.source, COLUMNS), '/file');
  const scope = input.organisationIds === null ? 'all' : [...input.organisationIds].sort().join(',');
  const now = context.clock.now();
  const rejected: RejectedRow[] = [];
  const takenVisits = new Set<string>();
  let rejectedInAll = 0;
  let accepted = 0;
  let unchanged = 0;

  const reject = (row: number, code: Code, column: string | null, cells: ActualsRow) => {
    rejectedInAll += 1;
    if (rejected.length >= MOST_REJECTED_LISTED) return;
    const message =
      code.startsWith('row.') || code.startsWith('file.')
        ? csvRowMessage(code as CsvRowCode)
        : actualsMessage(code as ActualsCode | ActualsLookUpCode);
    const short = (text: string) => text.slice(0, 200);
    rejected.push({
      row,
      code,
      message,
      column,
      cells: {
        reference: short(cells.reference),
        worker: short(cells.worker),
        start: short(cells.start),
        end: short(cells.end),
      },
    });
  };
  const flush = async (rows: readonly Row[]) => {
    const outcomes = await takeRows(context, actor, input.organisationIds, rows, takenVisits);
    rows.forEach((row, index) => {
      const outcome = outcomes[index];
      if (outcome?.kind === 'accepted') {
        accepted += 1;
        takenVisits.add(outcome.visitId);
      } else if (outcome?.kind === 'rejected') {
        reject(row.row, outcome.code, outcome.column, row.cells);
      } else {
        unchanged += 1;
      }
    });
  };

  let chunk: Row[] = [];
  for await (const item of items) {
    if (item.kind === 'fault') {
      reject(item.row, item.code, null, { reference: '', worker: '', start: '', end: '' });
      continue;
    }
    const cells = asRow(item.cells);
    const read = readActualsRow(cells, now);
    if (!read.ok) {
      const column = typeof read.details?.column === 'string' ? read.details.column : null;
      reject(item.row, read.code, column, cells);
      continue;
    }
    const worker = read.value.worker.replace(/\s+/g, ' ');
    const actual = { ...read.value, worker, start: toMinute(read.value.start), end: toMinute(read.value.end) };
    chunk.push({ row: item.row, cells, actual, hash: hashOf(scope, actual) });
    if (chunk.length === CHUNK) {
      await flush(chunk);
      chunk = [];
    }
  }
  await flush(chunk);
  rejected.sort((a, b) => a.row - b.row);
  await inTransaction(context.db, actor.councilId, (tx) =>
    recordAudit(tx, context.clock, actor, {
      event: 'actuals.uploaded',
      noun: 'actuals',
      recordId: null,
      details: { accepted, unchanged, rejected: rejectedInAll },
    }),
  );
  return { accepted, unchanged, rejected, rejectedInAll };
}

/** Takes a chunk in one transaction. Where another upload took the same worker's time meanwhile, it looks again. */
async function takeRows(
  context: Pick<AppContext, 'db' | 'clock'>,
  actor: Actor,
  organisationIds: readonly string[] | null,
  rows: readonly Row[],
  takenVisits: ReadonlySet<string>,
): Promise<readonly Outcome[]> {
  if (rows.length === 0) return [];
  for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
    try {
      return await takeChunk(context, actor, organisationIds, rows, takenVisits);
    } catch (error) {
      if (codeOfDatabaseError(error) !== 'visit.overlap') throw error;
    }
  }
  if (rows.length === 1) return [{ kind: 'rejected', code: 'visit.overlap', column: 'worker' }];
  const outcomes: Outcome[] = [];
  const taken = new Set(takenVisits);
  for (const row of rows) {
    const [outcome] = await takeRows(context, actor, organisationIds, [row], taken);
    if (outcome === undefined) continue;
    if (outcome.kind === 'accepted') taken.add(outcome.visitId);
    outcomes.push(outcome);
  }
  return outcomes;
}

interface Taken {
  readonly visit: RecordableRow;
  readonly recording: RecordingToSave;
  readonly corrects: boolean;
}

/** What recording a row would come to, before anyone asks whether its worker was elsewhere. */
function readAgainst(
  row: Row,
  candidates: readonly RecordableRow[],
  tolerance: ToleranceSettings,
  now: Temporal.Instant,
): Outcome | Taken {
  const { actual } = row;
  const chosen = chooseVisit(
    candidates.map((visit) => ({ id: visit.id, state: visit.state, plannedStart: visit.planned_start, visit })),
    actual.start,
  );
  if (!chosen.ok) return { kind: 'rejected', code: chosen.code, column: 'reference' };
  const { visit } = chosen.value;
  const same =
    visit.worker === actual.worker &&
    sameInstant(visit.actual_start, actual.start) &&
    sameInstant(visit.actual_end, actual.end);
  if (same && visit.charge_pence !== null) return { kind: 'unchanged' };
  const read = recordVisit({
    visit: {
      state: visit.state,
      orderState: visit.order_state,
      serviceDate: visit.service_date,
      unit: visit.unit,
      unitPence: visit.unit_price_pence,
      quantity: visit.quantity,
      plannedPence: visit.planned_pence,
      shares: visit.shares,
    },
    times: actual,
    now,
    tolerance,
  });
  if (!read.ok) {
    const column = typeof read.details?.column === 'string' ? read.details.column : 'reference';
    return { kind: 'rejected', code: read.code, column };
  }
  const recording = read.value;
  return {
    visit,
    corrects: recording.corrects,
    recording: {
      id: visit.id,
      from: visit.state,
      worker: actual.worker,
      start: actual.start,
      end: actual.end,
      minutes: recording.minutes,
      chargePence: recording.chargePence,
      shares: visit.shares.map((share, index) => ({
        position: share.position,
        chargePence: recording.shareCharges[index] ?? pence(0),
      })),
      within: recording.within,
    },
  };
}

/** Where each worker is known to have been, as rows are taken one after the other. */
function makeWhereabouts(others: readonly OtherVisit[]) {
  const byWorker = new Map<string, Map<string, { start: Temporal.Instant; end: Temporal.Instant | null }>>();
  const of = (organisationId: string, worker: string) => {
    const key = `${organisationId}|${worker.toLowerCase()}`;
    let known = byWorker.get(key);
    if (!known) {
      known = new Map();
      byWorker.set(key, known);
    }
    return known;
  };
  for (const other of others) {
    of(other.organisation_id, other.worker).set(other.id, { start: other.start, end: other.end });
  }
  return {
    isElsewhere: ({ visit, recording }: Taken): boolean => {
      const { start, end, worker } = recording;
      if (!start || !end || !worker) return false;
      for (const [id, other] of of(visit.organisation_id, worker)) {
        if (id === visit.id) continue;
        const endsBefore = other.end !== null && Temporal.Instant.compare(other.end, start) <= 0;
        if (!endsBefore && Temporal.Instant.compare(other.start, end) < 0) return true;
      }
      return false;
    },
    note: ({ visit, recording }: Taken): void => {
      if (visit.worker) of(visit.organisation_id, visit.worker).delete(visit.id);
      if (recording.start && recording.worker) {
        of(visit.organisation_id, recording.worker).set(visit.id, { start: recording.start, end: recording.end });
      }
    },
  };
}

async function takeChunk(
  context: Pick<AppContext, 'db' | 'clock'>,
  actor: Actor,
  organisationIds: readonly string[] | null,
  rows: readonly Row[],
  takenVisits: ReadonlySet<string>,
): Promise<readonly Outcome[]> {
  const { clock } = context;
  const { councilId } = actor;
  return inTransaction(context.db, councilId, async (tx) => {
    const now = clock.now();
    const before = await takenRows(
      tx,
      councilId,
      rows.map((row) => row.hash),
    );
    const isVisitId = (reference: string) => reference.startsWith('vis_');
    const dateOf = (row: Row) => londonDate(row.actual.start).toString();
    const fresh = rows.filter((row) => !before.has(row.hash));
    const visits = await lockVisitsFor(tx, councilId, organisationIds, {
      visitIds: fresh.map((row) => row.actual.reference).filter(isVisitId),
      orders: fresh
        .filter((row) => !isVisitId(row.actual.reference))
        .map((row) => ({ order: row.actual.reference, date: dateOf(row) })),
    });
    const byKey = new Map<string, RecordableRow[]>();
    for (const visit of visits) {
      const date = visit.service_date.toString();
      for (const key of [visit.id, asKey(visit.order_id, date), asKey(visit.order_reference, date)]) {
        byKey.set(key, [...(byKey.get(key) ?? []), visit]);
      }
    }
    const tolerance = await toleranceOf(tx, councilId);

    const read = rows.map((row): Outcome | Taken => {
      if (before.has(row.hash)) return { kind: 'unchanged' };
      const { reference } = row.actual;
      const candidates = byKey.get(isVisitId(reference) ? reference : asKey(reference, dateOf(row))) ?? [];
      return readAgainst(row, candidates, tolerance, now);
    });
    const times = read.flatMap((one) =>
      'recording' in one && one.recording.start && one.recording.end ? [one.recording.start, one.recording.end] : [],
    );
    times.sort(Temporal.Instant.compare);
    const [first, last] = [times[0], times.at(-1)];
    const possible = read.flatMap((one) => ('recording' in one ? [one] : []));
    const others =
      first && last
        ? await visitsOfWorkers(
            tx,
            councilId,
            [...new Set(possible.map(({ visit }) => visit.organisation_id))],
            [...new Set(possible.flatMap(({ recording }) => recording.worker ?? []))],
            first,
            last,
          )
        : [];

    const whereabouts = makeWhereabouts(others);
    const taken: Taken[] = [];
    const inThisFile = new Set(takenVisits);
    const seen = new Set<string>();
    const outcomes = read.map((one, index): Outcome => {
      const hash = rows[index]?.hash ?? '';
      if (!('recording' in one)) return one;
      if (seen.has(hash)) return { kind: 'unchanged' };
      if (inThisFile.has(one.visit.id)) return { kind: 'rejected', code: 'actuals.visit_twice', column: 'reference' };
      if (whereabouts.isElsewhere(one)) return { kind: 'rejected', code: 'visit.overlap', column: 'worker' };
      whereabouts.note(one);
      inThisFile.add(one.visit.id);
      seen.add(hash);
      taken.push(one);
      return { kind: 'accepted', visitId: one.visit.id };
    });

    await saveRecordings(
      tx,
      councilId,
      { at: now, accountId: actor.accountId },
      taken.map(({ recording }) => recording),
    );
    await rememberRows(
      tx,
      councilId,
      now,
      outcomes.flatMap((outcome, index) =>
        outcome.kind === 'accepted' ? [{ hash: rows[index]?.hash ?? '', visitId: outcome.visitId }] : [],
      ),
    );
    const corrected = taken.filter(({ corrects }) => corrects);
    await closeExceptions(
      tx,
      councilId,
      corrected.map(({ visit }) => visit.id),
      { at: now, accountId: actor.accountId, note: 'recorded again by the provider' },
    );
    await recordMessages(
      tx,
      clock,
      councilId,
      corrected.map(({ visit, recording }) => ({
        personId: visit.person_id,
        kind: 'visit.corrected',
        details: {
          visitId: visit.id,
          serviceDate: visit.service_date.toString(),
          chargePence: Number(recording.chargePence),
        },
      })),
    );
    const steps = taken.map((one) => ({ ...one, edge: visitMachine.edges[one.corrects ? 'correct' : 'record'] }));
    await recordStateChanges(
      tx,
      clock,
      actor,
      steps.map(({ visit, edge }) => ({
        noun: 'visit',
        recordId: visit.id,
        from: visit.state,
        to: edge.to,
        event: edge.emits,
      })),
    );
    await recordAudit(
      tx,
      clock,
      actor,
      ...steps.map(({ visit, recording, edge }) => ({
        event: edge.emits,
        noun: 'visit',
        recordId: visit.id,
        personId: visit.person_id,
        details: { chargePence: Number(recording.chargePence), within: recording.within },
      })),
    );
    return outcomes;
  });
}

const RejectedOut = closed({
  row: Type.Integer({ description: 'As a spreadsheet numbers it: the heading is row 1' }),
  code: Type.String(),
  message: Type.String(),
  column: Type.Unsafe<string | null>(Type.Union([Type.String(), Type.Null()])),
  cells: closed({ reference: Type.String(), worker: Type.String(), start: Type.String(), end: Type.String() }),
});

const ActualsOut = closed({
  accepted: Type.Integer(),
  unchanged: Type.Integer(),
  rejected: Type.Array(RejectedOut),
  rejectedInAll: Type.Integer({ description: `The first ${MOST_REJECTED_LISTED} are listed` }),
});

export function registerUploadActuals(app: App, context: AppContext): void {
  app.post(
    '/api/actuals',
    {
      config: { action: 'actuals.upload', audit: 'actuals.uploaded' },
      schema: {
        tags: ['visits'],
        operationId: 'uploadActuals',
        summary:
          'Record many visits from a CSV file; good rows are taken, bad rows explained, a repeat changes nothing',
        description:
          'Send the file as the one part of a multipart form. Columns: worker, start, end, and one of reference, ' +
          'visit_reference, order_reference (an order is looked up by its reference and the day of the start). ' +
          'Moments are YYYY-MM-DD HH:MM or DD/MM/YYYY HH:MM in London; with a date column, times alone will do. ' +
          'UTF-8, UTF-16 and Windows-1252 are read; commas, semicolons and tabs.',
        consumes: ['multipart/form-data'],
        response: answers({ 200: ActualsOut }),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const reach = reachFor(request);
      const part = await request.file();
      if (!part) throw new ProblemError('request.invalid', { errors: [{ pointer: '/file', code: 'field.required' }] });
      const result = await importActuals(context, viewer, {
        organisationIds: reach.council ? null : reach.organisationIds,
        source: part.file,
      });
      return { ...result, rejected: [...result.rejected] };
    },
  );
}
