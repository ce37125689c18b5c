// What a listing costs, as its organisation keeps it: each offer with its prices, another price from a day on, and off sale.
import { parsePounds } from '@support-market/domain/shared/money';
import { type ReactNode, useState } from 'react';
import { sayDate } from '../../../format/dates.ts';
import { useToday } from '../../../format/server-clock.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField, dateFromParts, EMPTY_DATE } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Details, Section } from '../../../ui/layout.tsx';
import { DataTable } from '../../../ui/lists.tsx';
import { MoneyField } from '../../../ui/text-field.tsx';
import { type OwnOffer, useOfferSteps, useOwnOffers } from '../api/own-records.ts';
import { useListingWords } from './listing-words.ts';
import { OwnPart } from './own-part.tsx';

type Price = OwnOffer['prices'][number];

function Prices({ offer, rows, caption }: { offer: OwnOffer; rows: readonly Price[]; caption: string }): ReactNode {
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
          cell: ({ pricePence }) => price({ pence: pricePence, unit: offer.unit }),
        },
        {
          key: 'who',
          heading: say('own.who'),
          cell: ({ setBy }) => say(setBy === 'provider' ? 'own.byYou' : 'own.byFile'),
        },
      ]}
    />
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

function Offer({ offer, steps }: { offer: OwnOffer; steps: ReturnType<typeof useOfferSteps> }): ReactNode {
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
            <Prices offer={offer} rows={now} caption={say('own.pricesOf', { offer: offer.name })} />
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
  const { data, error } = useOwnOffers(listingId);
  const steps = useOfferSteps(listingId);
  if (error) throw error;
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={say('page.prices')}>
      {data.items.map((offer) => (
        <Offer key={offer.id} offer={offer} steps={steps} />
      ))}
    </Section>
  );
}
