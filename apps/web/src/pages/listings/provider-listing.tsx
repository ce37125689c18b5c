// One listing, kept by its organisation: what it is, where, whom to ask, when, and how it came to be as it is.
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import { useNewListings } from '../../features/listings/api/new-listings.ts';
import {
  type OwnListing,
  useListingHistory,
  useListingSteps,
  useOwnListing,
} from '../../features/listings/api/own-records.ts';
import { type Slug, useKinds } from '../../features/listings/components/kinds.ts';
import { OwnAbout } from '../../features/listings/components/own-about.tsx';
import { OwnAnswers } from '../../features/listings/components/own-answers.tsx';
import { OwnContacts } from '../../features/listings/components/own-contacts.tsx';
import { OwnEvents } from '../../features/listings/components/own-events.tsx';
import { OwnOffers } from '../../features/listings/components/own-offers.tsx';
import { OwnPart, SavedIsSeen } from '../../features/listings/components/own-part.tsx';
import { OwnPlaces } from '../../features/listings/components/own-places.tsx';
import { sayDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button, ButtonRow, TextLink } from '../../ui/button.tsx';
import { Checkboxes, Select } from '../../ui/choice-field.tsx';
import { ErrorSummary } from '../../ui/form.tsx';
import { BackLink, Details } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const { id = '' } = useParams();
  return (
    <SignedIn action="listing.edit">
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

/** What a draft still needs, and the button that publishes it. */
function Draft({ own, onPublished }: { readonly own: OwnListing; readonly onPublished: () => void }): ReactNode {
  const say = useWords('listings');
  const problemWords = useProblemWords();
  const { publish } = useNewListings();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  if (fault && !isProblem(fault)) throw fault;
  return (
    <>
      {isProblem(fault) && <ErrorSummary faults={[{ text: problemWords(fault.code, fault.details) }]} />}
      <Notice kind="warn" title={say('own.draft.title')}>
        <p>{say('own.draft.text')}</p>
        {own.missing.length > 0 ? (
          <>
            <p>{say('own.draft.missing')}</p>
            <ul className="govuk-list govuk-list--bullet">
              {own.missing.map((need) => (
                <li key={need}>{say(`own.draft.needs.${need}`)}</li>
              ))}
            </ul>
          </>
        ) : (
          <ButtonRow>
            <Button
              busy={busy}
              onPress={() => {
                setBusy(true);
                setFault(null);
                publish(own.id)
                  .then(onPublished, setFault)
                  .finally(() => setBusy(false));
              }}
            >
              {say('own.draft.publish')}
            </Button>
          </ButtonRow>
        )}
      </Notice>
    </>
  );
}

function Record({ id }: { readonly id: string }): ReactNode {
  const say = useWords('listings');
  const { kinds, nameOf } = useKinds();
  const { data: own, error } = useOwnListing(id);
  const steps = useListingSteps(id);
  const [published, setPublished] = useState(false);
  if (error) throw error;
  if (!own) return <PageLoading />;
  const { version } = own;
  const isKept = own.state !== 'draft' && own.state !== 'withheld';
  const isShown = own.state === 'published' || own.state === 'stale';
  return (
    <Frame
      title={own.title}
      lead={say(isShown ? 'own.lead' : 'own.leadUnseen')}
      width="reading"
      above={<BackLink href={paths.providerOrganisation(own.organisationId)} />}
    >
      {published && isShown && (
        <Notice kind="success" live>
          <p>{say('own.draft.published')}</p>
        </Notice>
      )}
      {own.state === 'draft' && <Draft own={own} onPublished={() => setPublished(true)} />}
      {own.state === 'withheld' && (
        <Notice kind="warn">
          <p>{say('own.withheld', { reason: own.withheldBecause ?? '' })}</p>
        </Notice>
      )}
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
      <p>
        <TextLink href={paths.providerPhotos({ listing: own.slug })}>{say('mine.photos')}</TextLink>
      </p>
      <OwnAnswers record={own} steps={steps} mayConfirm={isKept} />
      <SavedIsSeen value={isShown}>
        <OwnAbout own={own} onSave={(facts) => steps.edit({ version, facts })} />
        <OwnPart
          title={say('own.kinds')}
          initial={{ main: own.categories.main as Slug, further: own.categories.further as Slug[] }}
          read={<p>{[own.categories.main, ...own.categories.further].map(nameOf).join(', ')}</p>}
          fields={(form) => (
            <>
              <Select label={say('own.mainKind')} {...form.field('main')} choices={kinds} />
              <Checkboxes
                id="further"
                label={say('own.furtherKinds')}
                values={form.values.further}
                onChange={(further) => form.set({ further: [...further] })}
                choices={kinds.filter(({ value }) => value !== form.values.main)}
              />
            </>
          )}
          onSave={({ main, further }) => steps.edit({ version, categories: { main, further: [...further] } })}
        />
        <OwnOffers listingId={id} />
        <OwnPlaces places={own.places} onSave={(places) => steps.edit({ version, places })} />
        <OwnContacts contacts={own.contacts} onSave={(contacts) => steps.edit({ version, contacts })} />
        <OwnEvents events={own.events} places={own.places} onSave={(events) => steps.edit({ version, events })} />
      </SavedIsSeen>
      <History id={id} />
    </Frame>
  );
}
