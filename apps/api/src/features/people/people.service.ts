// Who the viewer may see and what is known of them, and a trace of each look at someone else and of each change.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { type Reach, reachOf } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { parseDate } from '@support-market/domain/shared/local-time';
import { normalisePostcode } from '@support-market/domain/shared/postcodes';
import { isBlank } from '@support-market/domain/shared/visible-text';
import { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { newId } from '../../platform/ids.ts';
import { isOwnRecord } from '../../platform/own-record.ts';
import { found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { type Asker, findPerson, listPeople, type PersonChange, replaceContacts, updatePerson } from './people.repo.ts';
import type { PersonIn } from './people.schemas.ts';

/** A page of people within reach, by name. Throws request.invalid for a cursor that is none. */
export async function viewPeople(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  query: { readonly search?: string; readonly cursor?: string; readonly limit: number },
) {
  const list = listAsked('people', query);
  const after = readCursor(list, query.cursor, ['text', 'text']);
  const asker = { viewer, reach, today: context.clock.today() };
  const rows = await inTransaction(context.db, viewer.councilId, (tx) =>
    listPeople(tx, asker, {
      ...(query.search === undefined ? {} : { search: query.search }),
      after,
      limit: query.limit,
    }),
  );
  const page = pageFrom(list, rows, query.limit, (row) => [row.name, row.id]);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((person) => ({ ...person, own: isOwnRecord(viewer, person.id) })),
  };
}

/** How much of a record the viewer may change: nothing, what is a person's own to say, or what the council keeps too. */
async function mayEdit(
  tx: Tx,
  viewer: Viewer,
  today: Temporal.PlainDate,
  person: { readonly id: string; readonly origin: string },
): Promise<'nothing' | 'own' | 'record'> {
  const reach = reachOf(viewer, 'person.edit');
  if (!reach || !(await findPerson(tx, { viewer, reach, today }, person.id, 'order'))) return 'nothing';
  const keepers: Reach = { ...reach, personIds: [], byAccountMandate: false, mandateOrganisationIds: [] };
  if (await findPerson(tx, { viewer, reach: keepers, today }, person.id)) return 'record';
  // Only they themselves keep the record of somebody who signed up alone.
  return person.origin === 'self-made' && isOwnRecord(viewer, person.id) ? 'record' : 'own';
}

async function personOut(tx: Tx, asker: Asker, id: string) {
  const person = found(await findPerson(tx, asker, id));
  return {
    ...person,
    own: isOwnRecord(asker.viewer, id),
    mayEdit: await mayEdit(tx, asker.viewer, asker.today, person),
  };
}

/** One person. Throws record.not_found for anyone out of reach. */
export async function viewPerson(context: AppContext, viewer: Viewer, reach: Reach, id: string) {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const person = await personOut(tx, { viewer, reach, today: context.clock.today() }, id);
    if (!person.own) {
      await recordAudit(tx, context.clock, viewer, {
        event: 'person.viewed',
        noun: 'person',
        recordId: id,
        personId: id,
      });
    }
    return person;
  });
}

function dateAt(text: string | null, pointer: string): Temporal.PlainDate | null {
  return text === null ? null : unwrap(parseDate(text), pointer);
}

function textOrNull(text: string | null): string | null {
  return text === null || isBlank(text) ? null : text.trim();
}

/** The dates of an address or a telephone; one that ends before it begins is refused at its field. */
function datesOf(given: { readonly fromDate: string | null; readonly untilDate: string | null }, pointer: string) {
  const fromDate = dateAt(given.fromDate, `${pointer}/fromDate`);
  const untilDate = dateAt(given.untilDate, `${pointer}/untilDate`);
  if (fromDate && untilDate && Temporal.PlainDate.compare(untilDate, fromDate) < 0) {
    throw new ProblemError('schedule.ends_before_start', {
      errors: [{ pointer: `${pointer}/untilDate`, code: 'schedule.ends_before_start' }],
    });
  }
  return { fromDate, untilDate };
}

function changeOf(body: PersonIn, today: Temporal.PlainDate): PersonChange {
  const dateOfBirth = body.record ? dateAt(body.record.dateOfBirth, '/record/dateOfBirth') : null;
  if (dateOfBirth && Temporal.PlainDate.compare(dateOfBirth, today) > 0) {
    throw new ProblemError('person.born_in_the_future', {
      errors: [{ pointer: '/record/dateOfBirth', code: 'person.born_in_the_future' }],
    });
  }
  return {
    called: textOrNull(body.called),
    email: textOrNull(body.email),
    language: textOrNull(body.language),
    contactPreference: body.contactPreference,
    communicationNeeds: body.communicationNeeds.trim(),
    supportNeeds: body.supportNeeds.trim(),
    ...(body.record
      ? {
          record: {
            fullName: body.record.fullName.trim(),
            dateOfBirth,
            careGroups: body.record.careGroups,
          },
        }
      : {}),
  };
}

/**
 * Writes what is known of a person. Throws record.not_found out of reach, permission.denied for what the council alone
 * keeps, record.changed where somebody else wrote in the meantime, and refuses dates and postcodes that are none.
 */
export async function editPerson(context: AppContext, viewer: Viewer, reach: Reach, id: string, body: PersonIn) {
  const { clock } = context;
  const today = clock.today();
  const change = changeOf(body, today);
  const addresses = body.addresses.map((address, index) => {
    const pointer = `/addresses/${index}`;
    const postcode = textOrNull(address.postcode);
    return {
      id: address.id ?? newId(clock, 'personAddress'),
      kind: address.kind,
      line: address.line.trim(),
      postcode: postcode === null ? null : unwrap(normalisePostcode(postcode), `${pointer}/postcode`),
      accessNotes: address.accessNotes.trim(),
      ...datesOf(address, pointer),
    };
  });
  const telephones = body.telephones.map((telephone, index) => ({
    id: telephone.id ?? newId(clock, 'personTelephone'),
    kind: telephone.kind,
    number: telephone.number.trim(),
    note: telephone.note.trim(),
    ...datesOf(telephone, `/telephones/${index}`),
  }));
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const asker = { viewer, reach, today };
    const before = found(await findPerson(tx, asker, id, 'order'));
    if (change.record && (await mayEdit(tx, viewer, today, before)) !== 'record') {
      throw new ProblemError('permission.denied');
    }
    const known = new Set([...before.addresses, ...before.telephones].map((each) => each.id));
    const foreign = [...body.addresses, ...body.telephones].some(
      (each) => each.id !== undefined && !known.has(each.id),
    );
    if (foreign || !(await updatePerson(tx, viewer.councilId, id, body.version, change))) {
      throw new ProblemError('record.changed');
    }
    await replaceContacts(tx, viewer.councilId, id, { addresses, telephones });
    const after = await personOut(tx, asker, id);
    await recordAudit(tx, clock, viewer, {
      event: 'person.changed',
      noun: 'person',
      recordId: id,
      personId: id,
      details: { fields: changedFields(before, after).join(' ') },
    });
    return after;
  });
}

const FIELDS = [
  'name',
  'called',
  'dateOfBirth',
  'careGroups',
  'email',
  'language',
  'contactPreference',
  'communicationNeeds',
  'supportNeeds',
  'addresses',
  'telephones',
] as const;

/** The names of what changed, for the trail: never what it was or is. */
function changedFields(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] {
  const text = (value: unknown): string => JSON.stringify(value) ?? '';
  return FIELDS.filter((field) => text(before[field]) !== text(after[field]));
}
