// Mandates are seen, made and ended. Ending one keeps the person's orders; both sides of each are told.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { type Reach, reachOf } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { isWithCouncil, stayFault } from '@support-market/domain/people/person-states';
import { parseDate } from '@support-market/domain/shared/local-time';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { isOwnRecord } from '../../platform/own-record.ts';
import { hadPaperCodeOf } from '../../platform/paper-hands.repo.ts';
import { found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { begin, step } from '../../platform/transitions.repo.ts';
import {
  findBrokers,
  findRepresentative,
  hasSameMandate,
  holdPersonInReach,
  insertMandate,
  linesToChoose,
  mandateInReach,
  mandatesOf,
  type NewMandate,
  ordersOfHolder,
  ownLines,
  personInReach,
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
    const { councilId } = viewer;
    const today = context.clock.today();
    const making = reachOf(viewer, 'mandate.make');
    const mayMake = making !== null && (await personInReach(tx, { viewer, reach: making, today }, personId));
    return {
      personName: person.name,
      own: isOwnRecord(viewer, personId),
      items: await mandatesOf(tx, councilId, personId),
      choices:
        mayMake && isWithCouncil(person, today)
          ? { lines: await linesToChoose(tx, councilId, personId, today), brokers: await findBrokers(tx, councilId) }
          : null,
    };
  });
}

type Holder = Pick<NewMandate, 'kind' | 'accountId' | 'organisationId'> & { readonly name: string };

/**
 * The one who is to act: a representative's account, or an organisation of brokers. Refuses by the field
 * that names them; mandate.same_person where the officer could have opened that account. */
async function holderOf(
  tx: Tx,
  { councilId, accountId }: Viewer,
  { holder, organisationId }: MandateIn,
): Promise<Holder> {
  const refuse = (pointer: string, code: 'mandate.holder_unknown' | 'field.required' | 'field.additionalProperties') =>
    new ProblemError(code === 'mandate.holder_unknown' ? code : 'request.invalid', { errors: [{ pointer, code }] });
  if (organisationId !== undefined) {
    if (holder !== undefined) throw refuse('/holder', 'field.additionalProperties');
    const [broker] = await findBrokers(tx, councilId, organisationId);
    if (!broker) throw refuse('/organisationId', 'mandate.holder_unknown');
    return { kind: 'broker', accountId: null, organisationId, name: broker.name };
  }
  if (holder === undefined) throw refuse('/holder', 'field.required');
  const account = await findRepresentative(tx, councilId, holder.trim());
  if (!account) throw refuse('/holder', 'mandate.holder_unknown');
  if (await hadPaperCodeOf(tx, councilId, account.id, accountId)) {
    throw new ProblemError('mandate.same_person', { errors: [{ pointer: '/holder', code: 'mandate.same_person' }] });
  }
  return { kind: 'representative', accountId: account.id, organisationId: null, name: account.name };
}

/**
 * Makes a mandate for a representative who has an account here or for an organisation of brokers; refuses dates that are
 * wrong or over, lines of other people, and the very same mandate again (mandate.exists).
 */
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
  if (Temporal.PlainDate.compare(untilDate, today) < 0) {
    throw new ProblemError('schedule.in_the_past', {
      errors: [{ pointer: '/untilDate', code: 'schedule.in_the_past' }],
    });
  }
  const id = newId(clock, 'mandate');
  await inTransaction(context.db, councilId, async (tx) => {
    const person = found(await holdPersonInReach(tx, { viewer, reach, today }, personId));
    const code = stayFault(person, today, untilDate);
    if (code !== undefined) {
      const details = { personName: person.name, lastDay: person.lastDay?.toString() };
      const errors = code === 'person.ended' ? [] : [{ pointer: '/untilDate', code, details }];
      throw new ProblemError(code, { details, errors });
    }
    const { name: holderName, ...holder } = await holderOf(tx, viewer, body);
    const lineIds = body.lineIds === null ? null : [...body.lineIds];
    if (lineIds !== null && (await ownLines(tx, councilId, personId, lineIds)).length !== lineIds.length) {
      throw new ProblemError('record.not_found');
    }
    const mandate = {
      id,
      personId,
      ...holder,
      mayOrder: body.mayOrder,
      mayConfirm: body.mayConfirm,
      mayManageMoney: body.mayManageMoney,
      lineIds,
      orderLimitPence: body.orderLimitPence === null ? null : pence(body.orderLimitPence),
      monthLimitPence: body.monthLimitPence === null ? null : pence(body.monthLimitPence),
      fromDate,
      untilDate,
    };
    if (await hasSameMandate(tx, councilId, mandate)) throw new ProblemError('mandate.exists');
    await insertMandate(tx, councilId, { accountId: viewer.accountId, at: clock.now() }, mandate);
    const details = { holderName, serviceDate: untilDate.toString() };
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
