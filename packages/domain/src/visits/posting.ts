// How a visit's charge moves money: each line's reservation is posted up to what was planned and the rest given back,
// and what the visit cost beyond its plan is taken from the line on top. Transfer ids are fixed by the visit, so that
// posting a visit again moves nothing.
// Source: the domain notes, sections 6 (reserve, post, release) and 9 (confirm).

import { accruedAccount, lineAccount } from '../ledger/accounts.ts';
import type { Transfer } from '../ledger/transfers.ts';
import { minPence, type Pence, subtractPence } from '../shared/money.ts';

/** One line's part of a visit: what was reserved for it, and what it is charged. */
export type ChargedShare = {
  readonly position: number;
  readonly lineId: string;
  readonly plannedPence: Pence;
  readonly chargePence: Pence;
  /** The pending transfer; null where nothing was reserved. */
  readonly reservationId: string | null;
};

export type ChargedVisit = {
  readonly visitId: string;
  readonly orderId: string;
  readonly organisationId: string;
  readonly shares: readonly ChargedShare[];
};

/** True when some line is charged more than was reserved on it, so that posting may find too little money. */
export function needsMoreMoney(visit: ChargedVisit): boolean {
  return visit.shares.some((share) => share.chargePence > (share.reservationId === null ? 0n : share.plannedPence));
}

/** Every transfer that pays for a visit: at most a posting (or a release, for a charge of nothing) and an overrun a share. */
export function deliveryTransfers(visit: ChargedVisit): Transfer[] {
  const transfers: Transfer[] = [];
  for (const share of visit.shares) {
    const cause = { lineId: share.lineId, orderId: visit.orderId, visitId: visit.visitId };
    const reserved = share.reservationId === null ? (0n as Pence) : share.plannedPence;
    const posted = minPence(share.chargePence, reserved);
    const id = `tr_deliver:${visit.visitId}:${share.position}`;
    if (share.reservationId !== null) {
      transfers.push(
        posted > 0n
          ? { kind: 'post', id, code: 'deliver', pendingId: share.reservationId, amountPence: posted, ...cause }
          : { kind: 'void', id, code: 'deliver', pendingId: share.reservationId, ...cause },
      );
    }
    const over = subtractPence(share.chargePence, posted);
    if (over > 0n) {
      transfers.push({
        kind: 'single',
        id: `tr_overrun:${visit.visitId}:${share.position}`,
        code: 'overrun',
        debit: lineAccount(share.lineId).id,
        credit: accruedAccount(visit.organisationId).id,
        amountPence: over,
        ...cause,
      });
    }
  }
  return transfers;
}

/** `tr_reserve:visit:position` becomes `…:1`, and that `…:2`: what was given back by mistake is set aside by another transfer. */
export function reservedAgainId(reservationId: string): string {
  const [, visitId = '', position = '', times = '0'] = reservationId.split(':');
  return `tr_reserve:${visitId}:${position}:${Number(times) + 1}`;
}

/** The transfer that gives a reservation back; of each reservation there is one. */
export function releaseId(reservationId: string): string {
  return reservationId.replace(/^tr_reserve:/, 'tr_release:');
}

/** The transfers that give a visit's reservations back, for one that did not happen or was cancelled in time. */
export function releaseTransfers(visit: Omit<ChargedVisit, 'organisationId'>): Transfer[] {
  return visit.shares.flatMap((share): Transfer[] =>
    share.reservationId === null
      ? []
      : [
          {
            kind: 'void',
            id: releaseId(share.reservationId),
            code: 'release',
            pendingId: share.reservationId,
            lineId: share.lineId,
            orderId: visit.orderId,
            visitId: visit.visitId,
          },
        ],
  );
}
