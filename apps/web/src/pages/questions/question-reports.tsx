// What was reported from questions and no one has settled: what was written, by whom, why it is reported, and an answer to that.
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import {
  type QuestionReport,
  useQuestionReports,
  useSettleReport,
} from '../../features/questions/api/question-reports.ts';
import { sayVisit } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { Card, EmptyState, Loading } from '../../ui/layout.tsx';
import { Pagination } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="question-report.settle">
      <Shown />
    </SignedIn>
  );
}

function One({ report, onSettled }: { readonly report: QuestionReport; readonly onSettled: () => void }): ReactNode {
  const say = useWords('questions');
  const settle = useSettleReport();
  const nameOf = (side: QuestionReport['side']): string =>
    side === 'provider' ? report.organisationName : say('report.sideOf', { name: report.personName });
  const form = useFormState({
    initial: { reply: '' },
    words: useProblemWords(),
    prefix: `${report.id}-`,
    check: ({ reply }) => (isBlank(reply) ? { reply: 'field.required' } : {}),
  });
  return (
    <Card title={say('one', { title: report.title })} headingLevel={2}>
      <p>{say('report.wrote', { who: nameOf(report.side) })}</p>
      <blockquote className="sm-lines sm-kept-note" dir="auto">
        {report.words}
      </blockquote>
      <p>
        {say('report.because', {
          who: nameOf(report.reportedSide),
          when: sayVisit(report.reportedAt),
        })}
      </p>
      <blockquote className="sm-lines sm-kept-note" dir="auto">
        {report.reason}
      </blockquote>
      <Form
        onSubmit={form.onSubmit(async ({ reply }) => {
          await settle(report.id, reply.trim());
          onSettled();
        })}
      >
        {form.summary}
        <TextArea
          label={say('report.reply')}
          hint={say('report.replyHint', { who: nameOf(report.reportedSide) })}
          rows={3}
          maxLength={500}
          {...form.field('reply')}
        />
        <Button type="submit" busy={form.busy}>
          {say('report.settle')}
        </Button>
      </Form>
    </Card>
  );
}

function Shown(): ReactNode {
  const say = useWords('questions');
  const [query] = useSearchParams();
  const cursor = query.get('cursor') ?? undefined;
  const { data, error } = useQuestionReports(cursor);
  const [settled, setSettled] = useState(false);
  if (error) throw error;
  return (
    <Frame title={say('report.title')} lead={say('report.lead')} width="reading">
      {settled && (
        <Notice kind="success" live>
          <p>{say('report.settled')}</p>
        </Notice>
      )}
      {!data && <Loading lines={6} />}
      {data && data.items.length === 0 && <EmptyState title={say('report.none')} />}
      <ul className="sm-plain-list sm-stack">
        {(data?.items ?? []).map((report) => (
          <li key={report.id}>
            <One report={report} onSettled={() => setSettled(true)} />
          </li>
        ))}
      </ul>
      <Pagination
        firstHref={cursor ? paths.questionReports() : undefined}
        nextHref={data?.nextCursor ? paths.questionReports(data.nextCursor) : undefined}
      />
    </Frame>
  );
}
