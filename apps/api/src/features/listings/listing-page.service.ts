// One listing as a page: the public one is built once a day and kept; the one with a person's own prices never is.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { standingChanges } from '@support-market/domain/events/changed-dates';
import { breaksBetween, occurrences } from '@support-market/domain/events/occurrences';
import { pageMarks } from '@support-market/domain/listings/trust-marks';
import { Temporal } from 'temporal-polyfill';
import type { AppContext } from '../../platform/context.ts';
import { changesOf, ruleOf } from '../../platform/event-rules.repo.ts';
import { nextUnitPrice, type Payer, unitPrice } from '../../platform/offer-prices.ts';
import { found } from '../../platform/problem-error.ts';
import { readSettings } from '../../platform/settings.repo.ts';
import { asJson } from './as-json.ts';
import { findKeptPage, findPageFacts, findPreviewFacts, keepPage, type PageFacts } from './listing-page.repo.ts';
import type { ListingPage, OfferOut } from './listings.schemas.ts';
import { chosenLine, payerOf, whyThisPrice } from './search.service.ts';

/** How far ahead the page names dates, and how many of them. */
const DAYS_AHEAD = 120;
const MOST_DATES = 4;
const MOST_BREAKS = 6;

/** Who would buy: what they pay with, and until when their council has a visit cancelled free where the provider did not say. */
interface Buyer {
  readonly payer: Payer | null;
  readonly noticeHours: number | null;
}

const THE_PUBLIC: Buyer = { payer: null, noticeHours: null };

function offersOf(facts: PageFacts, today: Temporal.PlainDate, { payer, noticeHours }: Buyer): OfferOut[] {
  return (facts.offers ?? []).flatMap((offer) => {
    const open = unitPrice(offer, facts, today);
    if (!open) return [];
    const mine = payer && unitPrice(offer, facts, today, payer);
    const later = nextUnitPrice(offer, facts, today);
    const mineLater = payer && nextUnitPrice(offer, facts, today, payer);
    return {
      id: offer.id,
      name: offer.name,
      unit: open.unit,
      days: offer.days,
      minimumMinutes: offer.minimum_minutes,
      noticeHours: offer.notice_hours ?? noticeHours,
      validTo: offer.valid_to,
      price: { pence: open.unitPence, unit: open.unit },
      nextPrice: later && { pence: later.price.unitPence, unit: later.price.unit, from: later.from.toString() },
      vat: open.vatCategory,
      myPrice: payer && mine ? { pence: mine.unitPence, unit: mine.unit, why: whyThisPrice(payer, mine.source) } : null,
      myNextPrice: mineLater && {
        pence: mineLater.price.unitPence,
        unit: mineLater.price.unit,
        from: mineLater.from.toString(),
      },
    };
  });
}

function eventsOf(facts: PageFacts, today: Temporal.PlainDate): ListingPage['events'] {
  const until = today.add({ days: DAYS_AHEAD });
  return (facts.events ?? []).map((event) => {
    const rule = ruleOf(event);
    const changes = standingChanges(rule, changesOf(event.changed)).filter(
      ({ date, movedTo }) => Temporal.PlainDate.compare(movedTo?.date ?? date, today) >= 0,
    );
    // A date that is changed is told by itself.
    const asUsual = {
      ...rule,
      breaks: [...rule.breaks, ...changes.map(({ date }) => ({ from: date, to: date, everyYear: false, reason: '' }))],
    };
    const last = rule.lastDate ?? today.add({ years: 1 });
    return {
      id: event.id,
      name: event.name,
      frequency: rule.frequency,
      weekday: rule.weekday,
      weekOfMonth: rule.weekOfMonth,
      interval: rule.interval,
      firstDate: event.first_date,
      lastDate: event.last_date,
      termTime: rule.terms !== null,
      startTime: event.start_time,
      endTime: event.end_time,
      place: event.place,
      nextDates: occurrences(asUsual, today, until, MOST_DATES).map((day) => day.toString()),
      breaks: breaksBetween(rule.breaks, today, last)
        .slice(0, MOST_BREAKS)
        .map((one) => ({ from: one.from.toString(), to: one.to.toString(), reason: one.reason })),
      changedDates: changes.slice(0, MOST_BREAKS).map(({ date, movedTo, reason }) => ({
        date: date.toString(),
        movedTo: movedTo && { ...movedTo, date: movedTo.date.toString() },
        reason,
      })),
    };
  });
}

function pageOf(facts: PageFacts, today: Temporal.PlainDate, buyer: Buyer): ListingPage {
  return {
    id: facts.id,
    slug: facts.slug,
    title: facts.title,
    summary: facts.summary,
    description: facts.description,
    kind: facts.listing_kind,
    category: {
      slug: facts.category_slug,
      name: facts.category_name,
      heading:
        facts.heading_slug !== null && facts.heading_name !== null
          ? { slug: facts.heading_slug, name: facts.heading_name }
          : null,
    },
    furtherCategories: facts.further_categories ?? [],
    organisation: {
      slug: facts.organisation_slug,
      name: facts.organisation_name,
      kind: facts.kind,
      size: facts.size,
      inHouse: facts.in_house,
      acceptsIsf: facts.accepts_isf,
      description: facts.organisation_description,
      email: facts.email,
      telephone: facts.telephone,
      website: facts.organisation_website,
    },
    whenText: facts.when_text,
    whoFor: facts.who_for,
    languages: facts.languages,
    faiths: facts.faiths,
    workerGenders: facts.worker_genders,
    evenings: facts.evenings,
    weekends: facts.weekends,
    hasSpace: facts.has_space,
    accessible: facts.accessible,
    minimumAge: facts.minimum_age,
    maximumAge: facts.maximum_age,
    free: facts.free,
    stale: facts.state === 'stale',
    venue: facts.venue,
    addressLine: facts.address_line,
    addressShown: facts.address_shown,
    postcode: facts.postcode,
    latitude: facts.latitude,
    longitude: facts.longitude,
    places: (facts.places ?? []).map((place) => ({
      id: place.id,
      name: place.name,
      addressLine: place.address_line,
      postcode: place.postcode,
      latitude: place.latitude,
      longitude: place.longitude,
      accessNotes: place.access_notes,
      addressShown: place.address_shown,
    })),
    contacts: facts.contacts ?? [],
    servesMetres: facts.serves_metres,
    website: facts.website,
    marks: pageMarks(facts, today.toString()),
    offers: offersOf(facts, today, buyer),
    costs: (facts.costs ?? []).map((cost) => ({
      option: cost.option,
      pence: cost.amount_pence,
      words: cost.words,
      validFrom: cost.valid_from,
      validTo: cost.valid_to,
    })),
    events: eventsOf(facts, today),
    fromFile: facts.from_file,
    lastChecked: facts.last_confirmed_on,
    freeNearby: (facts.free_nearby ?? []).map((near) => ({
      slug: near.slug,
      title: near.title,
      summary: near.summary,
      organisationName: near.organisation_name,
      distanceMetres: near.metres === null ? null : Math.round(near.metres),
    })),
  };
}

let dayOfKept: { readonly date: Temporal.PlainDate; readonly text: string } | null = null;

/** A date's text without writing it anew for each of thousands of requests a day. */
function textOf(date: Temporal.PlainDate): string {
  if (dayOfKept === null || dayOfKept.date !== date) dayOfKept = { date, text: date.toString() };
  return dayOfKept.text;
}

/** The public page as JSON text. 404 for a listing that the public may not see. */
export async function viewPublicListing(context: AppContext, slug: string): Promise<string> {
  const today = context.clock.today();
  const kept = await findKeptPage(context.reads, slug, textOf(today));
  if (kept !== null) return kept;
  const { facts, version } = found(await findPageFacts(context.reads, slug, today));
  const body = asJson(pageOf(facts, today, THE_PUBLIC));
  // No reader waits for that: where it fails, the next reader builds the page again.
  void keepPage(context.db, slug, today, { body, version, near: facts.free_nearby ?? [] }).catch(() => undefined);
  return body;
}

/** The page as people would see it, of a listing in any state: for those who keep it or look at it before people do. */
export async function previewOf(tx: Tx, id: string, today: Temporal.PlainDate): Promise<ListingPage> {
  return pageOf(found(await findPreviewFacts(tx, id, today)), today, THE_PUBLIC);
}

/** The page with what each offer costs when the chosen line pays. 401 for a stranger, 404 for a line out of reach. */
export async function viewListingForLine(
  context: AppContext,
  viewer: Viewer | null,
  slug: string,
  lineId: string,
): Promise<ListingPage> {
  const today = context.clock.today();
  const chosen = await chosenLine(context, viewer, lineId);
  const { facts } = found(await findPageFacts(context.reads, slug, today));
  const payer = await payerOf(
    context,
    chosen,
    (facts.offers ?? []).map(({ id }) => id),
  );
  const settings =
    chosen &&
    (await inTransaction(context.db, chosen.viewer.councilId, (tx) =>
      readSettings(tx, chosen.viewer.councilId, today),
    ));
  return pageOf(facts, today, { payer, noticeHours: settings?.cancellationNoticeHours ?? null });
}
