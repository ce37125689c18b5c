// What may be trusted about a listing, each with its date: only what was checked is claimed.
// Source: the domain notes, section 8 (trust marks with a date).

export type TrustMarkKind = 'regulated' | 'charity' | 'insured' | 'dbs' | 'confirmed';

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
