// The whole budget: three amounts that always add up, then each line of money, then the same by who pays.
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useMoney } from '../../features/budgets/api/view-money.ts';
import { MoneyLines } from '../../features/budgets/components/money-lines.tsx';
import { sayDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { BackLink, EmptyState, Loading, Section } from '../../ui/layout.tsx';
import { DataTable, SummaryList } from '../../ui/lists.tsx';
import { Money } from '../../ui/money.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn>
      <PersonMoney />
    </SignedIn>
  );
}

type StreamName = 'social-care' | 'health' | 'education' | 'short-breaks' | 'own-money' | 'family';

function PersonMoney(): ReactNode {
  const say = useWords('budgets');
  const { personId = '' } = useParams();
  const [search] = useSearchParams();
  const money = useMoney(personId, search.get('budget'));
  if (money.error) throw money.error;
  const { data } = money;
  if (!data) {
    return (
      <Frame title={say('budget.title')}>
        <Loading lines={6}>{say('loading')}</Loading>
      </Frame>
    );
  }
  const { budget, person } = data;
  const figures = [
    { key: 'awarded', heading: say('budget.awarded'), of: 'awardedPence' },
    { key: 'spent', heading: say('budget.spent'), of: 'spentPence' },
    { key: 'spokenFor', heading: say('budget.spokenFor'), of: 'spokenForPence' },
    { key: 'left', heading: say('budget.left'), of: 'leftPence' },
  ] as const;
  const ownTitle = person.selfFunded ? say('ownTitle') : say('budget.title');
  const title = person.own ? ownTitle : say('budget.titleOf', { name: person.name });
  return (
    <Frame
      title={title}
      above={<BackLink href={paths.person(personId)}>{person.own ? say('myPlace') : person.name}</BackLink>}
      lead={budget && say('budget.dates', { from: sayDate(budget.startsOn), to: sayDate(budget.endsOn) })}
    >
      {budget && (
        <Section title={say('budget.amounts')} lead={say('budget.amountsLead')}>
          <SummaryList
            rows={[
              { key: 'cost', label: say('budget.cost'), value: <Money pence={budget.costPence} strong /> },
              {
                key: 'contribution',
                label: person.own ? say('budget.contribution') : say('budget.contributionOf'),
                value: <Money pence={budget.contributionPence} />,
              },
              { key: 'council', label: say('budget.council'), value: <Money pence={budget.councilPence} /> },
            ]}
          />
        </Section>
      )}
      <Section title={say('budget.lines')}>
        {data.lines.length === 0 ? (
          <EmptyState title={say('noMoney')}>{say(person.own ? 'noMoneyText' : 'noMoneyTextOf')}</EmptyState>
        ) : (
          <MoneyLines personId={personId} own={person.own} lines={data.lines} selfFunded={person.selfFunded} />
        )}
      </Section>
      {data.streams.length > 0 && !person.selfFunded && (
        <Section title={say('budget.streams')}>
          <DataTable
            caption={say('budget.streams')}
            captionHidden
            rows={[...data.streams, { stream: 'total', ...data.total }]}
            rowKey={(row) => row.stream}
            columns={[
              {
                key: 'stream',
                heading: say('budget.stream'),
                rowHeading: true,
                cell: (row) =>
                  row.stream === 'total' ? say('budget.total') : say(`streams.${row.stream as StreamName}`),
              },
              ...figures.map(({ key, heading, of }) => ({
                key,
                heading,
                number: true,
                cell: (row: (typeof data.streams)[number]) => <Money pence={row[of]} strong={row.stream === 'total'} />,
              })),
            ]}
          />
        </Section>
      )}
      {data.otherBudgets.length > 0 && (
        <Section title={say('budget.others')}>
          <ul className="sm-plain-list">
            {data.otherBudgets.map((other) => (
              <li key={other.id}>
                <TextLink href={`${paths.personMoney(personId)}?budget=${other.id}`}>
                  {say('budget.year', { from: sayDate(other.startsOn), to: sayDate(other.endsOn) })}
                </TextLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Frame>
  );
}
