// Choosing a new password with the link from the message.
import { type ReactNode, useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { api, take } from '../../api/client.ts';
import { useMayWork } from '../../features/accounts/api/mailed-link.ts';
import { NewPasswordForm } from '../../features/accounts/components/new-password-form.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { useDone } from '../../ui/document.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const say = useWords('accounts');
  const { token = '' } = useParams();
  const { pathname } = useLocation();
  const mayWork = useMayWork(token);
  const [done, setDone] = useState(useDone() !== null);
  return (
    <Frame title={say('reset.title')} width="reading">
      {done ? (
        <Notice
          kind="success"
          live
          title={say('reset.doneTitle')}
          actions={<LinkButton href={paths.signIn()}>{say('signIn.button')}</LinkButton>}
        >
          <p>{say('reset.doneText')}</p>
        </Notice>
      ) : !mayWork ? (
        <Notice kind="warn" actions={<LinkButton href={paths.forgotPassword()}>{say('reset.askAgain')}</LinkButton>}>
          <p>{say('reset.gone')}</p>
        </Notice>
      ) : (
        <NewPasswordForm
          action={pathname}
          button={say('reset.button')}
          onSend={async ({ password }) => {
            await take(api.POST('/api/password-resets/use', { body: { token, password } }));
            setDone(true);
          }}
        />
      )}
    </Frame>
  );
}
