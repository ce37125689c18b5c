// Keeps the operator's files in infra/ true: what they set is read, what they ask for answers, what they call exists and
// what they watch is measured. Here because the API's own configuration, routes and metrics are the judges.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { PRODUCT } from './build-processes.ts';
import { type Environment, readConfig } from './config.ts';
import { startTestApp, type TestApp } from './testing/test-app.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FILES = readdirSync(join(ROOT, 'infra'), { recursive: true, encoding: 'utf8' })
  .map((path) => `infra/${path}`)
  .filter((path) => statSync(join(ROOT, path)).isFile())
  .sort();
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const ending = (...endings: string[]): string[] => FILES.filter((path) => endings.some((end) => path.endsWith(end)));
const documents = (path: string): unknown[] => parseAllDocuments(read(path), { merge: true }).map((one) => one.toJS());

/** Every object anywhere in `value`, itself first. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inside : [value as Record<string, unknown>, ...inside];
}
const valuesOf = (path: string, key: string): unknown[] =>
  documents(path)
    .flatMap(objectsIn)
    .map((one) => one[key])
    .filter((value) => value !== undefined);
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(textsIn) : [];

/** Lines such as NAME=value, also those that an example has commented out when `offered`. */
function settings(text: string, offered = false): Record<string, string> {
  const line = offered ? /^#? ?([A-Z][A-Z0-9_]*)=(.*)$/gm : /^([A-Z][A-Z0-9_]*)=(.*)$/gm;
  return Object.fromEntries(
    [...text.matchAll(line)].map(([, name = '', value = '']) => [name, value.replaceAll('"', '')]),
  );
}

const map = (path: string, key: 'data' | 'stringData'): Record<string, string> => ({
  ...(valuesOf(path, key)[0] as Record<string, string>),
});
const containerSettings = settings(read('infra/container/Containerfile').replaceAll(/^ENV (\S+) (\S+)$/gm, '$1\n$2'));
const composeSettings = Object.assign({}, ...valuesOf('infra/compose/compose.yaml', 'environment')) as Record<
  string,
  string
>;

/** What each way to run the product sets for it, as shipped. */
const WAYS: Record<string, Record<string, string>> = {
  compose: { ...containerSettings, ...settings(read('infra/compose/support-market.env.example')), ...composeSettings },
  kubernetes: {
    ...containerSettings,
    ...map('infra/kubernetes/config-map.yaml', 'data'),
    ...map('infra/kubernetes/secret.example.yaml', 'stringData'),
  },
  systemd: settings(read('infra/systemd/support-market.env.example')),
};
/** What belongs to others: PostgreSQL's own image, and the scripts of the backup. */
const NOT_OURS = ['POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_PASSWORD', 'BACKUP_DIR'];
const SECRETS = { SESSION_SECRET: 's'.repeat(64), SEAL_KEY: 'k'.repeat(64), METRICS_TOKEN: 'm'.repeat(64) };

/** The names that the configuration asks the environment for. */
function namesRead(): Set<string> {
  const names = new Set<string>();
  const listening = new Proxy<Environment>({}, { get: (_, name) => void names.add(String(name)) });
  expect(() => readConfig(listening)).toThrow();
  return names;
}

let running: TestApp;
beforeAll(async () => {
  running = await startTestApp();
});
afterAll(() => running.close());

describe('configuration', () => {
  test('every variable that is set or offered is one that the configuration reads', () => {
    const offered = ending('.env.example').flatMap((path) => Object.keys(settings(read(path), true)));
    const inUnits = ending('.service').flatMap((path) =>
      [...read(path).matchAll(/^Environment=([A-Z_]+)=/gm)].map(([, name = '']) => name),
    );
    const names = [...offered, ...inUnits, ...Object.values(WAYS).flatMap((way) => Object.keys(way))];
    const known = namesRead();
    expect(names).toEqual(expect.arrayContaining(['STRIPE_SECRET_KEY', 'DATABASE_URL', 'METRICS_TOKEN', 'HOST']));
    expect(names.filter((name) => !known.has(name) && !NOT_OURS.includes(name))).toEqual([]);
  });

  test.each(Object.keys(WAYS))('%s starts once its secrets are filled in, and not before', (way) => {
    const { DATABASE_URL = '', ...shipped } = WAYS[way] ?? {};
    const environment = { ...shipped, DATABASE_URL: DATABASE_URL.replace(/\$\{[^}]*\}/, 'x') };
    expect(() => readConfig(environment)).toThrow(/SESSION_SECRET must be[\s\S]*SEAL_KEY is missing/);
    const config = readConfig({ ...environment, ...SECRETS });
    expect(config).toMatchObject({ demonstration: false, port: 3000, metricsToken: SECRETS.METRICS_TOKEN });
    expect(config.publicUrl).toMatch(/^https:/);
    expect(config.smtpUrl).not.toBeNull();
    // In a container only the door to the network is of use.
    expect(config.host).toBe(way === 'systemd' ? '127.0.0.1' : '0.0.0.0');
  });

  test('no secret is shipped', () => {
    for (const way of Object.values(WAYS)) {
      for (const name of ['SESSION_SECRET', 'SEAL_KEY', 'METRICS_TOKEN']) expect(way[name]).toBe('');
    }
    expect(settings(read('infra/compose/support-market.env.example'))['POSTGRES_PASSWORD']).toBe('');
  });
});

test('every YAML and JSON file can be read, without a warning', () => {
  const yaml = ending('.yaml', '.yml');
  expect(yaml.length).toBeGreaterThan(8);
  for (const path of yaml) {
    const faults = parseAllDocuments(read(path), { merge: true }).flatMap(({ errors, warnings }) => [
      ...errors,
      ...warnings,
    ]);
    expect(faults, path).toEqual([]);
  }
  for (const path of ending('.json')) expect(() => JSON.parse(read(path)), path).not.toThrow();
});

test('every manifest that lies there is applied, but for the example of a secret', () => {
  const [resources] = valuesOf('infra/kubernetes/kustomization.yaml', 'resources');
  const lying = readdirSync(join(ROOT, 'infra/kubernetes')).filter(
    (name) => name !== 'kustomization.yaml' && !name.includes('example'),
  );
  expect([...textsIn(resources)].sort()).toEqual(lying.sort());
});

test('every probe and health check asks for a route that answers', async () => {
  const probes = valuesOf('infra/kubernetes/api.yaml', 'httpGet') as { path: string }[];
  const asked = [
    ...probes.map(({ path }) => path),
    ...(read('infra/container/Containerfile').match(/\/[a-z]+z(?=`)/g) ?? []),
  ];
  expect(new Set(asked)).toEqual(new Set(['/healthz', '/readyz']));
  for (const path of asked) expect((await running.app.inject(path)).statusCode, path).toBe(200);
});

describe('what is called exists', () => {
  test('every packed program that runs is one that npm run build packs', () => {
    const called = ending('Containerfile', '.yaml', '.service').flatMap((path) =>
      [...read(path).matchAll(/apps\/api\/dist\/([a-z-]+)\.mjs/g)].map(([, name = '']) => name),
    );
    expect(new Set(called)).toEqual(new Set(['server', 'worker', 'prepare']));
    for (const name of called) expect(PRODUCT.map((entry) => basename(entry))).toContain(name);
  });

  test('every file that is copied, called or pointed to is in the repository', () => {
    const copied = [...read('infra/container/Containerfile').matchAll(/\/app\/(\S+)/g)].map(([, path = '']) => path);
    const pointed = ending('.service', '.yaml', '.sh', '.conf', '.example', '.target').flatMap((path) =>
      [...read(path).matchAll(/(?:\/opt\/support-market\/|\b)((?:infra|docs|tools)\/[\w./-]*\w)/g)].map(
        ([, place = '']) => place,
      ),
    );
    const made = /node_modules|dist$/;
    const missing = [...copied, ...pointed].filter((path) => !made.test(path) && !existsSync(join(ROOT, path)));
    expect(copied).toContain('migrations');
    expect(pointed).toContain('infra/backup/back-up.sh');
    expect(missing).toEqual([]);
  });

  test('every npm script that is called is in package.json', () => {
    const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
    const called = [...ending('Containerfile', '.sh', '.md')].flatMap((path) =>
      [...read(path).matchAll(/npm run (?:--silent )?([a-z:-]+)/g)].map(([, name = '']) => name),
    );
    expect(called).toEqual(expect.arrayContaining(['build', 'verify:ledger', 'bench']));
    expect(called.filter((name) => !scripts.includes(name))).toEqual([]);
  });

  test('every unit that a unit needs lies beside it', () => {
    const units = ending('.service', '.target', '.timer').map((path) => path.split('/').at(-1));
    const needed = ending('.service', '.target').flatMap(
      (path) => read(path).match(/support-market[a-z-]*\.(service|target)/g) ?? [],
    );
    expect(needed).toContain('support-market-prepare.service');
    expect(needed.filter((name) => !units.includes(name))).toEqual([]);
  });
});

describe('scripts', () => {
  test('every shell script can be read by bash, and those that are run may be run', () => {
    const scripts = ending('.sh');
    expect(scripts).toHaveLength(3);
    for (const path of scripts) {
      execFileSync('bash', ['-n', join(ROOT, path)]);
      const mayRun = (statSync(join(ROOT, path)).mode & 0o111) !== 0;
      expect(mayRun, path).toBe(!path.endsWith('/lib.sh'));
    }
  });

  test('the tables whose rows the backup counts are there', async () => {
    const tables = /^TABLES='(.*)'$/m.exec(read('infra/backup/lib.sh'))?.[1]?.split(' ') ?? [];
    expect(tables).toContain('ledger_entries');
    const { introspection } = running.database.ownerDb;
    const there = (await introspection.getTables()).map(({ name }) => name);
    expect(tables.filter((name) => !there.includes(name))).toEqual([]);
  });

  test('an address keeps its password off the command line, whatever is in it, and finds another database', () => {
    const said = execFileSync(
      'bash',
      [
        '-c',
        'source infra/backup/lib.sh; use_server "$URL"; echo "$PLAIN_URL"; echo "$PGPASSWORD"; with_database "$URL" drill',
      ],
      {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, URL: 'postgres://market:a%20p%40ss%5C%2F@db.example:5432/market?sslmode=require' },
      },
    );
    expect(said.trim().split('\n')).toEqual([
      'postgres://market@db.example:5432/market?sslmode=require',
      'a p@ss\\/',
      'postgres://market:a%20p%40ss%5C%2F@db.example:5432/drill?sslmode=require',
    ]);
  });
});

test('every metric that an alert or the dashboard reads is one that the API shows, with its labels', async () => {
  const shown = (await running.app.inject('/metrics')).body;
  const measured = [...shown.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) =>
    type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
  );
  const asked = [
    ...textsIn(valuesOf('infra/dashboards/alerts.yml', 'expr')),
    ...textsIn(objectsIn(JSON.parse(read('infra/dashboards/grafana.json'))).map((one) => one['expr'])),
  ];
  expect(asked.length).toBeGreaterThan(15);
  const selectors = asked.flatMap((expression) => [...expression.matchAll(/([a-z_0-9]+)\{([^}]*)\}/g)]);
  expect(selectors.length).toBeGreaterThanOrEqual(asked.length);
  // Prometheus itself makes `up`.
  const unknown = selectors.map(([, name = '']) => name).filter((name) => name !== 'up' && !measured.includes(name));
  expect(unknown).toEqual([]);
  const labels = selectors.flatMap(([, , inside = '']) =>
    [...inside.matchAll(/([a-z]+)=?[=!~]/g)].map(([, label]) => label),
  );
  expect(new Set(labels)).toEqual(new Set(['job', 'status', 'route']));
});
