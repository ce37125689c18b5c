// Mandates are seen, made and ended. Ending one keeps the person's orders; both sides of each are told.

import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { parseDate } from '@support-market/domain/shared/local-time';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { isOwnRecord } from '../../platform/own-record.ts';
import { found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { begin, step } from '../../platform/transitions.repo.ts';
import {
  insertMandate,
  mandateInReach,
  mandatesOf,
  ordersOfHolder,
  ownLines,
  personInReach,
  representativeByEmail,
} from './mandates.repo.ts';
import type { MandateIn } from './mandates.schemas.ts';

/** Who may act for a person, and who could. */
export async function viewMandates(context: AppContext, viewer: Viewer, reach: Reach, personId: string) {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const person = found(await personInReach(tx, { viewer, reach, today: context.clock.today() }, personId));
    if (!isOwnRecord(viewer, personId)) {
      await recordAudit(tx, context.clock, viewer, {
        event: 'mandate.listed',
        noun: 'mandate',
        recordId: null,
        personId,
      });
    }
    return {
      personName: person.name,
      own: isOwnRecord(viewer, personId),
      items: await mandatesOf(tx, viewer.councilId, personId),
    };
  });
}

/** Makes a mandate for a representative who has an account here; refuses dates that are wrong and lines of other people. */
export async function makeMandate(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  personId: string,
  body: MandateIn,
) {
  const { clock } = context;
  const { councilId } = viewer;
  const today = clock.today();
  const fromDate = unwrap(parseDate(body.fromDate), '/fromDate');
  const untilDate = unwrap(parseDate(body.untilDate), '/untilDate');
  if (Temporal.PlainDate.compare(untilDate, fromDate) < 0) {
    throw new ProblemError('schedule.ends_before_start', {
      errors: [{ pointer: '/untilDate', code: 'schedule.ends_before_start' }],
    });
  }
  const id = newId(clock, 'mandate');
  await inTransaction(context.db, councilId, async (tx) => {
    const person = found(await personInReach(tx, { viewer, reach, today }, personId));
    if (person.state !== 'active') throw new ProblemError('person.ended');
    const holder = await representativeByEmail(tx, councilId, body.email.trim());
    if (!holder) {
      throw new ProblemError('mandate.holder_unknown', {
        errors: [{ pointer: '/email', code: 'mandate.holder_unknown' }],
      });
    }
    const lineIds = body.lineIds === null ? null : [...body.lineIds];
    if (lineIds !== null && (await ownLines(tx, councilId, personId, lineIds)).length !== lineIds.length) {
      throw new ProblemError('record.not_found');
    }
    await insertMandate(
      tx,
      councilId,
      { accountId: viewer.accountId, at: clock.now() },
      {
        id,
        personId,
        kind: 'representative',
        accountId: holder.id,
        organisationId: null,
        mayOrder: body.mayOrder,
        mayConfirm: body.mayConfirm,
        mayManageMoney: body.mayManageMoney,
        lineIds,
        orderLimitPence: body.orderLimitPence === null ? null : pence(body.orderLimitPence),
        monthLimitPence: body.monthLimitPence === null ? null : pence(body.monthLimitPence),
        fromDate,
        untilDate,
      },
    );
    const details = { holderName: holder.name, serviceDate: untilDate.toString() };
    await begin({ tx, clock, actor: viewer }, 'mandates', 'make', [{ id }], {
      audit: () => ({ personId, details: { untilDate: untilDate.toString() } }),
      messages: () => [{ personId, kind: 'mandate.made', details }],
    });
  });
  return { id };
}

/** Ends a mandate now. Throws record.not_found out of reach and state.not_allowed for one that has ended. */
export async function endMandate(context: AppContext, viewer: Viewer, reach: Reach, id: string, reason: string) {
  const { clock } = context;
  const { councilId, accountId } = viewer;
  const today = clock.today();
  return inTransaction(context.db, councilId, async (tx) => {
    const mandate = found(await mandateInReach(tx, { viewer, reach, today }, id));
    const orders = await ordersOfHolder(tx, councilId, mandate, today);
    const { personId, holderName } = mandate;
    const serviceDate = today.toString();
    await step({ tx, clock, actor: viewer }, 'mandates', 'end', [mandate], {
      set: { ended_at: clock.now(), ended_by: accountId, ended_because: reason.trim() },
      audit: () => ({ personId, reason: reason.trim() }),
      messages: () => [
        { personId, kind: 'mandate.ended', details: { holderName, serviceDate } },
        ...orders.flatMap((order) => {
          const details = {
            orderId: order.id,
            reference: order.reference,
            holderName,
            serviceDate,
            count: order.visits,
          };
          return [
            { personId, kind: 'order.outlasts-mandate' as const, details },
            { organisationId: order.organisationId, kind: 'order.outlasts-mandate' as const, details },
          ];
        }),
      ],
      otherwise: 'state.not_allowed',
    });
    return { orders: orders.length };
  });
}
