// The same page for what is not there and for what is not yours: a stranger must not learn which.
import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { ButtonRow, LinkButton } from '../ui/button.tsx';
import { useWords } from '../words/use-words.ts';
import { Page } from './page.tsx';

export function NotFound(): ReactNode {
  const say = useWords();
  return (
    <Page title={say('notFound.title')} width="reading">
      <p>{say('notFound.text')}</p>
      <ButtonRow>
        <LinkButton href={paths.search()} icon="search">
          {say('notFound.search')}
        </LinkButton>
        <LinkButton href={paths.front()} look="secondary">
          {say('notFound.front')}
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}
