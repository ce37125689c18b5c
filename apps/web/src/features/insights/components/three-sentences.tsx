// The first thing a commissioner reads: what was spent, what was missing, and how fast providers were paid.
import type { operations } from '@support-market/api-client/schema';
import type { ReactNode } from 'react';
import { useWords } from '../../../words/use-words.ts';
import { sayMonth } from '../months.ts';

type Summary = operations['viewInsightSummary']['responses'][200]['content']['application/json'];

export function ThreeSentences({ summary }: { readonly summary: Summary }): ReactNode {
  const say = useWords('insights');
  const { spend, searches, orders, daysToPay } = summary;
  const reasons: Readonly<Record<string, string>> = say('reasonsInSentence', { returnObjects: true });
  return (
    <div className="sm-measure sm-lead">
      <p>
        {say(spend.people === null ? 'sentences.spentFewPeople' : 'sentences.spent', {
          from: sayMonth(summary.from),
          to: sayMonth(summary.to),
          totalPence: spend.totalPence,
          people: spend.people ?? 0,
        })}{' '}
        {spend.largestCategory &&
          say('sentences.mostSpent', {
            category: spend.largestCategory.name,
            amountPence: spend.largestCategory.amountPence,
          })}
      </p>
      <p>
        {searches.foundNothing === null
          ? say('sentences.fewSearches')
          : say('sentences.searches', { count: searches.foundNothing })}{' '}
        {searches.most && say('sentences.mostSearched', { words: searches.most.words, count: searches.most.times })}
      </p>
      <p>
        {daysToPay.medianDays === null
          ? say('sentences.fewPayments')
          : say('sentences.days', { count: daysToPay.medianDays })}{' '}
        {orders.declined === null
          ? say('sentences.fewDeclined')
          : say('sentences.declined', { count: orders.declined })}{' '}
        {orders.mostReason && say('sentences.mostDeclined', { reason: reasons[orders.mostReason] ?? '' })}
      </p>
    </div>
  );
}
