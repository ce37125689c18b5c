// Joining by the link in the council's letter or message.
import { type ReactNode, useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { api, take } from '../../api/client.ts';
import { useInvitation } from '../../features/accounts/api/view-invitation.ts';
import { NewPasswordForm } from '../../features/accounts/components/new-password-form.tsx';
import { paths } from '../../paths.ts';
import { AccountNeedsScripts } from '../../shell/account-needs-scripts.tsx';
import { Page as Frame } from '../../shell/page.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { useDone } from '../../ui/document.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { Loading } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

type Accept = (values: { readonly name?: string; readonly password?: string }) => Promise<void>;

export function Page(): ReactNode {
  const say = useWords('accounts');
  const { token = '' } = useParams();
  const { pathname } = useLocation();
  const [done, setDone] = useState(useDone() !== null);
  const { data: seen, error } = useInvitation(token, !done);
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
  if (error) throw error;
  if (seen === null) {
    return (
      <Frame title={say('invitation.title')} width="reading">
        <Notice kind="warn">
          <p>{say('invitation.gone')}</p>
        </Notice>
      </Frame>
    );
  }
  if (!seen) {
    return (
      <Frame title={say('invitation.title')} width="reading">
        <Loading />
      </Frame>
    );
  }
  const { councilName: council, organisationName: organisation, role, hasAccount, email } = seen;
  const words = { council, role: say(`roles.${role}`) };
  const asked = (
    <>
      <p className="sm-lead">
        {organisation === null
          ? say('invitation.asked', words)
          : say('invitation.askedFor', { ...words, organisation })}
      </p>
      <AccountNeedsScripts />
    </>
  );
  return (
    <Frame title={say('invitation.title')} width="reading">
      {hasAccount ? (
        <AcceptForm action={pathname} onAccept={accept}>
          {asked}
          <p>{say('invitation.known', { email })}</p>
        </AcceptForm>
      ) : (
        <NewPasswordForm askName action={pathname} button={say('invitation.button')} onSend={accept}>
          {asked}
          <p>{say('invitation.lead')}</p>
        </NewPasswordForm>
      )}
    </Frame>
  );
}

function AcceptForm({
  action,
  onAccept,
  children,
}: {
  readonly action: string;
  readonly onAccept: Accept;
  /** What is said before the form. */
  readonly children: ReactNode;
}): ReactNode {
  const say = useWords('accounts');
  const form = useFormState({ initial: {}, words: useProblemWords() });
  return (
    <>
      {form.summary}
      {children}
      <Form action={action} onSubmit={form.onSubmit(() => onAccept({}))}>
        <Button type="submit" busy={form.busy}>
          {say('invitation.button')}
        </Button>
      </Form>
    </>
  );
}
