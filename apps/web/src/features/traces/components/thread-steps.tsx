// The steps of one pound in their order: what happened, when, by which role, how much, and where to follow it on.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { sayDate, sayDateOf, sayTime } from '../../../format/dates.ts';
import { formatPence } from '../../../format/money.ts';
import { paths } from '../../../paths.ts';
import { DataTable } from '../../../ui/lists.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { Thread, TraceStep } from '../api/follow-reference.ts';
import { useAccountWords } from './account-words.ts';

const A_DATE = /^\d{4}-\d\d-\d\d$/;

type Fact = {
  readonly key: string;
  readonly text: string;
  /** The ledger's own name of the account that the text is about. */
  readonly account: string | null;
};

export type ThreadStepsProps = {
  readonly thread: Thread;
  readonly caption: string;
  readonly roleWords: (role: string) => string;
  readonly reason: string;
};

export function ThreadSteps({ thread, caption, roleWords, reason }: ThreadStepsProps): ReactNode {
  const say = useWords('traces');
  const states: Readonly<Record<string, string>> = say('states', { returnObjects: true });
  const details: Readonly<Record<string, string>> = say('details', { returnObjects: true });
  const account = useAccountWords(thread);
  const words = (value: string): string =>
    account(value) ?? states[value] ?? (A_DATE.test(value) ? sayDate(value) : value);
  const facts = ({ state, details: given }: TraceStep): readonly Fact[] => [
    ...(state ? [{ key: 'state', text: states[state] ?? state, account: null }] : []),
    ...Object.entries(given)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => ({
        key: name,
        text: `${details[name] ?? name} ${words(value)}`,
        account: account(value) === null ? null : value,
      })),
  ];
  const money = (amount: number | null): string => (amount === null ? '–' : formatPence(amount));
  return (
    <DataTable
      caption={caption}
      captionHidden
      dense
      rows={thread.steps}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'step',
          heading: say('step'),
          rowHeading: true,
          cell: (step) => (
            <>
              {say(`steps.${step.kind}`)}
              {facts(step).map((fact) => (
                <span key={fact.key} className="sm-fact">
                  {fact.text}
                  {fact.account && <span className="sm-fact__name">{say('inLedger', { name: fact.account })}</span>}
                </span>
              ))}
            </>
          ),
        },
        {
          key: 'when',
          heading: say('when'),
          cell: ({ at }) => (at ? `${sayDateOf(at)}, ${sayTime(at)}` : '–'),
        },
        {
          key: 'who',
          heading: say('who'),
          cell: ({ name, roles }) => [...(name === null ? [] : [name]), ...roles.map(roleWords)].join(', ') || '–',
        },
        { key: 'amount', heading: say('amount'), cell: ({ amountPence }) => money(amountPence), number: true },
        { key: 'part', heading: say('part'), cell: ({ partPence }) => money(partPence), number: true },
        {
          key: 'follow',
          heading: say('followOn'),
          cell: ({ reference }) =>
            reference === null ? (
              '–'
            ) : (
              <Link
                className="govuk-link"
                style={{ overflowWrap: 'anywhere' }}
                to={paths.trace(encodeURIComponent(reference))}
                state={{ reason }}
              >
                {reference}
              </Link>
            ),
        },
      ]}
    />
  );
}
