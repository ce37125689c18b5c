// What is kept for one person until they choose, with what each would cost them, and who else sees the list.
import { type ReactNode, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
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
import { Checkbox } from '../../ui/choice-field.tsx';
import { ErrorSummary } from '../../ui/form.tsx';
import { BackLink, EmptyState, Loading } from '../../ui/layout.tsx';
import { Pagination } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

/** More do not fit side by side. */
const MOST_COMPARED = 4;

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
  chosen,
  onChoose,
}: {
  readonly kept: KeptListing;
  readonly mayKeep: boolean;
  readonly forWhom: ForWhom;
  readonly onRemove: () => void;
  /** To be compared. */
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
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
        {listing && (
          <div className="sm-no-print">
            <Checkbox
              id={`compare-${kept.id}`}
              label={
                <>
                  {say('compare.choose')}
                  <span className="govuk-visually-hidden"> {kept.title}</span>
                </>
              }
              checked={chosen}
              onChange={onChoose}
            />
          </div>
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
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<'tooFew' | 'tooMany' | null>(null);
  const navigate = useNavigate();
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
  // In the order of the list, and of what is still offered.
  const slugs = (data?.items ?? []).flatMap(({ id, listing }) => (listing && chosen.includes(id) ? listing.slug : []));
  const compare = (): void => {
    const wrong = slugs.length < 2 ? 'tooFew' : slugs.length > MOST_COMPARED ? 'tooMany' : null;
    setFault(wrong);
    if (wrong === null) void navigate(paths.personCompare(personId, slugs.join(','), lineId));
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
      {fault && data && (
        <ErrorSummary faults={[{ fieldId: `compare-${data.items[0]?.id}`, text: say(`compare.${fault}`) }]} />
      )}
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
                <One
                  kept={kept}
                  mayKeep={data.mayKeep}
                  forWhom={forWhom}
                  onRemove={() => void move(kept, 'off')}
                  chosen={chosen.includes(kept.id)}
                  onChoose={(on) =>
                    setChosen((before) => (on ? [...before, kept.id] : before.filter((id) => id !== kept.id)))
                  }
                />
              </li>
            ))}
          </ul>
          <ButtonRow>
            {data.items.filter(({ listing }) => listing).length > 1 && (
              <Button onPress={compare}>{say('compare.button')}</Button>
            )}
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
