// The book that a council's story is written in: whatever happens is noted here as rows, and handed over a week at a time.

import { newId } from '@support-market/api/platform/ids';
import type { ToldRow, ToldStep } from '@support-market/api/platform/told-steps.repo';
import type { SettableClock } from '@support-market/api/ports/clock/clock';
import type { JournalEntry } from '@support-market/api/ports/ledger/ledger.repo';
import type { Transfer } from '@support-market/domain/ledger/transfers';
import type { Unit } from '@support-market/domain/listings/prices';
import { type OrderState, orderMachine } from '@support-market/domain/orders/order-states';
import type { EventOf, StatefulTable } from '@support-market/domain/shared/machines';
import type { Pence } from '@support-market/domain/shared/money';
import { type VisitState, visitMachine } from '@support-market/domain/visits/visit-states';
import { Temporal } from 'temporal-polyfill';
import type { LoadedCouncil, LoadedPerson } from './council-shapes.ts';
import type {
  ExceptionRow,
  MessageRow,
  OrderChange,
  PlacedRows,
  VisitChange,
  VisitRow,
  VisitShareRow,
} from './story.repo.ts';

export interface LiveOrder {
  readonly id: string;
  readonly reference: string;
  readonly person: LoadedPerson;
  readonly organisationKey: string;
  readonly organisationName: string;
  readonly totalPence: Pence;
  readonly confirmsAfterDays: number | null;
  state: OrderState;
  change: OrderChange;
  /** Visits that may still happen. */
  open: number;
}

export interface LiveVisit {
  readonly order: LiveOrder;
  readonly row: VisitRow;
  readonly shares: readonly VisitShareRow[];
  readonly unit: Unit;
  readonly unitPence: Pence;
  state: VisitState;
  change: VisitChange;
  /** What each share was charged; null until it is recorded. */
  charges: readonly bigint[] | null;
}

type Told<Table extends StatefulTable, Live> = ToldRow<Table> & { readonly live: Live };
type OpenTold<Table extends StatefulTable, Live> = Told<Table, Live> & { readonly steps: ToldStep<Table>[] };
type StartedBy = Pick<ToldStep<'orders'>, 'at' | 'by' | 'audit'> & { readonly id: string };

export interface Settling {
  readonly settled_at: Temporal.Instant;
  readonly settled_by: string;
  readonly settled_pence: bigint;
  readonly note: string;
}

/** One week of rows, in the order in which they must be written. */
export interface Chapter {
  readonly journal: readonly JournalEntry[];
  readonly placed: PlacedRows;
  readonly placing: readonly StartedBy[];
  readonly orders: readonly Told<'orders', LiveOrder>[];
  readonly visits: readonly Told<'visits', LiveVisit>[];
  readonly exceptions: readonly ExceptionRow[];
  readonly raising: readonly StartedBy[];
  readonly settled: readonly Told<'exceptions', Settling>[];
  readonly messages: readonly MessageRow[];
  readonly lastReference: number;
}

/** When a step was taken, by which account (or `system`) in which role, and the reason that its audit row gives. */
export interface Taken {
  readonly at: Temporal.Instant;
  readonly by: string;
  readonly role: string;
  readonly reason?: string;
}

type Growing<Rows> = { -readonly [Name in keyof Rows]: Rows[Name] extends readonly (infer Row)[] ? Row[] : never };

export interface StoryBook {
  /** Where a newly placed order is written down. */
  readonly placed: () => Growing<PlacedRows>;
  readonly nextReference: () => string;
  readonly post: (at: Temporal.Instant, by: string, transfers: readonly Transfer[]) => void;
  /** Leaves a message, unless it would be so old that it is no longer kept. */
  readonly tell: (at: Temporal.Instant, message: Omit<MessageRow, 'id' | 'created_at'>) => void;
  /** Notes who placed an order. */
  readonly place: (order: LiveOrder, taken: Taken) => void;
  /** An order takes a step, with what changes beside it. */
  readonly moveOrder: (order: LiveOrder, event: EventOf<'orders'>, taken: Taken, change?: Partial<OrderChange>) => void;
  /** A visit takes a step; only what somebody decides about it leaves an audit row (`taken` gives a reason). */
  readonly moveVisit: (visit: LiveVisit, event: EventOf<'visits'>, taken: Taken, change?: Partial<VisitChange>) => void;
  readonly raise: (visit: LiveVisit, kind: string, at: Temporal.Instant) => void;
  /** Settles the exception of a visit; false where none was raised in this chapter. */
  readonly settle: (visit: LiveVisit, settled: Settling) => boolean;
  /** Everything since the last chapter. */
  readonly endChapter: () => Chapter;
}

/** A book with empty pages, for a council. Messages from before `messagesFrom` are left out. */
export function openBook(council: LoadedCouncil, clock: SettableClock, messagesFrom: Temporal.Instant): StoryBook {
  let reference = 10_000;
  let journal: JournalEntry[] = [];
  let placed = emptyPlaced();
  let placing: StartedBy[] = [];
  let orders = new Map<string, OpenTold<'orders', LiveOrder>>();
  let visits = new Map<string, OpenTold<'visits', LiveVisit>>();
  let exceptions = new Map<string, ExceptionRow>();
  let settled: Told<'exceptions', Settling>[] = [];
  let messages: MessageRow[] = [];
  const auditOf = (order: LiveOrder, { role, reason }: Taken) => ({
    role,
    personId: order.person.id,
    reason: reason ?? '',
  });
  return {
    placed: () => placed,
    nextReference: () => {
      reference += 1;
      return `${council.code}-${reference}`;
    },
    post: (at, by, transfers) => {
      const posting = { effectiveAt: at, recordedAt: at, recordedBy: by };
      for (const transfer of transfers) journal.push({ posting, transfer });
    },
    tell: (at, message) => {
      if (Temporal.Instant.compare(at, messagesFrom) < 0) return;
      messages.push({ ...message, id: newId(clock, 'message'), created_at: at });
    },
    place: (order, taken) => {
      placing.push({ id: order.id, at: taken.at, by: taken.by, audit: auditOf(order, taken) });
    },
    moveOrder: (order, event, taken, change = {}) => {
      const told = orders.get(order.id) ?? { id: order.id, from: order.state, steps: [], live: order };
      orders.set(order.id, told);
      told.steps.push({ event, at: taken.at, by: taken.by, audit: auditOf(order, taken) });
      order.state = orderMachine.edges[event].to;
      order.change = { ...order.change, ...change };
    },
    moveVisit: (visit, event, taken, change = {}) => {
      const told = visits.get(visit.row.id) ?? { id: visit.row.id, from: visit.state, steps: [], live: visit };
      visits.set(visit.row.id, told);
      const audit = taken.reason === undefined ? null : auditOf(visit.order, taken);
      told.steps.push({ event, at: taken.at, by: taken.by, audit });
      visit.state = visitMachine.edges[event].to;
      visit.change = { ...visit.change, ...change };
    },
    raise: (visit, kind, at) => {
      exceptions.set(visit.row.id, {
        id: newId(clock, 'exception'),
        kind,
        visit_id: visit.row.id,
        expected_pence: visit.row.planned_pence,
        found_pence: visit.change.charge_pence ?? 0n,
        raised_at: at,
      });
    },
    settle: (visit, how) => {
      const raised = exceptions.get(visit.row.id);
      if (raised === undefined) return false;
      const step = { event: 'settle', at: how.settled_at, by: how.settled_by, audit: null } as const;
      settled.push({ id: raised.id, from: 'open', steps: [step], live: how });
      return true;
    },
    endChapter: () => {
      const chapter: Chapter = {
        journal,
        placed,
        placing,
        messages,
        settled,
        orders: [...orders.values()],
        visits: [...visits.values()],
        exceptions: [...exceptions.values()],
        raising: [...exceptions.values()].map(({ id, raised_at }) => ({
          id,
          at: raised_at,
          by: 'system',
          audit: null,
        })),
        lastReference: reference,
      };
      journal = [];
      placed = emptyPlaced();
      placing = [];
      orders = new Map();
      visits = new Map();
      exceptions = new Map();
      settled = [];
      messages = [];
      return chapter;
    },
  };
}

function emptyPlaced(): Growing<PlacedRows> {
  return { orders: [], lines: [], lineShares: [], visits: [], visitShares: [] };
}
