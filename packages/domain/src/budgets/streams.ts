// Where money comes from: each stream has its own rules, its own ledger and its own statement.
// Source: domain.md section 6 (several funders in one budget).

export type StreamFacts = {
  /** True where a public funder pays, so that its agreed rates apply and it must see an account of its share. */
  readonly councilMoney: boolean;
  /** For documents and statements: "Social care". */
  readonly plainName: string;
};

export const STREAMS = {
  'social-care': { councilMoney: true, plainName: 'Social care' },
  health: { councilMoney: true, plainName: 'Health' },
  education: { councilMoney: true, plainName: 'Education' },
  'short-breaks': { councilMoney: true, plainName: 'Short breaks' },
  'own-money': { councilMoney: false, plainName: 'My own money' },
  family: { councilMoney: false, plainName: 'Family money' },
} as const satisfies Record<string, StreamFacts>;

export type Stream = keyof typeof STREAMS;
export const STREAM_NAMES = Object.keys(STREAMS) as readonly Stream[];

/** True for social care, health, education and short breaks; false for own and family money. */
export function isCouncilMoney(stream: Stream): boolean {
  return STREAMS[stream].councilMoney;
}
