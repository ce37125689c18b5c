// What is kept for one person until they choose, with what each would cost them, and who else sees the list.
import { type ReactNode, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import { type KeptListing, useKeptListings, useKeptSteps } from '../../features/listings/api/kept-listings.ts';
import { type ForWhom, useForWhom } from '../../features/listings/components/for-whom.ts';
import { KeptNote } from '../../features/listings/components/kept-note.tsx';
import { MyPrice } from '../../features/listings/components/my-price.tsx';
import { PayWith } from '../../features/listings/components/pay-with.tsx';
import { SpaceTag } from '../../features/listings/components/space-tag.tsx';
import { sayDateOf } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, ButtonRow, LinkButton, PrintButton, TextLink } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/form.tsx';
import { BackLink, EmptyState, Loading } from '../../ui/layout.tsx';
import { Pagination } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="listing.view-kept">
      <Shown />
    </SignedIn>
  );
}

function One({
  kept,
  mayKeep,
  forWhom: { personId, own, lineId, lineName },
  onRemove,
}: {
  readonly kept: KeptListing;
  readonly mayKeep: boolean;
  readonly forWhom: ForWhom;
  readonly onRemove: () => void;
}): ReactNode {
  const say = useWords('kept-listings');
  const { listing } = kept;
  return (
    <article className="sm-listing" aria-labelledby={`kept-${kept.id}`}>
      <div className="sm-listing__what">
        <h2 id={`kept-${kept.id}`} className="sm-listing__title">
          {listing ? (
            <TextLink href={paths.listing(listing.slug, { person: own ? undefined : personId, line: lineId })}>
              {kept.title}
            </TextLink>
          ) : (
            kept.title
          )}
        </h2>
        {!listing && <p>{say('gone')}</p>}
        {listing && (
          <p className="sm-listing__who">
            {listing.organisationName}
            <span className="sm-soft"> · {listing.categoryName}</span>
          </p>
        )}
        <KeptNote kept={kept} mayChange={mayKeep} />
        <p className="sm-soft sm-small">{say('keptOn', { date: sayDateOf(kept.keptAt), name: kept.keptBy })}</p>
      </div>
      <div className="sm-listing__cost">
        {listing && (
          <>
            <MyPrice {...listing} lineName={lineName} />
            <p className="sm-listing__tags">
              <SpaceTag hasSpace={listing.hasSpace} />
            </p>
          </>
        )}
        {mayKeep && (
          <Button look="secondary" small icon="remove" about={kept.title} onPress={onRemove}>
            {say('takeOff')}
          </Button>
        )}
      </div>
    </article>
  );
}

function Shown(): ReactNode {
  const say = useWords('kept-listings');
  const problemWords = useProblemWords();
  const { session } = useSession();
  const { personId = '' } = useParams();
  const [query, setQuery] = useSearchParams();
  const cursor = query.get('cursor') ?? undefined;
  const forWhom = useForWhom(new URLSearchParams([...query, ['person', personId]]));
  const { lineId, own } = forWhom;
  const { data, error } = useKeptListings(personId, { lineId, cursor });
  const { remove, putBack } = useKeptSteps();
  const [gone, setGone] = useState<KeptListing | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  if (error) throw error;
  if (refusal && !isProblem(refusal)) throw refusal;
  const move = async (kept: KeptListing, to: 'off' | 'back'): Promise<void> => {
    setRefusal(null);
    try {
      await (to === 'off' ? remove(kept.id) : putBack(kept.id));
      setGone(to === 'off' ? kept : null);
    } catch (cause) {
      setRefusal(cause);
    }
  };
  const others = [
    ...(own || !data ? [] : [data.personName]),
    ...(data?.readers ?? []).filter((name) => name !== session.name),
  ];
  return (
    <Frame
      title={own || !data ? say('title') : say('titleOf', { name: data.personName })}
      above={<BackLink href={own ? paths.myPlace() : paths.person(personId)} />}
      actions={
        data && (
          <LinkButton href={paths.search({ person: own ? undefined : personId })} icon="search">
            {say('find')}
          </LinkButton>
        )
      }
    >
      {!data && <Loading lines={6} />}
      {isProblem(refusal) && <ErrorSummary faults={[{ text: problemWords(refusal.code, refusal.details) }]} />}
      <div className="sm-no-print">
        {gone && (
          <Notice
            kind="success"
            live
            actions={
              <Button look="secondary" onPress={() => void move(gone, 'back')}>
                {say('putBack')}
              </Button>
            }
          >
            <p>{say('offList', { title: gone.title })}</p>
          </Notice>
        )}
      </div>
      {data && (
        <p>{others.length === 0 ? say('onlyYou') : say('seenBy', { names: [say('you'), ...others].join(', ') })}</p>
      )}
      {data && data.items.length === 0 && (
        <EmptyState title={say('none')}>
          <p>{say('noneText')}</p>
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <>
          <div className="sm-no-print">
            <PayWith
              lines={forWhom.lines}
              lineId={lineId}
              onChange={(line) => setQuery({ line }, { replace: true, preventScrollReset: true })}
            />
          </div>
          <ul className="sm-plain-list sm-results__items">
            {data.items.map((kept) => (
              <li key={kept.id}>
                <One kept={kept} mayKeep={data.mayKeep} forWhom={forWhom} onRemove={() => void move(kept, 'off')} />
              </li>
            ))}
          </ul>
          <ButtonRow>
            <PrintButton>{say('print')}</PrintButton>
          </ButtonRow>
        </>
      )}
      <Pagination
        firstHref={cursor ? paths.personKept(personId, { line: lineId }) : undefined}
        nextHref={data?.nextCursor ? paths.personKept(personId, { line: lineId, cursor: data.nextCursor }) : undefined}
      />
    </Frame>
  );
}
