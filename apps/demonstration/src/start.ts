// What `npm start` runs: a database if none is given, its schema, the demonstration council, then the API and the worker as processes of their own.

import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildProcesses, entryOf, packProcesses } from '@support-market/api/build-processes';
import { sayWhyAndStop } from '@support-market/api/commands/say-why';
import { describeConfig, readConfig } from '@support-market/api/config';
import { assertPortFree } from '@support-market/api/free-port';
import { systemClock } from '@support-market/api/ports/clock/clock';
import { prepareDatabase } from '@support-market/api/workflows/prepare-database';
import { openDatabase } from '@support-market/db/database-url';
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from './accounts.ts';
import { clearDemonstration, sayAge } from './remake-demonstration.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { fresh: { type: 'boolean' } },
});
const unknown = [
  ...positionals,
  ...Object.keys(values)
    .filter((name) => name !== 'fresh')
    .map((name) => `--${name}`),
];
if (unknown.length > 0) sayWhyAndStop(`npm start does not know ${unknown.join(' ')}. It knows: npm start -- --fresh`);
const fresh = values['fresh'] === true;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const dataDir = process.env.DATA_DIR
  ? resolve(process.env.INIT_CWD ?? REPOSITORY, process.env.DATA_DIR)
  : resolve(REPOSITORY, '.data');

say('Opening the database …');
const database = await openDatabase({
  databaseUrl: process.env.DATABASE_URL,
  appDatabaseUrl: process.env.APP_DATABASE_URL,
  dataDir,
  log: say,
}).catch(sayWhyAndStop);

const DEMONSTRATION_SERVER = fileURLToPath(new URL('./server.ts', import.meta.url));
/** Apart from the product's own programs, so that nothing of the demonstration lies among them. */
const PACKED_FOLDER = fileURLToPath(new URL('../../api/dist/demonstration/', import.meta.url));

/** API and worker end within 25 seconds by themselves, and in a moment when nothing is under way. */
const LONGEST_END_MILLIS = 30_000;

const children: ChildProcess[] = [];
let stopping = false;
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  say('Stopping …');
  await Promise.all(
    children.map(
      (child) =>
        new Promise<void>((done) => {
          if (child.exitCode !== null || child.signalCode !== null) return done();
          child.once('exit', () => done());
          child.kill('SIGTERM');
          setTimeout(() => child.kill('SIGKILL'), LONGEST_END_MILLIS).unref();
        }),
    ),
  );
  await database.stop();
  process.exit(code);
}
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));

/** Loading takes memory that nothing needs afterwards, so it ends with a process of its own. */
function loadInItsOwnProcess(env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((done, failed) => {
    const child = fork(fileURLToPath(new URL('./commands/load.ts', import.meta.url)), {
      env,
      execArgv: ['--import', 'tsx'],
    });
    children.push(child);
    child.once('error', failed);
    child.once('exit', (code) => {
      children.splice(children.indexOf(child), 1);
      if (code === 0) done();
      else failed(new Error('The demonstration could not be loaded; the next start tries again.'));
    });
  });
}

try {
  // A database of our own making is for demonstration; an operator's is real unless said otherwise.
  const demonstration = process.env.DEMONSTRATION ?? String(database.source !== 'operator');
  const environment = {
    ...process.env,
    DATABASE_URL: database.url,
    APP_DATABASE_URL: database.appUrl,
    DATA_DIR: dataDir,
    DEMONSTRATION: demonstration,
  };
  const config = readConfig(environment);
  await assertPortFree(config);

  if (fresh) {
    say('Deleting the demonstration that is here, to make it again …');
    await clearDemonstration(database, { dataDir, demonstration: config.demonstration });
  }
  const { madeOn } = await prepareDatabase(config, say);
  if (madeOn === null) await loadInItsOwnProcess(environment);
  const age = madeOn ? sayAge(madeOn, systemClock(config.clockAheadSeconds).today()) : null;

  const start = (file: string): Promise<void> =>
    new Promise((ready, failed) => {
      const child = fork(file, {
        env: environment,
        // Small young generation: these processes answer many short requests and should stay small.
        execArgv: ['--enable-source-maps', '--max-semi-space-size=4'],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        detached: true,
      });
      children.push(child);
      child.once('message', () => ready());
      child.once('exit', (code) => {
        failed(new Error(`${file} ended with ${code}`));
        if (!stopping) void stop(1);
      });
    });
  const built = config.demonstration
    ? await packProcesses({ server: DEMONSTRATION_SERVER, worker: entryOf('worker') }, PACKED_FOLDER)
    : await buildProcesses('server', 'worker');
  await Promise.all([start(built.server), start(built.worker)]);
  for (const [name, value] of Object.entries(describeConfig(config))) say(`  ${name.padEnd(14)} ${value}`);
  say(`Support Market is open at ${config.publicUrl}`);
  if (config.demonstration) {
    say(`Look around without a password at ${config.publicUrl}/look-around, or sign in as:`);
    for (const { email, title } of DEMONSTRATION_ACCOUNTS) say(`  ${email.padEnd(42)} ${title}`);
    say(`  each with the password ${DEMONSTRATION_PASSWORD}`);
    if (age !== null) say(age);
  }
} catch (error) {
  // The person who pressed Ctrl-C knows why we stop.
  if (!stopping) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await stop(1);
}
