// Keeping the address of somebody else's list: what it is called, and where it is.
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { useFeedSteps } from '../../features/feeds/api/feeds.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink } from '../../ui/layout.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="feed.write">
      <Add />
    </SignedIn>
  );
}

function Add(): ReactNode {
  const say = useWords('feeds');
  const { add } = useFeedSteps();
  const navigate = useNavigate();
  const keyFor = useIdempotencyKey();
  const form = useFormState({
    initial: { name: '', address: '' },
    words: useProblemWords(),
    check: ({ name, address }) => ({
      ...(isBlank(name) ? { name: 'field.required' as const } : {}),
      ...(isBlank(address) ? { address: 'field.required' as const } : {}),
    }),
  });
  return (
    <Frame title={say('add')} width="reading" above={<BackLink href={paths.feeds()}>{say('back')}</BackLink>}>
      <Form
        onSubmit={form.onSubmit(async (values) => {
          const body = { name: values.name.trim(), address: values.address.trim() };
          const { id } = await add(keyFor(body), body);
          await navigate(paths.feed(id));
        })}
      >
        {form.summary}
        <TextField label={say('name')} hint={say('nameHint')} {...form.field('name')} />
        <TextField label={say('address')} hint={say('addressHint')} {...form.field('address')} />
        <Button type="submit" busy={form.busy}>
          {say('addButton')}
        </Button>
      </Form>
    </Frame>
  );
}
