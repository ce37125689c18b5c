// A provider proposes a higher price: of what, which price, how much from which day, and why.

import { LONGEST_WHY } from '@support-market/domain/price-rises/price-effect';
import { parsePounds } from '@support-market/domain/shared/money';
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { usePriceRiseSteps, useRaisable } from '../../features/price-rises/api/price-rises.ts';
import { usePriceWords } from '../../features/price-rises/components/price-words.ts';
import { sayDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Radios, Select } from '../../ui/choice-field.tsx';
import { DateField, dateFromParts, partsFromDate } from '../../ui/date-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink, EmptyState } from '../../ui/layout.tsx';
import { MoneyField, TextArea } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="price-rise.propose">
      <Propose />
    </SignedIn>
  );
}

type Raisable = NonNullable<ReturnType<typeof useRaisable>['data']>;

function ProposeForm({ items, earliest }: Pick<Raisable, 'items' | 'earliest'>): ReactNode {
  const say = useWords('price-rises');
  const sayListing = useWords('listings');
  const { price } = usePriceWords();
  const { propose } = usePriceRiseSteps();
  const navigate = useNavigate();
  const keyFor = useIdempotencyKey();
  const first = items[0];
  const form = useFormState({
    initial: {
      offerId: first?.offerId ?? '',
      kind: (first?.agreedPence == null ? 'public' : 'agreed') as 'public' | 'agreed',
      ...{ pricePence: '', from: partsFromDate(earliest), words: '' },
    },
    words: useProblemWords(),
    check: ({ pricePence, from, words }) => {
      const read = parsePounds(pricePence);
      return {
        ...(!read.ok && { pricePence: read.code }),
        ...(dateFromParts(from) === null && { from: 'date.does_not_exist' }),
        ...(isBlank(words) && { words: 'field.required' }),
      };
    },
  });
  const chosen = items.find(({ offerId }) => offerId === form.values.offerId) ?? first;
  const said = (pence: number | null | undefined): string =>
    pence == null || !chosen ? say('noPrice') : price(pence, chosen.unit);
  return (
    <Form
      onSubmit={form.onSubmit(async (values) => {
        const read = parsePounds(values.pricePence);
        if (!read.ok) return;
        const { offerId, kind } = values;
        const from = dateFromParts(values.from) ?? '';
        const body = { offerId, kind, pricePence: Number(read.value), from, words: values.words.trim() };
        const { id } = await propose(keyFor(body), body);
        await navigate(paths.priceRise(id));
      })}
    >
      {form.summary}
      <Select
        label={say('offer')}
        {...form.field('offerId')}
        choices={items.map((item) => {
          const name = item.days === 'any' ? item.offerName : `${item.offerName}, ${sayListing(`days.${item.days}`)}`;
          return { value: item.offerId, label: say('offerIs', { listing: item.listingTitle, offer: name }) };
        })}
      />
      <Radios
        label={say('whichPrice')}
        hint={say('kindHint')}
        {...form.field('kind')}
        choices={[
          { value: 'agreed', label: say('agreedIs', { price: said(chosen?.agreedPence) }) },
          { value: 'public', label: say('publicIs', { price: said(chosen?.publicPence) }) },
        ]}
      />
      <MoneyField label={say('newPrice')} {...form.field('pricePence')} />
      <DateField label={say('newPriceFrom')} {...form.field('from')} />
      <TextArea
        label={say('whyLabel')}
        hint={say('whyHint')}
        rows={4}
        maxLength={LONGEST_WHY}
        {...form.field('words')}
      />
      <Button type="submit" busy={form.busy}>
        {say('send')}
      </Button>
    </Form>
  );
}

function Propose(): ReactNode {
  const say = useWords('price-rises');
  const [query] = useSearchParams();
  const { data, error } = useRaisable(query.get('listing') ?? undefined);
  if (error) throw error;
  if (!data) return <PageLoading />;
  return (
    <Frame title={say('propose')} width="reading" above={<BackLink href={paths.priceRises()}>{say('back')}</BackLink>}>
      <p>{say('proposeIntro')}</p>
      <p>{say('proposeNotice', { count: data.noticeDays, date: sayDate(data.earliest) })}</p>
      {data.items.length === 0 ? <EmptyState title={say('nothing')} /> : <ProposeForm {...data} />}
    </Frame>
  );
}
