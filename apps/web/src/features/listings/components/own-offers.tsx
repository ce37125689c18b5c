// What a listing costs, as its organisation keeps it: each offer with its prices, another price from a day on, and off sale.

import { isTimedUnit, UNIT_NAMES } from '@support-market/domain/listings/prices';
import { parsePounds } from '@support-market/domain/shared/money';
import { isBlank } from '@support-market/domain/shared/visible-text';
import { Fragment, type ReactNode, useState } from 'react';
import { isProblem } from '../../../api/problem.ts';
import { sayDate } from '../../../format/dates.ts';
import { useToday } from '../../../format/server-clock.ts';
import { paths } from '../../../paths.ts';
import { useSession } from '../../../shell/session.tsx';
import { Button, ButtonRow, LinkButton } from '../../../ui/button.tsx';
import { DateField, dateFromParts, EMPTY_DATE } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorSummary } from '../../../ui/form.tsx';
import { Details, Section } from '../../../ui/layout.tsx';
import { MoneyField, TextField } from '../../../ui/text-field.tsx';
import { useProblemWords } from '../../../words/use-words.ts';
import { useNewListings } from '../api/new-listings.ts';
import { type OwnOffer, useOfferSteps, useOwnOffers } from '../api/own-records.ts';
import { DatedPrices } from './dated-prices.tsx';
import { useListingWords } from './listing-words.ts';
import { isWrongDay } from './new-offer-form.tsx';
import { faultsOfTerms, OfferTerms, type Vat, whole } from './offer-terms.tsx';
import { OwnPart } from './own-part.tsx';

type Price = OwnOffer['prices'][number];

function Prices({
  offer,
  rows,
  caption,
  removal,
}: {
  readonly offer: OwnOffer;
  readonly rows: readonly Price[];
  readonly caption: string;
  readonly removal?: (price: Price) => ReactNode;
}): ReactNode {
  const { say } = useListingWords();
  return (
    <DatedPrices
      unit={offer.unit}
      rows={rows}
      caption={caption}
      words={{ price: say('own.priceNet'), open: say('own.priceOpen') }}
      last={{
        key: 'who',
        heading: say('own.saidBy'),
        cell: ({ setBy }) => say(setBy === 'provider' ? 'own.byYou' : 'own.byFile'),
      }}
      {...(removal && { removal })}
    />
  );
}

/** Takes a price away that has not begun, after it has asked. */
function Removal({ listingId, offer, price }: { listingId: string; offer: OwnOffer; price: Price }): ReactNode {
  const { say, price: words } = useListingWords();
  const problemWords = useProblemWords();
  const { removePrice } = useNewListings();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  if (fault && !isProblem(fault)) throw fault;
  const names = { price: words({ pence: price.pricePence, unit: offer.unit }), from: sayDate(price.from) };
  return (
    <>
      {isProblem(fault) && <ErrorSummary faults={[{ text: problemWords(fault.code, fault.details) }]} />}
      <Button look="secondary" small about={say('own.removePriceOf', names)} onPress={() => setAsking(true)}>
        {say('own.removePrice')}
      </Button>
      <Dialog
        open={asking}
        title={say('own.removePriceAsk', names)}
        confirm={say('own.removePriceYes')}
        cancel={say('own.removePriceNo')}
        busy={busy}
        onConfirm={() => {
          setBusy(true);
          setFault(null);
          removePrice(listingId, price.id)
            .catch(setFault)
            .finally(() => {
              setBusy(false);
              setAsking(false);
            });
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{say('own.removePriceText')}</p>
      </Dialog>
    </>
  );
}

function Withdrawal({ offer, steps }: { offer: OwnOffer; steps: ReturnType<typeof useOfferSteps> }): ReactNode {
  const { say } = useListingWords();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  if (fault) throw fault;
  const run = (work: (offerId: string) => Promise<void>): void => {
    setBusy(true);
    work(offer.id)
      .catch(setFault)
      .finally(() => {
        setBusy(false);
        setAsking(false);
      });
  };
  return offer.withdrawn ? (
    <>
      <p>{say('own.offSale')}</p>
      <Button look="secondary" about={offer.name} busy={busy} onPress={() => run(steps.putBack)}>
        {say('own.putBack')}
      </Button>
    </>
  ) : (
    <>
      <Button look="link" about={offer.name} onPress={() => setAsking(true)}>
        {say('own.withdraw')}
      </Button>
      <Dialog
        open={asking}
        title={say('own.withdrawAsk', { offer: offer.name })}
        confirm={say('own.withdrawYes')}
        cancel={say('own.withdrawNo')}
        busy={busy}
        onConfirm={() => run(steps.withdraw)}
        onCancel={() => setAsking(false)}
      >
        <p>{say('own.withdrawText')}</p>
      </Dialog>
    </>
  );
}

function Offer({
  listingId,
  offer,
  steps,
}: {
  readonly listingId: string;
  readonly offer: OwnOffer;
  readonly steps: ReturnType<typeof useOfferSteps>;
}): ReactNode {
  const { say } = useListingWords();
  const today = useToday();
  const holds = (one: Price): boolean => one.replacedOn === null && (one.until === null || one.until >= today);
  const now = offer.prices.filter(holds);
  const before = offer.prices.filter((one) => !holds(one));
  return (
    <OwnPart
      title={offer.days === 'any' ? offer.name : `${offer.name}, ${say(`days.${offer.days}`)}`}
      change={say('own.setPrice')}
      prefix={`${offer.id}-`}
      initial={{ pricePence: '', from: EMPTY_DATE, until: EMPTY_DATE }}
      check={({ pricePence, from, until }) => {
        const read = parsePounds(pricePence);
        return {
          ...(read.ok ? {} : { pricePence: read.code }),
          ...(dateFromParts(from) === null ? { from: 'date.does_not_exist' } : {}),
          ...(isWrongDay(until) ? { until: 'date.does_not_exist' } : {}),
        };
      }}
      read={
        <>
          {now.length === 0 ? (
            <p>{say('own.noPrice')}</p>
          ) : (
            <Prices
              offer={offer}
              rows={now}
              caption={say('own.pricesOf', { offer: offer.name })}
              {...(now.some(({ from }) => from > today) && {
                removal: (price: Price) =>
                  price.from > today && (
                    <div>
                      <Removal listingId={listingId} offer={offer} price={price} />
                    </div>
                  ),
              })}
            />
          )}
          {before.length > 0 && (
            <Details summary={say('own.pricesBefore')}>
              <Prices offer={offer} rows={before} caption={say('own.pricesBeforeOf', { offer: offer.name })} />
            </Details>
          )}
          <Withdrawal offer={offer} steps={steps} />
        </>
      }
      fields={(form) => (
        <>
          <p>{say('own.priceHint')}</p>
          <MoneyField label={say('own.newPrice')} width={10} {...form.field('pricePence')} />
          <DateField label={say('own.newPriceFrom')} hint={say('own.newPriceHint')} {...form.field('from')} />
          <DateField
            label={say('own.newPriceUntil')}
            hint={say('own.newPriceUntilHint')}
            optional
            {...form.field('until')}
          />
        </>
      )}
      onSave={async ({ pricePence, from, until }) => {
        const read = parsePounds(pricePence);
        if (!read.ok) return;
        const last = dateFromParts(until);
        await steps.setPrice({
          ...{ offerId: offer.id, pricePence: Number(read.value), from: dateFromParts(from) ?? '' },
          ...(last === null ? {} : { until: last }),
        });
      }}
    />
  );
}

/** What an offer is beside its prices: read, and changed for what is ordered later. */
function Terms({ offer, steps }: { offer: OwnOffer; steps: ReturnType<typeof useOfferSteps> }): ReactNode {
  const { say, unit } = useListingWords();
  const timed = UNIT_NAMES.some((one) => one === offer.unit && isTimedUnit(one));
  const vat: Vat = offer.welfare ? 'welfare' : offer.zeroRated ? 'zero' : 'standard';
  return (
    <OwnPart
      title={say('own.offer.termsOf', { offer: offer.name })}
      change={say('own.offer.change')}
      prefix={`${offer.id}-terms-`}
      initial={{
        ...{ name: offer.name, minimumMinutes: offer.minimumMinutes === 0 ? '' : String(offer.minimumMinutes), vat },
        noticeHours: offer.noticeHours === null ? '' : String(offer.noticeHours),
      }}
      check={({ name, minimumMinutes, noticeHours }) => ({
        ...(isBlank(name) && { name: 'field.required' }),
        ...faultsOfTerms({ minimumMinutes, noticeHours }),
      })}
      read={
        <ul className="govuk-list govuk-list--bullet">
          <li>{say(`own.offer.vatOf.${vat}`)}</li>
          {timed && (
            <li>
              {offer.minimumMinutes === 0
                ? say('own.offer.anyLength')
                : say('page.minimum', { count: offer.minimumMinutes })}
            </li>
          )}
          <li>
            {offer.noticeHours === null ? say('own.noticeOfCouncils') : say('own.notice', { count: offer.noticeHours })}
          </li>
        </ul>
      }
      fields={(form) => (
        <>
          <p>{say('own.offer.changeText')}</p>
          <TextField label={say('own.offer.name')} hint={say('own.offer.nameHint')} {...form.field('name')} />
          <OfferTerms
            minimum={timed ? form.field('minimumMinutes') : null}
            notice={form.field('noticeHours')}
            vat={form.field('vat')}
          />
          <p className="sm-soft">
            {say('own.offer.unitStays', { unit: unit(offer.unit), days: say(`days.${offer.days}`) })}
          </p>
        </>
      )}
      onSave={async (values) => {
        await steps.changeTerms({
          ...{
            offerId: offer.id,
            name: values.name.trim(),
            minimumMinutes: whole(values.minimumMinutes || '0', 1_440) ?? 0,
          },
          noticeHours: values.noticeHours.trim() === '' ? null : whole(values.noticeHours, 720),
          ...{ welfare: values.vat === 'welfare', zeroRated: values.vat === 'zero' },
        });
      }}
    />
  );
}

export function OwnOffers({ listingId }: { readonly listingId: string }): ReactNode {
  const { say } = useListingWords();
  const { may } = useSession();
  const { data, error } = useOwnOffers(listingId);
  const steps = useOfferSteps(listingId);
  if (error) throw error;
  if (!data) return null;
  return (
    <Section title={say('page.prices')}>
      {data.items.map((offer) => (
        <Fragment key={offer.id}>
          <Offer listingId={listingId} offer={offer} steps={steps} />
          <Terms offer={offer} steps={steps} />
        </Fragment>
      ))}
      {data.items.length === 0 && <p>{say('own.none')}</p>}
      <ButtonRow>
        <LinkButton look="secondary" href={paths.providerNewOffer(listingId)}>
          {say('own.offer.title')}
        </LinkButton>
        {data.items.length > 0 && may('price-rise.propose') && (
          <LinkButton look="secondary" href={paths.proposePriceRise({ listing: listingId })}>
            {say('own.proposeRise')}
          </LinkButton>
        )}
      </ButtonRow>
    </Section>
  );
}
