// The commissioner's page: three sentences and three charts before anything else, and never one person.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import {
  useDaysToPay,
  useDeclinedOrders,
  useInsightSummary,
  useSearchesThatFoundNothing,
  useSpend,
} from '../../features/insights/api/insights.ts';
import { CsvButton } from '../../features/insights/components/csv-button.tsx';
import { DaysByMonth, DaysByPayer } from '../../features/insights/components/days-charts.tsx';
import { MonthChoice } from '../../features/insights/components/month-choice.tsx';
import { SpendByCategory, SpendByMonth } from '../../features/insights/components/spend-charts.tsx';
import { ThreeSentences } from '../../features/insights/components/three-sentences.tsx';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { ButtonRow } from '../../ui/button.tsx';
import { BarChart } from '../../ui/charts.tsx';
import { Details, EmptyState, Loading, Section } from '../../ui/layout.tsx';
import { DataTable } from '../../ui/lists.tsx';
import { useWords } from '../../words/use-words.ts';

function NotFound(): ReactNode {
  const say = useWords('insights');
  const { data, error } = useSearchesThatFoundNothing();
  if (error) throw error;
  if (!data) return <Loading />;
  return (
    <Section
      title={say('searches.title')}
      lead={say('searches.lead')}
      aside={<CsvButton name="searches" about={say('searches.title')} />}
    >
      <DataTable
        caption={say('searches.caption')}
        captionHidden
        rows={data.words}
        rowKey={({ words }) => words}
        empty={<EmptyState title={say('searches.none')} />}
        columns={[
          { key: 'words', heading: say('searches.words'), cell: ({ words }) => words, rowHeading: true },
          { key: 'times', heading: say('searches.times'), cell: ({ times }) => times, number: true },
          {
            key: 'near',
            heading: say('searches.near'),
            cell: ({ near }) =>
              near.length === 0
                ? say('searches.nowhere')
                : near.map(({ outward, times }) => say('searches.place', { outward, times })).join(', '),
          },
        ]}
      />
    </Section>
  );
}

function Declined(): ReactNode {
  const say = useWords('insights');
  const { data, error } = useDeclinedOrders();
  if (error) throw error;
  if (!data) return <Loading />;
  const reasons: Readonly<Record<string, string>> = say('reasons', { returnObjects: true });
  const table = (caption: string, heading: string, rows: typeof data.byReason) => (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', heading, cell: ({ key, name }) => reasons[key] ?? name, rowHeading: true },
        { key: 'orders', heading: say('declined.orders'), cell: ({ orders }) => orders ?? say('tooFew'), number: true },
      ]}
    />
  );
  const [first] = data.byReason;
  return (
    <Section
      title={say('declined.title')}
      lead={say('declined.lead')}
      aside={<CsvButton name="declined-orders" about={say('declined.title')} />}
    >
      {data.byReason.length === 0 ? (
        <EmptyState title={say('declined.none')} />
      ) : (
        <>
          <BarChart
            title={
              first && first.orders !== null
                ? say('declined.most', { reason: reasons[first.key] ?? first.name })
                : say('declined.why')
            }
            labelHeading={say('declined.reason')}
            valueHeading={say('declined.orders')}
            format={(orders) => String(Math.round(orders))}
            points={data.byReason.map(({ key, name, orders }) => ({
              key,
              label: reasons[key] ?? name,
              value: orders,
              note: say('tooFew'),
            }))}
          />
          {table(say('declined.byCategory'), say('spend.category'), data.byCategory)}
          {table(say('declined.byProvider'), say('declined.provider'), data.byProvider)}
        </>
      )}
    </Section>
  );
}

function Shown(): ReactNode {
  const say = useWords('insights');
  const [query, setQuery] = useSearchParams();
  const span = { from: query.get('from') ?? undefined, to: query.get('to') ?? undefined };
  const summary = useInsightSummary();
  const spend = useSpend(span);
  const days = useDaysToPay(span);
  const error = summary.error ?? spend.error ?? days.error;
  if (error) throw error;
  return (
    <Frame title={say('title')} width="wide">
      {summary.data ? <ThreeSentences summary={summary.data} /> : <Loading />}
      {spend.data && days.data ? (
        <>
          <div className="sm-grid sm-grid--wide">
            <SpendByMonth spend={spend.data} />
            <SpendByCategory spend={spend.data} />
            <DaysByMonth days={days.data} />
          </div>
          <ButtonRow>
            <CsvButton name="spend" showAbout about={say('spend.about')} span={span} />
            <CsvButton name="days-to-pay" showAbout about={say('days.about')} span={span} />
          </ButtonRow>
          <Details summary={say('months.choose')}>
            <MonthChoice
              key={`${spend.data.from} ${spend.data.to}`}
              from={spend.data.from}
              to={spend.data.to}
              onChoose={(from, to) => setQuery({ from, to })}
            />
          </Details>
        </>
      ) : (
        <Loading />
      )}
      <NotFound />
      <Declined />
      {days.data && (
        <Section title={say('days.who')}>
          <DaysByPayer days={days.data} />
        </Section>
      )}
      <Details summary={say('hidden.title')}>
        <p>{say('hidden.text')}</p>
        <p>{say('hidden.money')}</p>
      </Details>
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="insight.view">
      <Shown />
    </SignedIn>
  );
}
