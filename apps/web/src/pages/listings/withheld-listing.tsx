// Hiding one listing from everybody, or showing it again: with a reason that its owner reads.
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { type Standing, useStanding, useStandingSteps } from '../../features/listings/api/withheld-listings.ts';
import { sayDateOf } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button, ButtonRow, LinkButton, TextLink } from '../../ui/button.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const { id = '' } = useParams();
  return (
    <SignedIn action="listing.withhold">
      <One id={id} />
    </SignedIn>
  );
}

function One({ id }: { readonly id: string }): ReactNode {
  const say = useWords('listings');
  const { data, error } = useStanding(id);
  const [done, setDone] = useState(false);
  if (error) throw error;
  if (!data) return <PageLoading />;
  const isWithheld = data.state === 'withheld';
  const names = { title: data.title, organisation: data.organisationName };
  return (
    <Frame
      title={say(isWithheld ? 'withheld.showTitle' : 'withheld.hideTitle', names)}
      caption={data.organisationName}
      width="reading"
      above={<BackLink href={paths.withheldListings()}>{say('withheld.title')}</BackLink>}
    >
      {done && (
        <Notice kind="success" live>
          <p>{say(isWithheld ? 'withheld.hidden' : 'withheld.shown', names)}</p>
        </Notice>
      )}
      {isWithheld ? (
        <p>{say('withheld.stands', { date: data.since ? sayDateOf(data.since) : '', reason: data.because ?? '' })}</p>
      ) : (
        <>
          <p>{say(data.state === 'hidden' ? 'withheld.hideHidden' : 'withheld.hideText')}</p>
          {data.state !== 'hidden' && (
            <p>
              <TextLink href={paths.listing(data.slug)}>{say('mine.seen')}</TextLink>
            </p>
          )}
        </>
      )}
      <ReasonForm key={data.state} standing={data} onDone={() => setDone(true)} />
    </Frame>
  );
}

function ReasonForm({ standing, onDone }: { readonly standing: Standing; readonly onDone: () => void }): ReactNode {
  const say = useWords('listings');
  const isWithheld = standing.state === 'withheld';
  const { withhold, showAgain } = useStandingSteps(standing.id);
  const form = useFormState({
    initial: { why: '' },
    fieldFor: (pointer) => (pointer === '/reason' ? 'why' : undefined),
    words: useProblemWords(),
    check: ({ why }) => (isBlank(why) ? { why: 'field.required' } : {}),
  });
  return (
    <Form
      onSubmit={form.onSubmit(async ({ why }) => {
        await (isWithheld ? showAgain : withhold)(why.trim());
        onDone();
      })}
    >
      {form.summary}
      <TextArea
        label={say(isWithheld ? 'withheld.showReason' : 'withheld.hideReason')}
        hint={say('withheld.reasonHint')}
        rows={3}
        maxLength={500}
        {...form.field('why')}
      />
      <ButtonRow>
        <Button type="submit" busy={form.busy}>
          {say(isWithheld ? 'withheld.show' : 'withheld.hide')}
        </Button>
        <LinkButton look="secondary" href={paths.withheldListings()}>
          {say('own.cancel')}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}
