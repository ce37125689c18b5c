// What a council may choose for itself: the one table of every setting, with its kind, bounds and default.
// Defaults are the published ones (domain.md). A new setting is a row here and its words in
// apps/web/src/words/en/council-settings.json; nothing else has to know of it.

import { type Pence, pence } from '../shared/money.ts';

/** Groups are headings on the page, in this order. */
export const SETTING_GROUPS = ['visits', 'money', 'safety', 'contact', 'public-pages', 'records'] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

/** Whole numbers; the kind is also the unit that a page says after the number. */
export const NUMBER_KINDS = ['minutes', 'days', 'working-days', 'weeks', 'months', 'years', 'basis-points'] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** `line` is one line of text, `text` and `address` are several. */
export const TEXT_KINDS = ['line', 'text', 'address', 'telephone', 'email'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

export type NumberRule = {
  readonly group: SettingGroup;
  readonly kind: NumberKind;
  readonly default: number;
  readonly min: number;
  readonly max: number;
};
export type PenceRule = {
  readonly group: SettingGroup;
  readonly kind: 'pence';
  readonly default: number;
  readonly min: number;
  readonly max: number;
};
export type SwitchRule = { readonly group: SettingGroup; readonly kind: 'switch'; readonly default: boolean };
/** An empty text means that the council has not said it: pages then leave it out, they never invent it. */
export type TextRule = {
  readonly group: SettingGroup;
  readonly kind: TextKind;
  readonly default: string;
  readonly maxLength: number;
};
export type SettingRule = NumberRule | PenceRule | SwitchRule | TextRule;

export const COUNCIL_SETTINGS = {
  /** Nobody answered about a visit for so long: it confirms itself when it is within tolerance. */
  autoConfirmDays: { group: 'visits', kind: 'days', default: 7, min: 0, max: 60 },
  /** Over its plan by no more than this part of it and no more than the cap: nobody is asked. */
  toleranceBasisPoints: { group: 'visits', kind: 'basis-points', default: 500, min: 0, max: 10_000 },
  toleranceCapPence: { group: 'visits', kind: 'pence', default: 1_000, min: 0, max: 100_000 },
  /** A visit charged by time is never asked about for a difference of less than so many minutes' price. */
  toleranceFloorMinutes: { group: 'visits', kind: 'minutes', default: 5, min: 0, max: 60 },

  /** From the day of the invoice to the day by which it is paid (Procurement Act 2023, s.68). */
  paymentTermsDays: { group: 'money', kind: 'days', default: 30, min: 0, max: 30 },
  /** Individual service funds: how far ahead they are paid, and what may stay in them for how long. */
  payInWeeksInAdvance: { group: 'money', kind: 'weeks', default: 2, min: 0, max: 13 },
  surplusLimitWeeks: { group: 'money', kind: 'weeks', default: 4, min: 0, max: 52 },
  surplusKeepWeeks: { group: 'money', kind: 'weeks', default: 12, min: 0, max: 104 },
  /** Before bank details that a payee gave are used, and in which an officer whom someone invited is not their second person. */
  payeeCoolingOffWorkingDays: { group: 'money', kind: 'working-days', default: 5, min: 1, max: 60 },
  /** Whether such an officer may not release what the one who invited them proposed. */
  invitedOfficersApart: { group: 'money', kind: 'switch', default: true },

  emergencyTelephone: { group: 'safety', kind: 'telephone', default: '999', maxLength: 30 },
  safeguardingTelephone: { group: 'safety', kind: 'telephone', default: '', maxLength: 30 },
  safeguardingEmail: { group: 'safety', kind: 'email', default: '', maxLength: 200 },
  safeguardingHours: { group: 'safety', kind: 'line', default: '', maxLength: 200 },

  contactTelephone: { group: 'contact', kind: 'telephone', default: '', maxLength: 30 },
  contactEmail: { group: 'contact', kind: 'email', default: '', maxLength: 200 },
  contactAddress: { group: 'contact', kind: 'address', default: '', maxLength: 500 },
  contactHours: { group: 'contact', kind: 'line', default: '', maxLength: 200 },
} as const satisfies Record<string, SettingRule>;

export type SettingKey = keyof typeof COUNCIL_SETTINGS;
export const SETTING_KEYS = Object.keys(COUNCIL_SETTINGS) as readonly SettingKey[];

type ValueOf<Rule extends SettingRule> = Rule extends PenceRule
  ? Pence
  : Rule extends SwitchRule
    ? boolean
    : Rule extends NumberRule
      ? number
      : string;

export type SettingValue = Pence | boolean | number | string;
export type CouncilSettings = { readonly [Key in SettingKey]: ValueOf<(typeof COUNCIL_SETTINGS)[Key]> };

export function settingRule(key: SettingKey): SettingRule {
  return COUNCIL_SETTINGS[key];
}

export function isSettingKey(text: string): text is SettingKey {
  return Object.hasOwn(COUNCIL_SETTINGS, text);
}

/** A value as the database and the API carry it; money is whole pence as a plain number. */
export type StoredSetting = { readonly key: string; readonly value: unknown };

function valueFor(rule: SettingRule, stored: unknown): SettingValue | undefined {
  if (rule.kind === 'pence') return typeof stored === 'number' ? pence(stored) : undefined;
  return typeof stored === typeof rule.default ? (stored as SettingValue) : undefined;
}

/** Every setting: what the council chose, and the default for what it did not. A key that is no more is passed over. */
export function settingsFrom(chosen: readonly StoredSetting[]): CouncilSettings {
  const values: Record<string, SettingValue | undefined> = {};
  for (const key of SETTING_KEYS) values[key] = valueFor(settingRule(key), settingRule(key).default);
  for (const { key, value } of chosen) {
    if (isSettingKey(key)) values[key] = valueFor(settingRule(key), value) ?? values[key];
  }
  return values as CouncilSettings;
}

export const DEFAULT_SETTINGS: CouncilSettings = settingsFrom([]);
