// Where an address leads nowhere. The same page for what is not there and for what is not yours: a stranger must not learn which.
import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { ButtonRow, LinkButton } from '../ui/button.tsx';
import { useWords } from '../words/use-words.ts';
import { Page } from './page.tsx';

function Nowhere({ title, text }: { readonly title: string; readonly text: string }): ReactNode {
  const say = useWords();
  return (
    <Page title={title} width="reading">
      <p>{text}</p>
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

export function NotFound(): ReactNode {
  const say = useWords();
  return <Nowhere title={say('notFound.title')} text={say('notFound.text')} />;
}

/** Of an address whose letters are none, or that has too many. */
export function Unreadable(): ReactNode {
  const say = useWords();
  return <Nowhere title={say('unreadable.title')} text={say('unreadable.text')} />;
}
