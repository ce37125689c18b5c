// Every rate that the council agreed for one thing: those that hold or will, those before, a new one, and when one ends.
import { parsePounds } from '@support-market/domain/shared/money';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { type RatedOffer, useRatedOffer, useRateSteps } from '../../features/listings/api/agreed-rates.ts';
import { DatedPrices } from '../../features/listings/components/dated-prices.tsx';
import { useListingWords } from '../../features/listings/components/listing-words.ts';
import { sayDate } from '../../format/dates.ts';
import { useToday } from '../../format/server-clock.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, TextLink } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-field.tsx';
import { DateField, type DateParts, dateFromParts, EMPTY_DATE, partsFromDate } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary, Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Section } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { MoneyField } from '../../ui/text-field.tsx';
import { useProblemWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="agreed-rate.view">
      <Shown />
    </SignedIn>
  );
}

type Rate = RatedOffer['rates'][number];
type Done = 'isSaved' | 'isEnded' | 'isRemoved';
type PartProps = { readonly offer: RatedOffer; readonly onDone: (done: Done) => void };

const isEmpty = ({ day, month, year }: DateParts): boolean => `${day}${month}${year}`.trim() === '';

/** Takes a rate away that has not begun, after it has asked. */
function Removal({ offer, rate, onDone }: PartProps & { readonly rate: Rate }): ReactNode {
  const { say, price } = useListingWords();
  const problemWords = useProblemWords();
  const { remove } = useRateSteps(offer.offerId);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  if (fault && !isProblem(fault)) throw fault;
  const names = { price: price({ pence: rate.pricePence, unit: offer.unit }), from: sayDate(rate.from) };
  return (
    <div>
      {isProblem(fault) && <ErrorSummary faults={[{ text: problemWords(fault.code, fault.details) }]} />}
      <Button look="secondary" small about={say('rates.removeOf', names)} onPress={() => setAsking(true)}>
        {say('rates.remove')}
      </Button>
      <Dialog
        open={asking}
        title={say('rates.removeAsk', names)}
        confirm={say('rates.removeYes')}
        cancel={say('rates.removeNo')}
        busy={busy}
        onConfirm={() => {
          setBusy(true);
          setFault(null);
          remove(rate.id)
            .then(() => onDone('isRemoved'), setFault)
            .finally(() => {
              setBusy(false);
              setAsking(false);
            });
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{say('rates.removeText')}</p>
      </Dialog>
    </div>
  );
}

function Rates({
  offer,
  rows,
  caption,
  removal,
}: {
  readonly offer: RatedOffer;
  readonly rows: readonly Rate[];
  readonly caption: string;
  readonly removal?: (rate: Rate) => ReactNode;
}): ReactNode {
  const { say } = useListingWords();
  return (
    <DatedPrices
      unit={offer.unit}
      rows={rows}
      caption={caption}
      words={{ price: say('rates.price'), open: say('rates.open') }}
      last={{ key: 'said', heading: say('rates.saidOn'), cell: ({ saidOn }) => sayDate(saidOn) }}
      {...(removal && { removal })}
    />
  );
}

function NewRate({ offer, onDone }: PartProps): ReactNode {
  const { say } = useListingWords();
  const today = useToday();
  const keyFor = useIdempotencyKey();
  const { set } = useRateSteps(offer.offerId);
  const form = useFormState({
    initial: { pricePence: '', from: partsFromDate(today), until: EMPTY_DATE },
    words: useProblemWords(),
    check: ({ pricePence, from, until }) => {
      const read = parsePounds(pricePence);
      return {
        ...(!read.ok && { pricePence: read.code }),
        ...(dateFromParts(from) === null && { from: 'date.does_not_exist' }),
        ...(!isEmpty(until) && dateFromParts(until) === null && { until: 'date.does_not_exist' }),
      };
    },
  });
  return (
    <Section title={say('rates.add')}>
      <p>{say('rates.addText')}</p>
      <Form
        onSubmit={form.onSubmit(async ({ pricePence, from, until }) => {
          const read = parsePounds(pricePence);
          if (!read.ok) return;
          const body = {
            ...{ offerId: offer.offerId, pricePence: Number(read.value) },
            ...{ from: dateFromParts(from) ?? '', until: isEmpty(until) ? null : dateFromParts(until) },
          };
          await set(keyFor(body), body);
          onDone('isSaved');
        })}
      >
        {form.summary}
        <MoneyField label={say('rates.newRate')} {...form.field('pricePence')} />
        <DateField label={say('rates.newFrom')} {...form.field('from')} />
        <DateField label={say('rates.newUntil')} hint={say('rates.newUntilHint')} optional {...form.field('until')} />
        <Button type="submit" busy={form.busy}>
          {say('rates.save')}
        </Button>
      </Form>
    </Section>
  );
}

function EndRate({ offer, rates, onDone }: PartProps & { readonly rates: readonly Rate[] }): ReactNode {
  const { say, price } = useListingWords();
  const { end } = useRateSteps(offer.offerId);
  const form = useFormState({
    initial: { rateId: rates[0]?.id ?? '', lastDay: EMPTY_DATE },
    words: useProblemWords(),
    check: ({ lastDay }) => (dateFromParts(lastDay) === null ? { lastDay: 'date.does_not_exist' } : {}),
  });
  // A rate that was ended is another row; what is chosen is one that is there.
  const rateId = rates.find(({ id }) => id === form.values.rateId)?.id ?? rates[0]?.id ?? '';
  return (
    <Section title={say('rates.end')}>
      <p>{say('rates.endText')}</p>
      <Form
        onSubmit={form.onSubmit(async ({ lastDay }) => {
          await end(rateId, dateFromParts(lastDay) ?? '');
          onDone('isEnded');
        })}
      >
        {form.summary}
        <Select
          label={say('rates.which')}
          {...form.field('rateId')}
          value={rateId}
          choices={rates.map(({ id, pricePence, from }) => ({
            value: id,
            label: say('rates.whichOne', {
              price: price({ pence: pricePence, unit: offer.unit }),
              from: sayDate(from),
            }),
          }))}
        />
        <DateField label={say('rates.lastDay')} {...form.field('lastDay')} />
        <Button type="submit" look="secondary" busy={form.busy}>
          {say('rates.endIt')}
        </Button>
      </Form>
    </Section>
  );
}

function Shown(): ReactNode {
  const { say, price } = useListingWords();
  const { may } = useSession();
  const today = useToday();
  const { offerId = '' } = useParams();
  const { data, error } = useRatedOffer(offerId);
  const [done, setDone] = useState<Done | null>(null);
  if (error) throw error;
  if (!data) return <PageLoading />;
  const holds = ({ replacedOn, until }: Rate): boolean => replacedOn === null && (until === null || until >= today);
  const now = data.rates.filter(holds);
  const before = data.rates.filter((rate) => !holds(rate));
  const mayKeep = may('agreed-rate.keep');
  return (
    <Frame
      title={data.offerName}
      caption={data.listingTitle}
      width="reading"
      above={<BackLink href={paths.agreedRates()}>{say('rates.back')}</BackLink>}
    >
      {done && (
        <Notice kind="success" live>
          <p>{say(`rates.${done}`)}</p>
        </Notice>
      )}
      {data.withdrawn && (
        <Notice kind="warn">
          <p>{say('rates.offSale')}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { key: 'provider', label: say('rates.provider'), value: data.organisationName },
          { key: 'days', label: say('rates.days'), value: say(`days.${data.days}`) },
          {
            key: 'public',
            label: say('rates.public'),
            value:
              data.publicPence === null ? say('rates.noRate') : price({ pence: data.publicPence, unit: data.unit }),
          },
        ]}
      />
      <p>
        <TextLink href={paths.listing(data.listingSlug)}>{say('rates.page')}</TextLink>
      </p>
      <p className="sm-soft">{say('rates.net')}</p>
      <Section title={say('rates.now')}>
        {now.length === 0 ? (
          <p>{say('rates.nowNone')}</p>
        ) : (
          <Rates
            offer={data}
            rows={now}
            caption={say('rates.now')}
            {...(mayKeep && {
              removal: (rate: Rate) => rate.from > today && <Removal offer={data} rate={rate} onDone={setDone} />,
            })}
          />
        )}
      </Section>
      {before.length > 0 && (
        <Section title={say('rates.before')}>
          <Rates offer={data} rows={before} caption={say('rates.before')} />
        </Section>
      )}
      {mayKeep && <NewRate offer={data} onDone={setDone} />}
      {mayKeep && now.length > 0 && <EndRate offer={data} rates={now} onDone={setDone} />}
    </Frame>
  );
}
