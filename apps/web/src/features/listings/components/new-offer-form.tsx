// Something new for sale: what it is, when, what it costs from which day, and in words what people will see of it.

import { isTimedUnit, UNIT_NAMES, type Unit } from '@support-market/domain/listings/prices';
import { OFFER_DAYS, type OfferDays } from '@support-market/domain/orders/item-plan';
import { addPence, parsePounds, pence, shareOf } from '@support-market/domain/shared/money';
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { sayDate } from '../../../format/dates.ts';
import { useToday } from '../../../format/server-clock.ts';
import { Button, ButtonRow, LinkButton } from '../../../ui/button.tsx';
import { Select } from '../../../ui/choice-field.tsx';
import { DateField, type DateParts, dateFromParts, EMPTY_DATE, partsFromDate } from '../../../ui/date-field.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { MoneyField, TextField } from '../../../ui/text-field.tsx';
import { useProblemWords } from '../../../words/use-words.ts';
import type { OwnOffers } from '../api/own-records.ts';
import { useListingWords } from './listing-words.ts';
import { faultsOfTerms, OfferTerms, type Vat, whole } from './offer-terms.tsx';

export interface NewOffer {
  readonly name: string;
  readonly unit: Unit;
  readonly days: OfferDays;
  readonly minimumMinutes: number;
  readonly noticeHours: number | null;
  readonly welfare: boolean;
  readonly zeroRated: boolean;
  readonly pricePence: number;
  readonly from: string;
  readonly until: string | null;
}

/** True for what was typed and is no day; nothing typed is no day to be wrong about. */
export const isWrongDay = (parts: DateParts): boolean =>
  `${parts.day}${parts.month}${parts.year}`.trim() !== '' && dateFromParts(parts) === null;

/** What a buyer will read of it, as far as the form says it. */
function Preview({
  offer,
  vat,
}: {
  readonly offer: Omit<NewOffer, 'welfare' | 'zeroRated'> | null;
  readonly vat: OwnOffers['vat'][Vat];
}): ReactNode {
  const { say, price } = useListingWords();
  if (offer === null) return <p>{say('own.offer.previewNone')}</p>;
  const net = pence(offer.pricePence);
  const gross = Number(addPence(net, shareOf(net, vat.rateBasisPoints)));
  return (
    <ul className="govuk-list govuk-list--bullet">
      <li>
        {say('own.offer.previewPrice', {
          name: offer.name,
          price: price({ pence: gross, unit: offer.unit }),
          days: say(`days.${offer.days}`),
          from: sayDate(offer.from),
        })}
      </li>
      <li>{say(`page.vat.${vat.category}`)}</li>
      {offer.minimumMinutes > 0 && <li>{say('page.minimum', { count: offer.minimumMinutes })}</li>}
      {offer.noticeHours !== 0 && (
        <li>
          {offer.noticeHours === null ? say('page.noticeOfCouncil') : say('page.notice', { count: offer.noticeHours })}
        </li>
      )}
    </ul>
  );
}

export function NewOfferForm({
  vat,
  back,
  onSend,
}: {
  readonly vat: OwnOffers['vat'];
  readonly back: string;
  readonly onSend: (offer: NewOffer) => Promise<void>;
}): ReactNode {
  const { say, unit } = useListingWords();
  const today = useToday();
  const form = useFormState({
    initial: {
      ...{ offerName: '', unit: 'hour' as Unit, days: 'any' as OfferDays, pricePence: '', from: partsFromDate(today) },
      until: EMPTY_DATE,
      ...{ minimumMinutes: '', noticeHours: '', vat: 'welfare' as Vat },
    },
    words: useProblemWords(),
    fieldFor: (pointer) => (pointer === '/name' ? 'offerName' : undefined),
    check: ({ offerName, pricePence, from, until, minimumMinutes, noticeHours }) => {
      const read = parsePounds(pricePence);
      return {
        ...(isBlank(offerName) && { offerName: 'field.required' }),
        ...(!read.ok && { pricePence: read.code }),
        ...(dateFromParts(from) === null && { from: 'date.does_not_exist' }),
        ...(isWrongDay(until) && { until: 'date.does_not_exist' }),
        ...faultsOfTerms({ minimumMinutes, noticeHours }),
      };
    },
  });
  const { values } = form;
  const timed = isTimedUnit(values.unit);
  const read = (): Omit<NewOffer, 'welfare' | 'zeroRated'> | null => {
    const amount = parsePounds(values.pricePence);
    const from = dateFromParts(values.from);
    const minimumMinutes = timed ? whole(values.minimumMinutes.trim() || '0', 1_440) : 0;
    const noticeHours = values.noticeHours.trim() === '' ? null : whole(values.noticeHours, 720);
    const isNotice = values.noticeHours.trim() === '' || noticeHours !== null;
    if (
      !amount.ok ||
      from === null ||
      isWrongDay(values.until) ||
      isBlank(values.offerName) ||
      minimumMinutes === null ||
      !isNotice
    )
      return null;
    const { unit: per, days } = values;
    return {
      name: values.offerName.trim(),
      unit: per,
      days,
      minimumMinutes,
      noticeHours,
      pricePence: Number(amount.value),
      from,
      until: dateFromParts(values.until),
    };
  };
  const offer = read();
  return (
    <Form
      onSubmit={form.onSubmit(async () => {
        if (offer === null) return;
        await onSend({ ...offer, welfare: values.vat === 'welfare', zeroRated: values.vat === 'zero' });
      })}
    >
      {form.summary}
      <TextField label={say('own.offer.name')} hint={say('own.offer.nameHint')} {...form.field('offerName')} />
      <Select
        label={say('own.offer.unit')}
        {...form.field('unit')}
        choices={UNIT_NAMES.map((value) => ({ value, label: unit(value) }))}
      />
      <MoneyField
        label={say('own.newPrice')}
        hint={say('own.offer.priceHint')}
        width={10}
        {...form.field('pricePence')}
      />
      <DateField label={say('own.newPriceFrom')} hint={say('own.offer.fromHint')} {...form.field('from')} />
      <DateField
        label={say('own.newPriceUntil')}
        hint={say('own.newPriceUntilHint')}
        optional
        {...form.field('until')}
      />
      <Select
        label={say('own.offer.days')}
        hint={say('own.offer.daysHint')}
        {...form.field('days')}
        choices={OFFER_DAYS.map((value) => ({ value, label: say(`days.${value}`) }))}
      />
      <OfferTerms
        minimum={timed ? form.field('minimumMinutes') : null}
        notice={form.field('noticeHours')}
        vat={form.field('vat')}
      />
      <Section title={say('own.offer.preview')}>
        <Preview offer={offer} vat={vat[values.vat]} />
      </Section>
      <ButtonRow>
        <Button type="submit" busy={form.busy}>
          {say('own.offer.add')}
        </Button>
        <LinkButton look="secondary" href={back}>
          {say('own.cancel')}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}
