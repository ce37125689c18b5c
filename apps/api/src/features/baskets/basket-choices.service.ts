// Answers, before anything is put in a basket, who it could be for and which line could pay for it at which price.

import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { mainLine } from '@support-market/domain/budgets/main-line';
import { isTimedUnit, UNITS } from '@support-market/domain/listings/prices';
import { chargedPrice, nextChargedPrice, type PayingLine, sameFamily } from '@support-market/domain/orders/item-plan';
import { isWithCouncil } from '@support-market/domain/people/person-states';
import { pence } from '@support-market/domain/shared/money';
import type { AppContext } from '../../platform/context.ts';
import { found } from '../../platform/problem-error.ts';
import { agreedRate, offerFacts, plainDate } from './basket-facts.ts';
import { askerOf } from './basket-plan.ts';
import { findChoices, type LineRow } from './baskets.repo.ts';

/** Who may be ordered for, which lines could pay, what is left on each, and what the offer costs from it and why. */
export async function viewChoices(context: AppContext, viewer: Viewer, reach: Reach, offerId: string) {
  const asker = askerOf(context, viewer, reach);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const choices = await findChoices(tx, asker, offerId);
    const offer = found(choices.offer);
    const facts = offerFacts(offer);
    const rates = choices.rates.map((rate) => agreedRate(viewer.councilId, rate));
    const asked = (streams: PayingLine['stream'][]) => ({
      offer: facts,
      agreedRates: rates,
      councilId: viewer.councilId,
      streams,
      on: asker.today,
    });
    const publicPrice = chargedPrice(asked([]));
    const lineOut = (line: LineRow) => {
      const price = chargedPrice(asked([line.stream]));
      const later = nextChargedPrice(asked([line.stream]));
      return {
        lineId: line.id,
        lineName: line.name,
        stream: line.stream,
        personId: line.personId,
        personName: line.personName,
        startsOn: line.startsOn,
        endsOn: line.endsOn,
        leftPence: pence(line.leftPence),
        unitPricePence: price.ok ? price.value.unitPence : null,
        priceSource: price.ok ? price.value.source : null,
        nextPricePence: later?.price.unitPence ?? null,
        nextPriceFrom: later?.from.toString() ?? null,
        publicPricePence: publicPrice.ok ? publicPrice.value.unitPence : null,
      };
    };
    const people = choices.people.filter(({ stay: { state, lastDay } }) =>
      isWithCouncil({ state, lastDay: lastDay === null ? null : plainDate(lastDay) }, asker.today),
    );
    return {
      offer: {
        id: offer.id,
        name: offer.name,
        unit: offer.unit,
        days: offer.days,
        minimumMinutes: offer.minimumMinutes,
        noticeHours: offer.noticeHours,
        timed: Object.hasOwn(UNITS, offer.unit) && isTimedUnit(offer.unit as keyof typeof UNITS),
        listingSlug: offer.listingSlug,
        listingTitle: offer.listingTitle,
        organisationName: offer.organisationName,
      },
      people: people.map((person) => {
        const main = mainLine(
          person.lines
            .filter((line) => plainDate(line.startsOn).since(asker.today).sign <= 0)
            .map((line) => ({ lineId: line.id, stream: line.stream, awardPence: pence(line.awardPence) })),
        );
        const member = { personId: person.id, familyRef: person.familyRef };
        const relatives = people.filter(
          (other) => other.id !== person.id && sameFamily(member, { personId: other.id, familyRef: other.familyRef }),
        );
        return {
          personId: person.id,
          personName: person.name,
          mainLineId: main?.lineId ?? null,
          lines: [...person.lines, ...relatives.flatMap((relative) => relative.lines)].map(lineOut),
        };
      }),
    };
  });
}
