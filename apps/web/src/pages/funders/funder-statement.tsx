// A funder's statement: what it awarded, what was spent, what it owes and what it paid in a period, and a file of the same.
import { type ReactNode, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import {
  type FunderStatement,
  saveFunderStatement,
  useFunderStatement,
} from '../../features/funders/api/funder-statement.ts';
import { sayDay } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { DateField, dateFromParts, partsFromDate } from '../../ui/date-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Loading, Section } from '../../ui/layout.tsx';
import { DataTable, Pagination, SummaryList } from '../../ui/lists.tsx';
import { Money } from '../../ui/money.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

const SUMS = ['awarded', 'spent', 'invoiced', 'paid', 'paidInAdvance', 'owed'] as const;

function Choosing({ statement }: { readonly statement: FunderStatement }): ReactNode {
  const say = useWords('funders');
  const [, setQuery] = useSearchParams();
  const form = useFormState({
    initial: { from: partsFromDate(statement.fromDate), to: partsFromDate(statement.toDate) },
    words: useProblemWords(),
    check: ({ from, to }) => {
      const [first, last] = [dateFromParts(from), dateFromParts(to)];
      return {
        ...(first === null && { from: 'date.does_not_exist' }),
        ...(last === null && { to: 'date.does_not_exist' }),
        ...(first !== null && last !== null && first > last && { from: 'statement.period_backwards' }),
      };
    },
  });
  return (
    <>
      {form.summary}
      <Form
        onSubmit={form.onSubmit(({ from, to }) => {
          setQuery({ from: dateFromParts(from) ?? '', to: dateFromParts(to) ?? '' });
          return Promise.resolve();
        })}
      >
        <DateField label={say('statement.from')} {...form.field('from')} />
        <DateField label={say('statement.to')} {...form.field('to')} />
        <ButtonRow>
          <Button type="submit" look="secondary">
            {say('statement.show')}
          </Button>
        </ButtonRow>
      </Form>
    </>
  );
}

function Figures({ statement }: { readonly statement: FunderStatement }): ReactNode {
  const say = useWords('funders');
  const [failure, setFailure] = useState<unknown>(null);
  if (failure) throw failure;
  return (
    <Section title={say('statement.sums')}>
      <SummaryList
        rows={SUMS.map((sum) => ({
          key: sum,
          label: say(`statement.${sum}`),
          value: <Money pence={statement[`${sum}Pence`]} />,
        }))}
      />
      <p className="sm-measure">{say('statement.note')}</p>
      <ButtonRow>
        <Button look="secondary" icon="download" onPress={() => void saveFunderStatement(statement).catch(setFailure)}>
          {say('statement.csv')}
        </Button>
      </ButtonRow>
    </Section>
  );
}

function Shown(): ReactNode {
  const say = useWords('funders');
  const { id = '' } = useParams();
  const [query] = useSearchParams();
  const span = { from: query.get('from') ?? undefined, to: query.get('to') ?? undefined };
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useFunderStatement(id, span, cursor);
  if (error) throw error;
  return (
    <Frame
      title={data ? say('statement.title', { name: data.name }) : say('statement.heading')}
      lead={
        data &&
        say('statement.lead', { from: sayDay(data.fromDate, 'with-year'), to: sayDay(data.toDate, 'with-year') })
      }
      width="wide"
      above={<BackLink href={paths.funder(id)}>{data?.name ?? say('back')}</BackLink>}
    >
      {!data && <Loading />}
      {data && (
        <>
          <Figures statement={data} />
          <Section title={say('statement.providers')}>
            {data.providers.length === 0 && <p>{say('statement.none')}</p>}
            {data.providers.length > 0 && (
              <>
                <DataTable<FunderStatement['providers'][number]>
                  caption={say('statement.providers')}
                  captionHidden
                  dense
                  rows={data.providers}
                  rowKey={({ organisationId }) => organisationId}
                  columns={[
                    {
                      key: 'name',
                      heading: say('statement.provider'),
                      rowHeading: true,
                      cell: (row) => row.organisationName,
                    },
                    {
                      key: 'invoiced',
                      heading: say('statement.invoiced'),
                      number: true,
                      cell: (row) => <Money pence={row.invoicedPence} />,
                    },
                    {
                      key: 'paid',
                      heading: say('statement.paid'),
                      number: true,
                      cell: (row) => <Money pence={row.paidPence} />,
                    },
                    {
                      key: 'owed',
                      heading: say('statement.owed'),
                      number: true,
                      cell: (row) => <Money pence={row.owedPence} />,
                    },
                  ]}
                />
                <Pagination
                  firstHref={cursor ? paths.funderStatement(id, span) : undefined}
                  nextHref={
                    data.nextCursor ? paths.funderStatement(id, { ...span, cursor: data.nextCursor }) : undefined
                  }
                />
              </>
            )}
          </Section>
          <Section title={say('statement.choose')}>
            <Choosing key={`${data.fromDate}${data.toDate}`} statement={data} />
          </Section>
        </>
      )}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="funder.view">
      <Shown />
    </SignedIn>
  );
}
