// Somebody died, moved away or left: their orders end on a day, what was set aside comes back, pay-ins stop and mandates end.
// It is shown first, and done only as it was shown. Source: the domain notes, section 9.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { ENDINGS, type Ending } from '@support-market/domain/people/person-states';
import { parseDate } from '@support-market/domain/shared/local-time';
import { addPence, type Pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { type Static, Type } from 'typebox';
import { findHitVisits, type HitVisit } from '../features/orders/ending.repo.ts';
import { endVisits, hitOrders } from '../features/orders/ending.service.ts';
import { findPerson } from '../features/people/people.repo.ts';
import { reachFor, viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { answers, closed, DateIn, DateOut, Id, IdParams, oneOf, PenceOut } from '../http/schemas.ts';
import { recordAudit } from '../platform/audit.repo.ts';
import type { AppContext } from '../platform/context.ts';
import { refuseBefore } from '../platform/dates.ts';
import { type PlannedPayIn, payInTerms, planPayIns } from '../platform/pay-in-changes.repo.ts';
import { makePayInsRight } from '../platform/payment-moves.repo.ts';
import { found, ProblemError, unwrap } from '../platform/problem-error.ts';
import { step } from '../platform/transitions.repo.ts';
import { endOwnMemberships, mandatesAfter, shortenMandates } from './end-person.repo.ts';
import { PayInChangeOut, shownPayIn } from './pay-ins-shown.ts';

const ENDING_NAMES = ['died', 'moved-away', 'left'] as const satisfies readonly Ending[];

const Seen = closed({
  visits: Type.Integer({ minimum: 0 }),
  backPence: Type.Integer({ minimum: 0 }),
  payIns: Type.Integer({ minimum: 0 }),
  mandates: Type.Integer({ minimum: 0 }),
});

export const HitOrderOut = closed({
  id: Id,
  reference: Type.String(),
  personName: Type.String(),
  organisationName: Type.String(),
  visits: Type.Integer(),
  backPence: PenceOut,
});

const EndingOut = closed({
  orders: Type.Array(HitOrderOut),
  visits: Type.Integer(),
  backPence: PenceOut,
  payIns: Type.Array(PayInChangeOut),
  mandates: Type.Array(closed({ holderName: Type.String(), untilDate: DateOut })),
});

const EndingQuery = closed({ ending: oneOf(ENDING_NAMES), lastDay: DateIn });
const EndPersonIn = closed({
  ending: oneOf(ENDING_NAMES),
  lastDay: DateIn,
  reason: Type.String({ maxLength: 500 }),
  seen: Type.Unsafe<Static<typeof Seen>>({ ...Seen, description: 'what was shown before: nothing else is done' }),
});
type EndPersonIn = Static<typeof EndPersonIn>;

interface Plan {
  readonly visits: readonly HitVisit[];
  readonly payIns: readonly PlannedPayIn[];
  readonly mandates: Awaited<ReturnType<typeof mandatesAfter>>;
}

const backOf = ({ visits }: Plan): Pence => addPence(...visits.map(({ plannedPence }) => plannedPence));

async function planEnding(
  tx: Tx,
  councilId: string,
  personId: string,
  { lastDay, today }: { readonly lastDay: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): Promise<Plan> {
  const terms = await payInTerms(tx, councilId, { personId });
  const { changes: payIns } = await planPayIns(
    tx,
    councilId,
    today,
    terms.map((line) => ({ ...line, lastDay })),
  );
  return {
    visits: await findHitVisits(tx, councilId, { personId }, lastDay, 'all'),
    payIns,
    mandates: await mandatesAfter(tx, councilId, personId, lastDay),
  };
}

/** The last day that was said; a death cannot be in the future, and a leaving is at most a year ahead. */
function lastDayOf(text: string, ending: Ending, today: Temporal.PlainDate, pointer: string): Temporal.PlainDate {
  const lastDay = unwrap(parseDate(text), pointer);
  const latest = ending === 'died' ? today : today.add({ years: 1 });
  if (Temporal.PlainDate.compare(lastDay, latest) > 0) {
    throw new ProblemError('date.in_the_future', { errors: [{ pointer, code: 'date.in_the_future' }] });
  }
  return lastDay;
}

/** What an ending would do, without doing it. */
async function previewEnding(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  id: string,
  query: Static<typeof EndingQuery>,
) {
  const today = context.clock.today();
  const lastDay = lastDayOf(query.lastDay, query.ending, today, '/querystring/lastDay');
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const person = found(await findPerson(tx, { viewer, reach, today }, id));
    refuseBefore(person.dateOfBirth, lastDay, '/querystring/lastDay');
    const plan = await planEnding(tx, viewer.councilId, id, { lastDay, today });
    await recordAudit(tx, context.clock, viewer, {
      event: 'person.ending-previewed',
      noun: 'person',
      recordId: id,
      personId: id,
    });
    return {
      orders: hitOrders(plan.visits),
      visits: plan.visits.length,
      backPence: backOf(plan),
      payIns: plan.payIns.map(shownPayIn),
      mandates: plan.mandates,
    };
  });
}

/** Does what was shown; record.changed where it is no longer that, state.not_allowed for whom it was said before. */
async function endPerson(context: AppContext, viewer: Viewer, reach: Reach, id: string, body: EndPersonIn) {
  const { clock } = context;
  const { councilId, accountId } = viewer;
  const today = clock.today();
  const lastDay = lastDayOf(body.lastDay, body.ending, today, '/lastDay');
  const reason = body.reason.trim();
  await inTransaction(context.db, councilId, async (tx) => {
    const person = found(await findPerson(tx, { viewer, reach, today }, id));
    refuseBefore(person.dateOfBirth, lastDay, '/lastDay');
    const work = { tx, clock, actor: viewer };
    // First, for it locks the person: from here on nothing new can be ordered for them.
    await step(work, 'people', ENDINGS[body.ending], [{ id }], {
      set: { last_day: lastDay },
      audit: () => ({ personId: id, reason, details: { lastDay: lastDay.toString() } }),
      otherwise: 'state.not_allowed',
    });
    const plan = await planEnding(tx, councilId, id, { lastDay, today });
    const { seen } = body;
    if (
      seen.visits !== plan.visits.length ||
      BigInt(seen.backPence) !== backOf(plan) ||
      seen.payIns !== plan.payIns.length ||
      seen.mandates !== plan.mandates.length
    ) {
      throw new ProblemError('record.changed');
    }
    await endVisits(work, plan.visits, { lastDay, whole: true, reason: '' });
    await makePayInsRight(work, { personId: id });
    // What runs on the last day runs to its end, where that day is not over; the rest ends now, or never begins.
    const shorter = plan.mandates.filter(
      ({ fromDate }) =>
        Temporal.PlainDate.compare(lastDay, today) >= 0 && Temporal.PlainDate.compare(fromDate, lastDay) <= 0,
    );
    await step(
      work,
      'mandates',
      'end',
      plan.mandates.filter((mandate) => !shorter.includes(mandate)),
      {
        set: { ended_at: clock.now(), ended_by: accountId, ended_because: '' },
        audit: () => ({ personId: id }),
      },
    );
    await shortenMandates(
      tx,
      councilId,
      shorter.map((mandate) => mandate.id),
    );
    await recordAudit(
      tx,
      clock,
      viewer,
      ...shorter.map((mandate) => ({
        event: 'mandate.shortened',
        noun: 'mandate',
        recordId: mandate.id,
        personId: id,
        details: { untilDate: lastDay.toString() },
      })),
    );
    if (body.ending === 'died') await endOwnMemberships(tx, councilId, id, clock.now());
  });
}

/** It was a mistake, or they came back: they can order again and pay-ins go on; orders do not begin again by themselves. */
async function bringPersonBack(context: AppContext, viewer: Viewer, reach: Reach, id: string, reason: string) {
  const { clock } = context;
  const today = clock.today();
  await inTransaction(context.db, viewer.councilId, async (tx) => {
    found(await findPerson(tx, { viewer, reach, today }, id));
    const work = { tx, clock, actor: viewer };
    await step(work, 'people', 'come-back', [{ id }], {
      set: { last_day: null },
      audit: () => ({ personId: id, reason: reason.trim() }),
      otherwise: 'state.not_allowed',
    });
    await makePayInsRight(work, { personId: id });
  });
}

export function registerEndPerson(app: App, context: AppContext): void {
  app.get(
    '/api/people/:id/ending',
    {
      config: { action: 'person.end', audit: 'person.ending-previewed' },
      schema: {
        tags: ['people'],
        operationId: 'previewEnding',
        summary: 'What it would end to say that somebody died, moved away or left',
        params: IdParams,
        querystring: EndingQuery,
        response: answers({ 200: EndingOut }),
      },
    },
    (request) => previewEnding(context, viewerOf(request), reachFor(request), request.params.id, request.query),
  );
  app.post(
    '/api/people/:id/end',
    {
      config: { action: 'person.end', audit: 'person.died' },
      schema: {
        tags: ['people'],
        operationId: 'endPerson',
        summary: 'Say that somebody died, moved away or left: ends what was shown, and nothing else',
        params: IdParams,
        body: EndPersonIn,
        response: answers({ 204: Type.Null() }),
      },
    },
    async (request, reply) => {
      await endPerson(context, viewerOf(request), reachFor(request), request.params.id, request.body);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/people/:id/come-back',
    {
      config: { action: 'person.end', audit: 'person.came-back' },
      schema: {
        tags: ['people'],
        operationId: 'bringPersonBack',
        summary: 'Say that somebody is with the council again, or that their ending was a mistake',
        params: IdParams,
        body: closed({ reason: Type.String({ maxLength: 500 }) }),
        response: answers({ 204: Type.Null() }),
      },
    },
    async (request, reply) => {
      await bringPersonBack(context, viewerOf(request), reachFor(request), request.params.id, request.body.reason);
      return reply.code(204).send(null);
    },
  );
}
