// What the API and the program that draws the public pages agree on: the API reads, the pages draw, and neither knows
// how the other does it.
import type { operations } from './schema.ts';

type Answer<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;
type Query<Operation extends keyof operations> = NonNullable<operations[Operation]['parameters']['query']>;

/** What a stranger may read, in the words of the API's answers. Each refuses as its route does: an error whose cause is a Refusal. */
export interface PublicReads {
  readonly session: () => Promise<Answer<'viewSession'>>;
  readonly council: (slug: string, on: string | null) => Promise<Answer<'viewCouncil'>>;
  readonly categories: () => Promise<Answer<'listCategories'>>;
  readonly searchListings: (question: Query<'searchListings'>) => Promise<Answer<'searchListings'>>;
  readonly listing: (slug: string) => Promise<Answer<'viewListing'>>;
  readonly organisation: (slug: string) => Promise<Answer<'viewOrganisation'>>;
  readonly events: (question: Query<'listEvents'>) => Promise<Answer<'listEvents'>>;
  /** Refuses a link in a mail that no longer works; there is nothing to read. */
  readonly mailedLink: (purpose: 'confirm-email' | 'password-reset', token: string) => Promise<Record<string, never>>;
  /** What a link in a mail invites to. */
  readonly invitation: (token: string) => Promise<Answer<'seeInvitation'>>;
  readonly photos: (subject: Query<'listPhotos'>) => Promise<Answer<'listPhotos'>>;
}

/** A refusal, as RFC 9457 says it. */
export interface Refusal {
  readonly code: string;
  readonly status: number;
  readonly errors?: readonly {
    readonly pointer: string;
    readonly code: string;
    readonly details?: Readonly<Record<string, unknown>> | undefined;
  }[];
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A form that was sent without a script: what was typed and may be shown again, and why it was refused or that it was done. */
export interface PostedForm {
  readonly values: Readonly<Record<string, string>>;
  readonly refusal: Refusal | null;
}

/** What the build made: the names of its files change with their content. */
export interface PageFiles {
  readonly icon: string;
  /** What previews of a page without a picture of its own show. */
  readonly picture: string;
  readonly styles: readonly string[];
  /** The reader's colours and text size, put on before anything is drawn. */
  readonly display: string;
  /** The whole app, for those who are signed in. */
  readonly app: { readonly script: string; readonly preload: readonly string[] };
  /** The few lines that make a public page quicker to use. */
  readonly document: string;
}

export interface PageQuestion {
  /** Path and query, as asked for. */
  readonly address: string;
  /** Where the product is open: "https://support.example". */
  readonly publicUrl: string;
  readonly files: PageFiles;
  readonly posted?: PostedForm;
}

/** A page of which everything is read, so that drawing it needs no further wait. */
export interface PreparedPage {
  readonly status: number;
  /** Its address is known to one reader alone, as that of a link from a mail: no one else may keep a copy. */
  readonly secret: boolean;
  /** The same text: the same page. */
  readonly facts: string;
  readonly draw: () => string;
  /** What stands on the same page where scripts do not run and the app would draw it. */
  readonly drawForApp: () => string;
}

/** What lives at an address: a public page, a page of the app, an address that moved, or nothing. */
export type Place = { readonly kind: 'public' | 'app' | 'none' } | { readonly kind: 'moved'; readonly to: string };

/** What the build of the pages exports for the server. */
export interface PagesProgram {
  readonly placeOf: (address: string) => Place;
  readonly prepare: (question: PageQuestion, reads: PublicReads) => Promise<PreparedPage>;
  /** A page of the app, which draws itself once its script is there. */
  readonly drawApp: (question: PageQuestion, perhapsSignedIn: boolean) => string;
  /** What is shown where a page cannot be made at all, without anything that would have to be read. */
  readonly drawFailure: (question: PageQuestion, refusal: Refusal, requestId: string) => string;
  /** The page of an address that cannot be read. */
  readonly drawUnreadable: (question: PageQuestion) => string;
  /** Where somebody goes who just signed in: the page they asked for, if it is one of ours, or else the first of their menu. */
  readonly placeAfterSignIn: (next: string | null, roles: readonly string[]) => string;
}
