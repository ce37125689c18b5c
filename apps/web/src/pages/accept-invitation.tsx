// Joining by the link in the council's letter or message.
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { api, take } from '../api/client.ts';
import { NewPasswordForm } from '../features/accounts/components/new-password-form.tsx';
import { paths } from '../paths.ts';
import { Page as Frame } from '../shell/page.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words/use-words.ts';

export function Page(): ReactNode {
  const say = useWords('accounts');
  const { token = '' } = useParams();
  const [done, setDone] = useState(false);
  return (
    <Frame title={say('invitation.title')} width="reading">
      {done ? (
        <Notice
          kind="success"
          live
          title={say('invitation.doneTitle')}
          actions={<LinkButton href={paths.signIn()}>{say('signIn.button')}</LinkButton>}
        >
          <p>{say('invitation.doneText')}</p>
        </Notice>
      ) : (
        <>
          <p>{say('invitation.lead')}</p>
          <NewPasswordForm
            askName
            button={say('invitation.button')}
            onSend={async ({ name, password }) => {
              await take(
                api.POST('/api/invitations/{token}', { params: { path: { token } }, body: { name, password } }),
              );
              setDone(true);
            }}
          />
        </>
      )}
    </Frame>
  );
}
