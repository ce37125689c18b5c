// The way in for those who offer support, alone or as an agency: who they are, before anything else is asked of them.
import { STORE_KINDS } from '@support-market/domain/listings/store-kinds';
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { AccountNeedsScripts } from '../../shell/account-needs-scripts.tsx';
import { Page as Frame } from '../../shell/page.tsx';
import { useSession } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { Card, CardGrid, Section } from '../../ui/layout.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const say = useWords('accounts');
  const { session, may } = useSession();
  return (
    <Frame title={say('store.title')} lead={say('store.lead')}>
      <AccountNeedsScripts toList />
      <Section title={say('store.who')} lead={say('store.whoLead')}>
        <CardGrid>
          {STORE_KINDS.map((kind) => (
            <Card
              key={kind}
              title={say(`store.kinds.${kind}`)}
              href={session.signedIn && may('organisation.open') ? paths.openStore(kind) : paths.signUp(kind)}
            >
              <p>{say(`store.kindText.${kind}`)}</p>
            </Card>
          ))}
        </CardGrid>
      </Section>
      <Section title={say('store.next')}>
        <ol className="govuk-list govuk-list--number">
          <li>{say('store.nextAccount')}</li>
          <li>{say('store.nextSteps')}</li>
          <li>{say('store.nextLook')}</li>
        </ol>
        {!session.signedIn && (
          <p>
            {say('store.begun')} <TextLink href={paths.signIn(paths.providerListings())}>{say('store.goOn')}</TextLink>
          </p>
        )}
      </Section>
    </Frame>
  );
}
