// How long providers wait for their money, by the month in which it was paid and by who paid.
import type { operations } from '@support-market/api-client/schema';
import type { ReactNode } from 'react';
import { LineChart } from '../../../ui/charts.tsx';
import { DataTable } from '../../../ui/lists.tsx';
import { useWords } from '../../../words/use-words.ts';
import { shortMonth } from '../months.ts';

export type DaysToPay = operations['viewDaysToPay']['responses'][200]['content']['application/json'];

export function DaysByMonth({ days }: { readonly days: DaysToPay }): ReactNode {
  const say = useWords('insights');
  return (
    <LineChart
      title={days.medianDays === null ? say('days.none') : say('days.title', { count: days.medianDays })}
      text={say('days.text')}
      labelHeading={say('days.monthPaid')}
      valueHeading={say('days.median')}
      format={(count) => say('days.days', { count: Math.round(count) })}
      headingLevel={2}
      points={days.months.map(({ month, medianDays }) => ({
        key: month,
        label: shortMonth(month),
        value: medianDays,
        note: say('days.noneOrFew'),
      }))}
    />
  );
}

export function DaysByPayer({ days }: { readonly days: DaysToPay }): ReactNode {
  const say = useWords('insights');
  return (
    <>
      <DataTable
        caption={say('days.byPayer')}
        rows={days.byPayer}
        rowKey={({ payerKind }) => payerKind}
        columns={[
          {
            key: 'payer',
            heading: say('days.payer'),
            cell: ({ payerKind }) => say(`payers.${payerKind}`),
            rowHeading: true,
          },
          {
            key: 'median',
            heading: say('days.median'),
            cell: ({ medianDays }) =>
              medianDays === null ? say('days.noneOrFew') : say('days.days', { count: medianDays }),
            number: true,
          },
        ]}
      />
      <DataTable
        caption={say('days.howMany')}
        rows={days.distribution}
        rowKey={({ fromDays }) => String(fromDays)}
        columns={[
          {
            key: 'days',
            heading: say('days.waited'),
            cell: ({ fromDays, toDays }) =>
              toDays === null
                ? say('days.over', { days: fromDays - 1 })
                : say('days.range', { from: fromDays, to: toDays }),
            rowHeading: true,
          },
          {
            key: 'percent',
            heading: say('days.percent'),
            cell: ({ percent }) => (percent === null ? say('days.noneOrFew') : `${percent} %`),
            number: true,
          },
        ]}
      />
    </>
  );
}
