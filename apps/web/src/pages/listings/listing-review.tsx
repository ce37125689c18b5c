// One listing that waits: what changed since it was looked at last, its page as people would see it, and the council's answer.
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import { type Review, useListingReview, useReviewAnswers } from '../../features/listings/api/listing-reviews.ts';
import { CheckList } from '../../features/listings/components/check-list.tsx';
import { ListingShown } from '../../features/listings/components/listing-shown.tsx';
import { PriceList } from '../../features/listings/components/price-list.tsx';
import { PictureList } from '../../features/photos/components/picture-list.tsx';
import { sayDateOf } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx';
import { ErrorSummary, Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Section } from '../../ui/layout.tsx';
import { DataTable } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const { id = '' } = useParams();
  return (
    <SignedIn action="listing.review">
      <One id={id} />
    </SignedIn>
  );
}

function One({ id }: { readonly id: string }): ReactNode {
  const say = useWords('listings');
  const { data, error } = useListingReview(id);
  if (error) throw error;
  if (!data) return <PageLoading />;
  const { page, asked } = data;
  const changed = data.fields.filter(({ before, now }) => before !== now);
  return (
    <Frame
      title={data.title}
      caption={say('page.by', { name: data.organisationName })}
      lead={`${say(`reviews.kinds.${data.organisationKind as 'agency'}`)}. ${say('reviews.sent', { count: data.times })}`}
      above={<BackLink href={paths.listingReviews()}>{say('reviews.title')}</BackLink>}
    >
      {data.waitsSince === null && (
        <Notice live title={say(`mine.statesNow.${data.state}`)}>
          <p>{say('reviews.answered')}</p>
          <LinkButton look="secondary" href={paths.listingReviews()}>
            {say('reviews.next')}
          </LinkButton>
        </Notice>
      )}
      {asked?.reason && (
        <Notice title={say('reviews.askedOn', { day: sayDateOf(asked.answeredAt) })}>
          <p>{asked.reason}</p>
        </Notice>
      )}
      {asked && data.waitsSince !== null && (
        <Section title={say('reviews.changed')}>
          <DataTable
            caption={say('reviews.changed')}
            captionHidden
            rows={changed}
            rowKey={({ field }) => field}
            empty={<p>{say('reviews.unchanged')}</p>}
            columns={[
              {
                key: 'field',
                heading: say('own.what'),
                rowHeading: true,
                cell: ({ field }) => say(`reviews.fields.${field}`),
              },
              { key: 'before', heading: say('reviews.before'), cell: ({ before }) => before ?? say('own.none') },
              { key: 'now', heading: say('reviews.now'), cell: ({ now }) => now ?? say('own.none') },
            ]}
          />
        </Section>
      )}
      <Section title={say('reviews.page')}>
        <ListingShown listing={page} photos={<PictureList photos={data.photos} />} isOpen={false}>
          {page.offers.length > 0 && <PriceList offers={page.offers} />}
        </ListingShown>
      </Section>
      <Section title={say('reviews.checks')} lead={say('reviews.checksLead')}>
        <CheckList checks={data.checks} />
      </Section>
      {data.waitsSince !== null && <Answer key={data.version} review={data} />}
    </Frame>
  );
}

function Answer({ review }: { readonly review: Review }): ReactNode {
  const say = useWords('listings');
  const problemWords = useProblemWords();
  const { approve, askForChanges } = useReviewAnswers(review.listingId);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const form = useFormState({
    initial: { why: '' },
    fieldFor: (pointer) => (pointer === '/reason' ? 'why' : undefined),
    words: problemWords,
    check: ({ why }) => (isBlank(why) ? { why: 'field.required@changes' } : {}),
    keepAs: `listing-review-${review.listingId}`,
  });
  if (fault && !isProblem(fault)) throw fault;
  return (
    <Section title={say('reviews.answer')}>
      {isProblem(fault) && <ErrorSummary faults={[{ text: problemWords(fault.code, fault.details) }]} />}
      <p>{say('reviews.approveText')}</p>
      <ButtonRow>
        <Button
          busy={busy}
          onPress={() => {
            setBusy(true);
            setFault(null);
            approve(review.version)
              .catch(setFault)
              .finally(() => setBusy(false));
          }}
        >
          {say('reviews.approve')}
        </Button>
      </ButtonRow>
      <Form label={say('reviews.ask')} onSubmit={form.onSubmit(({ why }) => askForChanges(review.version, why.trim()))}>
        {form.summary}
        <TextArea
          label={say('reviews.reason')}
          hint={say('reviews.reasonHint')}
          rows={4}
          maxLength={1000}
          {...form.field('why')}
        />
        <ButtonRow>
          <Button type="submit" look="secondary" busy={form.busy}>
            {say('reviews.ask')}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
