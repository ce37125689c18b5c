// What a council may choose for itself: the one table of every setting, with its kind, bounds and default.
// Defaults are the published ones (the domain notes). A new setting is a row here and its words in
// packages/words/src/en/plain/council-settings.json; nothing else has to know of it.

import { SHORTEST_MONTHS } from '../retention/kept-records.ts';
import { parseDate } from '../shared/local-time.ts';
import { type Pence, pence } from '../shared/money.ts';
import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';

/** Groups are headings on the page, in this order. */
export const SETTING_GROUPS = [
  'visits',
  'money',
  'prices',
  'stores',
  'safety',
  'contact',
  'public-pages',
  'records',
] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

/** Whole numbers; the kind is also the unit that a page says after the number. */
const NUMBER_KINDS = ['minutes', 'hours', 'days', 'working-days', 'weeks', 'months', 'years', 'basis-points'] as const;
type NumberKind = (typeof NUMBER_KINDS)[number];

/** `line` is one line of text, `text` and `address` are several; a `date` is YYYY-MM-DD. */
const TEXT_KINDS = ['line', 'text', 'address', 'telephone', 'email', 'date'] as const;
type TextKind = (typeof TEXT_KINDS)[number];

type NumberRule = {
  readonly group: SettingGroup;
  readonly kind: NumberKind;
  readonly default: number;
  readonly min: number;
  readonly max: number;
};
type PenceRule = {
  readonly group: SettingGroup;
  readonly kind: 'pence';
  readonly default: number;
  readonly min: number;
  readonly max: number;
};
type SwitchRule = { readonly group: SettingGroup; readonly kind: 'switch'; readonly default: boolean };
/** An empty text means that the council has not said it: pages then leave it out, they never invent it. */
type TextRule = {
  readonly group: SettingGroup;
  readonly kind: TextKind;
  readonly default: string;
  readonly maxLength: number;
};
/** One of a few words; the empty one means that the council has not said it. */
type ChoiceRule = {
  readonly group: SettingGroup;
  readonly kind: 'choice';
  readonly default: string;
  readonly choices: readonly string[];
};
export type SettingRule = NumberRule | PenceRule | SwitchRule | TextRule | ChoiceRule;

export const COUNCIL_SETTINGS = {
  /** A visit was not answered about for so long: it confirms itself when it is within tolerance. */
  autoConfirmDays: { group: 'visits', kind: 'days', default: 7, min: 0, max: 60 },
  /** Over its plan by no more than this part of it and no more than the cap: no one is asked. */
  toleranceBasisPoints: { group: 'visits', kind: 'basis-points', default: 500, min: 0, max: 10_000 },
  toleranceCapPence: { group: 'visits', kind: 'pence', default: 1_000, min: 0, max: 100_000 },
  /** A visit charged by time is never asked about for a difference of less than so many minutes' price. */
  toleranceFloorMinutes: { group: 'visits', kind: 'minutes', default: 5, min: 0, max: 60 },
  /** So long after the last visit of an order its provider still sees how to reach the person. */
  visitorNoteDays: { group: 'visits', kind: 'days', default: 14, min: 0, max: 365 },
  /** Before a visit, until which it is cancelled free where its provider said no time of its own. An order keeps what it was placed with. */
  cancellationNoticeHours: { group: 'visits', kind: 'hours', default: 48, min: 0, max: 336 },

  /** How far above the agreed sum of a visit one finance officer may settle it without a second one. */
  settleAlonePence: { group: 'money', kind: 'pence', default: 10_000, min: 0, max: 1_000_000 },
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

  /** From the day on which a provider proposes a price rise to its first day. */
  priceRiseNoticeDays: { group: 'prices', kind: 'days', default: 28, min: 0, max: 365 },
  /** A price rise of council money is accepted up to the first and refused above the second; between them someone is asked. */
  upliftAcceptBasisPoints: { group: 'prices', kind: 'basis-points', default: 0, min: 0, max: 10_000 },
  upliftRefuseBasisPoints: { group: 'prices', kind: 'basis-points', default: 10_000, min: 0, max: 10_000 },

  /** Whether the council looks at a listing before people see it, by who opened the store (listings/store-kinds.ts). */
  lookFirstAlone: { group: 'stores', kind: 'switch', default: true },
  lookFirstSmallOrganisation: { group: 'stores', kind: 'switch', default: true },
  lookFirstAgency: { group: 'stores', kind: 'switch', default: true },
  lookFirstCharity: { group: 'stores', kind: 'switch', default: true },
  lookFirstCommunityGroup: { group: 'stores', kind: 'switch', default: true },
  lookFirstCouncilService: { group: 'stores', kind: 'switch', default: true },

  emergencyTelephone: { group: 'safety', kind: 'telephone', default: '999', maxLength: 30 },
  safeguardingTelephone: { group: 'safety', kind: 'telephone', default: '', maxLength: 30 },
  safeguardingEmail: { group: 'safety', kind: 'email', default: '', maxLength: 200 },
  safeguardingHours: { group: 'safety', kind: 'line', default: '', maxLength: 200 },

  contactTelephone: { group: 'contact', kind: 'telephone', default: '', maxLength: 30 },
  contactEmail: { group: 'contact', kind: 'email', default: '', maxLength: 200 },
  contactAddress: { group: 'contact', kind: 'address', default: '', maxLength: 500 },
  contactHours: { group: 'contact', kind: 'line', default: '', maxLength: 200 },

  /** What data protection law asks a council to tell people (UK GDPR, articles 13 and 14). */
  privacyNotice: { group: 'public-pages', kind: 'text', default: '', maxLength: 20_000 },
  dataProtectionEmail: { group: 'public-pages', kind: 'email', default: '', maxLength: 200 },
  complaintsProcess: { group: 'public-pages', kind: 'text', default: '', maxLength: 20_000 },
  complaintsTelephone: { group: 'public-pages', kind: 'telephone', default: '', maxLength: 30 },
  complaintsEmail: { group: 'public-pages', kind: 'email', default: '', maxLength: 200 },
  complaintsAnswerDays: { group: 'public-pages', kind: 'working-days', default: 0, min: 0, max: 130 },
  /** What the Accessibility Regulations 2018 (S.I. 2018/952, reg. 8 and the model statement) ask a public body to say. */
  accessibilityStatus: {
    group: 'public-pages',
    kind: 'choice',
    default: '',
    choices: ['', 'full', 'partial', 'none'],
  },
  accessibilityProblems: { group: 'public-pages', kind: 'text', default: '', maxLength: 20_000 },
  accessibilityBurden: { group: 'public-pages', kind: 'text', default: '', maxLength: 20_000 },
  accessibilityExempt: { group: 'public-pages', kind: 'text', default: '', maxLength: 20_000 },
  accessibilityTestedOn: { group: 'public-pages', kind: 'date', default: '', maxLength: 10 },
  accessibilityTestedBy: { group: 'public-pages', kind: 'line', default: '', maxLength: 200 },
  accessibilityAnswerDays: { group: 'public-pages', kind: 'working-days', default: 0, min: 0, max: 130 },

  /** Months after the month of a record before it is removed (retention/kept-records.ts has the shortest). */
  keepAuditMonths: { group: 'records', kind: 'months', default: 84, min: SHORTEST_MONTHS['audit-entry'], max: 360 },
  keepHistoryMonths: { group: 'records', kind: 'months', default: 84, min: SHORTEST_MONTHS['state-change'], max: 360 },
  keepSearchMonths: { group: 'records', kind: 'months', default: 13, min: SHORTEST_MONTHS.search, max: 60 },
  keepMessageMonths: { group: 'records', kind: 'months', default: 24, min: 6, max: 360 },
  /** Letters that were printed. A letter not yet printed waits on its page for as long as it takes. */
  keepLetterMonths: { group: 'records', kind: 'months', default: 24, min: 6, max: 360 },
  /** What an import changed, as it was before: so long it can be undone. */
  keepImportUndoMonths: { group: 'records', kind: 'months', default: 6, min: 1, max: 24 },
  keepRequestKeyMonths: { group: 'records', kind: 'months', default: 13, min: 2, max: 60 },
} as const satisfies Record<string, SettingRule>;

export type SettingKey = keyof typeof COUNCIL_SETTINGS;
export const SETTING_KEYS = Object.keys(COUNCIL_SETTINGS) as readonly SettingKey[];

type ValueOf<Rule extends SettingRule> = Rule extends PenceRule
  ? Pence
  : Rule extends SwitchRule
    ? boolean
    : Rule extends NumberRule
      ? number
      : Rule extends ChoiceRule
        ? Rule['choices'][number]
        : string;

export type SettingValue = Pence | boolean | number | string;
export type CouncilSettings = { readonly [Key in SettingKey]: ValueOf<(typeof COUNCIL_SETTINGS)[Key]> };

/** The pages that everybody can read, each with the settings that it is made of: a change of one is a new version. */
export const PUBLIC_PAGES = {
  contact: [
    'contactTelephone',
    'contactEmail',
    'contactAddress',
    'contactHours',
    'emergencyTelephone',
    'safeguardingTelephone',
    'safeguardingEmail',
    'safeguardingHours',
  ],
  privacy: ['privacyNotice', 'dataProtectionEmail'],
  complaints: ['complaintsProcess', 'complaintsTelephone', 'complaintsEmail', 'complaintsAnswerDays'],
  accessibility: [
    'accessibilityStatus',
    'accessibilityProblems',
    'accessibilityBurden',
    'accessibilityExempt',
    'accessibilityTestedOn',
    'accessibilityTestedBy',
    'accessibilityAnswerDays',
  ],
} as const satisfies Record<string, readonly SettingKey[]>;

export type PublicPage = keyof typeof PUBLIC_PAGES;
export const PUBLIC_PAGE_NAMES = Object.keys(PUBLIC_PAGES) as readonly PublicPage[];

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

export type SettingCode = CodeOf<
  | 'setting.not_a_choice'
  | 'setting.not_a_date'
  | 'setting.not_a_number'
  | 'setting.not_a_telephone'
  | 'setting.not_an_email'
  | 'setting.out_of_range'
  | 'setting.too_long'
>;

/** A value as it may be kept: whole numbers within their bounds, texts without spaces around them. */
export function readSettingValue(
  key: SettingKey,
  given: string | number | boolean,
): Result<string | number | boolean, SettingCode> {
  const rule = settingRule(key);
  if (rule.kind === 'switch') return typeof given === 'boolean' ? ok(given) : refuse('setting.not_a_choice');
  if ('min' in rule) {
    if (typeof given !== 'number' || !Number.isSafeInteger(given)) return refuse('setting.not_a_number');
    const { min, max } = rule;
    return given < min || given > max ? refuse('setting.out_of_range', { min, max, kind: rule.kind }) : ok(given);
  }
  if (typeof given !== 'string') return refuse('setting.not_a_choice');
  const text = given.trim();
  if (rule.kind === 'choice') return rule.choices.includes(text) ? ok(text) : refuse('setting.not_a_choice');
  if (text.length > rule.maxLength) return refuse('setting.too_long', { maxLength: rule.maxLength });
  if (text === '') return ok(text);
  switch (rule.kind) {
    case 'telephone':
      return /^\+?[0-9 ()-]{2,29}$/.test(text) && /[0-9]{2}/.test(text.replace(/[^0-9]/g, ''))
        ? ok(text)
        : refuse('setting.not_a_telephone');
    case 'email':
      return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text) ? ok(text) : refuse('setting.not_an_email');
    case 'date': {
      const date = parseDate(text);
      return date.ok ? ok(date.value.toString()) : refuse('setting.not_a_date');
    }
    case 'line':
      return ok(text.replace(/\s+/g, ' '));
    default:
      return ok(text);
  }
}
