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
import { OwnAnswers } from '../features/listings/components/own-answers.tsx';
import { OwnContacts, wordsOf } from '../features/listings/components/own-contacts.tsx';
import { OwnEvents } from '../features/listings/components/own-events.tsx';
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
import { SummaryList } from '../ui/lists.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
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
      <OwnPart
        title={say('page.about')}
        initial={{
          ...{ title: own.title, summary: own.summary, description: own.description, whenText: own.whenText },
          ...{ whoFor: own.whoFor, languages: own.languages.join(', '), website: own.website ?? '' },
          times: [own.evenings && 'evenings', own.weekends && 'weekends', own.accessible && 'accessible'].filter(
            (one): one is 'evenings' | 'weekends' | 'accessible' => one !== false,
          ),
          hasSpace: own.hasSpace === null ? 'unknown' : own.hasSpace ? 'yes' : 'no',
        }}
        check={({ title }) => (title.trim() === '' ? { title: 'field.required' } : {})}
        read={
          <SummaryList
            rows={[
              { key: 'title', label: say('own.fields.title'), value: own.title },
              { key: 'summary', label: say('own.fields.summary'), value: own.summary || say('own.none') },
              { key: 'about', label: say('own.fields.description'), value: own.description || say('own.none') },
              { key: 'when', label: say('page.whenLabel'), value: own.whenText || say('own.none') },
              { key: 'for', label: say('page.whoFor'), value: own.whoFor || say('own.none') },
              { key: 'languages', label: say('page.languages'), value: own.languages.join(', ') || say('own.none') },
              {
                key: 'space',
                label: say('page.space'),
                value: say(own.hasSpace === null ? 'spaceUnknown' : own.hasSpace ? 'hasSpace' : 'full'),
              },
            ]}
          />
        }
        fields={(form) => (
          <>
            <TextField label={say('own.fields.title')} {...form.field('title')} />
            <TextField label={say('own.fields.summary')} optional {...form.field('summary')} />
            <TextArea
              label={say('own.fields.description')}
              optional
              rows={6}
              maxLength={5000}
              {...form.field('description')}
            />
            <TextField label={say('page.whenLabel')} optional {...form.field('whenText')} />
            <TextField label={say('page.whoFor')} optional {...form.field('whoFor')} />
            <TextField label={say('page.languages')} hint={say('own.listHint')} optional {...form.field('languages')} />
            <TextField label={say('contact.website')} optional {...form.field('website')} />
            <Checkboxes
              id="times"
              label={say('own.times')}
              values={form.values.times}
              onChange={(times) => form.set({ times: [...times] })}
              choices={[
                { value: 'evenings', label: say('page.eveningsYes') },
                { value: 'weekends', label: say('page.weekendsYes') },
                { value: 'accessible', label: say('page.accessible') },
              ]}
            />
            <Select
              label={say('page.space')}
              {...form.field('hasSpace')}
              choices={[
                { value: 'unknown', label: say('own.spaceUnknown') },
                { value: 'yes', label: say('hasSpace') },
                { value: 'no', label: say('full') },
              ]}
            />
          </>
        )}
        onSave={({ times, hasSpace, languages, website, ...facts }) =>
          steps.edit({
            version,
            facts: {
              ...facts,
              website: website || null,
              languages: wordsOf(languages),
              evenings: times.includes('evenings'),
              weekends: times.includes('weekends'),
              accessible: times.includes('accessible'),
              hasSpace: hasSpace === 'unknown' ? null : hasSpace === 'yes',
            },
          })
        }
      />
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
      <OwnPlaces places={own.places} onSave={(places) => steps.edit({ version, places })} />
      <OwnContacts contacts={own.contacts} onSave={(contacts) => steps.edit({ version, contacts })} />
      <OwnEvents events={own.events} places={own.places} onSave={(events) => steps.edit({ version, events })} />
      <History id={id} />
    </Frame>
  );
}
