// When a page fails: plain words from the problem's code, a way to try again, and the number to quote on the telephone.
import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { isProblem } from '../api/problem.ts';
import { paths } from '../paths.ts';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { useDocument } from '../ui/document.tsx';
import { useProblemWords, useWords } from '../words/use-words.ts';
import { NotFound } from './not-found.tsx';
import { Page } from './page.tsx';

export function Failed({ error, again }: { readonly error: unknown; readonly again: () => void }): ReactNode {
  const say = useWords();
  const problemWords = useProblemWords();
  const { pathname, search } = useLocation();
  const isDocument = useDocument() !== null;
  // What no record can be called in an address, none is.
  const isNoAddress = isProblem(error) && error.errors.some(({ pointer }) => pointer.startsWith('/params/'));
  if (isProblem(error) && (error.status === 404 || isNoAddress)) return <NotFound />;
  const code = isProblem(error) ? error.code : 'server.unexpected';
  const requestId = isProblem(error) ? error.requestId : '';
  return (
    <Page title={say('failed.title')} width="reading">
      <p className="sm-lead">{problemWords(code, isProblem(error) ? error.details : {})}</p>
      {requestId && <p>{say('failed.reference', { requestId })}</p>}
      <ButtonRow>
        {isDocument ? (
          <LinkButton href={pathname + search}>{say('failed.again')}</LinkButton>
        ) : (
          <Button onPress={again}>{say('failed.again')}</Button>
        )}
        <LinkButton href={paths.front()} look="secondary">
          {say('failed.front')}
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}

type Props = { readonly reset: () => void; readonly at: string; readonly children: ReactNode };
type State = { readonly error: unknown; readonly at: string };

/** React offers error boundaries to classes only. A new address clears the error. */
class Boundary extends Component<Props, State> {
  override state: State = { error: null, at: this.props.at };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.at === state.at ? null : { error: null, at: props.at };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <Failed
        error={this.state.error}
        again={() => {
          this.props.reset();
          this.setState({ error: null });
        }}
      />
    );
  }
}

export function PageErrors({ at, children }: { readonly at: string; readonly children: ReactNode }): ReactNode {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Boundary reset={reset} at={at}>
          {children}
        </Boundary>
      )}
    </QueryErrorResetBoundary>
  );
}
