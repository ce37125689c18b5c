// The book that a council's story is written in: whatever happens is noted here as rows, and handed over a week at a time.

import type { Transfer } from '@support-market/domain/ledger/transfers';
import type { Unit } from '@support-market/domain/listings/prices';
import type { Pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { newId } from '../../platform/ids.ts';
import type { SettableClock } from '../../ports/clock/clock.ts';
import type { JournalEntry } from '../../ports/ledger/ledger.repo.ts';
import type { LoadedCouncil, LoadedPerson } from './council-shapes.ts';
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

export interface LiveOrder {
  readonly id: string;
  readonly reference: string;
  readonly person: LoadedPerson;
  readonly organisationKey: string;
  readonly organisationName: string;
  readonly totalPence: Pence;
  readonly confirmsAfterDays: number | null;
  state: 'placed' | 'accepted' | 'declined' | 'completed';
  decidedAt: Temporal.Instant | null;
  declineReason: string | null;
  declineNote: string;
  /** Visits that may still happen. */
  open: number;
}

export interface LiveVisit {
  readonly order: LiveOrder;
  readonly row: VisitRow;
  readonly shares: readonly VisitShareRow[];
  readonly unit: Unit;
  readonly unitPence: Pence;
  change: VisitChange;
}

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

/** What changed, of which record of an order. */
export interface Note {
  readonly noun: 'order' | 'visit';
  readonly recordId: string;
  readonly from: string | null;
  readonly to: string;
  readonly event: string;
  readonly reason?: string;
}

type Growing<Rows> = { -readonly [Name in keyof Rows]: Rows[Name] extends readonly (infer Row)[] ? Row[] : never };

export interface StoryBook {
  /** Where a newly placed order is written down. */
  readonly placed: () => Growing<PlacedRows>;
  readonly nextReference: () => string;
  readonly post: (at: Temporal.Instant, by: string, transfers: readonly Transfer[]) => void;
  /** Leaves a message, unless it would be so old that nobody keeps it. */
  readonly tell: (at: Temporal.Instant, message: Omit<MessageRow, 'id' | 'created_at'>) => void;
  readonly note: (order: LiveOrder, at: Temporal.Instant, by: string, role: string, what: Note) => void;
  readonly changeOrder: (order: LiveOrder) => void;
  readonly change: (visit: LiveVisit, to: Partial<VisitChange>) => void;
  readonly raise: (visit: LiveVisit, kind: string, at: Temporal.Instant) => void;
  /** Settles the exception of a visit; false where none was raised in this chapter. */
  readonly settle: (
    visit: LiveVisit,
    settled: Pick<ExceptionRow, 'settled_at' | 'settled_by' | 'settled_pence' | 'note'>,
  ) => boolean;
  /** Everything since the last chapter. */
  readonly endChapter: () => Chapter;
}

/** A book with empty pages, for a council. Messages from before `messagesFrom` are left out. */
export function openBook(council: LoadedCouncil, clock: SettableClock, messagesFrom: Temporal.Instant): StoryBook {
  let reference = 10_000;
  let journal: JournalEntry[] = [];
  let placed = emptyPlaced();
  let orderChanges = new Map<string, LiveOrder>();
  let visitChanges = new Map<string, LiveVisit>();
  let exceptions = new Map<string, ExceptionRow>();
  let history: (HistoryRow & { audit_id: string })[] = [];
  let messages: MessageRow[] = [];
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
    note: (order, at, by, role, what) => {
      history.push({
        id: newId(clock, 'history'),
        audit_id: newId(clock, 'audit'),
        noun: what.noun,
        record_id: what.recordId,
        from_state: what.from,
        to_state: what.to,
        event: what.event,
        changed_at: at,
        changed_by: by,
        person_id: order.person.id,
        role,
        reason: what.reason ?? '',
      });
    },
    changeOrder: (order) => void orderChanges.set(order.id, order),
    change: (visit, to) => {
      visit.change = { ...visit.change, ...to };
      visitChanges.set(visit.row.id, visit);
    },
    raise: (visit, kind, at) => {
      exceptions.set(visit.row.id, {
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
      });
    },
    settle: (visit, settled) => {
      const raised = exceptions.get(visit.row.id);
      if (raised) exceptions.set(visit.row.id, { ...raised, ...settled, state: 'settled' });
      return raised !== undefined;
    },
    endChapter: () => {
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

function emptyPlaced(): Growing<PlacedRows> {
  return { orders: [], lines: [], lineShares: [], visits: [], visitShares: [] };
}
