// Search results: the list first, filters that fold and keep their counts, and a map beside it on wide screens.
import { LONGEST_SEARCH } from '@support-market/domain/listings/search-length';
import type { ReactNode } from 'react';
import { useCategories } from '../../features/listings/api/list-categories.ts';
import { useSearchListings } from '../../features/listings/api/search-listings.ts';
import { FindingFor } from '../../features/listings/components/finding-for.tsx';
import { useForWhom } from '../../features/listings/components/for-whom.ts';
import { ListingResult } from '../../features/listings/components/listing-result.tsx';
import { addressWithout, readTrail } from '../../features/listings/components/page-trail.ts';
import { PayWith } from '../../features/listings/components/pay-with.tsx';
import { readQuestion } from '../../features/listings/components/question.ts';
import { ResultsMap } from '../../features/listings/components/results-map.tsx';
import { SearchFilters } from '../../features/listings/components/search-filters.tsx';
import { WordFilters } from '../../features/listings/components/word-filters.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { useQueryChanges } from '../../shell/query-changes.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-field.tsx';
import { useDocument } from '../../ui/document.tsx';
import { ErrorSummary } from '../../ui/form.tsx';
import { EmptyState, Loading } from '../../ui/layout.tsx';
import { Pagination } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { useWords } from '../../words/use-words.ts';

/** The filters stand outside the form of the words and belong to it (`SearchBox` names it). */
const FORM = 'search-form';

export function Page(): ReactNode {
  const say = useWords('listings');
  const isDocument = useDocument() !== null;

  const [query, changeQuery] = useQueryChanges();
  const forWhom = useForWhom(query);
  const { question, choices: inAddress, without, sort, asked, tooLong } = readQuestion(query, forWhom.lineId);
  const canAsk = tooLong.length === 0;
  const { data, error, isPlaceholderData } = useSearchListings(question, canAsk);
  // A category or a language that no catalogue knows is no choice, whatever the address says.
  const choices =
    data && !isPlaceholderData
      ? { ...inAddress, category: data.filters.category ?? '', language: data.filters.language ?? '' }
      : inAddress;
  const faultOf = (name: 'what' | 'near') =>
    tooLong.includes(name) ? say('search.tooLong', { count: LONGEST_SEARCH[name] }) : undefined;
  const { data: categories } = useCategories();
  if (error && !data) throw error;

  const change = (values: Readonly<Record<string, string>>) =>
    changeQuery((next) => {
      next.delete('cursor');
      next.delete('before');
      for (const [key, value] of Object.entries(values)) {
        if (value || key === 'line') next.set(key, value);
        else next.delete(key);
      }
    });
  const trail = readTrail(query);

  const category = (categories?.items ?? [])
    .flatMap((heading) => [heading, ...heading.children])
    .find(({ slug }) => slug === choices.category);
  const title =
    asked.what && canAsk
      ? say('search.for', { words: asked.what })
      : category
        ? say('search.in', { category: category.name })
        : say('search.title');
  const items = data?.items ?? [];
  const numbers = new Map<string, number>();
  for (const item of items)
    if (item.latitude !== null && item.longitude !== null) numbers.set(item.id, numbers.size + 1);
  const near = data?.near ?? null;
  const filtered =
    choices.category !== '' ||
    choices.kind !== '' ||
    choices.radius !== '' ||
    choices.language !== '' ||
    choices.workerGender !== '' ||
    choices.flags.length > 0 ||
    (data?.inWords ?? []).some(({ state }) => state === 'applied');

  return (
    <Frame
      title={asked.what && data ? say('search.foundFor', { words: asked.what, count: data.total }) : title}
      heading={title}
      width="wide"
    >
      <FindingFor forWhom={forWhom} />
      {!canAsk && (
        <ErrorSummary faults={tooLong.map((name) => ({ fieldId: `search-${name}`, text: faultOf(name) ?? '' }))} />
      )}
      <SearchBox
        key={`${asked.what}\n${asked.near}`}
        id="search"
        action={paths.search()}
        label={say('search.title')}
        what={{ label: say('search.what'), value: asked.what, error: faultOf('what') }}
        near={{ label: say('search.near'), value: asked.near, error: faultOf('near') }}
        button={say('search.button')}
        onSearch={({ what, near: place }) =>
          change({ what, near: place, ...(what === asked.what ? {} : { without: '' }) })
        }
      />
      {isDocument && without !== '' && (
        <>
          <input type="hidden" name="without" value={without} form={FORM} />
          <input type="hidden" name="withoutIn" value={asked.what} form={FORM} />
        </>
      )}
      {near && !near.known && <Notice kind="warn">{say('search.unknownPlace', { place: near.asked })}</Notice>}
      <div className="sm-search-tools">
        <SearchFilters found={data} choices={choices} near={near?.known ?? false} form={FORM} onChange={change} />
        <div className="sm-search-tools__side">
          <PayWith lines={forWhom.lines} lineId={forWhom.lineId} onChange={(lineId) => change({ line: lineId })} />
          <Select
            id="sort"
            form={FORM}
            label={say('search.sort')}
            value={sort}
            onChange={(value) => change({ sort: value === 'best' ? '' : value })}
            choices={[
              { value: 'best', label: say('search.sortBest') },
              ...(near?.known ? [{ value: 'nearest' as const, label: say('search.sortNearest') }] : []),
              { value: 'price', label: say('search.sortPrice') },
            ]}
          />
          {isDocument && (
            <Button type="submit" look="secondary" form={FORM}>
              {say('search.apply')}
            </Button>
          )}
        </div>
      </div>
      {!data && canAsk && <Loading lines={6} />}
      {data && (
        <div className="sm-results">
          <section className="sm-results__list" aria-labelledby="results" aria-busy={isPlaceholderData}>
            <h2 id="results" className="sm-results__count" aria-live="polite">
              {say('search.count', { count: data.total })}
              {near?.known ? ` ${say('search.nearPlace', { place: near.asked })}` : ''}
            </h2>
            <WordFilters inWords={data.inWords} hrefWithout={(off) => addressWithout(query, off)} />
            {data.loosened && items.length > 0 && <Notice>{say('search.loosened')}</Notice>}
            {items.length === 0 && (
              <EmptyState
                title={say('search.nothing')}
                actions={
                  filtered ? (
                    <LinkButton
                      href={paths.search({
                        ...asked,
                        person: forWhom.own ? undefined : forWhom.personId,
                        without: data.inWords.map(({ filter }) => filter).join(',') || undefined,
                      })}
                      look="secondary"
                    >
                      {say('search.clear')}
                    </LinkButton>
                  ) : undefined
                }
              >
                <p>{say('search.nothingText')}</p>
              </EmptyState>
            )}
            <ol className="sm-plain-list sm-results__items">
              {items.map((listing) => (
                <li key={listing.id}>
                  <ListingResult listing={listing} number={numbers.get(listing.id) ?? null} forWhom={forWhom} />
                </li>
              ))}
            </ol>
            <Pagination
              previousHref={trail.previousHref}
              nextHref={data.nextCursor ? trail.nextHref(data.nextCursor) : undefined}
            >
              {trail.firstHref && (
                <LinkButton href={trail.firstHref} look="link">
                  {say('search.firstPage')}
                </LinkButton>
              )}
            </Pagination>
          </section>
          {numbers.size > 0 && (
            <aside className="sm-results__map" aria-label={say('map.title')}>
              <ResultsMap
                spots={items.flatMap((item) => {
                  const number = numbers.get(item.id);
                  return number !== undefined && item.latitude !== null && item.longitude !== null
                    ? [{ number, latitude: item.latitude, longitude: item.longitude }]
                    : [];
                })}
                centre={
                  near?.known && near.latitude !== null && near.longitude !== null
                    ? { latitude: near.latitude, longitude: near.longitude, name: near.asked }
                    : null
                }
              />
            </aside>
          )}
        </div>
      )}
    </Frame>
  );
}
