// The one table of who may do what, and to whose records: the API enforces it, the web hides buttons by it,
// and a generated test walks every route, role and relationship against it. What is not here is refused.

import type { Role, Viewer } from './roles.ts';

/**
 * Whose records an action reaches:
 * `self` the person whose budget it is; `mandate` people who have given a recorded,
 * current authority; `organisation` records of the viewer's organisation; `caseload` people on the practitioner's
 * caseload; `council` every record of the council.
 */
export type Scope = 'self' | 'mandate' | 'organisation' | 'caseload' | 'council';

type Grants = Partial<Record<Role, Scope>>;

const BUYERS = { 'budget-holder': 'self', representative: 'mandate', broker: 'mandate' } as const satisfies Grants;

/** Actions anyone may take without signing in. They never touch a council-owned record. */
export const PUBLIC_ACTIONS = [
  'account.accept-invitation',
  'account.change-password',
  'account.create',
  'account.reset-password',
  'category.view',
  'council.view',
  'demonstration.view',
  'event.view',
  'listing.search',
  'listing.view',
  'organisation.view',
  'photo.view',
  'service.view',
  'session.create',
  'session.end',
  'session.refresh',
  'session.switch-council',
  'session.view',
  'webhook.receive',
] as const;

export const PERMISSIONS = {
  'account.end-role': { administrator: 'council' },
  // on paper, to somebody without an e-mail address
  'account.hand-over': { practitioner: 'caseload', administrator: 'council' },
  'account.invite': { administrator: 'council' },
  'account.view': { administrator: 'council' },
  'actuals.upload': { provider: 'organisation', 'isf-holder': 'organisation' },
  // what a council's own money pays: agreed by its commissioner, in no page and no feed
  'agreed-rate.keep': { commissioner: 'council', administrator: 'council' },
  'agreed-rate.view': { commissioner: 'council', administrator: 'council', finance: 'council', auditor: 'council' },
  'audit-entry.view': { auditor: 'council' },
  'audit-entry.view-own': { 'budget-holder': 'self', representative: 'mandate' },
  'basket.edit': BUYERS,
  'basket.place': BUYERS,
  'basket.view': BUYERS,
  'budget.change': { manager: 'council', administrator: 'council' },
  'budget.view': {
    ...BUYERS,
    'isf-holder': 'organisation',
    practitioner: 'caseload',
    manager: 'council',
    finance: 'council',
    auditor: 'council',
  },
  'build-up.view': { practitioner: 'caseload', manager: 'council', finance: 'council', auditor: 'council' },
  'card-payment.create': { 'budget-holder': 'self', representative: 'mandate' },
  'card-payment.view': { 'budget-holder': 'self', representative: 'mandate', finance: 'council', auditor: 'council' },
  'caseload.change': { manager: 'council', administrator: 'council' },
  'caseload.view': { manager: 'council', administrator: 'council' },
  'council-setting.choose': { administrator: 'council' },
  'school-term.edit': { editor: 'council', administrator: 'council' },
  'council-setting.view': { administrator: 'council', finance: 'council', auditor: 'council' },
  'exception.settle': { finance: 'council' },
  'exception.view': { finance: 'council', auditor: 'council' },
  'feed.view': { administrator: 'council', editor: 'council', auditor: 'council' },
  'feed.write': { administrator: 'council', editor: 'council' },
  'final-statement.view': { manager: 'council', finance: 'council', auditor: 'council' },
  'funder.add': { finance: 'council' },
  'funder.change': { finance: 'council' },
  'funder.view': { finance: 'council', auditor: 'council' },
  'funder-account.propose': { finance: 'council' },
  'funder-account.release': { finance: 'council' },
  'budget-line.view': { 'isf-holder': 'organisation' },
  'import.caseloads': { administrator: 'council', manager: 'council' },
  'import.community': { administrator: 'council', editor: 'council' },
  'import.mandates': { administrator: 'council' },
  'import.open-referral': { administrator: 'council', editor: 'council' },
  'import.people': { administrator: 'council' },
  // everybody reads the same postcodes, and a provider's file may say where it is paid: not for editors
  'import.postcodes': { administrator: 'council' },
  'import.providers': { administrator: 'council' },
  // what was brought in: each sees, takes and undoes the kinds of file that they may bring in
  'import.take': { administrator: 'council', editor: 'council', manager: 'council' },
  'import.undo': { administrator: 'council', editor: 'council', manager: 'council' },
  'import.view': { administrator: 'council', editor: 'council', manager: 'council' },
  'insight.view': { commissioner: 'council', manager: 'council', auditor: 'council' },
  'invoice.bill': { finance: 'council' },
  'invoice.credit': { finance: 'council' },
  'invoice.pay': { ...BUYERS, 'isf-holder': 'organisation' },
  'invoice.view': {
    ...BUYERS,
    provider: 'organisation',
    'isf-holder': 'organisation',
    finance: 'council',
    auditor: 'council',
  },
  // what a person found and has not chosen yet: theirs, and of those who act for them; no officer's
  'listing.keep': BUYERS,
  'listing.view-kept': BUYERS,
  // a public record, kept by its organisation's members in the council that lists it
  'listing.add': { provider: 'organisation', 'isf-holder': 'organisation', 'community-group': 'organisation' },
  'listing.edit': { provider: 'organisation', 'isf-holder': 'organisation', 'community-group': 'organisation' },
  'listing.view-history': {
    provider: 'organisation',
    'isf-holder': 'organisation',
    'community-group': 'organisation',
    auditor: 'council',
  },
  // where the council looks at a listing before people see it
  'listing.review': { editor: 'council', administrator: 'council' },
  // an officer hides a listing from everybody, with a reason, and shows it again
  'listing.withhold': { editor: 'council', administrator: 'council' },
  'ledger.trace': { auditor: 'council', finance: 'council' },
  'ledger.verify': { auditor: 'council', finance: 'council' },
  'letter.print': { administrator: 'council' },
  'letter.view': { administrator: 'council' },
  'mandate.end': { 'budget-holder': 'self', practitioner: 'caseload', administrator: 'council' },
  'mandate.make': { practitioner: 'caseload', administrator: 'council' },
  'mandate.view': { ...BUYERS, practitioner: 'caseload', administrator: 'council', auditor: 'council' },
  'message.read': {
    ...BUYERS,
    provider: 'organisation',
    'isf-holder': 'organisation',
    'community-group': 'organisation',
    finance: 'council',
    commissioner: 'council',
    administrator: 'council',
  },
  'order.cancel': BUYERS,
  'order.decide': { provider: 'organisation', 'isf-holder': 'organisation' },
  // an officer undoes what a provider said by mistake, with a reason that both sides read
  'order.put-back': { finance: 'council' },
  'order.share-needs': BUYERS,
  'order.view': {
    ...BUYERS,
    provider: 'organisation',
    'isf-holder': 'organisation',
    practitioner: 'caseload',
    finance: 'council',
    auditor: 'council',
  },
  // a store of one's own: any member of the public who has an account, and those who keep a store already
  'organisation.open': {
    'budget-holder': 'self',
    representative: 'mandate',
    provider: 'organisation',
    'isf-holder': 'organisation',
    'community-group': 'organisation',
  },
  'organisation.edit': { provider: 'organisation', 'isf-holder': 'organisation', 'community-group': 'organisation' },
  'payment-run.authorise': { finance: 'council' },
  'payment-run.emit': { finance: 'council' },
  'payment-run.propose': { finance: 'council' },
  'payment-run.record-result': { finance: 'council' },
  'payment-run.view': { finance: 'council', auditor: 'council' },
  'payee-account.change': { provider: 'organisation', 'isf-holder': 'organisation' },
  'payee-account.propose': { finance: 'council' },
  'payee-account.release': { finance: 'council' },
  'payee-account.view': { finance: 'council', auditor: 'council' },
  'pay-in.schedule': { finance: 'council' },
  'pay-in.view': { 'isf-holder': 'organisation', finance: 'council', auditor: 'council' },
  // an administrator or manager says that somebody died, moved or left, for it ends their orders
  'person.end': { practitioner: 'caseload', manager: 'council', administrator: 'council' },
  'person.edit': {
    'budget-holder': 'self',
    representative: 'mandate',
    practitioner: 'caseload',
    manager: 'council',
    administrator: 'council',
  },
  'person.view': {
    ...BUYERS,
    practitioner: 'caseload',
    manager: 'council',
    administrator: 'council',
    auditor: 'council',
  },
  // what an organisation shows of itself to everybody
  'photo.keep': { provider: 'organisation', 'isf-holder': 'organisation', 'community-group': 'organisation' },
  // an agreed rate is the council's to raise
  'price-rise.decide': { commissioner: 'council', administrator: 'council' },
  'price-rise.propose': { provider: 'organisation', 'isf-holder': 'organisation' },
  'price-rise.view': {
    provider: 'organisation',
    'isf-holder': 'organisation',
    finance: 'council',
    commissioner: 'council',
    administrator: 'council',
    auditor: 'council',
  },
  // what a rise comes to on one order, and the answer of its buyer
  'price-rise-order.answer': BUYERS,
  'price-rise-order.view': {
    ...BUYERS,
    provider: 'organisation',
    'isf-holder': 'organisation',
    practitioner: 'caseload',
    finance: 'council',
    auditor: 'council',
  },
  // what a provider that accepted an order needs to know to come
  'visitor-note.view': { provider: 'organisation', 'isf-holder': 'organisation' },
  // what was asked of an organisation before buying: the two sides', and no officer's
  'question.ask': BUYERS,
  'question-report.settle': { administrator: 'council' },
  'question.view': {
    ...BUYERS,
    provider: 'organisation',
    'isf-holder': 'organisation',
    'community-group': 'organisation',
  },
  'remittance.view': { provider: 'organisation', 'isf-holder': 'organisation', finance: 'council', auditor: 'council' },
  'statement.view': {
    ...BUYERS,
    'isf-holder': 'organisation',
    practitioner: 'caseload',
    finance: 'council',
    auditor: 'council',
  },
  'visit.confirm': BUYERS,
  'visit.put-back': { finance: 'council' },
  'visit.record': { provider: 'organisation', 'isf-holder': 'organisation' },
  'visit.view': {
    ...BUYERS,
    provider: 'organisation',
    'isf-holder': 'organisation',
    practitioner: 'caseload',
    finance: 'council',
    auditor: 'council',
  },
  // whom an organisation sends: its own affair
  'worker.add': { provider: 'organisation', 'isf-holder': 'organisation' },
  'worker.change': { provider: 'organisation', 'isf-holder': 'organisation' },
  'worker.end': { provider: 'organisation', 'isf-holder': 'organisation' },
  'worker.view': { provider: 'organisation', 'isf-holder': 'organisation' },
} as const satisfies Record<string, Grants>;

export type ProtectedAction = keyof typeof PERMISSIONS;
export type PublicAction = (typeof PUBLIC_ACTIONS)[number];
export type Action = ProtectedAction | PublicAction;

export function isPublicAction(action: Action): action is PublicAction {
  return (PUBLIC_ACTIONS as readonly string[]).includes(action);
}

export function isAction(text: string): text is Action {
  return text in PERMISSIONS || (PUBLIC_ACTIONS as readonly string[]).includes(text);
}

/**
 * What a council's books, and nothing else, need of people who made their own account and pay with their own money: to
 * everyone else of the council their records are not there. An auditor may read everything, and each look is kept.
 */
const BOOKS_OF_SELF_FUNDERS = {
  finance: [
    'card-payment.view',
    'exception.settle',
    'exception.view',
    'final-statement.view',
    'invoice.bill',
    'invoice.credit',
    'invoice.view',
    'ledger.trace',
    'ledger.verify',
    'pay-in.view',
    'payee-account.propose',
    'remittance.view',
  ],
  // somebody has to say that a person has died, so that their orders end and finance pays out what is left
  administrator: ['person.end'],
} as const satisfies Partial<Record<Role, readonly ProtectedAction[]>>;

/** Whether a role that reaches the whole council with an action reaches those who pay for themselves, too. */
export function reachesSelfFunders(role: Role, action: ProtectedAction): boolean {
  const books: Partial<Record<Role, readonly ProtectedAction[]>> = BOOKS_OF_SELF_FUNDERS;
  return role === 'auditor' || (books[role]?.includes(action) ?? false);
}

/** How far one role's permission for an action reaches, or undefined where it has none. */
export function scopeOf(role: Role, action: ProtectedAction): Scope | undefined {
  const grants: Grants = PERMISSIONS[action];
  return grants[role];
}

/** Everything a viewer may reach with one action, as facts a query can filter by. */
export interface Reach {
  /** every record of the council, but those of people who made their own account */
  readonly council: boolean;
  /** with `council`: theirs too */
  readonly selfFunders: boolean;
  /** people whose own budget it is */
  readonly personIds: readonly string[];
  /** people who gave the viewer's account a mandate */
  readonly byAccountMandate: boolean;
  /** organisations that may hold a broker's mandate on the viewer's behalf */
  readonly mandateOrganisationIds: readonly string[];
  /** people on the viewer's caseload */
  readonly byCaseload: boolean;
  /** records of these organisations */
  readonly organisationIds: readonly string[];
}

/** What a viewer may reach with an action, or null where no role of theirs allows it. */
export function reachOf(viewer: Viewer, action: ProtectedAction): Reach | null {
  const personIds: string[] = [];
  const mandateOrganisationIds: string[] = [];
  const organisationIds: string[] = [];
  let council = false;
  let selfFunders = false;
  let byAccountMandate = false;
  let byCaseload = false;
  let any = false;
  for (const membership of viewer.memberships) {
    const scope = scopeOf(membership.role, action);
    if (scope === undefined) continue;
    any = true;
    if (scope === 'council') {
      council = true;
      selfFunders ||= reachesSelfFunders(membership.role, action);
    } else if (scope === 'caseload') byCaseload = true;
    else if (scope === 'self' && membership.personId) personIds.push(membership.personId);
    else if (scope === 'organisation' && membership.organisationId) organisationIds.push(membership.organisationId);
    else if (scope === 'mandate' && membership.organisationId) mandateOrganisationIds.push(membership.organisationId);
    else if (scope === 'mandate') byAccountMandate = true;
  }
  return any
    ? { council, selfFunders, personIds, byAccountMandate, mandateOrganisationIds, byCaseload, organisationIds }
    : null;
}

export function mayDo(viewer: Viewer, action: Action): boolean {
  return isPublicAction(action) || viewer.memberships.some(({ role }) => scopeOf(role, action) !== undefined);
}
