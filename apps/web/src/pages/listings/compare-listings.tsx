// Two to four listings side by side: what differs first, then what is the same for all. On a phone each fact is a card.
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { type Listing, useListings } from '../../features/listings/api/view-listing.ts';
import { type ComparedFact, useComparedFacts } from '../../features/listings/components/compared-facts.ts';
import { useForWhom } from '../../features/listings/components/for-whom.ts';
import { PayWith } from '../../features/listings/components/pay-with.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { PrintButton, TextLink } from '../../ui/button.tsx';
import { BackLink, EmptyState, Loading, Section } from '../../ui/layout.tsx';
import { DataTable } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/use-words.ts';

const SLUG = /^[a-z0-9-]{1,100}$/;
const MOST = 4;

export function Page(): ReactNode {
  return (
    <SignedIn action="listing.view-kept">
      <Compared />
    </SignedIn>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] | undefined }): ReactNode {
  const say = useWords('kept-listings');
  if (!lines || lines.length === 0) return <span className="sm-soft">{say('compare.notSaid')}</span>;
  if (lines.length === 1) return lines[0];
  return (
    <ul className="govuk-list sm-compared">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Differences({
  listings,
  facts,
}: {
  readonly listings: readonly Listing[];
  readonly facts: readonly ComparedFact[];
}): ReactNode {
  const say = useWords('kept-listings');
  if (facts.length === 0) return <p>{say('compare.allSame')}</p>;
  return (
    <DataTable
      caption={say('compare.differs')}
      captionHidden
      rows={facts}
      rowKey={({ name }) => name}
      columns={[
        {
          key: 'fact',
          heading: say('compare.fact'),
          rowHeading: true,
          cell: ({ name }) => say(`compare.facts.${name}`),
        },
        ...listings.map((listing, at) => ({
          key: listing.id,
          heading: listing.title,
          cell: ({ lines }: ComparedFact) => <Lines lines={lines[at]} />,
        })),
      ]}
    />
  );
}

function Compared(): ReactNode {
  const say = useWords('kept-listings');
  const { personId = '' } = useParams();
  const [query, setQuery] = useSearchParams();
  const slugs = [...new Set((query.get('of') ?? '').split(',').filter((slug) => SLUG.test(slug)))].slice(0, MOST);
  const { lines, lineId, lineName, own } = useForWhom(new URLSearchParams([...query, ['person', personId]]));
  const { listings, gone, error, isPending } = useListings(slugs, lineId);
  const factsOf = useComparedFacts();
  if (error) throw error;
  const facts = factsOf(listings);
  const same = facts.filter((fact) => fact.same);
  return (
    <Frame
      title={say('compare.title')}
      width="wide"
      above={<BackLink href={paths.personKept(personId, { line: lineId })}>{say('title')}</BackLink>}
      lead={lineName ? say('compare.paidWith', { line: lineName }) : say('compare.publicPrices')}
    >
      {isPending && <Loading lines={6} />}
      {gone > 0 && (
        <Notice kind="warn">
          <p>{say('compare.gone', { count: gone })}</p>
        </Notice>
      )}
      {!isPending && listings.length < 2 && (
        <EmptyState title={say('compare.nothing')}>
          <p>{say('compare.nothingText')}</p>
        </EmptyState>
      )}
      {listings.length > 1 && (
        <>
          <div className="sm-no-print">
            <PayWith
              lines={lines}
              lineId={lineId}
              onChange={(line) => setQuery({ of: slugs.join(','), line }, { replace: true, preventScrollReset: true })}
            />
          </div>
          <Section title={say('compare.differs')}>
            <Differences listings={listings} facts={facts.filter((fact) => !fact.same)} />
          </Section>
          {same.length > 0 && (
            <Section title={say('compare.same')}>
              <DataTable
                caption={say('compare.same')}
                captionHidden
                rows={same}
                rowKey={({ name }) => name}
                columns={[
                  {
                    ...{ key: 'fact', heading: say('compare.fact'), rowHeading: true },
                    cell: ({ name }: ComparedFact) => say(`compare.facts.${name}`),
                  },
                  {
                    ...{ key: 'all', heading: say('compare.forAll'), hideLabel: true },
                    cell: (fact: ComparedFact) => <Lines lines={fact.lines[0]} />,
                  },
                ]}
              />
            </Section>
          )}
          <ul className="govuk-list sm-no-print">
            {listings.map(({ id, slug, title }) => (
              <li key={id}>
                <TextLink href={paths.listing(slug, { person: own ? undefined : personId, line: lineId })}>
                  {say('compare.open', { title })}
                </TextLink>
              </li>
            ))}
          </ul>
          <PrintButton>{say('compare.print')}</PrintButton>
        </>
      )}
    </Frame>
  );
}
