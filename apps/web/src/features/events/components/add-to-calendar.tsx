// How somebody has these events in the calendar of their own phone or computer, where they stay up to date.
import type { ReactNode } from 'react';
import { Exact } from '../../../ui/exact.tsx';
import { Details } from '../../../ui/layout.tsx';
import { useWords } from '../../../words/use-words.ts';

export function AddToCalendar({ url }: { readonly url: string | null | undefined }): ReactNode {
  const say = useWords('listings');
  if (!url) return null;
  return (
    <Details summary={say('calendar.add')}>
      <p>{say('calendar.how')}</p>
      <p>
        <a className="govuk-link" href={url.replace(/^https?:/, 'webcal:')}>
          {say('calendar.open')}
        </a>
      </p>
      <p>{say('calendar.ifNot')}</p>
      <p className="sm-breaks">
        <a className="govuk-link" href={url}>
          <Exact>{url}</Exact>
        </a>
      </p>
    </Details>
  );
}
