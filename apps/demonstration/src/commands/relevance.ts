// `npm run bench -- relevance`: asks the search what people type, over the demonstration council and the open data of Trafford
// where it lies beside the project, and prints how often the right kind of support comes first. Fails where a target is missed.

import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContext } from '@support-market/api/adapters';
import { type Answer, isRight, readQueries, scoresOf } from '@support-market/api/bench/relevance/score';
import { openCommand, REPOSITORY } from '@support-market/api/commands/open-command';
import { readConfig } from '@support-market/api/config';
import { findCouncilIdBySlug } from '@support-market/api/features/imports/imports.repo';
import { searchCatalogue } from '@support-market/api/features/listings/search.service';
import { systemActor } from '@support-market/api/platform/audit.repo';
import { takeImport } from '@support-market/api/workflows/imports/import-file';
import { loadReferenceData } from '@support-market/api/workflows/load-reference-data';
import { createDb } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { DEMONSTRATION_COUNCIL } from '../accounts.ts';
import { loadDemonstration } from '../load-demonstration.ts';
import { facetsBySlug } from './relevance.repo.ts';

const LEAST = { meanReciprocalRank: 0.95, inThree: 0.97 };
/** The catalogue is the same after a fortnight of orders as after a year. */
const DAYS_OF_STORY = 14;
const TRAFFORD = join(REPOSITORY, '../shared/data/trafford');
const FILES = ['care-homes', 'charities', 'sports-clubs', 'libraries', 'food-banks', 'mental-health-services'];

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

// Loading takes longer than asking: who changes the search keeps what was loaded.
const kept = process.env.BENCH_DATA_DIR;
const home = kept ?? mkdtempSync(join(tmpdir(), 'support-market-relevance-'));
if (kept === undefined) chmodSync(home, 0o755);
const opened = await openCommand({ DATA_DIR: join(home, 'data'), INIT_CWD: process.env.INIT_CWD });
let passes = false;
try {
  const config = readConfig({
    DATABASE_URL: opened.databaseUrl,
    APP_DATABASE_URL: opened.appDatabaseUrl,
    DATA_DIR: opened.dataDir,
    DEMONSTRATION: 'true',
    SESSION_SECRET: 'a secret that only this bench knows, and long enough',
  });
  const ownerDb = createDb(config.databaseUrl, { max: 2, role: 'owner', name: 'relevance owner' });
  const { context, close } = openContext(config, 'relevance', 'job');
  await loadReferenceData(ownerDb, context.clock);
  await loadDemonstration({ db: context.db, config, today: context.clock.today(), days: DAYS_OF_STORY }, say);
  if (existsSync(TRAFFORD)) {
    const councilId = await inTransaction(ownerDb, null, (tx) => findCouncilIdBySlug(tx, DEMONSTRATION_COUNCIL));
    const actor = systemActor(councilId ?? '', 'import');
    const take = (kind: 'postcodes' | 'community', name: string) =>
      takeImport(context, actor, { kind, file: join(TRAFFORD, `${name}.csv`), fileName: `${name}.csv` });
    say('Taking in the open data of Trafford …');
    await take('postcodes', 'postcodes');
    for (const name of FILES) await take('community', name);
  } else {
    print('The open data of Trafford is not beside the project: the demonstration alone is asked.');
  }

  const facets = await facetsBySlug(ownerDb);
  const answers: Answer[] = [];
  const without: string[] = [];
  for (const query of readQueries()) {
    if (![...facets.values()].some((one) => isRight(query, one))) {
      without.push(query.words);
      continue;
    }
    const { body } = await searchCatalogue(context, null, { words: query.words });
    const { items } = JSON.parse(body) as { items: { slug: string; title: string; category: { slug: string } }[] };
    const at = items.findIndex(({ slug }) => isRight(query, facets.get(slug) ?? ''));
    answers.push({
      query,
      rank: at < 0 ? null : at + 1,
      first: items.slice(0, 3).map(({ title, category }) => `${title} (${category.slug})`),
    });
  }
  const scores = scoresOf(answers);
  for (const { query, rank, first } of answers.filter((one) => one.rank !== 1)) {
    const where = rank === null ? 'not on the first page' : `at ${rank}`;
    print(
      `${rank === null || rank > 3 ? 'FAILS' : 'later'}  "${query.words}": ${where}; first ${first.join(', ') || 'nothing'}`,
    );
  }
  if (without.length > 0) print(`Left out, since nothing in this catalogue would be right: ${without.join(', ')}`);
  print(`${answers.length} questions over ${facets.size} listings`);
  const line = (name: string, value: number, least: number) =>
    print(`${name.padEnd(42)} ${value.toFixed(3)}  at least ${least}  ${value >= least ? 'yes' : 'NO'}`);
  line('mean reciprocal rank', scores.meanReciprocalRank, LEAST.meanReciprocalRank);
  line('a right kind among the first three', scores.inThree, LEAST.inThree);
  passes = scores.meanReciprocalRank >= LEAST.meanReciprocalRank && scores.inThree >= LEAST.inThree;
  await close();
  await ownerDb.destroy();
} finally {
  await opened.close();
  if (kept === undefined) rmSync(home, { recursive: true, force: true });
}
process.exit(passes ? 0 : 1);
