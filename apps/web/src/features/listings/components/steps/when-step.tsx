// When people can have it, in the provider's own words, and whether there is space now.
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { Checkboxes, Radios } from '../../../../ui/choice-field.tsx';
import { useFormState } from '../../../../ui/form.tsx';
import { TextArea } from '../../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../../words/use-words.ts';
import { type OwnListing, useListingSteps } from '../../api/own-records.ts';
import { OwnEvents } from '../own-events.tsx';
import { SavedIsSeen } from '../own-part.tsx';
import { factsOf } from './listing-steps.ts';
import { StepForm, type StepProps } from './step-form.tsx';

export function WhenStep({ own, onDone }: StepProps & { readonly own: OwnListing }): ReactNode {
  const say = useWords('listings');
  const { edit } = useListingSteps(own.id);
  const form = useFormState({
    initial: {
      whenText: own.whenText,
      times: [own.evenings && 'evenings', own.weekends && 'weekends'].filter(
        (one): one is 'evenings' | 'weekends' => one !== false,
      ),
      hasSpace: (own.hasSpace === null ? 'unknown' : own.hasSpace ? 'yes' : 'no') as 'yes' | 'no' | 'unknown',
    },
    words: useProblemWords(),
    fieldFor: (pointer) => (pointer === '/facts/whenText' ? 'whenText' : undefined),
    check: ({ whenText }) => (isBlank(whenText) && own.events.length === 0 ? { whenText: 'field.required' } : {}),
  });
  return (
    <>
      <SavedIsSeen value={own.state === 'published' || own.state === 'stale'}>
        <OwnEvents
          events={own.events}
          places={own.places}
          termsUntil={own.termsUntil}
          onSave={(events) => edit({ version: own.version, events })}
          lead={say('steps.when.days')}
        />
      </SavedIsSeen>
      <StepForm
        summary={form.summary}
        busy={form.busy}
        onSubmit={form.onSubmit(async ({ whenText, times, hasSpace }) => {
          await edit({
            version: own.version,
            facts: {
              ...factsOf(own),
              whenText: whenText.trim(),
              evenings: times.includes('evenings'),
              weekends: times.includes('weekends'),
              hasSpace: hasSpace === 'unknown' ? null : hasSpace === 'yes',
            },
          });
          await onDone();
        })}
      >
        <TextArea
          label={say('steps.when.when')}
          hint={say('steps.when.whenHint')}
          optional={own.events.length > 0}
          rows={2}
          maxLength={300}
          {...form.field('whenText')}
        />
        <Checkboxes
          id="times"
          label={say('own.times')}
          values={form.values.times}
          onChange={(times) => form.set({ times: [...times] })}
          choices={[
            { value: 'evenings', label: say('page.eveningsYes') },
            { value: 'weekends', label: say('page.weekendsYes') },
          ]}
        />
        <Radios
          label={say('steps.when.space')}
          hint={say('steps.when.spaceHint')}
          {...form.field('hasSpace')}
          choices={[
            { value: 'yes', label: say('steps.when.spaceYes') },
            { value: 'no', label: say('steps.when.spaceNo') },
            { value: 'unknown', label: say('steps.when.spaceUnknown') },
          ]}
        />
      </StepForm>
    </>
  );
}
