// What is on, day by day: when, what, whose, where, and how far away.
import type { ReactNode } from 'react';
import { sayDay, sayTimes } from '../../../format/dates.ts';
import { paths } from '../../../paths.ts';
import { Exact } from '../../../ui/exact.tsx';
import { useKit } from '../../../ui/kit.tsx';
import { Tag } from '../../../ui/marks.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { HappeningOn } from '../api/list-events.ts';

/** Why it is not as usual. */
function Change({ item }: { readonly item: HappeningOn }): ReactNode {
  const say = useWords('listings');
  const moved = item.movedTo
    ? say('dates.movedToDay', { day: sayDay(item.movedTo) })
    : item.movedFrom &&
      (item.movedFrom === item.date ? say('dates.otherTime') : say('dates.movedFrom', { day: sayDay(item.movedFrom) }));
  const text = [moved, item.reason].filter(Boolean).join(': ');
  return text ? <p>{text}</p> : null;
}

export function Happenings({
  items,
  withDay = false,
  sayDistance,
}: {
  readonly items: readonly HappeningOn[];
  /** Each says its day, where no heading does. */
  readonly withDay?: boolean;
  readonly sayDistance?: (metres: number) => string;
}): ReactNode {
  const say = useWords('listings');
  const { Link } = useKit();
  return (
    <ul className="sm-plain-list sm-days-list">
      {items.map((item) => (
        <li key={item.id} className="sm-happening">
          <p className="sm-happening__time">
            {withDay && `${sayDay(item.date)}, `}
            {sayTimes(item.startsAt, item.endsAt)}
          </p>
          <div>
            <h3 className="sm-happening__title">
              <Link href={paths.listing(item.listingSlug)} className="govuk-link">
                {item.title}
              </Link>{' '}
              {item.isOff ? (
                <Tag tone="look">{say(item.movedTo ? 'dates.moved' : 'dates.calledOff')}</Tag>
              ) : (
                item.free && <Tag tone="go">{say('free')}</Tag>
              )}
            </h3>
            <p>
              <Exact words>
                {[item.organisationName === item.title ? '' : item.organisationName, item.placeName, item.postcode]
                  .filter(Boolean)
                  .join(', ')}
              </Exact>
              {item.distanceMetres !== null && sayDistance && <strong>. {sayDistance(item.distanceMetres)}</strong>}
            </p>
            <Change item={item} />
          </div>
        </li>
      ))}
    </ul>
  );
}
