// One listing, kept by its organisation: what it is, where, whom to ask, when, and how it came to be as it is.
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
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
import { Button, ButtonRow, LinkButton, TextLink } from '../../ui/button.tsx';
import { Checkboxes, Select } from '../../ui/choice-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { BackLink, Details, Section } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/use-words.ts';

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

/** Not with people yet: what lacks or has to change, and the way on. */
function Unsent({ own }: { readonly own: OwnListing }): ReactNode {
  const say = useWords('listings');
  const isAsked = own.state === 'changes-asked';
  return (
    <Notice kind="warn" title={say(isAsked ? 'steps.check.asked' : 'own.draft.title')}>
      <p>{isAsked ? own.changesAsked : say('own.draft.text')}</p>
      {own.missing.length > 0 && (
        <>
          <p>{say('own.draft.missing')}</p>
          <ul className="govuk-list govuk-list--bullet">
            {own.missing.map((need) => (
              <li key={need}>{say(`own.draft.needs.${need}`)}</li>
            ))}
          </ul>
        </>
      )}
      <ButtonRow>
        <LinkButton href={isAsked ? paths.providerListingStep(own.id, 'check') : paths.providerListingStep(own.id)}>
          {say(isAsked || own.missing.length === 0 ? 'steps.check.title' : 'steps.resume')}
        </LinkButton>
      </ButtonRow>
    </Notice>
  );
}

/** Taking it back, after it has asked: people cannot find it until it is sent again. */
function TakeDown({ own }: { readonly own: OwnListing }): ReactNode {
  const say = useWords('listings');
  const { takeDown } = useNewListings();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  if (fault) throw fault;
  return (
    <Section title={say('takeDown.title')}>
      <p>{say('takeDown.text')}</p>
      <ButtonRow>
        <Button look="secondary" onPress={() => setAsking(true)}>
          {say('takeDown.button')}
        </Button>
      </ButtonRow>
      <Dialog
        open={asking}
        title={say('takeDown.ask', { title: own.title })}
        confirm={say('takeDown.yes')}
        cancel={say('takeDown.no')}
        danger
        busy={busy}
        onConfirm={() => {
          setBusy(true);
          takeDown(own.id)
            .catch(setFault)
            .finally(() => {
              setBusy(false);
              setAsking(false);
            });
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{say('takeDown.text')}</p>
      </Dialog>
    </Section>
  );
}

function Record({ id }: { readonly id: string }): ReactNode {
  const say = useWords('listings');
  const { kinds, nameOf } = useKinds();
  const { data: own, error } = useOwnListing(id);
  const steps = useListingSteps(id);
  if (error) throw error;
  if (!own) return <PageLoading />;
  const { version } = own;
  const isUnsent = own.state === 'draft' || own.state === 'changes-asked';
  const isKept = !isUnsent && own.state !== 'submitted' && own.state !== 'withheld';
  const isShown = own.state === 'published' || own.state === 'stale';
  return (
    <Frame
      title={own.title}
      lead={say(isShown ? 'own.lead' : 'own.leadUnseen')}
      width="reading"
      above={<BackLink href={paths.providerOrganisation(own.organisationId)} />}
    >
      {isUnsent && <Unsent own={own} />}
      {own.state === 'submitted' && (
        <Notice title={say('steps.sent.title')}>
          <p>{say('steps.sent.text')}</p>
          <p>
            <TextLink href={paths.providerChecks(own.organisationId)}>{say('steps.sent.checks')}</TextLink>
          </p>
        </Notice>
      )}
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
      <p>
        <TextLink href={isShown ? paths.listing(own.slug) : paths.providerPreview(id)}>
          {say(isShown ? 'mine.seen' : 'steps.check.see')}
        </TextLink>
      </p>
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
        {isShown && own.events.length > 0 && (
          <p>
            <TextLink href={paths.providerDates(id)}>{say('dates.title')}</TextLink>
          </p>
        )}
        <OwnEvents
          events={own.events}
          places={own.places}
          termsUntil={own.termsUntil}
          onSave={(events) => steps.edit({ version, events })}
        />
      </SavedIsSeen>
      {!isUnsent && own.state !== 'withheld' && own.state !== 'withdrawn' && <TakeDown own={own} />}
      <History id={id} />
    </Frame>
  );
}
