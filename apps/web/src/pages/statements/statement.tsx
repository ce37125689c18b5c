// One line's statement, month by month: the same figures as the PDF.
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { type Statement, statementPdfHref, useStatement } from '../../features/statements/api/view-statement.ts';
import { EntriesTable } from '../../features/statements/components/entries-table.tsx';
import { sayMonthOf, sayShortDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { BackLink, Loading, Section } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/lists.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn>
      <OneStatement />
    </SignedIn>
  );
}

function OneStatement(): ReactNode {
  const say = useWords('statements');
  const { session, may, scopes } = useSession();
  const { personId = '', lineId = '' } = useParams();
  const [search] = useSearchParams();
  const statement = useStatement(lineId, search.get('month'));
  if (statement.error) throw statement.error;
  const { data } = statement;
  const back =
    may('budget-line.view') && !scopes('statement.view').has('self')
      ? paths.providerBudgetLines()
      : paths.personMoney(personId);
  if (!data) {
    return (
      <Frame title={say('months')}>
        <Loading lines={6} />
      </Frame>
    );
  }
  const { line, purse } = data;
  const address = (month: string) => `${paths.personStatement(personId, lineId)}?month=${month}`;
  const held = { arrangement: line.arrangementName };
  // The words about the arrangement speak to the person whose money it is.
  const own = session.roles.some((held) => held.personId === line.personId);
  return (
    <Frame
      title={`${say('title', { line: line.name })}, ${sayMonthOf(data.startDate)}`}
      caption={line.personName}
      lead={
        purse
          ? say('leadPurse', { inPence: purse.inPence, outPence: purse.outPence, leftPence: purse.leftPence })
          : say('leadLine', { leftPence: data.leftPence })
      }
      above={<BackLink href={back}>{say('money')}</BackLink>}
      actions={
        <>
          {data.previousMonth && (
            <LinkButton href={address(data.previousMonth)} look="secondary" small icon="back">
              {say('previous')}
            </LinkButton>
          )}
          {data.nextMonth && (
            <LinkButton href={address(data.nextMonth)} look="secondary" small>
              {say('next')}
            </LinkButton>
          )}
          <LinkButton href={statementPdfHref(lineId, data.month)} look="secondary" small icon="download">
            {say('pdf')}
          </LinkButton>
        </>
      }
    >
      <p className="sm-measure">
        {line.holderName ? say('heldBy', { ...held, holder: line.holderName }) : say('held', held)}{' '}
        {own && line.arrangementWords}
      </p>
      {purse && purse.limitPence !== null && (
        <Notice kind={purse.over ? 'warn' : 'info'}>
          <p>
            {purse.over
              ? say('over', { overPence: purse.overPence, limitPence: purse.limitPence })
              : say('under', { limitPence: purse.limitPence })}
          </p>
        </Notice>
      )}
      {purse && (
        <Section title={say('purse')} lead={say('purseLead')}>
          <Facts data={data} account={purse} closingPence={purse.leftPence} />
          <EntriesTable entries={purse.entries} caption={say('purse')} />
        </Section>
      )}
      <Section title={purse ? say('line') : say('entries')}>
        <Facts data={data} account={data} closingPence={data.closingPence} promised />
        <EntriesTable entries={data.entries} caption={purse ? say('line') : say('entries')} />
      </Section>
    </Frame>
  );
}

function Facts({
  data,
  account,
  closingPence,
  promised = false,
}: {
  readonly data: Statement;
  readonly account: { readonly openingPence: number; readonly inPence: number; readonly outPence: number };
  readonly closingPence: number;
  readonly promised?: boolean;
}): ReactNode {
  const say = useWords('statements');
  const row = (key: string, label: string, pence: number, strong = false) => ({
    key,
    label,
    value: <Money pence={pence} strong={strong} />,
  });
  return (
    <SummaryList
      rows={[
        row('opening', say('opening', { date: sayShortDate(data.startDate) }), account.openingPence),
        row('in', say('in'), account.inPence),
        row('out', say('out'), account.outPence),
        row('closing', say('closing', { date: sayShortDate(data.endDate) }), closingPence, !promised),
        ...(promised
          ? [row('spokenFor', say('spokenFor'), data.spokenForPence), row('left', say('left'), data.leftPence, true)]
          : []),
      ]}
    />
  );
}
