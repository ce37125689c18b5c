// `npm run import -- <kind> <file> [--council slug] [--layout name] [--dry-run]`, or `undo <import>`: prints what became
// of every row as JSON; exits 0 when the file could be read, whatever its rows, and 1 with one plain sentence when not.

import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createDb } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { IMPORT_KINDS } from '@support-market/domain/imports/import-states';
import { problemOf } from '@support-market/domain/shared/problems';
import { wordsIn } from '@support-market/words/words-in';
import { clockAhead } from '../config.ts';
import { findCouncilIdBySlug } from '../features/imports/imports.repo.ts';
import { systemActor } from '../platform/audit.repo.ts';
import { findDemonstration } from '../platform/demonstration-guard.repo.ts';
import { ProblemError } from '../platform/problem-error.ts';
import { systemClock } from '../ports/clock/clock.ts';
import { FeedError } from '../ports/open-referral/fetch-json.ts';
import { gatherFeed, listOfFeed } from '../ports/open-referral/gather-feed.ts';
import { previewImport, takeImport, takePostcodes } from '../workflows/imports/import-file.ts';
import { undoImport } from '../workflows/imports/undo-import.ts';
import { loadReferenceData } from '../workflows/load-reference-data.ts';
import { importActuals } from '../workflows/upload-actuals.ts';
import { openCommand } from './open-command.ts';
import { sayWhyAndStop } from './say-why.ts';

const KINDS = [...IMPORT_KINDS, 'actuals', 'undo'] as const;
const USAGE = `npm run import -- <${KINDS.slice(0, -1).join('|')}> <file, or the address of an Open Referral feed> --council riverside [--layout name] [--dry-run], or: npm run import -- undo <import> --council riverside`;

function readArguments() {
  try {
    const options = {
      council: { type: 'string' },
      layout: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    } as const;
    return parseArgs({ allowPositionals: true, options });
  } catch {
    return sayWhyAndStop(`That was not understood. Say it like this: ${USAGE}`);
  }
}

const { values, positionals } = readArguments();
const kind = KINDS.find((one) => one === positionals[0]);
const given = positionals[1];
if (!kind || !given) sayWhyAndStop(`Say what to import and from which file: ${USAGE}`);
// npm runs scripts in the project's folder; the file is named from where the person stands.
const file = resolve(process.env.INIT_CWD ?? process.cwd(), given);
const isAddress = kind === 'open-referral' && /^https?:\/\//i.test(given);
if (kind !== 'undo' && !isAddress && (!existsSync(file) || statSync(file).isDirectory()))
  sayWhyAndStop(`There is no file ${given}.`);

const command = await openCommand().catch(sayWhyAndStop);
const db = createDb(command.appDatabaseUrl, { max: 2, role: 'app', name: 'support-market import' });
const ahead = clockAhead(process.env, command.isDemonstration);
const context = { db, clock: systemClock(ahead) };
// In the demonstration the council may be left out.
const slug = values.council ?? (command.isDemonstration ? (await findDemonstration(db))?.slug : undefined);

async function run(of: (typeof KINDS)[number], name: string): Promise<unknown> {
  await loadReferenceData(db, context.clock);
  const councilId =
    slug === undefined ? undefined : await inTransaction(db, null, (tx) => findCouncilIdBySlug(tx, slug));
  const upload = { file, fileName: basename(file), layout: values.layout };
  // Postcodes belong to no council, so they may come before there is one; then no council can undo them.
  if (of === 'postcodes' && councilId === undefined && values.council === undefined && !values['dry-run'])
    return takePostcodes(context, upload);
  if (slug === undefined) sayWhyAndStop(`Say for which council, with --council: ${USAGE}`);
  if (councilId === undefined)
    sayWhyAndStop(`There is no council "${slug}". Start the program once, or name another with --council.`);
  const actor = systemActor(councilId, 'import');
  if (of === 'undo') return undoImport(context, actor, name);
  if (of === 'actuals') {
    if (values['dry-run']) sayWhyAndStop('A file of actuals has no dry run: the same file again changes nothing.');
    const actuals = await importActuals(context, actor, { organisationIds: null, source: file });
    return {
      accepted: actuals.accepted,
      unchanged: actuals.unchanged,
      rejected: actuals.rejected.map(({ row, code, message }) => ({ row, code, message })),
    };
  }
  const take = values['dry-run'] ? previewImport : takeImport;
  if (!isAddress) return take(context, actor, { kind: of, ...upload });
  const spooled = join(mkdtempSync(join(tmpdir(), 'support-market-feed-')), 'services.jsonl');
  try {
    // A person who may give commands on this machine may read from it.
    const feed = await gatherFeed(name, spooled, { mayBeInside: true });
    const layout = values.layout ?? listOfFeed(name);
    const from = { file: spooled, fileName: name.slice(-200), layout, isPart: !feed.isWhole };
    return { ...(await take(context, actor, { kind: 'open-referral', ...from })), feed };
  } finally {
    rmSync(dirname(spooled), { recursive: true, force: true });
  }
}

try {
  const result = await run(kind, given);
  process.stdout.write(`${JSON.stringify(result)}\n`);
} catch (error) {
  if (error instanceof FeedError) sayWhyAndStop(`${wordsIn().problemTitle(error.code)}: ${given}`);
  if (!(error instanceof ProblemError)) sayWhyAndStop(error);
  process.exitCode = 1;
  process.stderr.write(
    `${wordsIn().problemTitle(problemOf(error.code).code)}. ${Object.keys(error.details).length > 0 ? JSON.stringify(error.details) : ''}\n`,
  );
} finally {
  await db.destroy();
  await command.close();
}
