// The way from nothing to a listing, a step at a time: what is said is kept as one goes on, and somebody who comes back goes on
// where they were.
import { type ReactNode, useState } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import { useNewListings } from '../../features/listings/api/new-listings.ts';
import {
  type OwnListing,
  useListingSteps,
  useOwnListing,
  useOwnOffers,
  useOwnOrganisation,
} from '../../features/listings/api/own-records.ts';
import type { Slug } from '../../features/listings/components/kinds.ts';
import { CheckStep } from '../../features/listings/components/steps/check-step.tsx';
import {
  factsOf,
  firstUndone,
  LISTING_STEPS,
  type ListingStep,
  stepBeside,
} from '../../features/listings/components/steps/listing-steps.ts';
import { PriceStep } from '../../features/listings/components/steps/price-step.tsx';
import { ReachStep } from '../../features/listings/components/steps/reach-step.tsx';
import { WhatStep } from '../../features/listings/components/steps/what-step.tsx';
import { WhenStep } from '../../features/listings/components/steps/when-step.tsx';
import { WhereStep } from '../../features/listings/components/steps/where-step.tsx';
import { useOwnPhotos, usePhotoSteps } from '../../features/photos/api/photos.ts';
import { AddPhoto } from '../../features/photos/components/add-photo.tsx';
import { PictureList } from '../../features/photos/components/picture-list.tsx';
import { paths } from '../../paths.ts';
import { NotFound } from '../../shell/not-found.tsx';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { ButtonRow, LinkButton, TextLink } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/form.tsx';
import { BackLink } from '../../ui/layout.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const { id = '', step } = useParams();
  return (
    <SignedIn action="listing.edit">
      <Steps id={id} asked={step} />
    </SignedIn>
  );
}

function Steps({ id, asked }: { readonly id: string; readonly asked: string | undefined }): ReactNode {
  const say = useWords('listings');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { data: own, error } = useOwnListing(id);
  if (error) throw error;
  if (!own) return <PageLoading />;
  if (asked === undefined) return <Navigate to={paths.providerListingStep(id, firstUndone(own))} replace />;
  const step = LISTING_STEPS.find((one) => one === asked);
  if (!step) return <NotFound />;
  // Who comes from the last look to change one thing goes back to it.
  const isChange = step !== 'check' && search.get('then') === 'check';
  const before = isChange ? 'check' : stepBeside(step, -1);
  const after = isChange ? 'check' : stepBeside(step, 1);
  const at = { number: LISTING_STEPS.indexOf(step) + 1, count: LISTING_STEPS.length };
  const title = say(`steps.titles.${step}`);
  const onDone = async (): Promise<void> => {
    await navigate(after ? paths.providerListingStep(id, after) : paths.providerListing(id));
  };
  return (
    <Frame
      title={say('steps.tab', { ...at, title })}
      heading={title}
      caption={say('steps.of', at)}
      lead={say(`steps.leads.${step}`)}
      width="reading"
      above={<BackLink href={before ? paths.providerListingStep(id, before) : paths.providerListings()} />}
    >
      <OneStep key={step} step={step} own={own} onDone={onDone} />
      <p className="sm-soft sm-after-form">
        {say('steps.kept')} <TextLink href={paths.providerListings()}>{say('steps.leave')}</TextLink>
      </p>
    </Frame>
  );
}

interface OneProps {
  readonly own: OwnListing;
  readonly onDone: () => Promise<void>;
}

function OneStep({ step, own, onDone }: OneProps & { readonly step: ListingStep }): ReactNode {
  const { edit } = useListingSteps(own.id);
  switch (step) {
    case 'what':
      return (
        <WhatStep
          initial={{ title: own.title, category: own.categories.main as Slug, summary: own.summary }}
          onSave={async ({ title, category, summary }) => {
            await edit({
              version: own.version,
              facts: { ...factsOf(own), title, summary },
              categories: { main: category, further: own.categories.further as Slug[] },
            });
            await onDone();
          }}
        />
      );
    case 'where':
      return <WhereStep own={own} onDone={onDone} />;
    case 'when':
      return <WhenStep own={own} onDone={onDone} />;
    case 'price':
      return <Price own={own} onDone={onDone} />;
    case 'reach':
      return <Reach own={own} onDone={onDone} />;
    case 'photo':
      return <PhotoStep own={own} />;
    default:
      return <Check own={own} onDone={onDone} />;
  }
}

function Price({ own, onDone }: OneProps): ReactNode {
  const { data, error } = useOwnOffers(own.id);
  if (error) throw error;
  return data ? <PriceStep own={own} offers={data} onDone={onDone} /> : <PageLoading />;
}

function Reach({ own, onDone }: OneProps): ReactNode {
  const { data, error } = useOwnOrganisation(own.organisationId);
  if (error) throw error;
  return data ? <ReachStep organisation={data} onDone={onDone} /> : <PageLoading />;
}

function PhotoStep({ own }: { readonly own: OwnListing }): ReactNode {
  const say = useWords('listings');
  const subject = { listing: own.slug };
  const { data, error } = useOwnPhotos(subject);
  const { add } = usePhotoSteps(subject);
  if (error) throw error;
  if (!data) return <PageLoading />;
  const has = data.items.length > 0;
  return (
    <>
      <PictureList photos={data.items} />
      {data.items.length < data.most && <AddPhoto key={data.items.length} onSend={add} />}
      <ButtonRow>
        <LinkButton look={has ? 'primary' : 'secondary'} href={paths.providerListingStep(own.id, 'check')}>
          {say(has ? 'steps.goOn' : 'steps.photo.without')}
        </LinkButton>
      </ButtonRow>
    </>
  );
}

function Check({ own, onDone }: OneProps): ReactNode {
  const problemWords = useProblemWords();
  const { publish } = useNewListings();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const offers = useOwnOffers(own.id);
  const organisation = useOwnOrganisation(own.organisationId);
  const unread = offers.error ?? organisation.error;
  if (unread) throw unread;
  if (fault && !isProblem(fault)) throw fault;
  if (!offers.data || !organisation.data) return <PageLoading />;
  return (
    <>
      {isProblem(fault) && <ErrorSummary faults={[{ text: problemWords(fault.code, fault.details) }]} />}
      <CheckStep
        own={own}
        offers={offers.data}
        organisation={organisation.data}
        busy={busy}
        onSend={() => {
          setBusy(true);
          setFault(null);
          publish(own.id)
            .then(onDone, setFault)
            .finally(() => setBusy(false));
        }}
      />
    </>
  );
}
