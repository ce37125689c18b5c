// A council says when its schools are open; what groups put on only in terms follows at once, also in people's calendars.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { parseDate } from '@support-market/domain/shared/local-time';
import { isBlank } from '@support-market/domain/shared/visible-text';
import { Temporal } from 'temporal-polyfill';
import type { Static } from 'typebox';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { termTimeChanged } from '../../platform/listing-changes.repo.ts';
import { ProblemError, unwrap } from '../../platform/problem-error.ts';
import { listSchoolTerms, replaceSchoolTerms, type SchoolTerm } from './school-terms.repo.ts';
import type { SchoolTermsIn, SchoolTermsOut } from './school-terms.schemas.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

const shown = (terms: readonly SchoolTerm[]): Static<typeof SchoolTermsOut> => ({
  items: terms.map(({ name, from, to }) => ({ name, from: from.toString(), to: to.toString() })),
});

export function viewSchoolTerms({ db }: Needs, { councilId }: Viewer): Promise<Static<typeof SchoolTermsOut>> {
  return inTransaction(db, councilId, async (tx) => shown(await listSchoolTerms(tx, councilId)));
}

const fault = (pointer: string, code: string): ProblemError =>
  new ProblemError('request.invalid', { errors: [{ pointer, code }] });

const MOST_DAYS = 366;

/** In order, each ending after it begins and before the next does. */
function termsFrom(given: SchoolTermsIn['items']): SchoolTerm[] {
  const terms = given.map((one, index) => {
    // Said here, so that somebody who left it out hears that, and not that it is too short.
    if (isBlank(one.name)) throw fault(`/items/${index}/name`, 'field.required');
    const from = unwrap(parseDate(one.from), `/items/${index}/from`);
    const to = unwrap(parseDate(one.to), `/items/${index}/to`);
    if (Temporal.PlainDate.compare(to, from) < 0) throw fault(`/items/${index}/to`, 'schedule.ends_before_start');
    if (from.until(to).days > MOST_DAYS) throw fault(`/items/${index}/to`, 'date.out_of_range');
    return { index, name: one.name.trim(), from, to };
  });
  const sorted = terms.toSorted((a, b) => Temporal.PlainDate.compare(a.from, b.from));
  sorted.forEach((term, at) => {
    const before = sorted[at - 1];
    if (before && Temporal.PlainDate.compare(term.from, before.to) <= 0)
      throw fault(`/items/${term.index}/from`, 'school_term.overlaps');
  });
  return sorted.map(({ name, from, to }) => ({ name, from, to }));
}

export function setSchoolTerms(
  { db, clock }: Needs,
  viewer: Viewer,
  body: SchoolTermsIn,
): Promise<Static<typeof SchoolTermsOut>> {
  const terms = termsFrom(body.items);
  return inTransaction(db, viewer.councilId, async (tx) => {
    await replaceSchoolTerms(tx, viewer.councilId, terms);
    await termTimeChanged(tx, viewer.councilId, clock.now());
    await recordAudit(tx, clock, viewer, {
      event: 'school-term.changed',
      noun: 'school-term',
      recordId: viewer.councilId,
      details: { count: terms.length },
    });
    return shown(terms);
  });
}
