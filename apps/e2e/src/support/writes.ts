// The table of writes: who may write on which page, what they fill in, and which list shows it then. A page whose address
// ends in `/write` has a line here (tools/writes.test.ts); `npm run new-feature` writes it.

export interface Write {
  readonly page: string;
  /** Everyone who may write there, by their demonstration account. */
  readonly as: readonly string[];
  /**
   * Label → what is typed, where `{who}` becomes the writer and `{run}` what tells this run of the journeys from others, so that
   * the list shows it once; FIRST takes the first choice there is, and `choice('…')` the one that is called so.
   */
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
const CHOICE = '(the choice) ';
export const choice = (name: string): string => CHOICE + name;
/** What is to be chosen, where it is not typed. */
export const chosen = (text: string): string | undefined =>
  text.startsWith(CHOICE) ? text.slice(CHOICE.length) : undefined;

export const WRITES: readonly Write[] = [
  {
    page: '/provider/workers',
    as: ['provider', 'isf-holder'],
    fill: { Name: 'Wanda of {who} {run}' },
    button: 'Add this worker',
    list: '/provider/workers',
  },
  {
    page: '/funders/add',
    as: ['finance'],
    fill: { Code: '{run}', 'What is it?': choice('School'), Name: 'School of {who} {run}' },
    button: 'Add this funder',
    list: '/funders',
  },
  {
    page: '/accounts/invite',
    as: ['administrator'],
    fill: { 'Their email address': '{who}.{run}@people.example', 'What will they do here?': choice('Finance officer') },
    button: 'Send the invitation',
    list: '/accounts',
  },
  {
    page: '/feeds/add',
    as: ['administrator', 'editor'],
    fill: { Name: 'List of {who} {run}', Address: 'https://{who}-{run}.example.org/oruk/v3' },
    button: 'Keep this address',
    list: '/feeds',
  },
];
