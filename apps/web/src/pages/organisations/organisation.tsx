// An organisation: who they are, what was checked, what they offer, how to reach them.
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { datesOf, useEvents } from '../../features/events/api/list-events.ts';
import { AddToCalendar } from '../../features/events/components/add-to-calendar.tsx';
import { Happenings } from '../../features/events/components/happenings.tsx';
import { ContactList, People } from '../../features/listings/components/contact-list.tsx';
import { ListingCards } from '../../features/listings/components/listing-cards.tsx';
import { useListingWords } from '../../features/listings/components/listing-words.ts';
import { Places } from '../../features/listings/components/places.tsx';
import { ToldBy } from '../../features/listings/components/told-by.tsx';
import { Marks } from '../../features/listings/components/trust-marks.tsx';
import { useOrganisation } from '../../features/organisations/api/view-organisation.ts';
import { Photos } from '../../features/photos/components/photos.tsx';
import { useToday } from '../../format/server-clock.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { TextLink } from '../../ui/button.tsx';
import { Loading, Section } from '../../ui/layout.tsx';
import { Tag } from '../../ui/marks.tsx';

const SIZES = ['one-person', 'small', 'medium', 'large'] as const;

/** Dates that are shown here; the page of what is on has the rest. */
const SOON = 5;

function WhatIsOn({ slug, name }: { readonly slug: string; readonly name: string }): ReactNode {
  const { say } = useListingWords();
  const { data, error } = useEvents(datesOf(slug, useToday()));
  if (error) throw error;
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={say('organisation.events')}>
      <Happenings items={data.items.slice(0, SOON)} withDay />
      {data.items.length > SOON && (
        <p>
          <TextLink href={paths.events({ when: 'month', organisation: slug })}>
            {say('events.allOf', { organisation: name })}
          </TextLink>
        </p>
      )}
      <AddToCalendar url={data.calendarUrl} />
    </Section>
  );
}

export function Page(): ReactNode {
  const { say } = useListingWords();
  const { slug = '' } = useParams();
  const { data, error } = useOrganisation(slug);
  if (error) throw error;
  if (!data) {
    return (
      <Frame title={say('search.title')}>
        <Loading />
      </Frame>
    );
  }
  const size = SIZES.find((one) => one === data.size);
  return (
    <Frame title={data.name} lead={data.description || undefined}>
      <p className="sm-listing__tags">
        {size && <Tag tone="quiet">{say(`size.${size}`)}</Tag>}
        {data.inHouse && <Tag>{say('inHouse')}</Tag>}
        {data.acceptsIsf && <Tag tone="go">{say('isf')}</Tag>}
      </p>
      <Photos of={{ organisation: slug }} />
      <Section title={say('organisation.offers')}>
        {data.listings.length === 0 && <p>{say('organisation.none')}</p>}
        <ListingCards listings={data.listings} />
      </Section>
      <WhatIsOn slug={slug} name={data.name} />
      {data.locations.length > 0 && (
        <Section title={say('organisation.places')}>
          <Places places={data.locations} />
        </Section>
      )}
      <Section title={say('page.trust')}>
        <Marks marks={data.marks} />
        <ToldBy name={data.name} lastChecked={data.lastChecked} fromFile={data.fromFile} />
      </Section>
      <Section title={say('page.contact')}>
        <People contacts={data.contacts} />
        <ContactList
          telephone={data.telephone}
          email={data.email}
          website={data.website}
          address={[data.addressLine, data.city, data.postcode].filter(Boolean).join(', ')}
        />
      </Section>
    </Frame>
  );
}
