// The two presses of an import: first it is looked at, as if it were taken, and all of that is put back; then the very same
// bytes are taken, and only if they still do what was shown. Why: docs/decisions/0016-what-a-council-chooses-and-what-it-brings.md.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { inTransaction } from '@support-market/db/transaction';
import type { ImportKind } from '@support-market/domain/imports/import-states';
import {
  type ImportTotals,
  insertImport,
  lockImport,
  type NewImport,
  setTotals,
} from '../../features/imports/import-log.repo.ts';
import type { ImportResult } from '../../features/imports/import-result.ts';
import type { Actor } from '../../platform/audit.repo.ts';
import { newId } from '../../platform/ids.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { begin, step } from '../../platform/transitions.repo.ts';
import { CASELOADS_PLAN, MANDATES_PLAN } from './authority-plans.ts';
import { cataloguePlan } from './catalogue-plan.ts';
import { openCsvRows } from './csv-rows.ts';
import { openFeedRows } from './feed-rows.ts';
import type { ColumnsOfPlan, ImportContext, ImportPlan, ImportWork } from './import-plan.ts';
import { type KeptFeed, openReferralPlan } from './open-referral-plan.ts';
import { peoplePlan } from './people-plan.ts';
import { POSTCODES_PLAN } from './postcodes-plan.ts';
import { type ImportRun, runImport, type ShownChange } from './run-import.ts';

export interface FileToImport {
  readonly kind: ImportKind;
  /** Where the file lies. */
  readonly file: string;
  readonly fileName: string;
  /** The name of its layout; told by its heading when left out. */
  readonly layout?: string | undefined;
  /** Of a feed of which not all came: then nothing of it is withdrawn. */
  readonly isPart?: boolean;
  /** Of a feed that the council keeps: what it no longer names is hidden first. */
  readonly feed?: KeptFeed;
}

export interface ImportAnswer extends ImportResult {
  /** Null where it was neither looked at nor taken for a council. */
  readonly importId: string | null;
  readonly layout: string;
  readonly sha256: string;
  readonly totals: ImportTotals;
  readonly shown: readonly ShownChange[];
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

type Running = ImportRun & { readonly layout: string };

async function run(
  given: Omit<ImportWork, 'layout' | 'fileName'>,
  { kind, file, fileName, layout, isPart = false, feed }: FileToImport,
  importId: string | null,
): Promise<Running> {
  const work = { ...given, fileName };
  const runTable = async <Row extends { readonly row: number }>(plan: ImportPlan<Row> & ColumnsOfPlan) =>
    runImport(work, plan, await openCsvRows(file, plan, layout), importId);
  switch (kind) {
    case 'people':
      return runTable(peoplePlan(work.context));
    case 'providers':
    case 'community':
      return runTable(cataloguePlan(work.context, kind));
    case 'postcodes':
      return runTable(POSTCODES_PLAN);
    case 'mandates':
      return runTable(MANDATES_PLAN);
    case 'caseloads':
      return runTable(CASELOADS_PLAN);
    case 'open-referral':
      return runImport(work, openReferralPlan(work.context, { isPart, feed }), openFeedRows(file, layout), importId);
  }
}

const NOTHING: ImportTotals = {
  accepted: 0,
  unchanged: 0,
  rejected: 0,
  withoutPlace: 0,
  keptBack: 0,
  counts: [],
  sums: [],
  changes: [],
};

const answer = (
  importId: string | null,
  sha256: string,
  { totals, rejected, notes, shown, layout }: Running,
): ImportAnswer => ({
  importId,
  layout,
  sha256,
  accepted: totals.accepted,
  unchanged: totals.unchanged,
  rejected,
  notes,
  totals,
  shown,
});

/** Carries what a preview found out of the transaction that is put back. */
class PutBack extends Error {
  readonly run: Running;
  constructor(done: Running) {
    super('the preview is put back');
    this.run = done;
  }
}

function newImport(
  actor: Actor,
  context: ImportContext,
  { kind, fileName }: FileToImport,
  made: Pick<NewImport, 'id' | 'sha256' | 'start'>,
): NewImport {
  return {
    ...made,
    kind,
    layout: '',
    fileName: fileName.trim().slice(-200) || 'file.csv',
    totals: NOTHING,
    madeBy: actor.accountId,
    madeAt: context.clock.now(),
  };
}

async function tryOut(context: ImportContext, actor: Actor, given: FileToImport, made: NewImport): Promise<Running> {
  try {
    return await inTransaction(
      context.db,
      actor.councilId,
      async (tx) => {
        await insertImport(tx, actor.councilId, made);
        throw new PutBack(await run({ tx, context, actor }, given, made.id));
      },
      { work: 'job' },
    );
  } catch (error) {
    if (error instanceof PutBack) return error.run;
    throw error;
  }
}

/** Says what a file would do, and changes nothing but for remembering that it was looked at. */
export async function previewImport(context: ImportContext, actor: Actor, given: FileToImport): Promise<ImportAnswer> {
  const id = newId(context.clock, 'import');
  const sha256 = await sha256Of(given.file);
  const made = newImport(actor, context, given, { id, sha256, start: 'look' });
  const tried = await tryOut(context, actor, given, made);
  await inTransaction(context.db, actor.councilId, async (tx) => {
    await insertImport(tx, actor.councilId, { ...made, layout: tried.layout, totals: tried.totals });
    await begin({ tx, clock: context.clock, actor }, 'imports', 'look', [{ id }], {
      audit: () => ({ details: { kind: given.kind } }),
    });
  });
  return answer(id, sha256, tried);
}

const detailsOf = (kind: ImportKind, { totals }: { readonly totals: ImportTotals }) => ({
  kind,
  accepted: totals.accepted,
  unchanged: totals.unchanged,
  rejected: totals.rejected,
});

/** Takes a file that was looked at: the same bytes, by the same council, with the same outcome. */
export async function takePreviewed(
  context: ImportContext,
  actor: Actor,
  importId: string,
  given: Omit<FileToImport, 'kind' | 'layout'>,
): Promise<ImportAnswer> {
  const sha256 = await sha256Of(given.file);
  return inTransaction(
    context.db,
    actor.councilId,
    async (tx) => {
      const looked = found(await lockImport(tx, actor.councilId, importId));
      if (looked.file_sha256 !== sha256) throw new ProblemError('import.not_previewed');
      const work = { tx, clock: context.clock, actor };
      await step(work, 'imports', 'take', [{ id: importId }], {
        set: { taken_by: actor.accountId, taken_at: context.clock.now() },
        otherwise: 'import.not_running',
        audit: () => ({ details: detailsOf(looked.kind, looked) }),
      });
      const done = await run({ tx, context, actor }, { ...given, kind: looked.kind, layout: looked.layout }, importId);
      // What a person saw is what they agreed to.
      if (sayTotals(done.totals) !== sayTotals(looked.totals)) throw new ProblemError('import.other_totals');
      return answer(importId, sha256, done);
    },
    { work: 'job' },
  );
}

function sayTotals({
  accepted,
  unchanged,
  rejected,
  withoutPlace,
  keptBack,
  counts,
  sums,
  changes,
}: ImportTotals): string {
  const named = counts.map(({ name, count }) => `${name} ${count}`);
  const money = sums.map(({ name, pence }) => `${name} ${pence}`);
  const rows = changes.map(({ noun, created, changed }) => `${noun} ${created} ${changed}`);
  return [accepted, unchanged, rejected, withoutPlace, keptBack, ...named.sort(), ...money.sort(), ...rows.sort()].join(
    '|',
  );
}

/** Takes a file at once: for programs, and for the command line, which has `--dry-run`. */
export async function takeImport(context: ImportContext, actor: Actor, given: FileToImport): Promise<ImportAnswer> {
  const id = newId(context.clock, 'import');
  const sha256 = await sha256Of(given.file);
  const made = newImport(actor, context, given, { id, sha256, start: 'take-at-once' });
  return inTransaction(
    context.db,
    actor.councilId,
    async (tx) => {
      await insertImport(tx, actor.councilId, made);
      const done = await run({ tx, context, actor }, given, id);
      await setTotals(tx, actor.councilId, id, done);
      await begin({ tx, clock: context.clock, actor }, 'imports', 'take-at-once', [{ id }], {
        audit: () => ({ details: detailsOf(given.kind, done) }),
      });
      return answer(id, sha256, done);
    },
    { work: 'job' },
  );
}

/** Takes postcodes for every council, before there is any: nothing is noted, so it is put right by another file. */
export async function takePostcodes(context: ImportContext, given: Omit<FileToImport, 'kind'>): Promise<ImportAnswer> {
  const actor: Actor = { accountId: 'system', councilId: '', role: 'import' };
  const done = await inTransaction(
    context.db,
    null,
    (tx) => run({ tx, context, actor }, { ...given, kind: 'postcodes' }, null),
    { work: 'job' },
  );
  return answer(null, await sha256Of(given.file), done);
}
