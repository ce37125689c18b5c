// One visit for the person and those who act for them: what was planned, what happened, and who pays.
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { usePutVisitBack } from '../../features/visits/api/put-visit-back.ts';
import { useVisit } from '../../features/visits/api/view-visit.ts';
import { PutBack } from '../../features/visits/components/put-back.tsx';
import { type Answered, AnsweredNotice, VisitAnswer } from '../../features/visits/components/visit-answer.tsx';
import { VisitStateTag } from '../../features/visits/components/visit-words.tsx';
import { sayDay, sayVisit } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { useCameFrom } from '../../shell/came-from.ts';
import { homeFor } from '../../shell/navigation.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { BackLink, Loading, Section } from '../../ui/layout.tsx';
import { DataTable, SummaryList } from '../../ui/lists.tsx';
import { Money } from '../../ui/money.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn>
      <OneVisit />
    </SignedIn>
  );
}

/** To where the reader came from. A reader who only pays for a visit may not see the week that it is in. */
function WayBack({ personId }: { readonly personId: string | null }): ReactNode {
  const say = useWords('visits');
  const { session } = useSession();
  const from = useCameFrom();
  const week = personId === null ? null : paths.personWeek(personId);
  const own = week !== null && session.roles.some((role) => role.personId === personId);
  const href = from ?? (own ? week : homeFor(session.roles.map(({ role }) => role)));
  return <BackLink href={href}>{week !== null && href.startsWith(week) ? say('visit.back') : undefined}</BackLink>;
}

function OneVisit(): ReactNode {
  const say = useWords('visits');
  const { id = '' } = useParams();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const { data, error, isPending } = useVisit(id);
  const { may } = useSession();
  const putBack = usePutVisitBack(id);
  if (error) throw error;
  if (isPending) {
    return (
      <Frame title={say('visit.title')}>
        <Loading>{say('loading')}</Loading>
      </Frame>
    );
  }
  const { visit, shares, mayAnswer } = data;
  const cost =
    visit.settledPence !== null
      ? say('visit.costSettled', { pence: visit.settledPence })
      : visit.chargePence !== null
        ? say('visit.costCharged', { pence: visit.chargePence })
        : say('visit.costPlanned', { pence: visit.plannedPence });
  const rows = [
    { key: 'state', label: say('visit.state'), value: <VisitStateTag visit={visit} reader="person" /> },
    {
      key: 'who',
      label: say('visit.who'),
      value: visit.worker ? `${visit.worker}, ${visit.organisationName}` : visit.organisationName,
    },
    { key: 'for', label: say('visit.for'), value: visit.personName },
    {
      key: 'planned',
      label: say('visit.planned'),
      value: visit.plannedStart
        ? sayVisit(visit.plannedStart, visit.plannedEnd)
        : say('visit.plannedDay', { day: sayDay(visit.serviceDate) }),
    },
    ...(visit.actualStart
      ? [{ key: 'really', label: say('visit.really'), value: sayVisit(visit.actualStart, visit.actualEnd) }]
      : []),
    { key: 'cost', label: say('visit.cost'), value: cost },
    ...(visit.queryNote ? [{ key: 'asked', label: say('visit.asked'), value: visit.queryNote }] : []),
    {
      key: 'order',
      label: say('visit.order'),
      value: <TextLink href={paths.order(visit.orderId)}>{visit.orderReference}</TextLink>,
    },
  ];
  return (
    <Frame title={visit.description} width="reading" above={<WayBack personId={visit.personId} />}>
      <AnsweredNotice answered={answered} />
      <SummaryList rows={rows} />
      {may('visit.put-back') && (
        <PutBack key={visit.id} what="visit" isOpen={visit.state === 'missed'} onPutBack={putBack} />
      )}
      {mayAnswer && <VisitAnswer visit={visit} onAnswered={setAnswered} />}
      {shares.length > 0 && (
        <Section title={say('visit.pays')}>
          <DataTable
            caption={say('visit.pays')}
            captionHidden
            rows={shares}
            rowKey={(share) => String(share.position)}
            columns={[
              { key: 'line', heading: say('visit.paysLine'), rowHeading: true, cell: (share) => share.lineName },
              {
                key: 'pence',
                heading: say('visit.paysPence'),
                number: true,
                cell: (share) => <Money pence={share.chargePence ?? share.plannedPence} />,
              },
            ]}
          />
        </Section>
      )}
    </Frame>
  );
}
