// Pages that follow from the code's own tables: problems, permissions and state machines, so that no page can be out of date.

import { PERMISSIONS, PUBLIC_ACTIONS } from '../packages/domain/src/access/permissions.ts';
import { ROLES } from '../packages/domain/src/access/roles.ts';
import { budgetLineMachine } from '../packages/domain/src/budgets/budget-line-states.ts';
import { invoiceMachine } from '../packages/domain/src/invoices/invoice-states.ts';
import { listingMachine } from '../packages/domain/src/listings/listing-states.ts';
import { orderMachine } from '../packages/domain/src/orders/order-states.ts';
import { paymentRunMachine } from '../packages/domain/src/payments/payment-run-states.ts';
import { paymentMachine } from '../packages/domain/src/payments/payment-states.ts';
import { PROBLEMS } from '../packages/domain/src/shared/problems.ts';
import { type Edge, type Machine, toMermaid } from '../packages/domain/src/shared/state-machine.ts';
import { visitMachine } from '../packages/domain/src/visits/visit-states.ts';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => ' --- ').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}

/** A machine as a heading, its diagram, and a table of who may take each step. */
function states<State extends string, Event extends string>(machine: Machine<State, Event>): string {
  const steps = Object.entries<Edge<State>>(machine.edges).map(([event, { from, to, action, emits }]) => [
    event,
    from.join(', '),
    to,
    action === null ? 'the program itself' : `\`${action}\``,
    `\`${emits}\``,
  ]);
  const heading = machine.noun.charAt(0).toUpperCase() + machine.noun.slice(1);
  return `## ${heading}\n\n\`\`\`mermaid\n${toMermaid(machine)}\`\`\`\n\n${table(['step', 'from', 'to', 'permission', 'event'], steps)}\n`;
}

/** Path → text of every generated page. */
export function generateDocs(): Record<string, string> {
  const permissions = Object.entries(PERMISSIONS).map(([action, grants]) => [
    action,
    ...ROLES.map((role) => (grants as Partial<Record<string, string>>)[role] ?? ''),
  ]);
  const problems = Object.entries(PROBLEMS).map(([code, { status, title }]) => [`\`${code}\``, String(status), title]);
  const machines = [
    states(budgetLineMachine),
    states(listingMachine),
    states(orderMachine),
    states(visitMachine),
    states(invoiceMachine),
    states(paymentRunMachine),
    states(paymentMachine),
  ];
  return {
    'docs/generated/states.md': `# States and steps\n\nMade from the \`*-states.ts\` files of packages/domain/src.\n\n${machines.join('\n')}`,
    'docs/generated/permissions.md': `# Who may do what\n\nMade from packages/domain/src/access/permissions.ts. Anyone, signed in or not, may: ${PUBLIC_ACTIONS.join(', ')}.\n\n${table(['action', ...ROLES], permissions)}\n`,
    'docs/generated/errors.md': `# Problem codes\n\nMade from packages/domain/src/shared/problems.ts.\n\n${table(['code', 'status', 'title'], problems)}\n`,
  };
}
