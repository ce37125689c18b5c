// Lives a council's year: people order what their habits say, providers answer and record, people confirm or stay
// silent, now and then something is not as planned. Prices, visits, shares, tolerance and transfers are the domain's own;
// only the writing is done in bulk, a week at a time.

import { accruedAccount, lineAccount } from '@support-market/domain/ledger/accounts';
import type { Transfer } from '@support-market/domain/ledger/transfers';
import { isTimedUnit, type Unit } from '@support-market/domain/listings/prices';
import { type ItemChoice, planItem } from '@support-market/domain/orders/item-plan';
import { splitOverShares } from '@support-market/domain/orders/schedule';
import { londonDate, startOfLondonDay } from '@support-market/domain/shared/local-time';
import { type Pence, pence } from '@support-market/domain/shared/money';
import { type ChargedVisit, deliveryTransfers, releaseTransfers } from '@support-market/domain/visits/posting';
import { recordVisit } from '@support-market/domain/visits/recording';
import { DEFAULT_TOLERANCE } from '@support-market/domain/visits/tolerance';
import type { Habit, OneOff } from '@support-market/fixtures/demonstration/habits';
import { type Chance, chanceOf } from '@support-market/fixtures/demonstration/random';
import { Temporal } from 'temporal-polyfill';
import { newId } from '../../http/ids.ts';
import type { SettableClock } from '../../ports/clock/clock.ts';
import type { JournalEntry } from '../../ports/ledger/ledger.repo.ts';
import type { LoadedCouncil, LoadedLine, LoadedOffer, LoadedPerson } from './found-council.ts';
import type {
  ExceptionRow,
  HistoryRow,
  MessageRow,
  OrderChange,
  PlacedRows,
  VisitChange,
  VisitRow,
  VisitShareRow,
} from './story.repo.ts';
import type { Timeline } from './timeline.ts';

/** A moment of the story at which something happens. */
interface Moment {
  readonly at: number;
  readonly serial: number;
  readonly happen: () => void;
}

interface LiveOrder {
  readonly id: string;
  readonly reference: string;
  readonly person: LoadedPerson;
  readonly organisationKey: string;
  readonly totalPence: Pence;
  readonly confirmsAfterDays: number | null;
  state: 'placed' | 'accepted' | 'declined' | 'completed';
  decidedAt: Temporal.Instant | null;
  declineReason: string | null;
  declineNote: string;
  /** Visits that may still happen. */
  open: number;
}

interface LiveVisit {
  readonly order: LiveOrder;
  readonly row: VisitRow;
  readonly shares: readonly VisitShareRow[];
  readonly unit: Unit;
  readonly unitPence: Pence;
  change: VisitChange;
}

/** Something left as it is for visitors to find. */
type LeftOpen = 'over-tolerance' | 'held' | 'queried';

/** One week of rows, in the order in which they must be written. */
export interface Chapter {
  readonly journal: readonly JournalEntry[];
  readonly placed: PlacedRows;
  readonly orders: readonly OrderChange[];
  readonly visits: readonly VisitChange[];
  readonly exceptions: readonly ExceptionRow[];
  readonly history: readonly (HistoryRow & { readonly audit_id: string })[];
  readonly messages: readonly MessageRow[];
  readonly lastReference: number;
}

export interface Story {
  /** Lives on until a moment and gives what happened since the last one. */
  readonly liveUntil: (end: Temporal.Instant) => Chapter;
  /** Orders refused by the rules, by code: for whoever tunes the fixtures. */
  readonly refusals: ReadonlyMap<string, number>;
  /** What is left to spend on a line, for top-ups that change it. */
  readonly addToLine: (lineId: string, amount: Pence) => void;
}

const DECLINES = [
  ['no-space', 'We are full on those days until the new year.'],
  ['too-far', 'Our workers do not go that far out.'],
  ['times-do-not-work', 'We cannot cover those times. Mornings would be easier.'],
  ['not-my-kind-of-support', 'This needs a nurse, and we are not nurses.'],
  ['no-space', ''],
] as const;

const PLAIN_VISIT = {
  worker: null,
  actual_start: null,
  actual_end: null,
  actual_minutes: null,
  charge_pence: null,
  recorded_at: null,
  recorded_by: null,
  within_tolerance: null,
  confirmed_at: null,
  confirmed_by: null,
  query_note: '',
  settled_pence: null,
  share_charges: null,
} as const;

const MESSAGE_DAYS = 21;

export function beginStory(input: {
  readonly council: LoadedCouncil;
  readonly clock: SettableClock;
  readonly timeline: Timeline;
  readonly habits: readonly Habit[];
  readonly oneOffs: readonly OneOff[];
  /** Where the things that are left open happen. */
  readonly stage: { readonly organisationKey: string; readonly asha: string; readonly financeId: string } | null;
}): Story {
  const { council, clock, timeline, stage } = input;
  const { end, today } = timeline;
  const chance = chanceOf(`story of ${council.slug}`);
  const heap: Moment[] = [];
  let serial = 0;
  let reference = 10_000;
  const left = new Map([...council.lines.values()].map((line) => [line.id, line.awardPence as bigint]));
  const busy = new Map<string, { start: number; end: number }[]>();
  const refusals = new Map<string, number>();
  const leftOpen = new Map<LeftOpen, number>();
  const messagesFrom = end.subtract({ hours: 24 * MESSAGE_DAYS });

  let journal: JournalEntry[] = [];
  let placed = emptyPlaced();
  let orderChanges = new Map<string, LiveOrder>();
  let visitChanges = new Map<string, LiveVisit>();
  let exceptions = new Map<string, ExceptionRow>();
  let history: (HistoryRow & { audit_id: string })[] = [];
  let messages: MessageRow[] = [];

  function plan(at: Temporal.Instant, happen: () => void): void {
    if (Temporal.Instant.compare(at, end) >= 0) return;
    serial += 1;
    push(heap, { at: at.epochMilliseconds, serial, happen });
  }

  function post(at: Temporal.Instant, by: string, transfers: readonly Transfer[]): void {
    const posting = { effectiveAt: at, recordedAt: at, recordedBy: by };
    for (const transfer of transfers) journal.push({ posting, transfer });
  }

  function tell(at: Temporal.Instant, message: Omit<MessageRow, 'id' | 'created_at'>): void {
    if (Temporal.Instant.compare(at, messagesFrom) < 0) return;
    messages.push({ ...message, id: newId(clock, 'message'), created_at: at });
  }

  function note(
    at: Temporal.Instant,
    by: string,
    role: string,
    order: LiveOrder,
    noun: string,
    recordId: string,
    from: string | null,
    to: string,
    event: string,
    reason = '',
  ): void {
    history.push({
      id: newId(clock, 'history'),
      audit_id: newId(clock, 'audit'),
      noun,
      record_id: recordId,
      from_state: from,
      to_state: to,
      event,
      changed_at: at,
      changed_by: by,
      person_id: order.person.id,
      role,
      reason,
    });
  }

  function factsOf(order: LiveOrder) {
    return {
      orderId: order.id,
      reference: order.reference,
      personName: order.person.name,
      organisationName: council.organisations.get(order.organisationKey)?.name ?? '',
      totalPence: Number(order.totalPence),
    };
  }

  function linesFor(shares: Habit['shares'], date: Temporal.PlainDate): { line: LoadedLine; weight: number }[] | null {
    const yearIndex = timeline.years.findIndex(
      ({ startsOn, endsOn }) =>
        Temporal.PlainDate.compare(startsOn, date) <= 0 && Temporal.PlainDate.compare(date, endsOn) <= 0,
    );
    const found = shares.flatMap(({ reference: whose, lineKey, weight }) => {
      const line = council.lines.get(`${whose}/${lineKey}/${yearIndex}`);
      return line ? [{ line, weight }] : [];
    });
    return found.length === shares.length ? found : null;
  }

  /** Places one order, or says why the rules refuse it. */
  function place(
    at: Temporal.Instant,
    person: LoadedPerson,
    offer: LoadedOffer,
    paying: readonly { line: LoadedLine; weight: number }[],
    choice: Omit<ItemChoice, 'person' | 'shares'>,
    confirmsAfterDays: number | null,
    decision: 'usual' | 'waits' | 'declined',
  ): boolean {
    const shares = paying.map(({ line, weight }) => ({ lineId: line.id, weight }));
    const planned = planItem({
      choice: { ...choice, person: { personId: person.id, familyRef: person.familyRef }, shares },
      offer: offer.facts,
      agreedRates: offer.rates,
      lines: paying.map(({ line }) => ({
        id: line.id,
        personId: line.personId,
        familyRef: line.familyRef,
        stream: line.stream,
        startsOn: line.year.startsOn,
        endsOn: line.year.endsOn,
      })),
      councilId: council.id,
      today: londonDate(at),
    });
    if (!planned.ok) {
      refusals.set(planned.code, (refusals.get(planned.code) ?? 0) + 1);
      return false;
    }
    if (planned.value.perLine.some(({ lineId, amountPence }) => amountPence > (left.get(lineId) ?? 0n))) return false;
    for (const { lineId, amountPence } of planned.value.perLine)
      left.set(lineId, (left.get(lineId) ?? 0n) - amountPence);

    reference += 1;
    clock.set(at);
    const organisation = council.organisations.get(offer.organisationKey);
    const order: LiveOrder = {
      id: newId(clock, 'order'),
      reference: `${council.code}-${reference}`,
      person,
      organisationKey: offer.organisationKey,
      totalPence: planned.value.totalPence,
      confirmsAfterDays,
      state: 'placed',
      decidedAt: null,
      declineReason: null,
      declineNote: '',
      open: planned.value.visits.length,
    };
    const orderLineId = newId(clock, 'orderLine');
    const organisationId = organisation?.id ?? '';
    placed.orders.push({
      id: order.id,
      reference: order.reference,
      person_id: person.id,
      organisation_id: organisationId,
      total_pence: order.totalPence,
      placed_by: person.buyerId,
      placed_at: at,
    });
    placed.lines.push({
      id: orderLineId,
      order_id: order.id,
      offer_id: offer.facts.offerId,
      listing_id: offer.listingId,
      description: offer.description,
      unit: planned.value.price.unit,
      unit_price_pence: planned.value.price.unitPence,
      price_source: planned.value.price.source,
      vat_category: planned.value.price.vatCategory,
      vat_rate_basis_points: planned.value.price.vatRateBasisPoints,
      kind: choice.kind,
      quantity: choice.quantity,
      first_date: choice.firstDate,
      last_date: choice.lastDate,
      pattern: choice.pattern.map((entry) => ({
        weekday: entry.weekday,
        startTime: entry.startTime.toString().slice(0, 5),
        minutes: 'minutes' in entry ? entry.minutes : 60,
      })),
      notice_hours: offer.noticeHours,
    });
    placed.lineShares.push(
      ...shares.map((share, position) => ({
        order_line_id: orderLineId,
        position,
        line_id: share.lineId,
        weight: share.weight,
      })),
    );
    const visits = planned.value.visits.map((visit): LiveVisit => {
      const id = newId(clock, 'visit');
      const row: VisitRow = {
        id,
        order_id: order.id,
        order_line_id: orderLineId,
        person_id: person.id,
        organisation_id: organisationId,
        service_date: visit.date,
        planned_start: visit.start,
        planned_end: visit.end,
        planned_minutes: visit.minutes,
        quantity: visit.quantity,
        planned_pence: visit.amountPence,
      };
      const visitShares = visit.shares.map(
        (share, position): VisitShareRow => ({
          visit_id: id,
          position,
          line_id: share.lineId,
          weight: shares[position]?.weight ?? 1,
          planned_pence: share.amountPence,
          reservation_id: share.amountPence > 0n ? `tr_reserve:${id}:${position}` : null,
        }),
      );
      placed.visits.push(row);
      placed.visitShares.push(...visitShares);
      return {
        order,
        row,
        shares: visitShares,
        unit: planned.value.price.unit,
        unitPence: planned.value.price.unitPence,
        change: { id, state: 'planned', ...PLAIN_VISIT },
      };
    });
    post(
      at,
      person.buyerId,
      visits.flatMap(({ row, shares: parts }) =>
        parts.flatMap((share): Transfer[] =>
          share.reservation_id === null
            ? []
            : [
                {
                  kind: 'pending',
                  id: share.reservation_id,
                  code: 'reserve',
                  debit: lineAccount(share.line_id).id,
                  credit: accruedAccount(organisationId).id,
                  amountPence: pence(share.planned_pence),
                  lineId: share.line_id,
                  orderId: order.id,
                  visitId: row.id,
                },
              ],
        ),
      ),
    );
    note(at, person.buyerId, person.buyerRole, order, 'order', order.id, null, 'placed', 'order.placed');
    tell(at, { person_id: null, organisation_id: organisationId, kind: 'order.placed', details: factsOf(order) });
    if (decision !== 'waits') {
      const answeredAt = at.add({ minutes: chance.whole(20, 60 * 26) });
      plan(answeredAt, () =>
        decide(order, visits, answeredAt, decision === 'declined' || (decision === 'usual' && chance.happens(0.035))),
      );
    }
    return true;
  }

  function decide(order: LiveOrder, visits: readonly LiveVisit[], at: Temporal.Instant, declines: boolean): void {
    const organisation = council.organisations.get(order.organisationKey);
    const by = organisation?.accountId ?? 'system';
    order.decidedAt = at;
    orderChanges.set(order.id, order);
    if (declines) {
      const [reason, text] = chance.pick(DECLINES);
      Object.assign(order, { state: 'declined', declineReason: reason, declineNote: text, open: 0 });
      for (const visit of visits) giveBack(visit, at, by, 'cancelled');
      note(
        at,
        by,
        'provider',
        order,
        'order',
        order.id,
        'placed',
        'declined',
        'order.declined',
        `${reason} ${text}`.trim(),
      );
      tell(at, {
        person_id: order.person.id,
        organisation_id: null,
        kind: 'order.declined',
        details: { ...factsOf(order), reason, note: text, chargedPence: 0, backPence: Number(order.totalPence) },
      });
      return;
    }
    order.state = 'accepted';
    note(at, by, 'provider', order, 'order', order.id, 'placed', 'accepted', 'order.accepted');
    tell(at, {
      person_id: order.person.id,
      organisation_id: null,
      kind: 'order.accepted',
      details: { ...factsOf(order), chargedPence: 0, backPence: 0 },
    });
    for (const visit of visits) {
      const ends = visit.row.planned_end ?? startOfLondonDay(visit.row.service_date).add({ hours: 15 });
      const after = Temporal.Instant.compare(ends, at) < 0 ? at : ends;
      plan(after.add({ minutes: chance.whole(8, 70) }), () => record(visit, after));
    }
  }

  function giveBack(visit: LiveVisit, at: Temporal.Instant, by: string, state: 'cancelled' | 'missed'): void {
    post(
      at,
      by,
      releaseTransfers({ visitId: visit.row.id, orderId: visit.order.id, shares: chargedShares(visit, null) }),
    );
    for (const share of visit.shares) left.set(share.line_id, (left.get(share.line_id) ?? 0n) + share.planned_pence);
    change(visit, { state });
  }

  function change(visit: LiveVisit, to: Partial<VisitChange>): void {
    visit.change = { ...visit.change, ...to };
    visitChanges.set(visit.row.id, visit);
  }

  function chargedShares(visit: LiveVisit, charges: readonly bigint[] | null): ChargedVisit['shares'] {
    return visit.shares.map((share) => ({
      position: share.position,
      lineId: share.line_id,
      plannedPence: pence(share.planned_pence),
      chargePence: pence(charges?.[share.position] ?? 0n),
      reservationId: share.reservation_id,
    }));
  }

  /** One free worker of the team at a time; none when all are out. */
  function workerFor(
    organisationKey: string,
    personId: string,
    start: Temporal.Instant,
    finish: Temporal.Instant,
  ): string | null {
    const workers = council.organisations.get(organisationKey)?.workers ?? [];
    const first = [...personId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
    for (let step = 0; step < workers.length; step += 1) {
      const worker = workers[(first + step) % workers.length] ?? '';
      const key = `${organisationKey}/${worker}`;
      const taken = busy.get(key) ?? [];
      const free = taken.every((one) => one.end <= start.epochMilliseconds || one.start >= finish.epochMilliseconds);
      if (!free) continue;
      taken.push({ start: start.epochMilliseconds, end: finish.epochMilliseconds });
      busy.set(key, taken.length > 60 ? taken.slice(-40) : taken);
      return worker;
    }
    return null;
  }

  /** Which of the things to leave open this visit can be, if any is still wanted. */
  function leaveOpen(visit: LiveVisit): LeftOpen | null {
    if (
      stage === null ||
      visit.order.organisationKey !== stage.organisationKey ||
      !isTimedUnit(visit.unit) ||
      visit.order.person.id === stage.asha
    )
      return null;
    const daysAgo = visit.row.service_date.until(today, { largestUnit: 'day' }).days;
    const beforeBill = visit.row.service_date.until(timeline.lastBillingDay, { largestUnit: 'day' }).days;
    const wanted = (which: LeftOpen, most: number): boolean => {
      const so = leftOpen.get(which) ?? 0;
      if (so >= most) return false;
      leftOpen.set(which, so + 1);
      return true;
    };
    if (beforeBill >= 3 && beforeBill <= 6 && wanted('held', 2)) return 'held';
    if (beforeBill <= 0 && daysAgo >= 2 && wanted('over-tolerance', 2)) return 'over-tolerance';
    if (daysAgo >= 1 && daysAgo <= 6 && wanted('queried', 1)) return 'queried';
    return null;
  }

  function record(visit: LiveVisit, ended: Temporal.Instant): void {
    const { order, row } = visit;
    if (order.state !== 'accepted') return;
    const by = council.organisations.get(order.organisationKey)?.accountId ?? 'system';
    const open = leaveOpen(visit);
    order.open -= 1;
    const luck = open === null ? chance.fraction() : 0.5;
    if (luck < 0.022) {
      const missed = luck < 0.012;
      const at =
        missed || row.planned_start === null ? ended.add({ minutes: 40 }) : row.planned_start.subtract({ hours: 3 });
      giveBack(visit, ended, missed ? by : order.person.buyerId, missed ? 'missed' : 'cancelled');
      if (missed)
        tell(at, {
          person_id: order.person.id,
          organisation_id: null,
          kind: 'visit.missed',
          details: { ...factsOf(order), visitId: row.id, serviceDate: row.service_date.toString() },
        });
      finish(order, ended);
      return;
    }
    const minutes = row.planned_minutes;
    const timed = isTimedUnit(visit.unit);
    const room = visit.shares.every((share) => (left.get(share.line_id) ?? 0n) > share.planned_pence);
    const actual =
      minutes === null
        ? null
        : open === 'held' || open === 'over-tolerance'
          ? minutes + Math.max(20, Math.round(minutes * 0.3))
          : !timed
            ? minutes
            : lengthOf(minutes, room, chance);
    const start =
      row.planned_start === null || actual === null
        ? null
        : row.planned_start.add({ minutes: open === null ? chance.pick([0, 0, 0, 2, 3, 5, 8, -4]) : 0 });
    const times = start === null || actual === null ? null : { start, end: start.add({ minutes: actual }) };
    const recordedAt =
      times && Temporal.Instant.compare(times.end, ended) > 0
        ? times.end.add({ minutes: 12 })
        : ended.add({ minutes: 12 });
    const recorded = recordVisit({
      visit: {
        state: 'planned',
        orderState: 'accepted',
        serviceDate: row.service_date,
        unit: visit.unit,
        unitPence: visit.unitPence,
        quantity: row.quantity,
        plannedPence: pence(row.planned_pence),
        shares: visit.shares.map((share) => ({ lineId: share.line_id, weight: share.weight })),
      },
      times,
      now: recordedAt,
      tolerance: DEFAULT_TOLERANCE,
    });
    if (!recorded.ok) throw new Error(`a visit of the story cannot be recorded: ${recorded.code}`);
    if (Temporal.Instant.compare(recordedAt, end) >= 0) {
      // The story ends before the provider has written this one down.
      order.open += 1;
      return;
    }
    change(visit, {
      state: 'recorded',
      worker: times ? workerFor(order.organisationKey, row.person_id, times.start, times.end) : null,
      actual_start: times?.start ?? null,
      actual_end: times?.end ?? null,
      actual_minutes: recorded.value.minutes,
      charge_pence: recorded.value.chargePence,
      recorded_at: recordedAt,
      recorded_by: by,
      within_tolerance: recorded.value.within,
      share_charges: recorded.value.shareCharges,
    });
    const sayAt = (days: number) => recordedAt.add({ minutes: days * 1440 + chance.whole(25, 900) });
    if (open === 'queried') {
      const at = recordedAt.add({ hours: 2 });
      plan(at, () => query(visit, at));
    } else if (!recorded.value.within) {
      const at = recordedAt.add({ hours: 1 });
      plan(at, () => confirm(visit, at, order.person.buyerId, open));
    } else if (
      stage !== null &&
      order.person.id === stage.asha &&
      row.service_date.until(today, { largestUnit: 'day' }).days <= 6
    ) {
      // Asha's last week waits for whoever looks around as her.
    } else if (order.confirmsAfterDays === null) {
      const at = recordedAt.add({ hours: 24 * 7 });
      plan(at, () => confirm(visit, at, 'auto', null));
    } else {
      const at = sayAt(order.confirmsAfterDays);
      plan(at, () => confirm(visit, at, order.person.buyerId, null));
    }
    finish(order, recordedAt);
  }

  function query(visit: LiveVisit, at: Temporal.Instant): void {
    const text = 'Nobody I know came, and they left after half an hour.';
    change(visit, { state: 'queried', query_note: text });
    exceptionOf(visit, 'queried', at);
    note(
      at,
      visit.order.person.buyerId,
      visit.order.person.buyerRole,
      visit.order,
      'visit',
      visit.row.id,
      'recorded',
      'queried',
      'visit.queried',
      text,
    );
    tell(at, {
      person_id: null,
      organisation_id: visit.row.organisation_id,
      kind: 'visit.queried',
      details: {
        ...factsOf(visit.order),
        visitId: visit.row.id,
        serviceDate: visit.row.service_date.toString(),
        note: text,
      },
    });
  }

  function exceptionOf(visit: LiveVisit, kind: string, at: Temporal.Instant): ExceptionRow {
    const row: ExceptionRow = {
      id: newId(clock, 'exception'),
      kind,
      visit_id: visit.row.id,
      expected_pence: visit.row.planned_pence,
      found_pence: visit.change.charge_pence ?? 0n,
      state: 'open',
      raised_at: at,
      settled_at: null,
      settled_by: null,
      settled_pence: null,
      note: '',
    };
    exceptions.set(visit.row.id, row);
    return row;
  }

  function take(visit: LiveVisit, charges: readonly bigint[]): void {
    for (const share of visit.shares) {
      left.set(share.line_id, (left.get(share.line_id) ?? 0n) + share.planned_pence - (charges[share.position] ?? 0n));
    }
  }

  function deliver(visit: LiveVisit, at: Temporal.Instant, by: string, charges: readonly bigint[]): void {
    post(
      at,
      by,
      deliveryTransfers({
        visitId: visit.row.id,
        orderId: visit.order.id,
        organisationId: visit.row.organisation_id,
        shares: chargedShares(visit, charges),
      }),
    );
    take(visit, charges);
  }

  function confirm(visit: LiveVisit, at: Temporal.Instant, by: string, open: LeftOpen | null): void {
    change(visit, { state: 'confirmed', confirmed_at: at, confirmed_by: by });
    if (visit.change.within_tolerance === true) {
      deliver(visit, at, by === 'auto' ? 'system' : by, visit.change.share_charges ?? []);
      return;
    }
    exceptionOf(visit, 'over-tolerance', at);
    if (open !== null) return;
    // Settled before the week is billed: finance likes an empty screen on Mondays.
    const local = at.toZonedDateTimeISO('Europe/London');
    const sunday = local
      .add({ days: 7 - local.dayOfWeek })
      .with({ hour: 22, minute: 30, second: 0, millisecond: 0 })
      .toInstant();
    const later = at.add({ hours: chance.whole(2, 50) });
    const settledAt =
      Temporal.Instant.compare(later, sunday) < 0
        ? later
        : Temporal.Instant.compare(at.add({ minutes: 9 }), sunday) < 0
          ? sunday
          : at.add({ minutes: 9 });
    settle(visit, settledAt);
  }

  function settle(visit: LiveVisit, at: Temporal.Instant): void {
    const amount = pence(visit.row.planned_pence);
    const by = stage?.financeId ?? council.accountIds.get('finance') ?? visit.order.person.buyerId;
    const parts = splitOverShares(
      amount,
      visit.shares.map((share) => ({ lineId: share.line_id, weight: share.weight })),
    ).map(({ amountPence }) => amountPence as bigint);
    const text = 'Settled at what was ordered; the longer visit was not agreed beforehand.';
    const kept = exceptions.get(visit.row.id);
    if (!kept) return;
    exceptions.set(visit.row.id, {
      ...kept,
      state: 'settled',
      settled_at: at,
      settled_by: by,
      settled_pence: amount,
      note: text,
    });
    change(visit, { settled_pence: amount, share_charges: parts });
    deliver(visit, at, by, parts);
    note(at, by, 'finance', visit.order, 'visit', visit.row.id, 'confirmed', 'confirmed', 'visit.settled', text);
  }

  function finish(order: LiveOrder, at: Temporal.Instant): void {
    if (order.open > 0 || order.state !== 'accepted') return;
    order.state = 'completed';
    orderChanges.set(order.id, order);
    note(at, 'system', 'schedule', order, 'order', order.id, 'accepted', 'completed', 'order.completed');
  }

  function followHabit(habit: Habit, from: Temporal.PlainDate): void {
    const person = council.people.get(habit.reference);
    const offer = council.offers.get(`${habit.listingKey}:${habit.offerKey}`);
    const year = timeline.years.find(
      ({ startsOn, endsOn }) =>
        Temporal.PlainDate.compare(startsOn, from) <= 0 && Temporal.PlainDate.compare(from, endsOn) <= 0,
    );
    if (!person || !offer || !year) return;
    const stop = habit.endsBeforeDays === null ? year.endsOn : today.subtract({ days: habit.endsBeforeDays });
    if (Temporal.PlainDate.compare(from, stop) > 0) return;
    const placedOn = earliest(from.subtract({ days: 6 }), from);
    const first = startOfLondonDay(
      Temporal.PlainDate.compare(placedOn, timeline.firstDay) < 0 ? timeline.firstDay : placedOn,
    ).add({ minutes: 9 * 60 + chance.whole(0, 500) });
    plan(first, () => {
      const paying = linesFor(habit.shares, from);
      if (!paying) return;
      let weeks = habit.weeks;
      let until = from;
      for (; weeks >= 1; weeks = Math.floor(weeks / 2)) {
        until = earliest(earliest(from.add({ days: weeks * 7 - 1 }), year.endsOn), stop);
        const begins = Temporal.PlainDate.compare(londonDate(first), from) > 0 ? londonDate(first) : from;
        if (Temporal.PlainDate.compare(until, begins) < 0) return;
        const done = place(
          first,
          person,
          offer,
          paying,
          {
            kind: 'schedule',
            quantity: habit.quantity,
            minutes: null,
            firstDate: begins,
            lastDate: until,
            startTime: null,
            pattern: habit.pattern,
          },
          habit.confirmsAfterDays,
          'usual',
        );
        if (done) break;
      }
      // Whoever ran out waits for the new year.
      followHabit(habit, weeks >= 1 ? until.add({ days: 1 }) : year.endsOn.add({ days: 1 }));
    });
  }

  function buyOnce(
    one: OneOff,
    decision: 'usual' | 'waits' | 'declined',
    placedAt: Temporal.Instant,
    on: Temporal.PlainDate,
    start: string,
  ): void {
    const person = council.people.get(one.reference);
    const offer = council.offers.get(`${one.listingKey}:${one.offerKey}`);
    if (!person || !offer) return;
    const timed = offer.facts.unit === 'hour' || offer.facts.unit === 'half-hour';
    let date = on;
    // Weekday offers are for weekdays.
    while (
      offer.facts.days === 'weekday'
        ? date.dayOfWeek > 5
        : offer.facts.days === 'saturday'
          ? date.dayOfWeek !== 6
          : offer.facts.days === 'sunday'
            ? date.dayOfWeek !== 7
            : false
    )
      date = date.add({ days: 1 });
    plan(placedAt, () => {
      const paying = linesFor(one.shares, date);
      if (!paying) return;
      place(
        placedAt,
        person,
        offer,
        paying,
        {
          kind: 'one-off',
          quantity: one.quantity,
          firstDate: date,
          lastDate: date,
          pattern: [],
          minutes: timed
            ? Math.max(120, offer.facts.minimumMinutes)
            : offer.facts.unit === 'session' || offer.facts.unit === 'day'
              ? 120
              : null,
          startTime:
            timed || offer.facts.unit === 'session' || offer.facts.unit === 'day'
              ? Temporal.PlainTime.from(start)
              : null,
        },
        chance.whole(0, 3),
        decision,
      );
    });
  }

  for (const habit of input.habits) followHabit(habit, timeline.firstDay.add({ days: habit.startsAfterDays }));
  for (const one of input.oneOffs) {
    const placedOn = today.subtract({ days: one.daysBeforeToday });
    if (Temporal.PlainDate.compare(placedOn, timeline.firstDay) < 0) continue;
    const waits = one.key.includes('/waits/');
    const declined = one.key.includes('/declined/');
    const placedAt = startOfLondonDay(placedOn).add({ minutes: 9 * 60 + chance.whole(0, 540) });
    buyOnce(
      one,
      waits ? 'waits' : declined ? 'declined' : 'usual',
      placedAt,
      placedOn.add({ days: waits || declined ? 9 : chance.whole(3, 16) }),
      chance.pick(['10:00', '11:00', '13:30', '14:00']),
    );
  }

  return {
    refusals,
    addToLine: (lineId, amount) => void left.set(lineId, (left.get(lineId) ?? 0n) + amount),
    liveUntil: (until) => {
      while (heap[0] !== undefined && heap[0].at < until.epochMilliseconds) pop(heap)?.happen();
      const chapter: Chapter = {
        journal,
        placed,
        history,
        messages,
        orders: [...orderChanges.values()].map((order) => ({
          id: order.id,
          state: order.state,
          decided_at: order.decidedAt,
          decline_reason: order.declineReason,
          decline_note: order.declineNote,
        })),
        visits: [...visitChanges.values()].map((visit) => visit.change),
        exceptions: [...exceptions.values()],
        lastReference: reference,
      };
      journal = [];
      placed = emptyPlaced();
      orderChanges = new Map();
      visitChanges = new Map();
      exceptions = new Map();
      history = [];
      messages = [];
      return chapter;
    },
  };
}

type Growing<Rows> = { -readonly [Name in keyof Rows]: Rows[Name] extends readonly (infer Row)[] ? Row[] : never };

function emptyPlaced(): Growing<PlacedRows> {
  return { orders: [], lines: [], lineShares: [], visits: [], visitShares: [] };
}

function earliest(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}

/** How long a visit really took: mostly as planned, often a little less, seldom much more. */
function lengthOf(planned: number, mayRunOver: boolean, chance: Chance): number {
  const luck = chance.fraction();
  if (luck < 0.66) return planned;
  if (luck < 0.86) return Math.max(10, planned - chance.whole(1, Math.max(1, Math.floor(planned / 8))));
  if (!mayRunOver) return planned;
  if (luck < 0.992) return planned + Math.floor(planned * 0.048 * chance.fraction());
  return planned + Math.max(8, Math.round(planned * 0.2));
}

function isBefore(a: Moment, b: Moment): boolean {
  return a.at < b.at || (a.at === b.at && a.serial < b.serial);
}

/** A binary heap: the earliest moment is always first. */
function push(heap: Moment[], moment: Moment): void {
  let at = heap.push(moment) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above];
    if (!parent || !isBefore(moment, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = moment;
}

function pop(heap: Moment[]): Moment | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    const leftAt = 2 * at + 1;
    const left = heap[leftAt];
    if (!left) break;
    const right = heap[leftAt + 1];
    const smaller = right && isBefore(right, left) ? leftAt + 1 : leftAt;
    const child = heap[smaller];
    if (!child || !isBefore(child, last)) break;
    heap[at] = child;
    at = smaller;
  }
  heap[at] = last;
  return first;
}
