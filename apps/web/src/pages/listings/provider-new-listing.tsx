// Starting a listing of one's own: its first step. From there on it is kept, and gone on with a step at a time.
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useNewListings } from '../../features/listings/api/new-listings.ts';
import { useOwnOrganisation } from '../../features/listings/api/own-records.ts';
import { LISTING_STEPS } from '../../features/listings/components/steps/listing-steps.ts';
import { WhatStep } from '../../features/listings/components/steps/what-step.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { BackLink } from '../../ui/layout.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const { id = '' } = useParams();
  return (
    <SignedIn action="listing.add">
      <Start id={id} />
    </SignedIn>
  );
}

function Start({ id }: { readonly id: string }): ReactNode {
  const say = useWords('listings');
  const navigate = useNavigate();
  const { session } = useSession();
  const { data: organisation, error } = useOwnOrganisation(id);
  const { start } = useNewListings();
  if (error) throw error;
  if (!organisation) return <PageLoading />;
  // What people run for each other is free, until they say otherwise.
  const isGroup = session.roles.some(({ organisationId, role }) => organisationId === id && role === 'community-group');
  const at = { number: 1, count: LISTING_STEPS.length };
  const title = say('steps.titles.what');
  return (
    <Frame
      title={say('steps.tab', { ...at, title })}
      heading={title}
      caption={say('steps.of', at)}
      lead={say('steps.leads.what')}
      width="reading"
      above={<BackLink href={paths.providerListings()} />}
    >
      <WhatStep
        initial={null}
        onSave={async (what) => {
          const listing = await start(id, { ...what, free: isGroup });
          await navigate(paths.providerListingStep(listing, 'where'));
        }}
      />
      <p className="sm-soft sm-after-form">{say('steps.onlyYou')}</p>
    </Frame>
  );
}
