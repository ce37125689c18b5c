// An account for anyone: to buy with their own money, or to list what they offer.

import { SHORTEST_PASSWORD } from '@support-market/domain/access/password-rules';
import { STORE_KINDS, type StoreKind } from '@support-market/domain/listings/store-kinds';
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, take } from '../../api/client.ts';
import { paths } from '../../paths.ts';
import { AccountNeedsScripts } from '../../shell/account-needs-scripts.tsx';
import { Page as Frame } from '../../shell/page.tsx';
import { useSession } from '../../shell/session.tsx';
import { Button, LinkButton, TextLink } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-field.tsx';
import { useDone } from '../../ui/document.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField, TextField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

const storeKindOf = (text: string): StoreKind | undefined => STORE_KINDS.find((kind) => kind === text);

export function Page(): ReactNode {
  const say = useWords('accounts');
  const problemWords = useProblemWords();
  const [doneFor, setDoneFor] = useState(useDone()?.['email'] ?? null);
  const { session } = useSession();
  const [query] = useSearchParams();
  const { councils } = session;
  const councilOf = (given: string): string => given || (session.councilSlug ?? '');
  const form = useFormState({
    initial: { storeKind: query.get('as') ?? '', storeName: '', name: '', email: '', password: '', councilSlug: '' },
    words: problemWords,
    fieldFor: (pointer) => (pointer.startsWith('/store') ? 'storeName' : undefined),
    check: (values) => ({
      ...(storeKindOf(values.storeKind) && isBlank(values.storeName) && { storeName: 'field.required' }),
      ...(isBlank(values.name) && { name: 'field.required@yourName' }),
      ...(councils.length > 1 && councilOf(values.councilSlug) === '' && { councilSlug: 'field.required' }),
      ...(isBlank(values.email) && { email: 'field.required' }),
      ...(values.password.length < SHORTEST_PASSWORD && { password: 'field.minLength' }),
    }),
  });
  const kind = storeKindOf(form.values.storeKind);
  const submit = form.onSubmit(async ({ name, email, password, councilSlug, storeName }) => {
    const chosen = councilOf(councilSlug);
    const body = {
      ...{ name: name.trim(), email: email.trim(), password, ...(chosen && { councilSlug: chosen }) },
      ...(kind && { store: { kind, name: storeName.trim() } }),
    };
    await take(api.POST('/api/accounts', { body }));
    setDoneFor(body.email);
  });
  if (doneFor !== null) {
    return (
      <Frame title={say('signUp.title')} width="reading">
        <Notice
          kind="success"
          live
          title={say('signUp.doneTitle')}
          actions={session.demonstration && <LinkButton href={paths.outbox()}>{say('signUp.outbox')}</LinkButton>}
        >
          <p>{say('signUp.doneText', { email: doneFor })}</p>
        </Notice>
      </Frame>
    );
  }
  return (
    <Frame
      title={say(kind ? 'store.signUpTitle' : 'signUp.title')}
      width="reading"
      above={kind && <BackLink href={paths.listWhatYouDo()} />}
    >
      {form.summary}
      {kind ? (
        <p>{say('store.signUpLead')}</p>
      ) : (
        <>
          <p>{say('signUp.lead')}</p>
          <p>{say('signUp.private')}</p>
        </>
      )}
      <AccountNeedsScripts toList={kind !== undefined} />
      <Form onSubmit={submit} action={paths.signUp()}>
        {kind && (
          <>
            <input type="hidden" name="storeKind" value={kind} />
            <TextField
              label={say(`store.nameOf.${kind}`)}
              hint={say('store.nameHint')}
              autoComplete="organization"
              width={30}
              {...form.field('storeName')}
            />
          </>
        )}
        <TextField label={say('name')} hint={say('nameHint')} autoComplete="name" width={30} {...form.field('name')} />
        {councils.length > 1 && (
          <Select
            label={say('signUp.council')}
            choices={[
              ...(session.councilSlug ? [] : [{ value: '', label: '' }]),
              ...councils.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
            {...form.field('councilSlug')}
            value={councilOf(form.values.councilSlug)}
          />
        )}
        <TextField
          label={say('email')}
          type="email"
          inputMode="email"
          autoComplete="email"
          spellCheck={false}
          width={30}
          {...form.field('email')}
        />
        <PasswordField
          label={say('newPassword')}
          hint={say('newPasswordHint')}
          autoComplete="new-password"
          {...form.field('password')}
        />
        <Button type="submit" busy={form.busy}>
          {say('signUp.button')}
        </Button>
      </Form>
      <p className="sm-after-form">
        <TextLink href={paths.signIn(kind ? paths.openStore(kind) : undefined)}>{say('signUp.have')}</TextLink>
      </p>
    </Frame>
  );
}
