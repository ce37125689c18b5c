// The people a visitor of the demonstration may look around as: one for every role, all with one published password. They
// are data of the made-up councils, as the names in a real one are its data, and stand in no program that serves one.

import type { Role } from '@support-market/domain/access/roles';

/** Published on purpose: it opens nothing but made-up councils, and only in demonstration mode. */
export const DEMONSTRATION_PASSWORD = 'harbour-lights-at-dawn';

/** The council that visitors meet first; the second is small and shows that councils do not see each other. */
export const DEMONSTRATION_COUNCIL = 'harbourside';
export const SECOND_DEMONSTRATION_COUNCIL = 'elsewhere';

export interface DemonstrationAccount {
  /** What the page and the API call this way of looking around. */
  readonly key: string;
  readonly role: Role;
  readonly email: string;
  readonly councilSlug: string;
  /** What the role is called in plain words. */
  readonly title: string;
  /** What this person can see and do, in a sentence. */
  readonly description: string;
}

function inHarbourside(key: string, role: Role, title: string, description: string): DemonstrationAccount {
  return { key, role, email: `${key}@harbourside.example`, councilSlug: DEMONSTRATION_COUNCIL, title, description };
}

export const DEMONSTRATION_ACCOUNTS: readonly DemonstrationAccount[] = [
  inHarbourside(
    'budget-holder',
    'budget-holder',
    'Budget holder',
    'See your own money, find support, order it, and say whether it happened.',
  ),
  inHarbourside(
    'representative',
    'representative',
    'Representative',
    'Look after the budget of someone in your family who has asked you to.',
  ),
  inHarbourside('broker', 'broker', 'Broker', 'Find and order support for several people who gave you a mandate.'),
  inHarbourside(
    'provider',
    'provider',
    'Provider',
    'Take orders, see the week’s visits, record what happened and see the money coming.',
  ),
  inHarbourside(
    'isf-holder',
    'isf-holder',
    'Holder of individual service funds',
    'Hold money for people who chose you, give support from it, and pay other providers.',
  ),
  inHarbourside('community-group', 'community-group', 'Community group', 'Tell people what your group does and when.'),
  inHarbourside(
    'practitioner',
    'practitioner',
    'Practitioner',
    'See the people you work with and how their support goes.',
  ),
  inHarbourside('manager', 'manager', 'Manager', 'See the budgets of a whole team and what they are used for.'),
  inHarbourside('finance', 'finance', 'Finance officer', 'Settle what does not match, and propose a payment run.'),
  inHarbourside(
    'finance-second',
    'finance',
    'Second finance officer',
    'Authorise a payment run that the first officer proposed.',
  ),
  inHarbourside(
    'commissioner',
    'commissioner',
    'Commissioner',
    'See what people buy, what they cannot find, and what it costs.',
  ),
  inHarbourside('auditor', 'auditor', 'Auditor', 'Follow one pound from the budget to the bank, and back.'),
  inHarbourside('editor', 'editor', 'Editor', 'Keep the catalogue right and up to date.'),
  inHarbourside(
    'administrator',
    'administrator',
    'Administrator',
    'Bring in people, providers and prices, and invite others to have an account.',
  ),
  {
    key: 'budget-holder-elsewhere',
    role: 'budget-holder',
    email: 'budget-holder@elsewhere.example',
    councilSlug: SECOND_DEMONSTRATION_COUNCIL,
    title: 'Budget holder of another council',
    description: 'See that one council’s people, prices and money stay its own.',
  },
];
