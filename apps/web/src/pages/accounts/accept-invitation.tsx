// Joining by the link in the council's letter or message.
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { api, take } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { NewPasswordForm } from '../../features/accounts/components/new-password-form.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { Loading } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

type Accept = (values: { readonly name?: string; readonly password?: string }) => Promise<void>;

export function Page(): ReactNode {
  const say = useWords('accounts');
  const { token = '' } = useParams();
  const [done, setDone] = useState(false);
  const seen = useQuery({
    queryKey: ['invitations', token],
    queryFn: () => take(api.POST('/api/invitations/view', { body: { token } })),
    enabled: !done,
  });
  const accept: Accept = async (values) => {
    await take(api.POST('/api/invitations/accept', { body: { token, ...values } }));
    setDone(true);
  };
  if (done) {
    return (
      <Frame title={say('invitation.title')} width="reading">
        <Notice
          kind="success"
          live
          title={say('invitation.doneTitle')}
          actions={<LinkButton href={paths.signIn()}>{say('signIn.button')}</LinkButton>}
        >
          <p>{say('invitation.doneText')}</p>
        </Notice>
      </Frame>
    );
  }
  if (seen.error && !(isProblem(seen.error) && seen.error.code === 'token.not_valid')) throw seen.error;
  if (seen.error) {
    return (
      <Frame title={say('invitation.title')} width="reading">
        <Notice kind="warn">
          <p>{say('invitation.gone')}</p>
        </Notice>
      </Frame>
    );
  }
  if (!seen.data) {
    return (
      <Frame title={say('invitation.title')} width="reading">
        <Loading />
      </Frame>
    );
  }
  const { councilName: council, organisationName: organisation, role, hasAccount, email } = seen.data;
  const words = { council, role: say(`roles.${role}`) };
  return (
    <Frame title={say('invitation.title')} width="reading">
      <p className="sm-lead">
        {organisation === null
          ? say('invitation.asked', words)
          : say('invitation.askedFor', { ...words, organisation })}
      </p>
      {hasAccount ? (
        <>
          <p>{say('invitation.known', { email })}</p>
          <AcceptForm onAccept={accept} />
        </>
      ) : (
        <>
          <p>{say('invitation.lead')}</p>
          <NewPasswordForm askName button={say('invitation.button')} onSend={accept} />
        </>
      )}
    </Frame>
  );
}

function AcceptForm({ onAccept }: { readonly onAccept: Accept }): ReactNode {
  const say = useWords('accounts');
  const form = useFormState({ initial: {}, words: useProblemWords() });
  return (
    <>
      {form.summary}
      <Form onSubmit={form.onSubmit(() => onAccept({}))}>
        <Button type="submit" busy={form.busy}>
          {say('invitation.button')}
        </Button>
      </Form>
    </>
  );
}
