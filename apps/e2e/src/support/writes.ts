// The table of writes: who may write on which page, what they fill in, and which list shows it then. A page whose address
// ends in `/write` has a line here (tools/writes.test.ts); `npm run new-feature` writes it.

export interface Write {
  readonly page: string;
  /** Everyone who may write there, by their demonstration account. */
  readonly as: readonly string[];
  /** Label → what is typed, where `{who}` becomes the writer, so that the list shows it; FIRST takes the first choice there is. */
  readonly fill: Readonly<Record<string, string>>;
  readonly button: string;
  readonly list: string;
  /** For a list with filters: what is filled in (as above) and still leaves the new one there, and the link that removes one. */
  readonly narrow?: {
    readonly fill: Readonly<Record<string, string>>;
    readonly button: string;
    readonly remove: string;
  };
}

export const FIRST = '(the first)';

export const WRITES: readonly Write[] = [
  {
    page: '/provider/workers',
    as: ['provider', 'isf-holder'],
    fill: { Name: 'Wanda of {who}' },
    button: 'Add this worker',
    list: '/provider/workers',
  },
];
