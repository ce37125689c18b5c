// What is asked of an organisation before it is trusted and paid: its members see what is done and what lacks, say it, and are
// reminded before an insurance ends. What they say is shown as their word. Why: docs/decisions/0050-what-a-provider-says-of-itself.md.

import { inTransaction } from '@support-market/db/transaction';
import { checksOf, REMINDER_DAYS } from '@support-market/domain/listings/store-checks';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listCouncilIds } from '../../platform/council-ids.repo.ts';
import { readDate, readPastDate } from '../../platform/dates.ts';
import { newId } from '../../platform/ids.ts';
import { recordMessages } from '../../platform/messages.repo.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { agreeSelfBilling, findChecks, listEndingInsurance, noteReminded, writeChecks } from './own-checks.repo.ts';
import type { ChecksIn, ChecksOut } from './own-checks.schemas.ts';
import { type Asking, findOwnOrganisation, lockRecord } from './own-records.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

/** An insurance is taken out for a year or a few: a later end is a slip of the hand. */
const LONGEST_INSURANCE_YEARS = 10;
const CHUNK = 500;

type Tx = Parameters<typeof findChecks>[0];

/** What is asked of an organisation and what is known of it: for those who may see both. */
export async function checksOut(
  tx: Tx,
  { clock }: Pick<AppContext, 'clock'>,
  councilId: string,
  id: string,
): Promise<ChecksOut> {
  const { name, facts, said, saidAt } = found(await findChecks(tx, councilId, id));
  return {
    ...{ name, version: saidAt ?? '', ...said, selfBillingAgreedOn: facts.selfBillingAgreedOn },
    checks: [...checksOf(facts, clock.today().toString())],
  };
}

export function viewOwnChecks(context: Needs, { viewer, reach, id }: Asking): Promise<ChecksOut> {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    found(await findOwnOrganisation(tx, viewer, reach, id));
    return checksOut(tx, context, viewer.councilId, id);
  });
}

export function sayOwnChecks(context: Needs, { viewer, reach, id }: Asking, body: ChecksIn): Promise<ChecksOut> {
  const { clock } = context;
  const { version, ...said } = body;
  const until = readDate(said.insuredUntil ?? undefined, '/insuredUntil');
  if (until && until.since(clock.today()).total({ unit: 'years', relativeTo: clock.today() }) > LONGEST_INSURANCE_YEARS)
    throw new ProblemError('request.invalid', { errors: [{ pointer: '/insuredUntil', code: 'date.out_of_range' }] });
  readPastDate(said.dbsCheckedOn ?? undefined, '/dbsCheckedOn', clock.today());
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    await lockRecord(tx, 'organisations', id);
    found(await findOwnOrganisation(tx, viewer, reach, id));
    const before = found(await findChecks(tx, viewer.councilId, id));
    if ((before.saidAt ?? '') !== version) throw new ProblemError('record.changed');
    await writeChecks(tx, id, said, viewer.accountId, clock.now());
    const fields = (Object.keys(said) as (keyof typeof said)[]).filter((field) => said[field] !== before.said[field]);
    await recordAudit(tx, clock, viewer, {
      event: 'organisation.checks-said',
      noun: 'organisation',
      recordId: id,
      details: { fields: fields.join(', ') },
    });
    return checksOut(tx, context, viewer.councilId, id);
  });
}

/** Agrees that the council writes their invoices. Said again, the first day stays. */
export function agreeOwnSelfBilling(context: Needs, { viewer, reach, id }: Asking): Promise<ChecksOut> {
  const { clock } = context;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    await lockRecord(tx, 'organisations', id);
    found(await findOwnOrganisation(tx, viewer, reach, id));
    const agreement = { id: newId(clock, 'agreement'), councilId: viewer.councilId, organisationId: id };
    await agreeSelfBilling(tx, agreement, clock.today());
    await recordAudit(tx, clock, viewer, {
      event: 'organisation.self-billing-agreed',
      noun: 'organisation',
      recordId: id,
    });
    return checksOut(tx, context, viewer.councilId, id);
  });
}

/** Tells the members of organisations whose insurance ends within a month, once for each end. Answers how many were told. */
export async function remindOfInsurance({ db, clock }: Needs): Promise<number> {
  const today = clock.today();
  const until = today.add({ days: REMINDER_DAYS });
  let told = 0;
  for (const councilId of await listCouncilIds(db)) {
    for (;;) {
      const count = await inTransaction(db, councilId, async (tx) => {
        const ending = await listEndingInsurance(tx, councilId, { today, until }, CHUNK);
        if (ending.length > 0) await noteReminded(tx, ending);
        await recordMessages(
          tx,
          clock,
          councilId,
          ending.map(({ id, name, until: serviceDate }) => ({
            organisationId: id,
            kind: 'organisation.insurance-ends',
            details: { organisationId: id, organisationName: name, serviceDate },
          })),
        );
        return ending.length;
      });
      told += count;
      if (count < CHUNK) break;
    }
  }
  return told;
}
