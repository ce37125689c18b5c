// The lines that a new feature adds to files that exist already, and the one way of adding them.

import type { Owner } from './names.ts';

export interface Insertion {
  readonly path: string;
  /** How the first and the last line of the block begin; the line goes between them. */
  readonly from: string;
  readonly until: string;
  /** What a line of the block is called by. A block with `sorted` is kept in the order of these. */
  readonly key: RegExp;
  readonly sorted?: true;
  /** In a list whose last line has to stay the last, the line goes first. */
  readonly first?: true;
  /** The owners for whom it is, where it is not for all. */
  readonly owners?: readonly Owner[];
  readonly line: string;
}

/** `taken` when the block has such a line already, `lost` when the block or the place in it is not found. */
export type Inserted = { readonly text: string } | 'taken' | 'lost';

/** Puts the line where it belongs: before the first that sorts after it, or at the end of the block. */
export function insert(text: string, { from, until, key, sorted, first: isFirst, line }: Insertion): Inserted {
  const lines = text.split('\n');
  const first = lines.findIndex((one) => one.startsWith(from));
  const last = lines.findIndex((one, index) => index > first && one.startsWith(until));
  const own = key.exec(line)?.[1];
  if (first < 0 || last < 0 || own === undefined) return 'lost';
  const keys = lines.map((one, index) => (index > first && index < last ? key.exec(one)?.[1] : undefined));
  if (keys.includes(own)) return 'taken';
  let place = sorted ? keys.findIndex((one) => one !== undefined && one > own) : isFirst ? first + 1 : -1;
  if (place < 0) {
    place = last;
    while (lines[place - 1] === '') place -= 1;
    // A list in JSON ends without a comma, so a line after its last one would break it.
    if (!/[;{,)]$/.test(lines[place - 1] ?? '')) return 'lost';
  }
  // A comment belongs to the line below it.
  while (lines[place - 1]?.trimStart().startsWith('//') && place - 1 > first) place -= 1;
  return { text: [...lines.slice(0, place), ...line.split('\n'), ...lines.slice(place)].join('\n') };
}

const PROPERTY = /^ {2}'?([\w.-]+)'?:/;

/** For a noun whose singular no rule knows: `children` and `child`. */
export const IRREGULAR_LINE: Insertion = {
  path: 'tools/new-feature/nouns.ts',
  from: 'const IRREGULAR',
  until: '};',
  key: PROPERTY,
  sorted: true,
  line: "  '%my-nouns%': '%my-noun%',",
};

/** All of them, with the noun in its forms still to be filled in. */
export const INSERTIONS: readonly Insertion[] = [
  {
    path: 'packages/domain/src/shared/ids.ts',
    from: 'const PREFIXES = {',
    until: '} as const;',
    key: PROPERTY,
    sorted: true,
    line: "  %myNoun%: '%prefix%',",
  },
  {
    path: 'packages/domain/src/access/permissions.ts',
    from: 'export const PERMISSIONS = {',
    until: '} as const',
    key: PROPERTY,
    sorted: true,
    line: [
      "[person]   '%my-noun%.view': { ...BUYERS, practitioner: 'caseload', auditor: 'council' },",
      "[organisation]   '%my-noun%.view': { provider: 'organisation', 'isf-holder': 'organisation', auditor: 'council' },",
      "[council]   '%my-noun%.view': { finance: 'council', auditor: 'council' },",
    ].join('\n'),
  },
  {
    path: 'packages/domain/src/access/permissions.ts',
    from: 'export const PERMISSIONS = {',
    until: '} as const',
    key: PROPERTY,
    sorted: true,
    line: [
      "[person]   '%my-noun%.write': { practitioner: 'caseload' },",
      "[organisation]   '%my-noun%.write': { provider: 'organisation', 'isf-holder': 'organisation' },",
      "[council]   '%my-noun%.write': { finance: 'council' },",
    ].join('\n'),
  },
  {
    path: 'packages/domain/src/shared/machines.ts',
    from: '// Every machine',
    until: 'import type { Machine }',
    key: /^import .* from '\.\.\/(.*)';$/,
    sorted: true,
    line: "import { %myNoun%Machine } from '../%my-nouns%/%my-noun%-states.ts';",
  },
  {
    path: 'packages/domain/src/shared/machines.ts',
    from: 'export const MACHINES = {',
    until: '} as const;',
    key: /^ {2}(\w+):/,
    line: '  %my_nouns%: %myNoun%Machine,',
  },
  {
    path: 'apps/api/src/http/write-access.test.ts',
    from: 'const IN_BODY',
    until: '};',
    key: /^ {2}'([^']+)': \{/,
    owners: ['person'],
    line: `  'POST /api/%my-nouns%': {
    ...{ ashas: asha, strangers: stranger, missing: \`per_\${NOWHERE}\` },
    body: (personId) => ({ personId, words: 'All is well.' }),
  },`,
  },
  {
    path: 'apps/api/src/http/write-access.test.ts',
    from: 'const NO_RECORD',
    until: '};',
    key: /^ {2}'([^']+)': \{/,
    owners: ['organisation', 'council'],
    line: "  'POST /api/%my-nouns%': { words: 'All is well.' },",
  },
  {
    path: 'apps/api/src/http/write-access.test.ts',
    from: 'const TABLES',
    until: '};',
    key: /^ {2}'?([\w-]+)'?:/,
    owners: ['council'],
    line: "  '%my-nouns%': '%my_nouns%',",
  },
  {
    path: 'apps/api/src/testing/access-world.ts',
    from: 'export const COUNCIL_RECORDS',
    until: '];',
    key: /^ {2}'([\w-]+)',/,
    owners: ['council'],
    line: "  '%my-nouns%',",
  },
  {
    path: 'apps/api/src/testing/access-world.ts',
    from: '  await insertPaperAccount(world);',
    until: '  const ashas = await placeOrder',
    key: /^ {2}await (add\w+)\(/,
    owners: ['council'],
    line: '  await add%MyNoun%(world);',
  },
  {
    path: 'apps/api/src/app.ts',
    from: 'import Fastify',
    until: 'import { ACCESS_COOKIE',
    key: /^import .* from '\.\/features\/(.*)';$/,
    sorted: true,
    line: "import { register%MyNouns% } from './features/%my-nouns%/%my-nouns%.routes.ts';",
  },
  {
    path: 'apps/api/src/app.ts',
    from: '  // features',
    until: '  // workflows',
    key: /^ {2}(\w+)\(app, context/,
    line: '  register%MyNouns%(app, context);',
  },
  {
    path: 'apps/api/src/testing/access-world.ts',
    from: 'import type { GuardedRoute }',
    until: '/** One record',
    key: /^import .* from '\.\/(.*)';$/,
    sorted: true,
    line: "import { add%MyNoun% } from './add-%my-noun%.ts';",
  },
  {
    path: 'apps/api/src/testing/access-world.ts',
    from: '  const samples: ',
    until: '  };',
    key: /^ {4}'?([\w-]+)'?: \{/,
    owners: ['person', 'organisation'],
    line: `    '%my-nouns%': {
[person]       ashas: { id: await add%MyNoun%(world, WORLD.asha), person: WORLD.asha, organisation: null },
[person]       strangers: { id: await add%MyNoun%(world, WORLD.stranger), person: WORLD.stranger, organisation: null },
[organisation]       ashas: { id: await add%MyNoun%(world, WORLD.agency), person: null, organisation: WORLD.agency },
[organisation]       strangers: { id: await add%MyNoun%(world, WORLD.club), person: null, organisation: WORLD.club },
      missing: missing('%prefix%'),
    },`,
  },
  {
    path: 'apps/web/src/paths.ts',
    from: 'export const paths = {',
    until: '} as const;',
    key: PROPERTY,
    line: `  %myNouns%: (asked: { search?: string; state?: string; from?: string; cursor?: string } = {}) =>
    \`/%my-nouns%\${query(asked)}\`,`,
  },
  {
    path: 'apps/web/src/paths.ts',
    from: 'export const paths = {',
    until: '} as const;',
    key: PROPERTY,
    line: `  %myNoun%: (id: string) => \`/%my-nouns%/\${id}\`,`,
  },
  {
    path: 'apps/web/src/paths.ts',
    from: 'export const paths = {',
    until: '} as const;',
    key: PROPERTY,
    line: "  write%MyNoun%: () => '/%my-nouns%/write',",
  },
  {
    path: 'apps/web/src/shell/navigation.ts',
    from: 'const MENU',
    until: '];',
    key: /^ {2}\{ key: '(\w+)'/,
    line: "  { key: '%myNouns%', href: paths.%myNouns%(), action: '%my-noun%.view' },",
  },
  {
    path: 'packages/words/src/en/plain/shell.json',
    from: '  "nav": {',
    until: '  }',
    key: /^ {4}"([^"]+)":/,
    first: true,
    line: '    "%myNouns%": "%My nouns%",',
  },
  {
    path: 'packages/domain/src/shared/message-kinds.ts',
    from: 'export const MESSAGE_KINDS',
    until: '] as const',
    key: /^ {2}'([^']+)',/,
    line: "  '%my-noun%.written',",
  },
  {
    path: 'packages/words/src/en/plain/messages.json',
    from: '  "kinds": {',
    until: '  }',
    key: /^ {4}"([^"]+)":/,
    first: true,
    line: '    "%my-noun%.written": "There is %a my noun% to read: {{heading}}",',
  },
  {
    path: 'apps/web/src/features/messages/components/message-list.tsx',
    from: 'const PLACES',
    until: '};',
    key: /^ {2}(\w+):/,
    line: '  %myNoun%Id: paths.%myNoun%,',
  },
  {
    path: 'apps/web/src/routes.tsx',
    from: 'export const PAGES',
    until: '];',
    key: /path: '([^']+)'/,
    line: "  { path: '/%my-nouns%', element: page(() => import('./pages/%my-nouns%/%my-nouns%.tsx'), '%my-nouns%', 'lists') },",
  },
  {
    path: 'apps/web/src/routes.tsx',
    from: 'export const PAGES',
    until: '];',
    key: /path: '([^']+)'/,
    line: "  { path: '/%my-nouns%/:id', element: page(() => import('./pages/%my-nouns%/%my-noun%.tsx'), '%my-nouns%') },",
  },
  {
    path: 'apps/web/src/routes.tsx',
    from: 'export const PAGES',
    until: '];',
    key: /path: '([^']+)'/,
    line: "  { path: '/%my-nouns%/write', element: page(() => import('./pages/%my-nouns%/write-%my-noun%.tsx'), '%my-nouns%') },",
  },
  {
    path: 'apps/e2e/src/support/writes.ts',
    from: 'export const WRITES',
    until: '];',
    key: /^ {4}page: '([^']+)'/m,
    line: `  {
    page: '/%my-nouns%/write',
[person]     as: ['practitioner'],
[person]     fill: { 'Who it is about': FIRST, 'What it says': 'All is well, says {who} {run}.' },
[organisation]     as: ['provider', 'isf-holder'],
[organisation]     fill: { 'What it says': 'All is well, says {who} {run}.' },
[council]     as: ['finance'],
[council]     fill: { 'What it says': 'All is well, says {who} {run}.' },
    button: 'Write %a my noun%',
    list: '/%my-nouns%',
    narrow: {
      fill: { 'Words to look for': 'says {who} {run}', State: FIRST },
      button: 'Show these',
      remove: 'Remove this filter: Open',
    },
  },`,
  },
  {
    path: 'packages/words/src/en/plain/audit-entries.json',
    from: '  "events": {',
    until: '  }',
    key: /^ {4}"([^"]+)":/,
    sorted: true,
    owners: ['person'],
    line: '    "%my-noun% viewed": "Looked at %a my noun%",',
  },
  {
    path: 'packages/words/src/en/plain/audit-entries.json',
    from: '  "events": {',
    until: '  }',
    key: /^ {4}"([^"]+)":/,
    sorted: true,
    line: '    "%my-noun% written": "Wrote %a my noun%",',
  },
  {
    path: 'packages/words/src/en/plain/audit-entries.json',
    from: '  "events": {',
    until: '  }',
    key: /^ {4}"([^"]+)":/,
    sorted: true,
    line: '    "%my-noun% closed": "Closed %a my noun%",',
  },
];
