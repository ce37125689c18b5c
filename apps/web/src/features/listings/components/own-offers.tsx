// What a listing costs, as its organisation keeps it: each offer with its prices, another price from a day on, and off sale.
import { parsePounds } from '@support-market/domain/shared/money';
import { type ReactNode, useState } from 'react';
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
import { DataTable } from '../../../ui/lists.tsx';
import { MoneyField } from '../../../ui/text-field.tsx';
import { useProblemWords } from '../../../words/use-words.ts';
import { useNewListings } from '../api/new-listings.ts';
import { type OwnOffer, useOfferSteps, useOwnOffers } from '../api/own-records.ts';
import { useListingWords } from './listing-words.ts';
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
  /** How a price that has not begun is taken away; left out where none can be. */
  readonly removal?: (price: Price) => ReactNode;
}): ReactNode {
  const { say, price } = useListingWords();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'from', heading: say('own.priceFrom'), rowHeading: true, cell: ({ from }) => sayDate(from) },
        {
          key: 'until',
          heading: say('own.priceUntil'),
          cell: ({ until }) => (until === null ? say('own.priceOpen') : sayDate(until)),
        },
        {
          key: 'price',
          heading: say('own.priceNet'),
          number: true,
          cell: (row) => (
            <>
              {price({ pence: row.pricePence, unit: offer.unit })}
              {removal?.(row)}
            </>
          ),
        },
        {
          key: 'who',
          heading: say('own.saidBy'),
          cell: ({ setBy }) => say(setBy === 'provider' ? 'own.byYou' : 'own.byFile'),
        },
      ]}
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
      initial={{ pricePence: '', from: EMPTY_DATE }}
      check={({ pricePence, from }) => {
        const read = parsePounds(pricePence);
        return {
          ...(read.ok ? {} : { pricePence: read.code }),
          ...(dateFromParts(from) === null ? { from: 'date.does_not_exist' } : {}),
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
          <p>
            {offer.noticeHours === null ? say('own.noticeOfCouncils') : say('own.notice', { count: offer.noticeHours })}
          </p>
          <Withdrawal offer={offer} steps={steps} />
        </>
      }
      fields={(form) => (
        <>
          <p>{say('own.priceHint')}</p>
          <MoneyField label={say('own.newPrice')} width={10} {...form.field('pricePence')} />
          <DateField label={say('own.newPriceFrom')} hint={say('own.newPriceHint')} {...form.field('from')} />
        </>
      )}
      onSave={async ({ pricePence, from }) => {
        const read = parsePounds(pricePence);
        if (read.ok)
          await steps.setPrice({ offerId: offer.id, pricePence: Number(read.value), from: dateFromParts(from) ?? '' });
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
        <Offer key={offer.id} listingId={listingId} offer={offer} steps={steps} />
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
