// What the community does this week. Shown when there is something; a front page needs no empty box.
import type { ReactNode } from 'react';
import { sayVisit } from '../../../format/dates.ts';
import { paths } from '../../../paths.ts';
import { TextLink } from '../../../ui/button.tsx';
import { Card, CardGrid, Section } from '../../../ui/layout.tsx';
import { Tag } from '../../../ui/marks.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useEventsThisWeek } from '../api/list-events-this-week.ts';

/** How many the front page shows. */
export const SHOWN_EVENTS = 4;

export function EventsThisWeek(): ReactNode {
  const say = useWords('front');
  const events = useEventsThisWeek(SHOWN_EVENTS);
  const items = events.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section
      title={say('week')}
      lead={say('weekLead')}
      aside={<TextLink href={paths.events()}>{say('allEvents')}</TextLink>}
    >
      <CardGrid>
        {items.map((event) => (
          <Card
            key={event.id}
            title={event.title}
            href={paths.listing(event.listingSlug)}
            flag={event.free ? <Tag tone="go">{say('free')}</Tag> : undefined}
          >
            <p>{sayVisit(event.startsAt, event.endsAt)}</p>
            {event.placeName && <p className="sm-soft">{event.placeName}</p>}
          </Card>
        ))}
      </CardGrid>
    </Section>
  );
}
