// Listings that were begun and that people cannot find yet, on the page where their owner lands: the way on, without looking for it.
import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { useSession } from '../../../shell/session.tsx';
import { TextLink } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useOwnOrganisation } from '../api/own-records.ts';

export function Unfinished(): ReactNode {
  const { session } = useSession();
  const own = new Set(session.roles.flatMap(({ organisationId }) => organisationId ?? []));
  return [...own].map((id) => <UnfinishedOf key={id} id={id} />);
}

function UnfinishedOf({ id }: { readonly id: string }): ReactNode {
  const say = useWords('listings');
  // A page without this word is still the page.
  const { data } = useOwnOrganisation(id);
  const begun = data?.listings.filter(({ state }) => state === 'draft' || state === 'changes-asked') ?? [];
  if (begun.length === 0) return null;
  return (
    <Notice title={say('mine.unfinished')}>
      <ul className="govuk-list">
        {begun.map((listing) => (
          <li key={listing.id}>
            {listing.title}:{' '}
            <TextLink href={paths.providerListingStep(listing.id)} about={listing.title}>
              {say('mine.goOn')}
            </TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
