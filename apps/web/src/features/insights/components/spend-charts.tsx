// What was spent, month by month and by kind of support, with the numbers as tables beside them.
import type { operations } from '@support-market/api-client/schema';
import type { ReactNode } from 'react';
import { formatPence } from '../../../format/money.ts';
import { BarChart, LineChart } from '../../../ui/charts.tsx';
import { useWords } from '../../../words/use-words.ts';
import { sayMonth, shortMonth } from '../months.ts';

export type Spend = operations['viewSpend']['responses'][200]['content']['application/json'];

export function SpendByMonth({ spend }: { readonly spend: Spend }): ReactNode {
  const say = useWords('insights');
  const shown = spend.months.filter(({ amountPence }) => amountPence !== null);
  const most = shown.reduce(
    (best, month) => ((month.amountPence ?? 0) > (best?.amountPence ?? 0) ? month : best),
    shown[0],
  );
  return (
    <LineChart
      title={
        most && (most.amountPence ?? 0) > 0
          ? say('spend.byMonth', { month: sayMonth(most.month), amountPence: most.amountPence ?? 0 })
          : say('spend.nothing')
      }
      text={say('spend.byMonthText')}
      labelHeading={say('month')}
      valueHeading={say('spend.spent')}
      format={formatPence}
      headingLevel={2}
      points={spend.months.map(({ month, amountPence }) => ({
        key: month,
        label: shortMonth(month),
        value: amountPence,
        note: say('tooFew'),
      }))}
    />
  );
}

export function SpendByCategory({ spend }: { readonly spend: Spend }): ReactNode {
  const say = useWords('insights');
  const { groups, pooledPence } = spend.byCategory;
  const [largest] = groups;
  return (
    <BarChart
      title={
        largest && largest.amountPence >= pooledPence
          ? say('spend.byCategory', { category: largest.name })
          : say('spend.byCategoryNone')
      }
      text={pooledPence > 0 ? say('spend.pooledText') : undefined}
      labelHeading={say('spend.category')}
      valueHeading={say('spend.spent')}
      format={formatPence}
      headingLevel={2}
      points={[
        ...groups.map(({ key, name, amountPence, isWhole }) => ({
          key,
          label: isWhole ? name : say('spend.atLeast', { name }),
          value: amountPence,
        })),
        ...(pooledPence > 0 ? [{ key: 'pooled', label: say('spend.pooled'), value: pooledPence }] : []),
      ]}
    />
  );
}
