// What may be trusted about a listing, each with its date: only what was checked is claimed.
// Source: the domain notes, section 8 (trust marks with a date).

/** The first five were checked; of the others the provider alone says so, or what was true has ended. */
export const TRUST_MARK_KINDS = [
  ...(['regulated', 'charity', 'insured', 'dbs', 'confirmed'] as const),
  ...(['says-insured', 'says-dbs', 'insurance-ended'] as const),
] as const;
export type TrustMarkKind = (typeof TRUST_MARK_KINDS)[number];

/** Something checked. `date` is when it was checked, or for insurance the last day it holds; YYYY-MM-DD. */
export type TrustMark = {
  readonly kind: TrustMarkKind;
  /** The regulator's rating or the charity's number. */
  readonly detail: string | null;
  readonly date: string | null;
};

/** Dates are YYYY-MM-DD. */
export type TrustFacts = {
  readonly cqc_location_id: string | null;
  readonly cqc_rating: string | null;
  readonly cqc_checked_on: string | null;
  readonly charity_number: string | null;
  readonly insured_until: string | null;
  readonly dbs_checked_on: string | null;
  readonly last_confirmed_on: string | null;
};

/** The marks that hold on `today` (YYYY-MM-DD), the regulator's first. Insurance that has run out is no mark. */
export function trustMarks(facts: TrustFacts, today: string): TrustMark[] {
  const marks: TrustMark[] = [];
  if (facts.cqc_location_id !== null)
    marks.push({ kind: 'regulated', detail: facts.cqc_rating, date: facts.cqc_checked_on });
  if (facts.charity_number !== null) marks.push({ kind: 'charity', detail: facts.charity_number, date: null });
  if (facts.insured_until !== null && facts.insured_until >= today) {
    marks.push({ kind: 'insured', detail: null, date: facts.insured_until });
  }
  if (facts.dbs_checked_on !== null) marks.push({ kind: 'dbs', detail: null, date: facts.dbs_checked_on });
  if (facts.last_confirmed_on !== null) marks.push({ kind: 'confirmed', detail: null, date: facts.last_confirmed_on });
  return marks;
}

/** What the provider says itself. Dates are YYYY-MM-DD. */
export type SaidFacts = {
  readonly said_insured_until: string | null;
  readonly said_dbs_checked_on: string | null;
};

/** The marks of a page: with what the provider says itself, and an insurance that has ended as ended. */
export function pageMarks(facts: TrustFacts & SaidFacts, today: string): TrustMark[] {
  const marks = trustMarks(facts, today);
  const has = (kind: TrustMarkKind): boolean => marks.some((mark) => mark.kind === kind);
  const more: TrustMark[] = [];
  const ends = [facts.insured_until, facts.said_insured_until].filter((end) => end !== null).sort();
  const last = ends.at(-1);
  if (!has('insured') && last !== undefined) {
    more.push({ kind: last >= today ? 'says-insured' : 'insurance-ended', detail: null, date: last });
  }
  if (!has('dbs') && facts.said_dbs_checked_on !== null) {
    more.push({ kind: 'says-dbs', detail: null, date: facts.said_dbs_checked_on });
  }
  const confirmed = marks.findIndex(({ kind }) => kind === 'confirmed');
  return confirmed < 0 ? [...marks, ...more] : [...marks.slice(0, confirmed), ...more, ...marks.slice(confirmed)];
}
