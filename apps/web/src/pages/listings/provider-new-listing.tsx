// Starting a listing of one's own: what it is called, what it is, and whether it is free. The rest is said on its page.
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useNewListings } from '../../features/listings/api/new-listings.ts';
import { useOwnOrganisation } from '../../features/listings/api/own-records.ts';
import { type Slug, useKinds } from '../../features/listings/components/kinds.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx';
import { Radios, Select } from '../../ui/choice-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink } from '../../ui/layout.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

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
  const { kinds } = useKinds();
  const navigate = useNavigate();
  const { data: organisation, error } = useOwnOrganisation(id);
  const { start } = useNewListings();
  const form = useFormState({
    initial: { title: '', category: '' as Slug | '', free: '' as 'yes' | 'no' | '' },
    words: useProblemWords(),
    check: ({ title, category, free }) => ({
      ...(isBlank(title) && { title: 'field.required' }),
      ...(category === '' && { category: 'field.required' }),
      ...(free === '' && { free: 'field.required' }),
    }),
  });
  if (error) throw error;
  if (!organisation) return <PageLoading />;
  const back = paths.providerListings();
  return (
    <Frame
      title={say('own.start.title')}
      caption={organisation.name}
      lead={say('own.start.lead')}
      width="reading"
      above={<BackLink href={back} />}
    >
      <Form
        onSubmit={form.onSubmit(async ({ title, category, free }) => {
          if (category === '') return;
          const listing = await start(id, { title: title.trim(), category, free: free === 'yes' });
          await navigate(paths.providerListing(listing));
        })}
      >
        {form.summary}
        <TextField label={say('own.start.name')} hint={say('own.start.nameHint')} {...form.field('title')} />
        <Select
          label={say('own.mainKind')}
          {...form.field('category')}
          choices={[{ value: '' as Slug | '', label: say('own.start.choose') }, ...kinds]}
        />
        <Radios
          label={say('own.start.free')}
          {...form.field('free')}
          choices={(['no', 'yes'] as const).map((value) => ({
            value: value as 'yes' | 'no' | '',
            label: say(`own.start.${value}`),
          }))}
        />
        <ButtonRow>
          <Button type="submit" busy={form.busy}>
            {say('own.start.button')}
          </Button>
          <LinkButton look="secondary" href={back}>
            {say('own.cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Frame>
  );
}
