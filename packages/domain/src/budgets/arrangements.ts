// The ways of holding a budget line's money, and what follows for who pays and who accounts.
// Source: the domain notes, section 6 (IC3; Care Act 2014; Care and Support (Direct Payments) Regulations 2014);
// the individual service fund's figures are Dorset's published agreement and are council settings.

import { type CouncilSettings, DEFAULT_SETTINGS } from '../settings/council-settings.ts';
import { type Pence, pence, subtractPence, ZERO_PENCE } from '../shared/money.ts';
import { isCouncilMoney, type Stream } from './streams.ts';

export type Holder = 'person' | 'representative' | 'trust' | 'organisation' | 'fund-holder' | 'council';

export type ArrangementFacts = {
  readonly heldBy: Holder;
  readonly providerPaidBy: Holder;
  readonly accountedBy: Holder;
  /** True where the council's own payment run pays the provider. */
  readonly paidInCouncilRun: boolean;
};

export const ARRANGEMENTS = {
  'direct-payment': {
    heldBy: 'person',
    providerPaidBy: 'person',
    accountedBy: 'person',
    paidInCouncilRun: false,
  },
  representative: {
    heldBy: 'representative',
    providerPaidBy: 'representative',
    accountedBy: 'representative',
    paidInCouncilRun: false,
  },
  trust: {
    heldBy: 'trust',
    providerPaidBy: 'trust',
    accountedBy: 'trust',
    paidInCouncilRun: false,
  },
  'managed-account': {
    heldBy: 'organisation',
    providerPaidBy: 'organisation',
    accountedBy: 'organisation',
    paidInCouncilRun: false,
  },
  'individual-service-fund': {
    heldBy: 'fund-holder',
    providerPaidBy: 'fund-holder',
    accountedBy: 'fund-holder',
    paidInCouncilRun: false,
  },
  'council-managed': {
    heldBy: 'council',
    providerPaidBy: 'council',
    accountedBy: 'council',
    paidInCouncilRun: true,
  },
  own: {
    heldBy: 'person',
    providerPaidBy: 'person',
    accountedBy: 'person',
    paidInCouncilRun: false,
  },
} as const satisfies Record<string, ArrangementFacts>;

export type Arrangement = keyof typeof ARRANGEMENTS;
export const ARRANGEMENT_NAMES = Object.keys(ARRANGEMENTS) as readonly Arrangement[];

/** Own and family money is held as `own`, and public money never is. */
export function arrangementFits(stream: Stream, arrangement: Arrangement): boolean {
  return isCouncilMoney(stream) !== (arrangement === 'own');
}

export type IsfSettings = {
  readonly weeksInAdvance: number;
  readonly surplusLimitWeeks: number;
  readonly keepWeeks: number;
};

export function isfSettingsFrom(settings: CouncilSettings): IsfSettings {
  return {
    weeksInAdvance: settings.payInWeeksInAdvance,
    surplusLimitWeeks: settings.surplusLimitWeeks,
    keepWeeks: settings.surplusKeepWeeks,
  };
}

const ISF_DEFAULTS: IsfSettings = isfSettingsFrom(DEFAULT_SETTINGS);

export type IsfSummary = {
  readonly inPence: Pence;
  readonly outPence: Pence;
  readonly leftPence: Pence;
  readonly limitPence: Pence;
  readonly over: boolean;
  readonly overPence: Pence;
};

/** The fund's statement in figures: what came in, what went out, what is left, and how that stands to the limit. */
export function isfStatementSummary(
  input: { readonly weeklyPence: Pence; readonly inPence: Pence; readonly outPence: Pence },
  settings: IsfSettings = ISF_DEFAULTS,
): IsfSummary {
  const leftPence = subtractPence(input.inPence, input.outPence);
  const limitPence = pence(input.weeklyPence * BigInt(settings.surplusLimitWeeks));
  const over = leftPence > limitPence;
  return {
    inPence: input.inPence,
    outPence: input.outPence,
    leftPence,
    limitPence,
    over,
    overPence: over ? subtractPence(leftPence, limitPence) : ZERO_PENCE,
  };
}

export type IsfFlag = 'over-limit' | 'kept-too-long';

/**
 * Why a surplus is worth a talk; an empty list when it is not. A named future need answers for any surplus.
 * A flag is all there ever is: a surplus is discussed, never swept.
 * @proof The domain notes (section 6, rules of individual service funds) ask for the rule to be proved; pages show the limit.
 */
export function isfFlags(
  input: {
    readonly weeklyPence: Pence;
    readonly leftPence: Pence;
    readonly weeksKept: number;
    readonly namedFutureNeed: boolean;
  },
  settings: IsfSettings = ISF_DEFAULTS,
): readonly IsfFlag[] {
  if (input.leftPence <= 0n || input.namedFutureNeed) return [];
  const flags: IsfFlag[] = [];
  if (input.leftPence > input.weeklyPence * BigInt(settings.surplusLimitWeeks)) flags.push('over-limit');
  if (input.weeksKept > settings.keepWeeks) flags.push('kept-too-long');
  return flags;
}
