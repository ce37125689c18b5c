// `npm run import -- <kind> <file.csv> [--council slug]`: prints {accepted, unchanged, rejected} as JSON; exits 0 when
// the file could be read, whatever its rows, and 1 with one plain sentence when it could not.

import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createDb } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { problemOf } from '@support-market/domain/shared/problems';
import { clockAhead } from '../config.ts';
import type { ImportResult } from '../features/imports/import-result.ts';
import { findCouncilIdBySlug } from '../features/imports/imports.repo.ts';
import { systemActor } from '../platform/audit.repo.ts';
import { ProblemError } from '../platform/problem-error.ts';
import { systemClock } from '../ports/clock/clock.ts';
import { importCommunity, importPeople, importPostcodes, importProviders } from '../workflows/import-files.ts';
import { loadReferenceData } from '../workflows/load-reference-data.ts';
import { importActuals } from '../workflows/upload-actuals.ts';
import { openCommand } from './open-command.ts';
import { sayWhyAndStop } from './say-why.ts';

const KINDS = ['postcodes', 'people', 'providers', 'community', 'actuals'] as const;
const USAGE = `npm run import -- <${KINDS.join('|')}> <file.csv> [--council harbourside]`;

function readArguments() {
  try {
    const options = { council: { type: 'string', default: 'harbourside' } } as const;
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
if (!existsSync(file) || statSync(file).isDirectory()) sayWhyAndStop(`There is no file ${given}.`);

const command = await openCommand().catch(sayWhyAndStop);
const db = createDb(command.appDatabaseUrl, { max: 2, role: 'app', name: 'support-market import' });
const ahead = clockAhead(process.env, command.isDemonstration);
const context = { db, clock: systemClock(ahead) };

async function run(): Promise<ImportResult> {
  if (kind === 'postcodes') return importPostcodes(context, file);
  await loadReferenceData(db, context.clock);
  const councilId = await inTransaction(db, null, (tx) => findCouncilIdBySlug(tx, values.council));
  if (councilId === undefined)
    sayWhyAndStop(`There is no council "${values.council}". Start the program once, or name another with --council.`);
  const actor = systemActor(councilId, 'import');
  if (kind === 'people') return importPeople(context, actor, file);
  if (kind === 'providers') return importProviders(context, actor, values.council, file);
  if (kind === 'community') return importCommunity(context, actor, file);
  const actuals = await importActuals(context, actor, { organisationIds: null, source: file });
  return {
    accepted: actuals.accepted,
    unchanged: actuals.unchanged,
    rejected: actuals.rejected.map(({ row, code, message }) => ({ row, code, message })),
  };
}

try {
  const result = await run();
  process.stdout.write(`${JSON.stringify(result)}\n`);
} catch (error) {
  if (!(error instanceof ProblemError)) sayWhyAndStop(error);
  process.exitCode = 1;
  process.stderr.write(
    `${problemOf(error.code).title}. ${Object.keys(error.details).length > 0 ? JSON.stringify(error.details) : ''}\n`,
  );
} finally {
  await db.destroy();
  await command.close();
}
