// An organisation's members keep its record and listings: what they say stands against any file, they see what files say
// otherwise and choose, and they confirm that all is still right. Why: docs/decisions/0027-whose-word-stands.md.

import type { Db, Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import type { ListingState } from '@support-market/domain/listings/listing-states';
import { normalisePostcode } from '@support-market/domain/shared/postcodes';
import { readTelephone } from '@support-market/domain/shared/telephones';
import { isBlank } from '@support-market/domain/shared/visible-text';
import { webAddress } from '@support-market/domain/shared/web-addresses';
import { wordsIn } from '@support-market/words/words-in';
import type { Static } from 'typebox';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { councilReach } from '../../platform/council-reach.repo.ts';
import { readDate } from '../../platform/dates.ts';
import { listingsChanged, organisationsChanged } from '../../platform/listing-changes.repo.ts';
import { found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { stepThose } from '../../platform/transitions.repo.ts';
import { tell } from '../../ports/mail/letters.repo.ts';
import { isMailAddress } from '../../ports/mail/mail.ts';
import {
  type FactSource,
  type FieldValues,
  findFacts,
  findSources,
  noteFacts,
  openSource,
} from './catalogue-facts.repo.ts';
import { type ContactWrite, writeContacts } from './contacts.repo.ts';
import { type EventWrite, keepEvents, upsertEvents } from './event-writes.repo.ts';
import { furtherInWords, isFurther, takeFurther } from './further-values.repo.ts';
import { writeFurtherCategories } from './listing-categories.repo.ts';
import { correctPlaces, findPlaceIds, type OwnPlace, placeListings } from './listing-places.repo.ts';
import { changesAskedOf, isLookedAtFirst } from './listing-reviews.service.ts';
import { missingOf } from './own-listings.service.ts';
import { listOwnOffers } from './own-offers.repo.ts';
import {
  type Asking,
  confirmRecord,
  findCategory,
  findOwnListing,
  findOwnOrganisation,
  type ListingColumns,
  listHistory,
  lockOrganisationOf,
  lockRecord,
  type OrganisationColumns,
  type OwnListing,
  type OwnOrganisation,
  touchRecord,
  writeListing,
  writeOrganisation,
} from './own-records.repo.ts';
import type {
  FileValueIn,
  ListingHistoryOut,
  ListingIn,
  ListingRecordOut,
  OrganisationIn,
  OrganisationRecordOut,
} from './own-records.schemas.ts';

const fault = (pointer: string, code: string): ProblemError =>
  new ProblemError('request.invalid', { errors: [{ pointer, code }] });

const blank = (text: string | null): string | null => (text === null || isBlank(text) ? null : text.trim());

/** A number that can be called, with the 0 that a spreadsheet took; what stood there before stays as it was. */
function telephoneAt(text: string | null, pointer: string, before: string | null): string | null {
  const value = blank(text);
  if (value === null || value === before) return value;
  const read = readTelephone(value);
  if (read === null) throw fault(pointer, 'field.format');
  return read.number;
}

function postcodeAt(text: string | null, pointer: string): string | null {
  const value = blank(text);
  return value === null ? null : unwrap(normalisePostcode(value), pointer);
}

/** Words for what a file said, as the owner's page shows them. */
function inWords(values: FieldValues): string {
  const words = wordsIn().say('listings');
  const say = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(say).join('; ');
    if (value !== null && typeof value === 'object')
      return Object.values(value)
        .filter((part) => part !== null && part !== '' && typeof part !== 'boolean')
        .map(say)
        .join(', ');
    if (typeof value === 'boolean') return words(value ? 'fileSays.yes' : 'fileSays.no');
    return String(value);
  };
  return Object.entries(values)
    .filter(([column]) => column !== 'latitude' && column !== 'longitude')
    .map(([, value]) => say(value))
    .join(', ');
}

/** Where the facts of a record came from, and what files said otherwise that its provider has not answered yet. */
async function provenanceOf(db: Db | Tx, record: { readonly id: string; readonly source_ref: string | null }) {
  const facts = (await findFacts(db, [record.id])).get(record.id) ?? { said: {}, left_out: {} };
  const sources = await findSources(db, [
    ...Object.values(facts.said).map((one) => one.in),
    ...Object.values(facts.left_out).map((one) => one.in),
  ]);
  return {
    origins: Object.entries(facts.said).flatMap(([field, { by, in: sourceId }]) => {
      const source = sources.get(sourceId);
      if (source === undefined) return [];
      const file = by === 'import';
      return {
        field,
        by,
        councilName: file ? source.council_name : null,
        list: source.list,
        fileName: source.file_name,
        reference: file ? record.source_ref : null,
        saidAt: source.said_at,
      };
    }),
    fileValues: Object.entries(facts.left_out).flatMap(([field, left]) => {
      const source = sources.get(left.in);
      if (source === undefined || left.kept === true) return [];
      return {
        field,
        value: isFurther(field) ? furtherInWords(field, left.values) : inWords(left.values),
        councilName: source.council_name,
        list: source.list,
        saidAt: source.said_at,
      };
    }),
  };
}

export async function viewOwnOrganisation(
  context: Pick<AppContext, 'db'>,
  { viewer, reach, id }: Asking,
): Promise<OrganisationRecordOut> {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const own = found(await findOwnOrganisation(tx, viewer, reach, id));
    return {
      id: own.id,
      slug: own.slug,
      version: own.changed_at.toString(),
      name: own.name,
      description: own.description,
      addressLine: own.address_line,
      city: own.city,
      postcode: own.postcode,
      showAddress: own.show_address,
      addressShown: own.address_shown,
      email: own.email,
      telephone: own.telephone,
      website: own.website,
      acceptsIsf: own.accepts_isf,
      contacts: own.contacts,
      listings: own.listings,
      createdAt: own.created_at,
      changedAt: own.changed_at,
      confirmedOn: own.confirmed_on?.toString() ?? null,
      ...(await provenanceOf(tx, own)),
    };
  });
}

/** Not with people nor with the council: its owner has to do something. */
const UNSENT: readonly ListingState[] = ['draft', 'changes-asked'];

export async function viewOwnListing(
  context: Pick<AppContext, 'db' | 'clock'>,
  { viewer, reach, id }: Asking,
): Promise<ListingRecordOut> {
  const today = context.clock.today();
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const own = found(await findOwnListing(tx, viewer, reach, id));
    return {
      id: own.id,
      slug: own.slug,
      version: own.changed_at.toString(),
      state: own.state,
      withheldBecause: own.withheld_because,
      changesAsked: own.state === 'changes-asked' ? await changesAskedOf(tx, id) : null,
      looksFirst: await isLookedAtFirst(tx, viewer.councilId, own.organisation_id, today),
      missing: UNSENT.includes(own.state) ? await missingOf(tx, id, today) : [],
      organisationId: own.organisation_id,
      organisationSlug: own.organisation_slug,
      title: own.title,
      summary: own.summary,
      description: own.description,
      whenText: own.when_text,
      whoFor: own.who_for,
      languages: own.languages,
      faiths: own.faiths,
      workerGenders: own.worker_genders,
      minimumAge: own.minimum_age,
      maximumAge: own.maximum_age,
      evenings: own.evenings,
      weekends: own.weekends,
      hasSpace: own.has_space,
      accessible: own.accessible,
      free: own.free,
      servesMetres: own.serves_metres,
      website: own.website,
      categories: { main: own.category_slug, further: own.further },
      places: own.places,
      contacts: own.contacts,
      termsUntil: own.terms_until?.toString() ?? null,
      events: own.events,
      createdAt: own.created_at,
      changedAt: own.changed_at,
      confirmedOn: own.last_confirmed_on?.toString() ?? null,
      ...(await provenanceOf(tx, own)),
    };
  });
}

/** Columns that say one thing together. */
const FIELD_OF: Readonly<Record<'organisations' | 'listings', Readonly<Record<string, string>>>> = {
  organisations: { address_line: 'address', city: 'address', postcode: 'address' },
  listings: { venue: 'place', address_line: 'place', postcode: 'place' },
};

/** The fields in which two rows differ. */
function changedFields(
  table: 'organisations' | 'listings',
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  const columns = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return [...new Set(columns.map((name) => FIELD_OF[table][name] ?? name))];
}

const ownSaid = (fields: readonly string[], source: FactSource) =>
  Object.fromEntries(fields.map((field) => [field, { by: 'provider' as const, in: source.id }]));

function contactsFrom(given: NonNullable<OrganisationIn['contacts']>): ContactWrite[] {
  return given.map((one, index) => {
    const contact = {
      name: one.name.trim(),
      role: one.role.trim(),
      telephone: telephoneAt(one.telephone, `/contacts/${index}/telephone`, null),
      email: blank(one.email),
      languages: one.languages,
    };
    if (contact.name === '' && contact.role === '') throw fault(`/contacts/${index}/name`, 'field.required');
    if (contact.telephone === null && contact.email === null)
      throw fault(`/contacts/${index}/telephone`, 'field.required');
    return contact;
  });
}

const organisationColumns = (own: OwnOrganisation): OrganisationColumns => ({
  name: own.name,
  description: own.description,
  address_line: own.address_line,
  city: own.city,
  postcode: own.postcode,
  show_address: own.show_address,
  email: own.email,
  telephone: own.telephone,
  website: own.website,
  accepts_isf: own.accepts_isf,
});

/** What was kept before this rule stays until it is changed: another fact can be saved beside it. */
function websiteOf(given: string | null, kept: string | null): string | null {
  const text = blank(given);
  if (text === null || text === kept) return text;
  const address = webAddress(text);
  if (address === null) throw fault('/facts/website', 'field.format');
  return address;
}

/** Warnings of another bank account go to this address: the one before hears that it is another now. */
function addressChanged(name: string, now: string | null, reach: string) {
  const say = wordsIn().say('mails');
  return {
    subject: say('addressChanged.subject'),
    content: {
      greeting: say('hello', { name }),
      paragraphs: [
        now === null ? say('addressChanged.none') : say('addressChanged.other', { email: now }),
        say('addressChanged.notYou', { councilReach: reach }),
      ],
    },
  };
}

/** Saves what members say of their organisation: what they change is theirs from now on. */
export async function editOwnOrganisation(
  context: Pick<AppContext, 'db' | 'clock'>,
  asking: Asking,
  body: OrganisationIn,
): Promise<OrganisationRecordOut> {
  const { viewer, reach, id } = asking;
  const { clock } = context;
  await inTransaction(context.db, viewer.councilId, async (tx) => {
    await lockRecord(tx, 'organisations', id);
    const own = found(await findOwnOrganisation(tx, viewer, reach, id));
    if (own.changed_at.toString() !== body.version) throw new ProblemError('record.changed');
    const source = await openOwnSource(tx, context, viewer);
    const fields: string[] = [];
    if (body.facts) {
      const { facts } = body;
      const after: OrganisationColumns = {
        name: facts.name.trim(),
        description: facts.description.trim(),
        address_line: blank(facts.addressLine),
        city: blank(facts.city),
        postcode: postcodeAt(facts.postcode, '/facts/postcode'),
        show_address: facts.showAddress,
        email: blank(facts.email),
        telephone: telephoneAt(facts.telephone, '/facts/telephone', own.telephone),
        website: websiteOf(facts.website, own.website),
        accepts_isf: facts.acceptsIsf,
      };
      if (after.email !== null && !isMailAddress(after.email))
        throw new ProblemError('request.invalid', { errors: [{ pointer: '/facts/email', code: 'field.format' }] });
      fields.push(...changedFields('organisations', { ...organisationColumns(own) }, { ...after }));
      if (own.email !== null && own.email !== after.email)
        await tell(
          tx,
          clock,
          viewer.councilId,
          { email: own.email, name: own.name },
          addressChanged(own.name, after.email, await councilReach(tx, viewer.councilId, clock)),
        );
      await writeOrganisation(tx, id, after, clock.now());
    }
    if (body.contacts) {
      const contacts = contactsFrom(body.contacts);
      const changed = await writeContacts(tx, clock, [{ organisationId: id, contacts }], source);
      if (changed.length > 0) fields.push('contacts');
    }
    await touchRecord(tx, 'organisations', id, clock.now());
    await noteFacts(tx, [{ recordId: id, said: ownSaid(fields, source) }]);
    await organisationsChanged(tx, [id]);
    await recordAudit(tx, clock, viewer, {
      event: 'organisation.changed',
      noun: 'organisation',
      recordId: id,
      details: { fields: fields.join(', ') },
    });
  });
  return viewOwnOrganisation(context, asking);
}

function openOwnSource(tx: Tx, { clock }: Pick<AppContext, 'clock'>, viewer: Viewer): Promise<FactSource> {
  return openSource(tx, clock, { kind: 'provider', councilId: viewer.councilId, saidBy: viewer.accountId });
}

const listingColumns = (own: OwnListing): ListingColumns => ({
  title: own.title,
  summary: own.summary,
  description: own.description,
  when_text: own.when_text,
  who_for: own.who_for,
  languages: own.languages,
  faiths: own.faiths,
  worker_genders: own.worker_genders,
  minimum_age: own.minimum_age,
  maximum_age: own.maximum_age,
  evenings: own.evenings,
  weekends: own.weekends,
  has_space: own.has_space,
  accessible: own.accessible,
  free: own.free,
  serves_metres: own.serves_metres,
  website: own.website,
  venue: own.venue,
  address_line: own.address_line,
  postcode: own.postcode,
  show_address: own.show_address,
  category_id: own.category_id,
});

function placeFrom(given: NonNullable<ListingIn['places']>['main'], pointer: string): OwnPlace {
  const place = {
    id: given.id,
    name: given.name.trim(),
    addressLine: given.addressLine.trim(),
    postcode: postcodeAt(given.postcode, `${pointer}/postcode`),
    accessNotes: given.accessNotes.trim(),
    showAddress: given.showAddress,
  };
  if (place.name === '' && place.addressLine === '' && place.postcode === null && pointer !== '/places/main')
    throw fault(`${pointer}/name`, 'field.required');
  return place;
}

/** Throws for a place that is not the listing's, and for one that is named twice. */
function placesFrom(own: OwnListing, given: NonNullable<ListingIn['places']>) {
  const rows = [given.main, ...given.further];
  const pointerOf = (index: number) => (index === 0 ? '/places/main' : `/places/further/${index - 1}`);
  rows.forEach(({ id }, index) => {
    if (id === null) return;
    const isOwn = own.places.some((place) => place.id === id);
    if (!isOwn || rows.findIndex((one) => one.id === id) < index) throw fault(`${pointerOf(index)}/name`, 'field.enum');
  });
  const [main, ...further] = rows.map((row, index) => placeFrom(row, pointerOf(index)));
  return main && { main, further };
}

/** Throws for a day that is none, an end before its beginning, or a place that is not the listing's. */
function eventFrom(
  own: { readonly id: string; readonly placeIds: readonly string[] },
  given: NonNullable<ListingIn['events']>[number],
  pointer: string,
): EventWrite {
  const day = (text: string, at: string) => {
    const read = readDate(text, `${pointer}/${at}`);
    if (read === undefined) throw fault(`${pointer}/${at}`, 'field.required');
    return read;
  };
  const firstDate = day(given.firstDate, 'firstDate');
  const lastDate = given.lastDate === null ? null : day(given.lastDate, 'lastDate');
  if (lastDate !== null && lastDate.since(firstDate).sign < 0)
    throw fault(`${pointer}/lastDate`, 'schedule.ends_before_start');
  if (given.endTime <= given.startTime) throw fault(`${pointer}/endTime`, 'schedule.ends_before_start');
  if (given.locationId !== null && !own.placeIds.includes(given.locationId))
    throw fault(`${pointer}/locationId`, 'field.enum');
  const isLast = firstDate.add({ days: 7 }).month !== firstDate.month;
  return {
    listingId: own.id,
    name: given.name.trim(),
    frequency: given.frequency,
    firstDate,
    lastDate,
    startTime: given.startTime,
    endTime: given.endTime,
    interval: given.frequency === 'once' ? 1 : given.interval,
    weekOfMonth: given.frequency === 'monthly' && given.lastOfMonth && isLast ? 5 : null,
    locationId: given.locationId,
    termTime: given.termTime ?? false,
    breaks: given.breaks.map((one, index) => {
      const at = `breaks/${index}`;
      const [from, to] = [day(one.from, `${at}/from`), day(one.to, `${at}/to`)];
      const days = to.since(from).days;
      if (days < 0) throw fault(`${pointer}/${at}/to`, 'schedule.ends_before_start');
      if (days > (one.everyYear ? 364 : 366)) throw fault(`${pointer}/${at}/to`, 'date.out_of_range');
      return { from, to, everyYear: one.everyYear, reason: one.reason.trim() };
    }),
  };
}

/** Saves what members say of a listing, part by part: what they change is theirs from now on. */
export async function editOwnListing(
  context: Pick<AppContext, 'db' | 'clock'>,
  asking: Asking,
  body: ListingIn,
): Promise<ListingRecordOut> {
  const { viewer, reach, id } = asking;
  const { clock } = context;
  await inTransaction(context.db, viewer.councilId, async (tx) => {
    if (body.places) await lockOrganisationOf(tx, id);
    await lockRecord(tx, 'listings', id);
    const own = found(await findOwnListing(tx, viewer, reach, id));
    if (own.changed_at.toString() !== body.version) throw new ProblemError('record.changed');
    const source = await openOwnSource(tx, context, viewer);
    const fields: string[] = [];
    const { facts, categories } = body;
    if (facts && facts.minimumAge !== null && facts.maximumAge !== null && facts.minimumAge > facts.maximumAge)
      throw fault('/facts/maximumAge', 'field.minimum');
    const places = body.places && placesFrom(own, body.places);
    const main = places?.main;
    const before = listingColumns(own);
    const after: ListingColumns = {
      ...before,
      ...(facts && {
        title: facts.title.trim(),
        summary: facts.summary.trim(),
        description: facts.description.trim(),
        when_text: facts.whenText.trim(),
        who_for: facts.whoFor.trim(),
        languages: facts.languages,
        faiths: facts.faiths,
        worker_genders: facts.workerGenders,
        minimum_age: facts.minimumAge,
        maximum_age: facts.maximumAge,
        evenings: facts.evenings,
        weekends: facts.weekends,
        has_space: facts.hasSpace,
        accessible: facts.accessible,
        free: facts.free ?? own.free,
        serves_metres: facts.servesMetres === undefined ? own.serves_metres : facts.servesMetres,
        website: websiteOf(facts.website, own.website),
      }),
      ...(main && {
        venue: main.name,
        address_line: main.addressLine ?? '',
        postcode: main.postcode ?? null,
        show_address: main.showAddress ?? null,
      }),
      ...(categories && { category_id: found(await findCategory(tx, { slug: categories.main })) }),
    };
    if (after.free && !before.free && (await listOwnOffers(tx, id)).some(({ withdrawn }) => !withdrawn))
      throw fault('/facts/free', 'listing.not_free');
    fields.push(...changedFields('listings', { ...before }, { ...after }));
    await writeListing(tx, id, after, clock.now());
    // Where events are that name a place by what it was.
    let placeNow: ReadonlyMap<string, string> = new Map();
    if (places) {
      const corrected = await correctPlaces(tx, clock, own, [places.main, ...places.further], source);
      placeNow = corrected.placeNow;
      const moved = await placeListings(
        tx,
        clock,
        [{ listingId: id, accessNotes: places.main.accessNotes ?? '', furtherPlaces: places.further, exact: true }],
        source,
      );
      if (moved.length > 0 || corrected.changed) fields.push('further_places');
      const others = corrected.mainOf.filter((one) => one !== id);
      await noteFacts(
        tx,
        others.map((recordId) => ({ recordId, said: ownSaid(['place'], source) })),
      );
      await listingsChanged(tx, [...new Set([...corrected.listingIds, ...moved])]);
    }
    if (categories) {
      const further = categories.further.filter((slug) => slug !== categories.main);
      const sorted = await writeFurtherCategories(tx, [{ listingId: id, furtherCategorySlugs: further }]);
      if (sorted.length > 0) fields.push('further_categories');
    }
    if (body.contacts) {
      const contacts = contactsFrom(body.contacts);
      const of = { organisationId: own.organisation_id, listingId: id };
      if ((await writeContacts(tx, clock, [{ ...of, contacts }], source)).length > 0) fields.push('contacts');
    }
    if (body.events) {
      const placeIds = await findPlaceIds(tx, id);
      const events = body.events.map((one, index) => {
        const locationId = one.locationId && (placeNow.get(one.locationId) ?? one.locationId);
        return eventFrom({ id, placeIds }, { ...one, locationId }, `/events/${index}`);
      });
      const renamed = await keepEvents(
        tx,
        clock,
        events.flatMap((event, index) => {
          const was = own.events.find((one) => one.id === body.events?.[index]?.id);
          const isKnownBySame =
            was?.name === event.name &&
            was.firstDate === event.firstDate.toString() &&
            was.startTime === event.startTime;
          return was && !isKnownBySame ? [{ ...event, id: was.id }] : [];
        }),
      );
      const written = await upsertEvents(tx, clock, events, { source, of: [id] });
      if (renamed > 0 || written.some(({ outcome }) => outcome === 'accepted') || events.length < own.events.length)
        fields.push('events');
    }
    await noteFacts(tx, [{ recordId: id, said: ownSaid(fields, source) }]);
    await listingsChanged(tx, [id]);
    await recordAudit(tx, clock, viewer, {
      event: 'listing.changed',
      noun: 'listing',
      recordId: id,
      details: { fields: fields.join(', ') },
    });
  });
  return viewOwnListing(context, asking);
}

/** The provider says that its record, or a listing, is still right. A listing that had become stale is fresh again, and one that was hidden is shown. */
export async function confirmOwn(
  context: Pick<AppContext, 'db' | 'clock'>,
  table: 'organisations' | 'listings',
  { viewer, reach, id }: Asking,
): Promise<{ confirmedOn: string }> {
  const { clock } = context;
  const today = clock.today();
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    await lockRecord(tx, table, id);
    const find = table === 'organisations' ? findOwnOrganisation : findOwnListing;
    found(await find(tx, viewer, reach, id));
    await confirmRecord(tx, table, id, today, clock.now());
    if (table === 'listings') {
      const work = { tx, clock, actor: viewer };
      const { left } = await stepThose(work, 'listings', 'confirm', [{ id }], { audit: () => ({}) });
      await stepThose(
        work,
        'listings',
        'show',
        left.map(({ row }) => row),
        { audit: () => ({}) },
      );
      await listingsChanged(tx, [id]);
    } else {
      await organisationsChanged(tx, [id]);
      await recordAudit(tx, clock, viewer, { event: 'organisation.confirmed', noun: 'organisation', recordId: id });
    }
    return { confirmedOn: today.toString() };
  });
}

/** Takes what a file said of a field, or stays with what the provider said and hears of it no more. */
export async function settleFileValue(
  context: Pick<AppContext, 'db' | 'clock'>,
  table: 'organisations' | 'listings',
  { viewer, reach, id }: Asking,
  { field, take }: Static<typeof FileValueIn>,
): Promise<{ taken: boolean }> {
  const { clock } = context;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    await lockRecord(tx, table, id);
    const organisation = table === 'organisations' ? found(await findOwnOrganisation(tx, viewer, reach, id)) : null;
    const listing = table === 'listings' ? found(await findOwnListing(tx, viewer, reach, id)) : null;
    const leftOut = (await findFacts(tx, [id])).get(id)?.left_out ?? {};
    const left = Object.hasOwn(leftOut, field) ? leftOut[field] : undefined;
    // Somebody answered it meanwhile, or a newer file agrees.
    if (left === undefined) throw new ProblemError('record.changed');
    if (take) {
      const values: Readonly<Record<string, unknown>> = left.values;
      const at = clock.now();
      if (organisation) await writeOrganisation(tx, id, { ...organisationColumns(organisation), ...values }, at);
      if (listing && isFurther(field))
        await takeFurther(tx, clock, listing, field, values, {
          ...{ id: left.in, kind: 'import', councilId: viewer.councilId },
        });
      else if (listing) {
        await writeListing(tx, id, { ...listingColumns(listing), ...values }, at);
        await placeListings(tx, clock, [{ listingId: id }]);
      }
      await noteFacts(tx, [
        { recordId: id, said: { [field]: { by: 'import', in: left.in } }, leftOut: { [field]: null } },
      ]);
    } else await noteFacts(tx, [{ recordId: id, leftOut: { [field]: { ...left, kept: true } } }]);
    if (organisation) await organisationsChanged(tx, [id]);
    else await listingsChanged(tx, [id]);
    await recordAudit(tx, clock, viewer, {
      event: table === 'organisations' ? 'organisation.file-value-settled' : 'listing.file-value-settled',
      noun: table === 'organisations' ? 'organisation' : 'listing',
      recordId: id,
      details: { field, taken: take },
    });
    return { taken: take };
  });
}

export async function viewListingHistory(
  context: Pick<AppContext, 'db'>,
  { viewer, reach, id }: Asking,
): Promise<Static<typeof ListingHistoryOut>> {
  const rows = await inTransaction(context.db, viewer.councilId, (tx) => listHistory(tx, viewer, reach, id));
  return {
    items: found(rows).map((row) => ({
      id: row.id,
      event: row.event,
      fromState: row.from_state,
      toState: row.to_state,
      changedAt: row.changed_at,
      role: row.role,
      councilName: row.council_name,
    })),
  };
}
