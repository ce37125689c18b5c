// How people reach those who offer it: of the organisation, so that it is said once for all of its listings.
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { useFormState } from '../../../../ui/form.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../../../words/use-words.ts';
import { type OwnOrganisation, useOrganisationSteps } from '../../api/own-records.ts';
import { StepForm, type StepProps } from './step-form.tsx';

export function ReachStep({ organisation, onDone }: StepProps & { readonly organisation: OwnOrganisation }): ReactNode {
  const say = useWords('listings');
  const { edit } = useOrganisationSteps(organisation.id);
  const form = useFormState({
    initial: {
      telephone: organisation.telephone ?? '',
      email: organisation.email ?? '',
      website: organisation.website ?? '',
    },
    words: useProblemWords(),
    fieldFor: (pointer) => pointer.replace('/facts/', '') as 'telephone' | 'email' | 'website',
    check: ({ telephone, email, website }) =>
      isBlank(telephone) && isBlank(email) && isBlank(website) && organisation.contacts.length === 0
        ? { telephone: 'field.required@reach' }
        : {},
  });
  return (
    <StepForm
      summary={form.summary}
      busy={form.busy}
      onSubmit={form.onSubmit(async ({ telephone, email, website }) => {
        const { name, description, addressLine, city, postcode, showAddress, acceptsIsf, version } = organisation;
        await edit({
          version,
          facts: {
            ...{ name, description, addressLine, city, postcode, showAddress, acceptsIsf },
            ...{ telephone: telephone || null, email: email || null, website: website || null },
          },
        });
        await onDone();
      })}
    >
      {organisation.listings.length > 1 && <Notice>{say('steps.reach.ofAll')}</Notice>}
      <TextField
        label={say('contact.phone')}
        hint={say('steps.reach.telephoneHint')}
        type="tel"
        autoComplete="tel"
        optional
        width={20}
        {...form.field('telephone')}
      />
      <TextField
        label={say('contact.email')}
        type="email"
        inputMode="email"
        autoComplete="email"
        spellCheck={false}
        optional
        width={30}
        {...form.field('email')}
      />
      <TextField label={say('contact.website')} optional width={30} {...form.field('website')} />
    </StepForm>
  );
}
