// Opening a store with an account that one has already: what it is called, and then its first listing.
import { STORE_KINDS, type StoreKind } from '@support-market/domain/listings/store-kinds';
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useOpenStore } from '../../features/accounts/api/open-store.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink } from '../../ui/layout.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="organisation.open">
      <OpenStore />
    </SignedIn>
  );
}

function OpenStore(): ReactNode {
  const say = useWords('accounts');
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const open = useOpenStore();
  const form = useFormState({
    initial: { kind: STORE_KINDS.find((kind) => kind === query.get('as')) ?? ('' as StoreKind | ''), storeName: '' },
    words: useProblemWords(),
    fieldFor: (pointer) => (pointer === '/name' ? 'storeName' : undefined),
    check: ({ kind, storeName }) => ({
      ...(kind === '' && { kind: 'field.required' }),
      ...(isBlank(storeName) && { storeName: 'field.required' }),
    }),
  });
  const { kind } = form.values;
  return (
    <Frame title={say('store.openTitle')} width="reading" above={<BackLink href={paths.listWhatYouDo()} />}>
      {form.summary}
      <Form
        onSubmit={form.onSubmit(async (values) => {
          if (values.kind === '') return;
          const id = await open({ kind: values.kind, name: values.storeName.trim() });
          await navigate(paths.providerNewListing(id));
        })}
      >
        <Radios
          label={say('store.who')}
          {...form.field('kind')}
          choices={STORE_KINDS.map((value) => ({ value, label: say(`store.kinds.${value}`) }))}
        />
        <TextField
          label={say(`store.nameOf.${kind === '' ? 'small-organisation' : kind}`)}
          hint={say('store.nameHint')}
          autoComplete="organization"
          width={30}
          {...form.field('storeName')}
        />
        <Button type="submit" busy={form.busy}>
          {say('store.open')}
        </Button>
      </Form>
    </Frame>
  );
}
