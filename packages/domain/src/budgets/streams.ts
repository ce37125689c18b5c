// Where money comes from: each stream has its own rules, its own ledger and its own statement.
// Source: the domain notes, section 6 (several funders in one budget).

export type StreamFacts = {
  /** True where a public funder pays, so that its agreed rates apply and it must see an account of its share. */
  readonly councilMoney: boolean;
};

export const STREAMS = {
  'social-care': { councilMoney: true },
  health: { councilMoney: true },
  education: { councilMoney: true },
  'short-breaks': { councilMoney: true },
  'own-money': { councilMoney: false },
  family: { councilMoney: false },
} as const satisfies Record<string, StreamFacts>;

export type Stream = keyof typeof STREAMS;
export const STREAM_NAMES = Object.keys(STREAMS) as readonly Stream[];

/** True for social care, health, education and short breaks; false for own and family money. */
export function isCouncilMoney(stream: Stream): boolean {
  return STREAMS[stream].councilMoney;
}
