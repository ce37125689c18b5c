// All that is known of a person, for those who may see it, and a form for those who may change it. Unknown stays unknown.

import {
  ADDRESS_KINDS,
  CARE_GROUPS,
  CONTACT_PREFERENCES,
  type ContactPreference,
  TELEPHONE_KINDS,
} from '@support-market/domain/people/person-facts';
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { usePersonSteps } from '../../features/people/api/edit-person.ts';
import { type Person, usePerson } from '../../features/people/api/view-person.ts';
import { HowItEnded } from '../../features/people/components/how-it-ended.tsx';
import { sayDate } from '../../format/dates.ts';
import { useToday } from '../../format/server-clock.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx';
import { Checkboxes, Select } from '../../ui/choice-field.tsx';
import { DateField, dateFromParts, partsFromDate } from '../../ui/date-field.tsx';
import { Exact } from '../../ui/exact.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Section } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

type Address = Person['addresses'][number];
type Telephone = Person['telephones'][number];

export function Page(): ReactNode {
  const { personId = '' } = useParams();
  return (
    <SignedIn action="person.view">
      <Record personId={personId} />
    </SignedIn>
  );
}

function Record({ personId }: { readonly personId: string }): ReactNode {
  const say = useWords('people');
  const { may } = useSession();
  const { data: person, error } = usePerson(personId);
  const [editing, setEditing] = useState(false);
  const [saved, setSaved] = useState(false);
  if (error) throw error;
  if (!person) return <PageLoading />;
  const { own, name } = person;
  const back = may('budget.view') ? paths.person(personId) : paths.people();
  return (
    <Frame
      title={own ? say('record.titleOwn') : say('record.title', { name })}
      width="reading"
      above={<BackLink href={back} />}
    >
      {saved && !editing && (
        <Notice kind="success" live>
          <p>{say('record.saved')}</p>
        </Notice>
      )}
      {person.state !== 'active' && (
        <Notice>
          <HowItEnded name={name} state={person.state} lastDay={person.lastDay} />
        </Notice>
      )}
      {editing ? (
        <EditForm
          person={person}
          onDone={(done) => {
            setSaved(done);
            setEditing(false);
          }}
        />
      ) : (
        <Facts person={person} />
      )}
      {!editing && (
        <ButtonRow>
          {person.mayEdit !== 'nothing' && (
            <Button
              onPress={() => {
                setSaved(false);
                setEditing(true);
              }}
            >
              {say('record.edit')}
            </Button>
          )}
          {may('mandate.view') && (
            <LinkButton href={paths.personMandates(personId)} look="secondary">
              {say(own ? 'mandates.linkOwn' : 'mandates.link')}
            </LinkButton>
          )}
          {may('account.hand-over') && !own && (
            <LinkButton href={paths.paperAccounts(personId)} look="secondary">
              {say('record.paperAccounts')}
            </LinkButton>
          )}
          {may('person.end') && !own && (
            <LinkButton href={paths.personEnding(personId)} look="secondary">
              {say(person.state === 'active' ? 'record.toEnding' : 'record.toEnded')}
            </LinkButton>
          )}
        </ButtonRow>
      )}
    </Frame>
  );
}

function Facts({ person }: { readonly person: Person }): ReactNode {
  const say = useWords('people');
  const today = useToday();
  // Somebody who will leave is with the council until then.
  const leaves = person.state === 'moved-away' || person.state === 'left';
  const state = leaves && person.lastDay !== null && person.lastDay >= today ? 'active' : person.state;
  const unknown = say('record.unknown');
  const span = ({ fromDate, untilDate }: Address | Telephone): string =>
    [
      fromDate && say('record.from', { day: sayDate(fromDate) }),
      untilDate && say('record.untilDay', { day: sayDate(untilDate) }),
    ]
      .filter(Boolean)
      .join(' ');
  return (
    <>
      <SummaryList
        rows={[
          { key: 'name', label: say('record.name'), value: person.name },
          { key: 'called', label: say('record.called'), value: person.called ?? say('record.sameName') },
          { key: 'reference', label: say('reference'), value: person.reference },
          {
            key: 'birth',
            label: say('record.birth'),
            value: person.dateOfBirth ? sayDate(person.dateOfBirth) : unknown,
          },
          // Who signed up alone is with no council.
          ...(person.origin === 'self-made' && state === 'active'
            ? []
            : [{ key: 'state', label: say('record.state'), value: say(`states.${state}`) }]),
          {
            key: 'groups',
            label: say('group'),
            value: person.careGroups.map((group) => say(`groups.${group}`)).join(', ') || unknown,
          },
          { key: 'language', label: say('record.language'), value: person.language ?? unknown },
          {
            key: 'preference',
            label: say('record.preference'),
            value: person.contactPreference ? say(`preferences.${person.contactPreference}`) : unknown,
          },
          { key: 'email', label: say('record.email'), value: person.email ?? unknown },
          { key: 'communication', label: say('record.communication'), value: person.communicationNeeds || unknown },
          { key: 'support', label: say('record.support'), value: person.supportNeeds || unknown },
        ]}
      />
      <Section title={say('record.addresses')}>
        {person.addresses.length === 0 && <p>{unknown}</p>}
        {person.addresses.map((address) => (
          <SummaryList
            key={address.id}
            rows={[
              {
                key: 'address',
                label: say(`addressKinds.${address.kind}`),
                value: (
                  <>
                    <Exact words>{[address.line, address.postcode].filter(Boolean).join(', ') || unknown}</Exact>
                    {span(address) && `, ${span(address)}`}
                  </>
                ),
              },
              { key: 'access', label: say('record.access'), value: address.accessNotes || unknown },
            ]}
          />
        ))}
      </Section>
      <Section title={say('record.telephones')}>
        {person.telephones.length === 0 ? (
          <p>{unknown}</p>
        ) : (
          <SummaryList
            rows={person.telephones.map((telephone) => ({
              key: telephone.id,
              label: say(`telephoneKinds.${telephone.kind}`),
              value: (
                <>
                  <Exact>{telephone.number}</Exact>
                  {[telephone.note, span(telephone)].filter(Boolean).map((part) => `, ${part}`)}
                </>
              ),
            }))}
          />
        )}
      </Section>
    </>
  );
}

type ListedAddress = Omit<Address, 'id'> & { readonly id?: string; readonly key: string };
type ListedTelephone = Omit<Telephone, 'id'> & { readonly id?: string; readonly key: string };

function EditForm({
  person,
  onDone,
}: {
  readonly person: Person;
  readonly onDone: (saved: boolean) => void;
}): ReactNode {
  const say = useWords('people');
  const { edit } = usePersonSteps(person.id);
  const record = person.mayEdit === 'record';
  const noBirth = { day: '', month: '', year: '' };
  const [addresses, setAddresses] = useState<readonly ListedAddress[]>(
    person.addresses.map((address) => ({ ...address, key: address.id })),
  );
  const [telephones, setTelephones] = useState<readonly ListedTelephone[]>(
    person.telephones.map((telephone) => ({ ...telephone, key: telephone.id })),
  );
  const form = useFormState({
    initial: {
      fullName: person.name,
      called: person.called ?? '',
      birth: person.dateOfBirth ? partsFromDate(person.dateOfBirth) : noBirth,
      careGroups: person.careGroups,
      language: person.language ?? '',
      contactPreference: person.contactPreference ?? ('' as ContactPreference | ''),
      email: person.email ?? '',
      communicationNeeds: person.communicationNeeds,
      supportNeeds: person.supportNeeds,
    },
    words: useProblemWords(),
    fieldFor: (pointer) =>
      pointer === '/record/dateOfBirth' ? 'birth' : pointer === '/record/fullName' ? 'fullName' : undefined,
    check: ({ fullName, birth }) => ({
      ...(record && isBlank(fullName) && { fullName: 'field.required' }),
      ...(record && Object.values(birth).some(Boolean) && dateFromParts(birth) === null
        ? { birth: 'date.does_not_exist' }
        : {}),
    }),
  });
  const setAddress = (key: string, change: Partial<ListedAddress>): void =>
    setAddresses(addresses.map((each) => (each.key === key ? { ...each, ...change } : each)));
  const setTelephone = (key: string, change: Partial<ListedTelephone>): void =>
    setTelephones(telephones.map((each) => (each.key === key ? { ...each, ...change } : each)));
  return (
    <Form
      onSubmit={form.onSubmit(async (values) => {
        await edit({
          version: person.version,
          called: values.called,
          email: values.email.trim() || null,
          language: values.language,
          contactPreference: values.contactPreference || null,
          communicationNeeds: values.communicationNeeds,
          supportNeeds: values.supportNeeds,
          addresses: addresses.map(({ key: _key, ...address }) => address),
          telephones: telephones
            .filter(({ number }) => number.trim() !== '')
            .map(({ key: _key, ...telephone }) => telephone),
          ...(record
            ? {
                record: {
                  fullName: values.fullName,
                  dateOfBirth: dateFromParts(values.birth),
                  careGroups: [...values.careGroups],
                },
              }
            : {}),
        });
        onDone(true);
      })}
    >
      {form.summary}
      <p>{say('record.leaveEmpty')}</p>
      {record && <TextField label={say('record.name')} {...form.field('fullName')} />}
      <TextField label={say('record.called')} hint={say('record.calledHint')} optional {...form.field('called')} />
      {record && <DateField label={say('record.birth')} optional {...form.field('birth')} />}
      {record && (
        <Checkboxes
          id="careGroups"
          label={say('group')}
          values={form.values.careGroups}
          onChange={(careGroups) => form.set({ careGroups: [...careGroups] })}
          choices={CARE_GROUPS.map((group) => ({ value: group, label: say(`groups.${group}`) }))}
        />
      )}
      <TextField label={say('record.language')} optional {...form.field('language')} />
      <Select
        label={say('record.preference')}
        {...form.field('contactPreference')}
        choices={[
          { value: '' as const, label: say('record.unknown') },
          ...CONTACT_PREFERENCES.map((one) => ({ value: one, label: say(`preferences.${one}`) })),
        ]}
      />
      <TextField type="email" label={say('record.email')} optional {...form.field('email')} />
      <TextArea
        label={say('record.communication')}
        hint={say('record.communicationHint')}
        optional
        rows={3}
        maxLength={1000}
        {...form.field('communicationNeeds')}
      />
      <TextArea
        label={say('record.support')}
        hint={say('record.supportHint')}
        optional
        rows={3}
        maxLength={1000}
        {...form.field('supportNeeds')}
      />
      <Section title={say('record.addresses')}>
        {addresses.map((address, index) => (
          <fieldset key={address.key} className="govuk-fieldset sm-stack">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
              {say('record.addressNumber', { number: index + 1 })}
            </legend>
            <Select
              id={`addresses.${index}.kind`}
              label={say('record.kind')}
              value={address.kind}
              onChange={(kind) => setAddress(address.key, { kind })}
              choices={ADDRESS_KINDS.map((kind) => ({ value: kind, label: say(`addressKinds.${kind}`) }))}
            />
            <TextField
              id={`addresses.${index}.line`}
              label={say('record.line')}
              value={address.line}
              onChange={(line) => setAddress(address.key, { line })}
            />
            <TextField
              id={`addresses.${index}.postcode`}
              label={say('record.postcode')}
              width={10}
              value={address.postcode ?? ''}
              onChange={(postcode) => setAddress(address.key, { postcode })}
            />
            <TextArea
              id={`addresses.${index}.accessNotes`}
              label={say('record.access')}
              hint={say('record.accessHint')}
              rows={2}
              maxLength={500}
              value={address.accessNotes}
              onChange={(accessNotes) => setAddress(address.key, { accessNotes })}
            />
            <Button
              look="link"
              about={say('record.addressNumber', { number: index + 1 })}
              onPress={() => setAddresses(addresses.filter(({ key }) => key !== address.key))}
            >
              {say('record.remove')}
            </Button>
          </fieldset>
        ))}
        {addresses.length < 10 && (
          <Button
            look="secondary"
            onPress={() =>
              setAddresses([
                ...addresses,
                {
                  key: `new ${addresses.length} ${Math.random()}`,
                  kind: 'home',
                  line: '',
                  postcode: null,
                  accessNotes: '',
                  fromDate: null,
                  untilDate: null,
                },
              ])
            }
          >
            {say('record.addAddress')}
          </Button>
        )}
      </Section>
      <Section title={say('record.telephones')}>
        {telephones.map((telephone, index) => (
          <fieldset key={telephone.key} className="govuk-fieldset sm-stack">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
              {say('record.telephoneNumber', { number: index + 1 })}
            </legend>
            <Select
              id={`telephones.${index}.kind`}
              label={say('record.kind')}
              value={telephone.kind}
              onChange={(kind) => setTelephone(telephone.key, { kind })}
              choices={TELEPHONE_KINDS.map((kind) => ({ value: kind, label: say(`telephoneKinds.${kind}`) }))}
            />
            <TextField
              id={`telephones.${index}.number`}
              label={say('record.number')}
              width={20}
              value={telephone.number}
              onChange={(number) => setTelephone(telephone.key, { number })}
            />
            <TextField
              id={`telephones.${index}.note`}
              label={say('record.note')}
              hint={say('record.noteHint')}
              optional
              value={telephone.note}
              onChange={(note) => setTelephone(telephone.key, { note })}
            />
            <Button
              look="link"
              about={say('record.telephoneNumber', { number: index + 1 })}
              onPress={() => setTelephones(telephones.filter(({ key }) => key !== telephone.key))}
            >
              {say('record.remove')}
            </Button>
          </fieldset>
        ))}
        {telephones.length < 10 && (
          <Button
            look="secondary"
            onPress={() =>
              setTelephones([
                ...telephones,
                {
                  key: `new ${telephones.length} ${Math.random()}`,
                  kind: 'mobile',
                  number: '',
                  note: '',
                  fromDate: null,
                  untilDate: null,
                },
              ])
            }
          >
            {say('record.addTelephone')}
          </Button>
        )}
      </Section>
      <ButtonRow>
        <Button type="submit" busy={form.busy}>
          {say('record.save')}
        </Button>
        <Button look="secondary" onPress={() => onDone(false)}>
          {say('record.leave')}
        </Button>
      </ButtonRow>
    </Form>
  );
}
