// What a listing says of itself, as its organisation keeps it: what it is, when, and for whom.
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { Checkbox, Checkboxes, Select } from '../../../ui/choice-field.tsx';
import { SummaryList } from '../../../ui/lists.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import type { ListingChange, OwnListing } from '../api/own-records.ts';
import { useListingWords } from './listing-words.ts';
import { wordsOf } from './own-contacts.tsx';
import { OwnPart } from './own-part.tsx';

const isAge = (text: string): boolean => /^\s*\d{0,3}\s*$/.test(text);
const ageOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

export function OwnAbout({
  own,
  onSave,
}: {
  readonly own: OwnListing;
  readonly onSave: (facts: NonNullable<ListingChange['facts']>) => Promise<void>;
}): ReactNode {
  const { say, ages, workers } = useListingWords();
  return (
    <OwnPart
      title={say('page.about')}
      initial={{
        ...{ title: own.title, summary: own.summary, description: own.description, whenText: own.whenText },
        ...{ whoFor: own.whoFor, languages: own.languages.join(', '), website: own.website ?? '' },
        ...{ faiths: own.faiths.join(', '), workerGenders: own.workerGenders },
        ...{ minimumAge: own.minimumAge?.toString() ?? '', maximumAge: own.maximumAge?.toString() ?? '' },
        times: [own.evenings && 'evenings', own.weekends && 'weekends', own.accessible && 'accessible'].filter(
          (one): one is 'evenings' | 'weekends' | 'accessible' => one !== false,
        ),
        free: own.free,
        hasSpace: own.hasSpace === null ? 'unknown' : own.hasSpace ? 'yes' : 'no',
      }}
      check={({ title, minimumAge, maximumAge }) => ({
        ...(isBlank(title) ? { title: 'field.required' } : {}),
        ...(isAge(minimumAge) ? {} : { minimumAge: 'field.type' }),
        ...(isAge(maximumAge) ? {} : { maximumAge: 'field.type' }),
      })}
      read={
        <SummaryList
          rows={[
            { key: 'title', label: say('own.fields.title'), value: own.title },
            { key: 'summary', label: say('own.fields.summary'), value: own.summary || say('own.none') },
            { key: 'about', label: say('own.fields.description'), value: own.description || say('own.none') },
            { key: 'when', label: say('page.whenLabel'), value: own.whenText || say('own.none') },
            { key: 'for', label: say('page.whoFor'), value: own.whoFor || say('own.none') },
            { key: 'languages', label: say('page.languages'), value: own.languages.join(', ') || say('own.none') },
            { key: 'faiths', label: say('page.faiths'), value: own.faiths.join(', ') || say('own.none') },
            {
              key: 'workers',
              label: say('page.workers'),
              value: workers(own.workerGenders) || say('own.none'),
            },
            { key: 'ages', label: say('page.ages'), value: ages(own) || say('own.none') },
            {
              key: 'space',
              label: say('page.space'),
              value: say(own.hasSpace === null ? 'own.spaceUnknown' : own.hasSpace ? 'hasSpace' : 'full'),
            },
          ]}
        />
      }
      fields={(form) => (
        <>
          <TextField label={say('own.fields.title')} {...form.field('title')} />
          <TextField label={say('own.fields.summary')} optional {...form.field('summary')} />
          <TextArea
            label={say('own.fields.description')}
            optional
            rows={6}
            maxLength={5000}
            {...form.field('description')}
          />
          <TextField label={say('page.whenLabel')} optional {...form.field('whenText')} />
          <TextField label={say('page.whoFor')} optional {...form.field('whoFor')} />
          <TextField label={say('page.languages')} hint={say('own.listHint')} optional {...form.field('languages')} />
          <TextField label={say('page.faiths')} hint={say('own.faithsHint')} optional {...form.field('faiths')} />
          <Checkboxes
            id="workerGenders"
            label={say('page.workers')}
            values={form.values.workerGenders}
            onChange={(workerGenders) => form.set({ workerGenders: [...workerGenders] })}
            choices={(['female', 'male'] as const).map((value) => ({ value, label: workers([value]) }))}
          />
          <TextField
            label={say('own.minimumAge')}
            hint={say('own.ageHint')}
            optional
            width={3}
            inputMode="numeric"
            {...form.field('minimumAge')}
          />
          <TextField
            label={say('own.maximumAge')}
            hint={say('own.ageHint')}
            optional
            width={3}
            inputMode="numeric"
            {...form.field('maximumAge')}
          />
          <TextField label={say('contact.website')} optional {...form.field('website')} />
          <Checkboxes
            id="times"
            label={say('own.times')}
            values={form.values.times}
            onChange={(times) => form.set({ times: [...times] })}
            choices={[
              { value: 'evenings', label: say('page.eveningsYes') },
              { value: 'weekends', label: say('page.weekendsYes') },
              { value: 'accessible', label: say('page.accessible') },
            ]}
          />
          <Checkbox
            label={say('own.free')}
            id="free"
            checked={form.values.free}
            error={form.field('free').error}
            onChange={(free) => form.set({ free })}
          />
          <Select
            label={say('page.space')}
            {...form.field('hasSpace')}
            choices={[
              { value: 'unknown', label: say('own.spaceUnknown') },
              { value: 'yes', label: say('hasSpace') },
              { value: 'no', label: say('full') },
            ]}
          />
        </>
      )}
      onSave={({ times, hasSpace, languages, faiths, minimumAge, maximumAge, website, ...facts }) =>
        onSave({
          ...facts,
          website: website || null,
          languages: wordsOf(languages),
          faiths: wordsOf(faiths),
          minimumAge: ageOf(minimumAge),
          maximumAge: ageOf(maximumAge),
          evenings: times.includes('evenings'),
          weekends: times.includes('weekends'),
          accessible: times.includes('accessible'),
          hasSpace: hasSpace === 'unknown' ? null : hasSpace === 'yes',
        })
      }
    />
  );
}
