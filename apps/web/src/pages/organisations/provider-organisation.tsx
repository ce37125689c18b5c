// An organisation's own record, kept by its members: what the public reads of it, whom to ask, and what files say otherwise.

import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useOrganisationSteps, useOwnOrganisation } from '../../features/listings/api/own-records.ts';
import { OwnAnswers } from '../../features/listings/components/own-answers.tsx';
import { OwnContacts } from '../../features/listings/components/own-contacts.tsx';
import { OwnPart } from '../../features/listings/components/own-part.tsx';
import { ShowAddress, showText, showValue } from '../../features/listings/components/show-address.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice-field.tsx';
import { Exact } from '../../ui/exact.tsx';
import { BackLink, Section } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/lists.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const { id = '' } = useParams();
  return (
    <SignedIn action="organisation.edit">
      <Record id={id} />
    </SignedIn>
  );
}

function Record({ id }: { readonly id: string }): ReactNode {
  const say = useWords('listings');
  const { data: own, error } = useOwnOrganisation(id);
  const steps = useOrganisationSteps(id);
  if (error) throw error;
  if (!own) return <PageLoading />;
  const { version } = own;
  return (
    <Frame title={own.name} lead={say('own.lead')} width="reading" above={<BackLink href={paths.providerListings()} />}>
      <OwnAnswers record={own} steps={steps} />
      <OwnPart
        title={say('own.about')}
        initial={{
          ...{ name: own.name, description: own.description, addressLine: own.addressLine ?? '', city: own.city ?? '' },
          ...{ postcode: own.postcode ?? '', showAddress: showValue(own.showAddress), email: own.email ?? '' },
          ...{ telephone: own.telephone ?? '', website: own.website ?? '', acceptsIsf: own.acceptsIsf },
        }}
        check={({ name }) => (isBlank(name) ? { name: 'field.required' } : {})}
        read={
          <SummaryList
            rows={[
              { key: 'name', label: say('own.fields.name'), value: own.name },
              { key: 'about', label: say('own.fields.description'), value: own.description || say('own.none') },
              {
                key: 'address',
                label: say('own.fields.address'),
                value: (
                  <Exact words>
                    {[own.addressLine, own.city, own.postcode].filter(Boolean).join(', ') || say('own.none')}
                  </Exact>
                ),
              },
              {
                key: 'shown',
                label: say('own.fields.show_address'),
                value: say(own.addressShown ? 'own.shown' : 'own.hidden'),
              },
              {
                key: 'email',
                label: say('contact.email'),
                value: own.email ? <Exact>{own.email}</Exact> : say('own.none'),
              },
              {
                key: 'phone',
                label: say('contact.phone'),
                value: own.telephone ? <Exact>{own.telephone}</Exact> : say('own.none'),
              },
              { key: 'site', label: say('contact.website'), value: own.website ?? say('own.none') },
            ]}
          />
        }
        fields={(form) => (
          <>
            <TextField label={say('own.fields.name')} {...form.field('name')} />
            <TextArea
              label={say('own.fields.description')}
              optional
              rows={5}
              maxLength={5000}
              {...form.field('description')}
            />
            <TextField label={say('own.address')} optional {...form.field('addressLine')} />
            <TextField label={say('own.city')} optional {...form.field('city')} />
            <TextField label={say('own.postcode')} optional width={10} {...form.field('postcode')} />
            <ShowAddress {...form.field('showAddress')} />
            <TextField type="email" label={say('contact.email')} optional {...form.field('email')} />
            <TextField type="tel" label={say('contact.phone')} optional {...form.field('telephone')} />
            <TextField label={say('contact.website')} optional {...form.field('website')} />
            <Checkbox
              id="acceptsIsf"
              label={say('isf')}
              checked={form.values.acceptsIsf}
              onChange={(acceptsIsf) => form.set({ acceptsIsf })}
            />
          </>
        )}
        onSave={({ showAddress, ...facts }) =>
          steps.edit({ version, facts: { ...facts, showAddress: showText(showAddress) } })
        }
      />
      <p>
        <TextLink href={paths.providerChecks(id)}>{say('checks.title')}</TextLink>
      </p>
      <OwnContacts contacts={own.contacts} onSave={(contacts) => steps.edit({ version, contacts })} />
      <Section title={say('mine.listings')}>
        {own.listings.length === 0 && <p>{say('own.none')}</p>}
        <ul className="govuk-list govuk-list--bullet">
          {own.listings.map((listing) => (
            <li key={listing.id}>
              <TextLink href={paths.providerListing(listing.id)}>{listing.title}</TextLink>
              {listing.fileValues > 0 && ` (${say('own.fileCount', { count: listing.fileValues })})`}
            </li>
          ))}
        </ul>
      </Section>
    </Frame>
  );
}
