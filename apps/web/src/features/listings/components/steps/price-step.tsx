// What it costs: nothing, or one price to begin with. Other days and further prices have a page of their own.
import { UNIT_NAMES, type Unit } from '@support-market/domain/listings/prices';
import { parsePounds } from '@support-market/domain/shared/money';
import type { ReactNode } from 'react';
import { useToday } from '../../../../format/server-clock.ts';
import { paths } from '../../../../paths.ts';
import { TextLink } from '../../../../ui/button.tsx';
import { Radios, Select } from '../../../../ui/choice-field.tsx';
import { useFormState } from '../../../../ui/form.tsx';
import { MoneyField } from '../../../../ui/text-field.tsx';
import { useProblemWords } from '../../../../words/use-words.ts';
import { useNewListings } from '../../api/new-listings.ts';
import { type OwnListing, type OwnOffers, useListingSteps } from '../../api/own-records.ts';
import { useListingWords } from '../listing-words.ts';
import { factsOf, pricesNow } from './listing-steps.ts';
import { StepForm, type StepProps } from './step-form.tsx';

export function PriceStep({
  own,
  offers,
  onDone,
}: StepProps & { readonly own: OwnListing; readonly offers: OwnOffers }): ReactNode {
  const { say, unit, price } = useListingWords();
  const today = useToday();
  const { edit } = useListingSteps(own.id);
  const { addOffer } = useNewListings();
  const sold = offers.items.filter(({ withdrawn }) => !withdrawn);
  const form = useFormState({
    initial: {
      free: (sold.length > 0 ? 'no' : own.free ? 'yes' : '') as 'yes' | 'no' | '',
      unit: 'hour' as Unit,
      pricePence: '',
    },
    words: useProblemWords(),
    fieldFor: (pointer) => (pointer === '/facts/free' ? 'free' : undefined),
    check: ({ free, pricePence }) => {
      const read = parsePounds(pricePence);
      const isNeeded = free === 'no' && (sold.length === 0 || pricePence.trim() !== '');
      return {
        ...(free === '' && { free: 'field.required' }),
        ...(isNeeded && !read.ok && { pricePence: read.code }),
        // Nothing is the other answer: what is free is no price.
        ...(isNeeded && read.ok && read.value === 0n && { pricePence: 'field.required' }),
      };
    },
  });
  const { free } = form.values;
  const shown = pricesNow(offers).map(
    ({ name, pricePence, unit: one }) => `${name}: ${price({ pence: pricePence, unit: one })}`,
  );
  return (
    <StepForm
      summary={form.summary}
      busy={form.busy}
      onSubmit={form.onSubmit(async (values) => {
        const isFree = values.free === 'yes';
        if (isFree !== own.free) await edit({ version: own.version, facts: { ...factsOf(own), free: isFree } });
        const amount = parsePounds(values.pricePence);
        if (!isFree && amount.ok)
          await addOffer(own.id, {
            ...{ name: own.title, unit: values.unit, days: 'any', minimumMinutes: 0, noticeHours: null },
            ...{ welfare: true, zeroRated: false, pricePence: Number(amount.value), from: today },
          });
        await onDone();
      })}
    >
      <Radios
        label={say('own.start.free')}
        {...form.field('free')}
        choices={(['no', 'yes'] as const).map((value) => ({ value, label: say(`own.start.${value}`) }))}
      />
      {free === 'no' && (
        <>
          {shown.length > 0 && (
            <>
              <p>{say('steps.price.now')}</p>
              <ul className="govuk-list govuk-list--bullet">
                {shown.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
              <p>
                <TextLink href={paths.providerListing(own.id)}>{say('steps.price.change')}</TextLink>
              </p>
            </>
          )}
          <Select
            label={say('own.offer.unit')}
            {...form.field('unit')}
            choices={UNIT_NAMES.map((value) => ({ value, label: unit(value) }))}
          />
          <MoneyField
            label={say(shown.length > 0 ? 'steps.price.another' : 'steps.price.price')}
            hint={say('steps.price.hint')}
            optional={shown.length > 0}
            width={10}
            {...form.field('pricePence')}
          />
        </>
      )}
    </StepForm>
  );
}
