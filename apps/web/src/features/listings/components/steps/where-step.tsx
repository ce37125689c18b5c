// Where it happens: people come here, somebody goes to them and how far, or both. A home is never shown by accident.
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { Radios, Select } from '../../../../ui/choice-field.tsx';
import { useFormState } from '../../../../ui/form.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../../words/use-words.ts';
import { type OwnListing, useListingSteps } from '../../api/own-records.ts';
import { factsOf } from './listing-steps.ts';
import { StepForm, type StepProps } from './step-form.tsx';

const METRES_PER_MILE = 1609.344;
const MILES = ['1', '3', '5', '10', '15', '20', '30', '50'] as const;
type How = 'here' | 'there' | 'both';

const milesOf = (metres: number): string => Math.max(1, Math.round(metres / METRES_PER_MILE)).toString();

function howOf({ servesMetres, places }: OwnListing): How | '' {
  const main = places.find((place) => place.main);
  if (!main) return '';
  if (servesMetres === null) return 'here';
  return main.showAddress === false ? 'there' : 'both';
}

export function WhereStep({ own, onDone }: StepProps & { readonly own: OwnListing }): ReactNode {
  const say = useWords('listings');
  const { edit } = useListingSteps(own.id);
  const main = own.places.find((place) => place.main);
  const form = useFormState({
    initial: {
      how: howOf(own),
      name: main?.name ?? '',
      addressLine: main?.addressLine ?? '',
      postcode: main?.postcode ?? '',
      miles: own.servesMetres === null ? '5' : milesOf(own.servesMetres),
    },
    words: useProblemWords(),
    fieldFor: (pointer) =>
      ({
        '/places/main/name': 'name',
        '/places/main/addressLine': 'addressLine',
        '/places/main/postcode': 'postcode',
      })[pointer] as 'postcode' | undefined,
    check: ({ how, postcode }) => ({
      ...(how === '' && { how: 'field.required' }),
      ...(isBlank(postcode) && { postcode: 'field.required' }),
    }),
  });
  const { how, miles } = form.values;
  // What was said before stands among the choices.
  const choices = [...new Set([...MILES, miles])].sort((a, b) => Number(a) - Number(b));
  return (
    <StepForm
      summary={form.summary}
      busy={form.busy}
      onSubmit={form.onSubmit(async (values) => {
        if (values.how === '') return;
        const goes = values.how !== 'here';
        const isShown = values.how !== 'there';
        await edit({
          version: own.version,
          facts: {
            ...factsOf(own),
            servesMetres: goes ? Math.round(Number(values.miles) * METRES_PER_MILE) : null,
          },
          places: {
            main: {
              ...{ id: main?.id ?? null, postcode: values.postcode, accessNotes: main?.accessNotes ?? '' },
              ...(isShown
                ? { name: values.name, addressLine: values.addressLine, showAddress: true }
                : { name: '', addressLine: '', showAddress: false }),
            },
            further: own.places
              .filter((place) => !place.main)
              .map(({ id, name, addressLine, postcode, accessNotes, showAddress }) => ({
                ...{ id, name, addressLine, postcode, accessNotes, showAddress },
              })),
          },
        });
        await onDone();
      })}
    >
      <Radios
        label={say('steps.where.how')}
        {...form.field('how')}
        choices={(['here', 'there', 'both'] as const).map((value) => ({ value, label: say(`steps.where.${value}`) }))}
      />
      {(how === 'here' || how === 'both') && (
        <>
          <TextField label={say('own.placeName')} hint={say('steps.where.nameHint')} optional {...form.field('name')} />
          <TextField label={say('own.address')} optional {...form.field('addressLine')} />
        </>
      )}
      {how !== '' && (
        <TextField
          label={say('own.postcode')}
          hint={say(how === 'there' ? 'steps.where.hiddenHint' : 'steps.where.shownHint')}
          autoComplete="postal-code"
          width={10}
          {...form.field('postcode')}
        />
      )}
      {(how === 'there' || how === 'both') && (
        <Select
          label={say('steps.where.far')}
          {...form.field('miles')}
          choices={choices.map((value) => ({ value, label: say('steps.where.miles', { count: Number(value) }) }))}
        />
      )}
    </StepForm>
  );
}
