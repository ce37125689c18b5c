// Who uses the marketplace: one list of roles, in the field's own words, that every layer reads.

export const ROLES = [
  'budget-holder',
  'representative',
  'broker',
  'provider',
  'isf-holder',
  'community-group',
  'practitioner',
  'manager',
  'finance',
  'commissioner',
  'auditor',
  'editor',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

/** Those who act for the council, by name: what they did in office is no private matter. */
export const OFFICER_ROLES = [
  'practitioner',
  'manager',
  'finance',
  'commissioner',
  'auditor',
  'editor',
  'administrator',
] as const satisfies readonly Role[];

/** Those in which somebody acts for an organisation. */
export const ORGANISATION_ROLES = [
  'broker',
  'provider',
  'isf-holder',
  'community-group',
] as const satisfies readonly Role[];

/** Those in which somebody is given an account on paper: who has the budget, and who speaks for them. */
export const PAPER_ROLES = ['budget-holder', 'representative'] as const satisfies readonly Role[];

/** One thing an account may be in one council: a role, and the person or organisation that it is for. */
export interface Membership {
  readonly role: Role;
  readonly personId: string | null;
  readonly organisationId: string | null;
}

/** Who is asking: a signed-in account in one council, with every role that it has there. */
export interface Viewer {
  readonly accountId: string;
  readonly councilId: string;
  readonly memberships: readonly Membership[];
}
