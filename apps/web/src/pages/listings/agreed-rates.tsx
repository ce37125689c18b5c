// What the council agreed a rate for; by part of a provider's name, everything that it sells, to agree one.
import { type ReactNode, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useRatedOffers } from '../../features/listings/api/agreed-rates.ts';
import { useListingWords } from '../../features/listings/components/listing-words.ts';
import { readableText } from '../../format/readable.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button, TextLink } from '../../ui/button.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { EmptyState } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useProblemWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="agreed-rate.view">
      <Rates />
    </SignedIn>
  );
}

function Rates(): ReactNode {
  const { say, price } = useListingWords();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const search = [...readableText(query.get('search'))].slice(0, 100).join('');
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useRatedOffers(search, cursor);
  const form = useFormState({ initial: { search }, words: useProblemWords() });
  // The form follows the address, which a link may have changed.
  const [followed, setFollowed] = useState(search);
  if (followed !== search) {
    setFollowed(search);
    form.reset({ search });
  }
  if (error) throw error;
  if (!data) return <PageLoading />;
  const said = (pence: number | null, unit: string) => (pence === null ? say('rates.noRate') : price({ pence, unit }));
  return (
    <Frame title={say('rates.title')} lead={say('rates.lead')}>
      <Form onSubmit={form.onSubmit((values) => void navigate(paths.agreedRates({ search: values.search.trim() })))}>
        <TextField label={say('rates.search')} hint={say('rates.searchHint')} type="search" {...form.field('search')} />
        <Button type="submit" look="secondary">
          {say('rates.show')}
        </Button>
      </Form>
      <p className="sm-soft">{say('rates.net')}</p>
      <DataTable
        caption={say('rates.title')}
        captionHidden
        rows={data.items}
        rowKey={({ offerId }) => offerId}
        empty={<EmptyState title={say(search ? 'rates.noneSuch' : 'rates.none')} />}
        columns={[
          {
            key: 'offer',
            heading: say('rates.offer'),
            rowHeading: true,
            cell: ({ offerId, listingTitle, offerName, days }) => (
              <TextLink href={paths.agreedRate(offerId)}>
                {`${listingTitle}: ${offerName}${days === 'any' ? '' : `, ${say(`days.${days}`)}`}`}
              </TextLink>
            ),
          },
          { key: 'provider', heading: say('rates.provider'), cell: ({ organisationName }) => organisationName },
          {
            key: 'public',
            heading: say('rates.public'),
            number: true,
            cell: ({ publicPence, unit }) => said(publicPence, unit),
          },
          {
            key: 'agreed',
            heading: say('rates.agreed'),
            number: true,
            cell: ({ agreedPence, unit }) => said(agreedPence, unit),
          },
        ]}
      />
      <Pagination
        firstHref={cursor ? paths.agreedRates({ search }) : undefined}
        nextHref={data.nextCursor ? paths.agreedRates({ search, cursor: data.nextCursor }) : undefined}
      />
    </Frame>
  );
}
