// The price rises that the viewer may see, newest first. The address holds the filters, so that a link to the list keeps them.
import { PRICE_RISE_STATES } from '@support-market/domain/price-rises/price-rise-states';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { usePriceRises } from '../../features/price-rises/api/price-rises.ts';
import { usePriceWords } from '../../features/price-rises/components/price-words.ts';
import { londonTime, sayDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { ListFilters, readFilters } from '../../shell/list-filters.tsx';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { EmptyState, Loading } from '../../ui/layout.tsx';
import { Pagination } from '../../ui/lists.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="price-rise.view">
      <Shown />
    </SignedIn>
  );
}

function Shown(): ReactNode {
  const say = useWords('price-rises');
  const { price } = usePriceWords();
  const { may } = useSession();
  const [query] = useSearchParams();
  const filters = readFilters(query, PRICE_RISE_STATES);
  const isNarrowed = Object.values(filters).some((value) => value !== '');
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = usePriceRises(filters, cursor);
  if (error) throw error;
  return (
    <Frame
      title={say('title')}
      width="reading"
      actions={may('price-rise.propose') && <LinkButton href={paths.proposePriceRise()}>{say('propose')}</LinkButton>}
    >
      <ListFilters
        filters={filters}
        address={paths.priceRises}
        states={PRICE_RISE_STATES.map((value) => ({ value, label: say(`states.${value}`) }))}
        from={say('from')}
      />
      {!data && <Loading lines={6} />}
      {data && data.items.length === 0 && <EmptyState title={say(isNarrowed ? 'noneSuch' : 'none')} />}
      {data && data.items.length > 0 && (
        <ul className="sm-plain-list sm-stack">
          {data.items.map((rise) => {
            const about = `${rise.organisationName}, ${sayDate(londonTime(rise.writtenAt).toPlainDate().toString())}`;
            return (
              <li key={rise.id}>
                <p className="sm-soft sm-small">
                  {say('aboutOne', { about, kind: say(`kinds.${rise.kind}`), state: say(`states.${rise.state}`) })}
                </p>
                <p>
                  <TextLink href={paths.priceRise(rise.id)} about={about}>
                    {say('heading', {
                      offer: say('offerIs', { listing: rise.listingTitle, offer: rise.offerName }),
                      to: price(rise.toPence, rise.unit),
                      date: sayDate(rise.fromDate),
                    })}
                  </TextLink>
                </p>
              </li>
            );
          })}
        </ul>
      )}
      <Pagination
        firstHref={cursor ? paths.priceRises(filters) : undefined}
        nextHref={data?.nextCursor ? paths.priceRises({ ...filters, cursor: data.nextCursor }) : undefined}
      />
    </Frame>
  );
}
