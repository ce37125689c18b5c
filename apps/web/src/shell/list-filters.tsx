// What narrows a list: a form that sets every filter at once, and for each filter in use a link that removes it. The filters
// stand in the address, so that a link to the list keeps them.
import { parseDate } from '@support-market/domain/shared/local-time';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { sayDate } from '../format/dates.ts';
import { readableText } from '../format/readable.ts';
import { Button, TextLink } from '../ui/button.tsx';
import { Select } from '../ui/choice-field.tsx';
import { DateField, dateFromParts, EMPTY_DATE, partsFromDate } from '../ui/date-field.tsx';
import { Form, useFormState } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useProblemWords, useWords } from '../words/use-words.ts';

const LONGEST_SEARCH = 100;

/** What a list is narrowed by; '' where by nothing. */
export interface Filters<State extends string = never> {
  readonly search: string;
  readonly state: State | '';
  /** The first day, YYYY-MM-DD. */
  readonly from: string;
}

/** The filters that an address asks for. What no filter can be is left out, so that a wrong address shows a list all the same. */
export function readFilters<const State extends string = never>(
  query: URLSearchParams,
  states: readonly State[] = [],
): Filters<State> {
  const from = query.get('from') ?? '';
  return {
    search: [...readableText(query.get('search'))].slice(0, LONGEST_SEARCH).join(''),
    state: states.find((one) => one === query.get('state')) ?? '',
    from: parseDate(from).ok ? from : '',
  };
}

const answersFor = ({ search, state, from }: Filters<string>) => ({
  search,
  state,
  from: from ? partsFromDate(from) : EMPTY_DATE,
});

export function ListFilters<State extends string = never>({
  filters,
  address,
  search,
  states = [],
  from,
}: {
  readonly filters: Filters<State>;
  /** Where the list stands with these filters. */
  readonly address: (filters: Filters<State>) => string;
  /** What is searched in, where that is something particular. */
  readonly search?: { readonly label: string; readonly hint: string };
  /** The states that a record may have, in their order; where there are none, they narrow nothing. */
  readonly states?: readonly { readonly value: State; readonly label: string }[];
  /** What is asked about the first day, such as "Written on or after"; a list without it has no first day. */
  readonly from?: string;
}): ReactNode {
  const say = useWords('lists');
  const navigate = useNavigate();
  const form = useFormState({
    initial: answersFor(filters),
    words: useProblemWords(),
    check: ({ from: parts }) => {
      if (`${parts.day}${parts.month}${parts.year}`.trim() === '') return {};
      return parseDate(dateFromParts(parts) ?? '').ok ? {} : { from: 'date.does_not_exist' };
    },
  });
  // The form follows the address, which a link may have changed, and is drawn again before anybody sees it as it was.
  const shown = address(filters);
  const [followed, setFollowed] = useState(shown);
  if (followed !== shown) {
    setFollowed(shown);
    form.reset(answersFor(filters));
  }
  const state = states.find(({ value }) => value === filters.state);
  const inUse = [
    ...(filters.search ? [{ name: 'search', words: say('inUse.search', { search: filters.search }) }] : []),
    ...(state ? [{ name: 'state', words: state.label }] : []),
    ...(from && filters.from
      ? [{ name: 'from', words: say('inUse.from', { label: from, date: sayDate(filters.from) }) }]
      : []),
  ];
  return (
    <>
      <Form
        label={say('filter')}
        onSubmit={form.onSubmit((asked) =>
          navigate(
            address({
              search: asked.search.trim(),
              state: states.find(({ value }) => value === asked.state)?.value ?? '',
              from: dateFromParts(asked.from) ?? '',
            }),
          ),
        )}
      >
        {form.summary}
        <TextField
          type="search"
          width={20}
          label={search?.label ?? say('search')}
          {...(search && { hint: search.hint })}
          {...form.field('search')}
        />
        {states.length > 0 && (
          <Select
            label={say('state')}
            choices={[{ value: '', label: say('any') }, ...states]}
            {...form.field('state')}
          />
        )}
        {from && <DateField label={from} {...form.field('from')} />}
        <Button type="submit" look="secondary" busy={form.busy}>
          {say('show')}
        </Button>
      </Form>
      {inUse.length > 0 && (
        <nav className="sm-section" aria-label={say('inUse.label')}>
          <ul className="sm-plain-list sm-stack">
            {inUse.map(({ name, words }) => (
              <li key={name}>
                <TextLink href={address({ ...filters, [name]: '' })}>{say('inUse.remove', { filter: words })}</TextLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}
