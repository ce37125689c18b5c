// Keeping the photos of an organisation or of one of its listings: put up, described, moved, taken away.
import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import { type OwnPhoto, type PhotoSubject, useOwnPhotos, usePhotoSteps } from '../../features/photos/api/photos.ts';
import { AddPhoto } from '../../features/photos/components/add-photo.tsx';
import { Picture } from '../../features/photos/components/picture.tsx';
import { sayDateOf } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { NotFound } from '../../shell/not-found.tsx';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button, ButtonRow, TextLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary, Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Details } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const [query] = useSearchParams();
  const listing = query.get('listing');
  const organisation = query.get('organisation');
  return (
    <SignedIn action="photo.keep">
      {listing ? (
        <KeepPhotos subject={{ listing }} seen={paths.listing(listing)} />
      ) : organisation ? (
        <KeepPhotos subject={{ organisation }} seen={paths.organisation(organisation)} />
      ) : (
        <NotFound />
      )}
    </SignedIn>
  );
}

type Done = 'added' | 'described' | 'moved' | 'removed';

function KeepPhotos({ subject, seen }: { readonly subject: PhotoSubject; readonly seen: string }): ReactNode {
  const say = useWords('photos');
  const problemWords = useProblemWords();
  const { data, error } = useOwnPhotos(subject);
  const steps = usePhotoSteps(subject);
  const [done, setDone] = useState<{ readonly what: Done; readonly count: number } | null>(null);
  const [removing, setRemoving] = useState<OwnPhoto | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  if (error) throw error;
  if (refusal && !isProblem(refusal)) throw refusal;
  if (!data) return <PageLoading />;
  const { name, shown, items, most } = data;
  const tell = (what: Done) => setDone((before) => ({ what, count: (before?.count ?? 0) + 1 }));
  const take = async (what: Done, step: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    setDone(null);
    try {
      await step();
      tell(what);
    } catch (cause) {
      setRefusal(cause);
    } finally {
      setBusy(false);
      setRemoving(null);
    }
  };
  return (
    <Frame
      title={say('title', { name })}
      lead={say('lead')}
      width="reading"
      above={<BackLink href={paths.providerListings()}>{say('back')}</BackLink>}
    >
      {isProblem(refusal) && <ErrorSummary faults={[{ text: problemWords(refusal.code, refusal.details) }]} />}
      {done && (
        <Notice kind="success" live>
          <p>{say(`done.${done.what}`)}</p>
        </Notice>
      )}
      {shown && (
        <p>
          <TextLink href={seen}>{say('seen')}</TextLink>
        </p>
      )}
      {items.length === 0 && <p>{say('none')}</p>}
      <ol className="sm-plain-list sm-kept-photos">
        {items.map((photo, index) => (
          <li key={photo.id}>
            <Picture photo={photo} />
            <p>
              {say('of', { number: index + 1, count: items.length })}: {photo.altText}
            </p>
            <p className="sm-soft">
              {photo.addedByName === null
                ? say('on', { day: sayDateOf(photo.addedAt) })
                : say('by', { name: photo.addedByName, day: sayDateOf(photo.addedAt) })}
            </p>
            <ButtonRow>
              {index > 0 && (
                <Button
                  look="secondary"
                  small
                  about={photo.altText}
                  onPress={() => void take('moved', () => steps.move(photo.id, 'earlier'))}
                >
                  {say('earlier')}
                </Button>
              )}
              {index < items.length - 1 && (
                <Button
                  look="secondary"
                  small
                  about={photo.altText}
                  onPress={() => void take('moved', () => steps.move(photo.id, 'later'))}
                >
                  {say('later')}
                </Button>
              )}
              <Button look="secondary" small about={photo.altText} onPress={() => setRemoving(photo)}>
                {say('remove')}
              </Button>
            </ButtonRow>
            <Details summary={say('describe')}>
              <DescribeForm
                key={photo.altText}
                photo={photo}
                onSend={async (altText) => {
                  await steps.describe(photo.id, altText);
                  tell('described');
                }}
              />
            </Details>
          </li>
        ))}
      </ol>
      {items.length < most ? (
        <AddPhoto
          key={items.length}
          onSend={async (photo) => {
            setDone(null);
            setRefusal(null);
            await steps.add(photo);
            tell('added');
          }}
        />
      ) : (
        <p>{say('full', { count: most })}</p>
      )}
      <Dialog
        open={removing !== null}
        title={say('removeTitle')}
        confirm={say('removeYes')}
        cancel={say('removeNo')}
        danger
        busy={busy}
        onConfirm={() => removing && void take('removed', () => steps.remove(removing.id))}
        onCancel={() => setRemoving(null)}
      >
        <p>{removing?.altText}</p>
      </Dialog>
    </Frame>
  );
}

function DescribeForm({
  photo,
  onSend,
}: {
  readonly photo: OwnPhoto;
  readonly onSend: (altText: string) => Promise<void>;
}): ReactNode {
  const say = useWords('photos');
  const form = useFormState({
    initial: { altText: photo.altText },
    prefix: `${photo.id}-`,
    words: useProblemWords(),
    check: ({ altText }) => (isBlank(altText) ? { altText: 'photo.alt_missing' } : {}),
  });
  return (
    <Form label={say('describe')} onSubmit={form.onSubmit(({ altText }) => onSend(altText))}>
      {form.summary}
      <TextArea label={say('alt')} hint={say('altHint')} rows={2} maxLength={250} {...form.field('altText')} />
      <Button type="submit" look="secondary" busy={form.busy}>
        {say('describeButton')}
      </Button>
    </Form>
  );
}
