// What a listing must say before everybody can find it: what it is, where, when, whom to ask, and what it costs.
// Source: the domain notes, section 8 (a listing that people can act on).

export const PUBLISH_NEEDS = ['summary', 'place', 'when', 'price', 'contact'] as const;
export type PublishNeed = (typeof PUBLISH_NEEDS)[number];

export interface PublishFacts {
  readonly summary: string;
  /** Of its main place. */
  readonly postcode: string | null;
  /** In the provider's words, or by what is on at it. */
  readonly saysWhen: boolean;
  /** A telephone number, an address for mail or a website: of the listing, of somebody to ask, or of the organisation. */
  readonly canBeReached: boolean;
  readonly free: boolean;
  /** Something is on sale whose price holds today or is known for a later day. */
  readonly hasPrice: boolean;
}

/** What is missing, in the order in which a page asks for it; empty where it can be published. */
export function missingToPublish(facts: PublishFacts): readonly PublishNeed[] {
  const has: Readonly<Record<PublishNeed, boolean>> = {
    summary: facts.summary.trim() !== '',
    place: facts.postcode !== null,
    when: facts.saysWhen,
    price: facts.free || facts.hasPrice,
    contact: facts.canBeReached,
  };
  return PUBLISH_NEEDS.filter((need) => !has[need]);
}
