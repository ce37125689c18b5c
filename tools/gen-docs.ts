// Pages that follow from the code's own tables: problems, permissions and state machines, so that no page can be out of date.

import { CASELOADS_LAYOUT, MANDATES_LAYOUT } from '../apps/api/src/features/imports/authority-rows.ts';
import type { Layout } from '../apps/api/src/features/imports/layouts.ts';
import { layoutOf, loadMappings } from '../apps/api/src/features/imports/mappings.ts';
import { PEOPLE_LAYOUT } from '../apps/api/src/features/imports/person-row.ts';
import { ONS_POSTCODES_LAYOUT, POSTCODES_LAYOUT } from '../apps/api/src/features/imports/postcode-row.ts';
import { PROVIDER_LAYOUT } from '../apps/api/src/features/imports/provider-row.ts';
import { PERMISSIONS, PUBLIC_ACTIONS, reachesSelfFunders, scopeOf } from '../packages/domain/src/access/permissions.ts';
import { ROLES } from '../packages/domain/src/access/roles.ts';
import { MACHINES } from '../packages/domain/src/shared/machines.ts';
import { PROBLEMS, type ProblemCode } from '../packages/domain/src/shared/problems.ts';
import { type Edge, type Machine, type Start, toMermaid } from '../packages/domain/src/shared/state-machine.ts';
import type { SayRecorded } from '../packages/words/src/say.ts';
import { wordsIn } from '../packages/words/src/words-in.ts';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => ' --- ').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}

/** A machine as a heading, its diagram, and a table of who may take each step. */
function states<State extends string, Event extends string>(machine: Machine<State, Event>): string {
  const row = (name: string, from: string, { to, action, emits }: Start<State>) => [
    name,
    from,
    to,
    action === null ? 'the program itself' : `\`${action}\``,
    `\`${emits}\``,
  ];
  const steps = [
    ...Object.entries<Start<State>>(machine.starts).map(([name, start]) => row(name, '', start)),
    ...Object.entries<Edge<State>>(machine.edges).map(([name, edge]) => row(name, edge.from.join(', '), edge)),
  ];
  const heading = (machine.noun.charAt(0).toUpperCase() + machine.noun.slice(1)).replaceAll('-', ' ');
  return `## ${heading}\n\n\`\`\`mermaid\n${toMermaid(machine)}\`\`\`\n\n${table(['step', 'from', 'to', 'permission', 'event'], steps)}\n`;
}

/** What a column of ours says; a council's own layout may have the further columns of ours beside its own. */
function sayColumn(layout: string, column: string): string {
  const say = wordsIn().say('import-columns') as unknown as SayRecorded;
  return say(`${layout}.${column}`, { defaultValue: say(`providers.${column}`, {}) });
}

/** A layout of files as a heading and a table of its columns, with the words that each may have. */
function layout({ name, columns }: Layout): string {
  const rows = columns.map((column) => [
    `\`${column.name}\``,
    column.required ? 'yes' : '',
    column.means ?? sayColumn(name, column.name),
    (column.words ?? []).map((word) => `\`${word}\``).join(', '),
  ]);
  return `## ${name}\n\n${table(['column', 'must be there', 'what it says', 'allowed words'], rows)}\n`;
}

export const LAYOUTS: readonly Layout[] = [
  PEOPLE_LAYOUT,
  PROVIDER_LAYOUT,
  ...loadMappings()
    .filter(({ required }) => required)
    .map(layoutOf),
  POSTCODES_LAYOUT,
  ONS_POSTCODES_LAYOUT,
  MANDATES_LAYOUT,
  CASELOADS_LAYOUT,
];

/** Path → text of every generated page. */
export function generateDocs(): Record<string, string> {
  const permissions = Object.entries(PERMISSIONS).map(([action, grants]) => [
    action,
    ...ROLES.map((role) => (grants as Partial<Record<string, string>>)[role] ?? ''),
  ]);
  const books = ROLES.map((role) => {
    const seen = (Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[]).filter(
      (action) => scopeOf(role, action) === 'council' && reachesSelfFunders(role, action),
    );
    return seen.length === 0 ? '' : `- ${role}: ${seen.join(', ')}`;
  }).filter(Boolean);
  const words = wordsIn();
  const problems = Object.entries(PROBLEMS).map(([code, status]) => [
    `\`${code}\``,
    String(status),
    words.problemTitle(code as ProblemCode),
  ]);
  const machines = Object.values(MACHINES).map((machine) => states(machine as unknown as Machine<string, string>));
  return {
    'docs/generated/states.md': `# States and steps\n\nMade from the \`*-states.ts\` files of packages/domain/src.\n\n${machines.join('\n')}`,
    'docs/generated/permissions.md': `# Who may do what\n\nMade from packages/domain/src/access/permissions.ts. Anyone, signed in or not, may: ${PUBLIC_ACTIONS.join(', ')}.\n\n${table(['action', ...ROLES], permissions)}\n\nWhere it says \`council\`, the records of people who made their own account are hidden, but for:\n\n${books.join('\n')}\n`,
    'docs/generated/import-columns.md': `# The columns of files that can be brought in\n\nMade from apps/api/src/features/imports. How to bring a file in: docs/how-to/import-your-data.md.\n\n${LAYOUTS.map(layout).join('\n')}`,
    'docs/generated/errors.md': `# Problem codes\n\nMade from packages/domain/src/shared/problems.ts and the titles of packages/words.\n\n${table(['code', 'status', 'title'], problems)}\n`,
  };
}
