// Who may import whom: the house stays easy to change only while these hold. tools/import-rules.test.ts shows each
// rule to fail on a bad import.

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The rules of the domain import only each other and temporal-polyfill: no I/O, no framework.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^packages/domain/src/', '(^|/)node_modules/(\\.pnpm/)?temporal-polyfill[@/]'] },
    },
    {
      name: 'words-stand-on-the-domain',
      comment: 'Words are for pages and for the server alike: they know the domain, i18next and dates, and no React.',
      severity: 'error',
      from: { path: '^packages/words/src/', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: ['^packages/(words|domain)/src/', '(^|/)node_modules/(\\.pnpm/)?(temporal-polyfill|i18next)[@/]'],
      },
    },
    {
      name: 'features-do-not-import-siblings',
      comment: 'What spans features is a workflow (in the web, a page).',
      severity: 'error',
      from: { path: '^apps/(api|web)/src/features/([^/]+)/' },
      to: { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' },
    },
    {
      name: 'only-app-imports-workflows',
      comment:
        'Workflows stand above the features; app.ts, tasks.ts, the commands and the program of a journey put them together.',
      severity: 'error',
      from: {
        path: '^apps/api/src/',
        pathNot: [
          '^apps/api/src/(app|tasks|testing/product-with-set-clock)\\.ts$',
          '^apps/api/src/(workflows|commands|bench)/',
          '\\.test\\.ts$',
        ],
      },
      to: { path: '^apps/api/src/workflows/' },
    },
    {
      name: 'platform-stands-below',
      comment:
        'The platform is what every feature stands on: it knows the domain, the database, the ports and the configuration.',
      severity: 'error',
      from: { path: '^apps/api/src/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/api/src/', pathNot: '^apps/api/src/(platform/|ports/|config\\.ts$)' },
    },
    {
      name: 'platform-is-not-http',
      comment: 'What knows a request or an answer belongs in http.',
      severity: 'error',
      from: { path: '^apps/api/src/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: '(^|/)node_modules/(\\.pnpm/)?@?fastify[@/+-]' },
    },
    {
      name: 'http-knows-no-feature',
      comment: 'HTTP is the same for every noun.',
      severity: 'error',
      from: { path: '^apps/api/src/http/', pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/api/src/(features|workflows|commands|testing)/' },
    },
    {
      name: 'services-know-no-http',
      comment: 'A service, a repository, a job and a port work the same for a request, a job and a command.',
      severity: 'error',
      from: {
        path: '^apps/api/src/((features|workflows)/.*\\.(service|repo)\\.ts$|(jobs|ports)/)',
        pathNot: '\\.test\\.ts$',
      },
      to: { path: '^apps/api/src/http/' },
    },
    {
      name: 'sql-only-in-repositories',
      comment: 'Kysely and pg belong in *.repo.ts and packages/db, so that every query is found in one kind of file.',
      severity: 'error',
      from: { path: '^(apps|packages|tools)/', pathNot: ['\\.repo\\.ts$', '^packages/db/', '\\.test\\.ts$'] },
      to: { path: '(^|/)node_modules/(\\.pnpm/)?(kysely|pg)[@/]' },
    },
    {
      name: 'web-stays-outside',
      comment: 'The web knows the API by its generated client alone.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(apps/api|apps/demonstration|packages/db)/' },
    },
    {
      name: 'nothing-needs-the-demonstration',
      comment: 'The made-up councils stand on the product, and are in none of the programs that serve a real one.',
      severity: 'error',
      from: { path: '^(apps/(api|web)|packages)/' },
      to: { path: '^apps/demonstration/' },
    },
    {
      name: 'packages-do-not-import-apps',
      comment: 'Packages are below the apps.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An undeclared package is invisible to the other rules, so it is an error of its own.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Our own build only: most packages live in a dist of theirs, and the rules must see those.
    exclude: { path: '^apps/[^/]+/(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
    builtInModules: { add: [] },
  },
};
