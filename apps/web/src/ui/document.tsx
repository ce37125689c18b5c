// Whether the page is drawn by the server as a document, which must work without scripts, or by the app.
import { createContext, type ReactNode, useContext } from 'react';

export type PostedDocument = {
  /** What was typed and may be shown again, by field. */
  readonly values: Readonly<Record<string, string>>;
  readonly problem: {
    readonly code: string;
    readonly errors?:
      | readonly {
          readonly pointer: string;
          readonly code: string;
          readonly details?: Readonly<Record<string, unknown>> | undefined;
        }[]
      | undefined;
    readonly details?: Readonly<Record<string, unknown>> | undefined;
  } | null;
};

export type DocumentState = {
  /** Told by the page while it is drawn: what stands in the tab. */
  readonly setTitle: (title: string) => void;
  /** The form that was sent and led to this page; null where none was. */
  readonly posted: PostedDocument | null;
  /** The page is drawn for somebody who may be signed in, which shows only where a script runs. */
  readonly perhapsSignedIn: boolean;
};

const DocumentContext = createContext<DocumentState | null>(null);

export function DocumentProvider({
  state,
  children,
}: {
  readonly state: DocumentState;
  readonly children: ReactNode;
}): ReactNode {
  return <DocumentContext value={state}>{children}</DocumentContext>;
}

/** Null in the app. */
export function useDocument(): DocumentState | null {
  return useContext(DocumentContext);
}

/** What was typed into a form that was sent without a script and is done; null anywhere else. */
export function useDone(): Readonly<Record<string, string>> | null {
  const posted = useDocument()?.posted;
  return posted && posted.problem === null ? posted.values : null;
}
