// Pages that follow from the code's own tables: problems, permissions and state machines, so that no page can be out of date.

import { PERMISSIONS, PUBLIC_ACTIONS } from '../packages/domain/src/access/permissions.ts';
import { ROLES } from '../packages/domain/src/access/roles.ts';
import { PROBLEMS } from '../packages/domain/src/shared/problems.ts';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => ' --- ').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}

/** Path → text of every generated page. */
export function generateDocs(): Record<string, string> {
  const permissions = Object.entries(PERMISSIONS).map(([action, grants]) => [
    action,
    ...ROLES.map((role) => (grants as Partial<Record<string, string>>)[role] ?? ''),
  ]);
  const problems = Object.entries(PROBLEMS).map(([code, { status, title }]) => [`\`${code}\``, String(status), title]);
  return {
    'docs/generated/permissions.md': `# Who may do what\n\nMade from packages/domain/src/access/permissions.ts. Anyone, signed in or not, may: ${PUBLIC_ACTIONS.join(', ')}.\n\n${table(['action', ...ROLES], permissions)}\n`,
    'docs/generated/errors.md': `# Problem codes\n\nMade from packages/domain/src/shared/problems.ts.\n\n${table(['code', 'status', 'title'], problems)}\n`,
  };
}
