// The words by which a person's record is kept: the groups, ways of contact and kinds of address that there are.

export const CARE_GROUPS = [
  'older-people',
  'learning-disability',
  'physical-disability',
  'mental-health',
  'children',
  'carers',
] as const;
export type CareGroup = (typeof CARE_GROUPS)[number];

export const CONTACT_PREFERENCES = ['telephone', 'text-message', 'email', 'post', 'visit'] as const;
export type ContactPreference = (typeof CONTACT_PREFERENCES)[number];

/** What a person may choose to tell the provider of one order, beside how to reach them. */
export const SHARED_NEEDS = ['communication', 'language', 'support'] as const;
export type SharedNeed = (typeof SHARED_NEEDS)[number];

export const ADDRESS_KINDS = ['home', 'staying', 'letters'] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

export const TELEPHONE_KINDS = ['home', 'mobile', 'work', 'somebody-else'] as const;
export type TelephoneKind = (typeof TELEPHONE_KINDS)[number];
