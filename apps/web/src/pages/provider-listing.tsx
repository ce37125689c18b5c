// One listing, kept by its organisation: what it is, where, whom to ask, when, and how it came to be as it is.
import { CATEGORIES, type TopCategory } from '@support-market/domain/listings/categories';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import {
  type ListingChange,
  useListingHistory,
  useListingSteps,
  useOwnListing,
} from '../features/listings/api/own-records.ts';
import { OwnAbout } from '../features/listings/components/own-about.tsx';
import { OwnAnswers } from '../features/listings/components/own-answers.tsx';
import { OwnContacts } from '../features/listings/components/own-contacts.tsx';
import { OwnEvents } from '../features/listings/components/own-events.tsx';
import { OwnOffers } from '../features/listings/components/own-offers.tsx';
import { OwnPart } from '../features/listings/components/own-part.tsx';
import { OwnPlaces } from '../features/listings/components/own-places.tsx';
import { sayDate } from '../format/dates.ts';
import { paths } from '../paths.ts';
import { Page as Frame } from '../shell/page.tsx';
import { PageLoading } from '../shell/page-loading.tsx';
import { SignedIn } from '../shell/session.tsx';
import { TextLink } from '../ui/button.tsx';
import { Checkboxes, Select } from '../ui/choice-field.tsx';
import { BackLink, Details } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words/use-words.ts';

type Slug = NonNullable<ListingChange['categories']>['main'];
const TOPS: readonly TopCategory[] = CATEGORIES;
const KINDS = TOPS.flatMap((top) => [top, ...top.children]).map(({ slug, name }) => ({
  value: slug as Slug,
  label: name,
}));
const nameOf = (slug: string): string => KINDS.find(({ value }) => value === slug)?.label ?? slug;

export function Page(): ReactNode {
  const { id = '' } = useParams();
  return (
    <SignedIn roles={['provider', 'isf-holder', 'community-group']}>
      <Record id={id} />
    </SignedIn>
  );
}

function History({ id }: { readonly id: string }): ReactNode {
  const say = useWords('listings');
  const { data, error } = useListingHistory(id);
  if (error) throw error;
  if (!data || data.items.length === 0) return null;
  return (
    <Details summary={say('own.history')}>
      <ul className="govuk-list govuk-list--bullet">
        {data.items.map((one) => (
          <li key={one.id}>
            {say(`own.steps.${one.event.replace('listing.', '')}` as 'own.steps.confirmed', {
              defaultValue: one.event,
            })}
            , {sayDate(one.changedAt.slice(0, 10))}
          </li>
        ))}
      </ul>
    </Details>
  );
}

function Record({ id }: { readonly id: string }): ReactNode {
  const say = useWords('listings');
  const { data: own, error } = useOwnListing(id);
  const steps = useListingSteps(id);
  if (error) throw error;
  if (!own) return <PageLoading />;
  const { version } = own;
  const isShown = own.state === 'published' || own.state === 'stale';
  return (
    <Frame
      title={own.title}
      lead={say('own.lead')}
      width="reading"
      above={<BackLink href={paths.providerOrganisation(own.organisationId)} />}
    >
      {own.state === 'hidden' && (
        <Notice kind="warn">
          <p>{say('own.longUnconfirmed')}</p>
        </Notice>
      )}
      {isShown && (
        <p>
          <TextLink href={paths.listing(own.slug)}>{say('mine.seen')}</TextLink>
        </p>
      )}
      <OwnAnswers record={own} steps={steps} />
      <OwnAbout own={own} onSave={(facts) => steps.edit({ version, facts })} />
      <OwnPart
        title={say('own.kinds')}
        initial={{ main: own.categories.main as Slug, further: own.categories.further as Slug[] }}
        read={<p>{[own.categories.main, ...own.categories.further].map(nameOf).join(', ')}</p>}
        fields={(form) => (
          <>
            <Select label={say('own.mainKind')} {...form.field('main')} choices={KINDS} />
            <Checkboxes
              id="further"
              label={say('own.furtherKinds')}
              values={form.values.further}
              onChange={(further) => form.set({ further: [...further] })}
              choices={KINDS.filter(({ value }) => value !== form.values.main)}
            />
          </>
        )}
        onSave={({ main, further }) => steps.edit({ version, categories: { main, further: [...further] } })}
      />
      <OwnOffers listingId={id} />
      <OwnPlaces places={own.places} onSave={(places) => steps.edit({ version, places })} />
      <OwnContacts contacts={own.contacts} onSave={(contacts) => steps.edit({ version, contacts })} />
      <OwnEvents events={own.events} places={own.places} onSave={(events) => steps.edit({ version, events })} />
      <History id={id} />
    </Frame>
  );
}
