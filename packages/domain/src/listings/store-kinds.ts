// Who may open a store, in the words of a form: what each is in the catalogue, in which role they keep it, and whether their
// council looks at a listing of theirs before people see it.
// Source: the domain notes, section 8 (small providers matter: onboarding in minutes).

import type { Role } from '../access/roles.ts';
import type { CouncilSettings } from '../settings/council-settings.ts';

export const STORE_KINDS = [
  'alone',
  'small-organisation',
  'agency',
  'charity',
  'community-group',
  'council-service',
] as const;
export type StoreKind = (typeof STORE_KINDS)[number];

interface StoreRule {
  readonly kind: 'micro-provider' | 'business' | 'agency' | 'charity' | 'community-group' | 'public-body';
  readonly size: 'one-person' | 'small';
  /** In which its members keep it. */
  readonly role: Extract<Role, 'provider' | 'community-group'>;
}

export const STORE_RULES: Readonly<Record<StoreKind, StoreRule>> = {
  alone: { kind: 'micro-provider', size: 'one-person', role: 'provider' },
  'small-organisation': { kind: 'business', size: 'small', role: 'provider' },
  agency: { kind: 'agency', size: 'small', role: 'provider' },
  charity: { kind: 'charity', size: 'small', role: 'provider' },
  'community-group': { kind: 'community-group', size: 'small', role: 'community-group' },
  'council-service': { kind: 'public-body', size: 'small', role: 'provider' },
};

/** What an account may open in one council: more is somebody's mistake, or worse. */
export const MOST_STORES = 5;

const LOOKS_FIRST = {
  'micro-provider': 'lookFirstAlone',
  'personal-assistant': 'lookFirstAlone',
  business: 'lookFirstSmallOrganisation',
  broker: 'lookFirstSmallOrganisation',
  trust: 'lookFirstSmallOrganisation',
  agency: 'lookFirstAgency',
  charity: 'lookFirstCharity',
  'community-group': 'lookFirstCommunityGroup',
  'public-body': 'lookFirstCouncilService',
} as const satisfies Record<string, keyof CouncilSettings>;

/** Whether the council looks at a listing before people see it. An organisation that it brought itself it knows already. */
export function looksFirst(
  organisation: { readonly kind: string; readonly openedHere: boolean },
  settings: Pick<CouncilSettings, (typeof LOOKS_FIRST)[keyof typeof LOOKS_FIRST]>,
): boolean {
  if (!organisation.openedHere) return false;
  const key = Object.hasOwn(LOOKS_FIRST, organisation.kind)
    ? LOOKS_FIRST[organisation.kind as keyof typeof LOOKS_FIRST]
    : null;
  return key === null || settings[key];
}
