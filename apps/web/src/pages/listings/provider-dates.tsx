// The dates on which a group's own listing is on, with those that it called off or moved: one leads to each.
import type { ReactNode } from 'react';
import { useLocation, useParams } from 'react-router';
import { type OwnDate, useOwnDates } from '../../features/listings/api/event-dates.ts';
import { ChangedDateText } from '../../features/listings/components/changed-date.tsx';
import { sayClock, sayDay } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { BackLink } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const { id = '' } = useParams();
  return (
    <SignedIn action="listing.edit">
      <Dates id={id} />
    </SignedIn>
  );
}

function Dates({ id }: { readonly id: string }): ReactNode {
  const say = useWords('listings');
  const { data, error } = useOwnDates(id);
  const saved: unknown = useLocation().state;
  if (error) throw error;
  if (!data) return <PageLoading />;
  return (
    <Frame
      title={say('dates.title')}
      caption={data.title}
      lead={say('dates.lead')}
      width="reading"
      above={<BackLink href={paths.providerListing(id)} />}
    >
      {saved === 'saved' && (
        <Notice kind="success" live>
          <p>{say('dates.saved')}</p>
        </Notice>
      )}
      {data.items.length === 0 ? (
        <p>{say('dates.none')}</p>
      ) : (
        <SummaryList
          rows={data.items.map((one: OwnDate) => ({
            key: `${one.eventId} ${one.date}`,
            label: sayDay(one.date),
            value: (
              <>
                <p>
                  {one.name}, {sayClock(one.startTime)} – {sayClock(one.endTime)}
                </p>
                {one.change && (
                  <p>
                    <strong>
                      <ChangedDateText change={one.change} />
                    </strong>
                  </p>
                )}
              </>
            ),
            action: (
              <TextLink
                href={paths.providerDate(id, one.eventId, one.date)}
                about={say('dates.about', { event: one.name, day: sayDay(one.date) })}
              >
                {say('own.change')}
              </TextLink>
            ),
          }))}
        />
      )}
    </Frame>
  );
}
