// My week: days as rows, who comes and when, and a yes where one is waited for.
import { type ReactNode, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useVisits, type Visit } from '../../features/visits/api/list-visits.ts';
import { type Answered, AnsweredNotice, VisitAnswer } from '../../features/visits/components/visit-answer.tsx';
import { clockOf, VisitStateTag } from '../../features/visits/components/visit-words.tsx';
import { mondayOf, Week, WeekSteps } from '../../features/visits/components/week.tsx';
import { addDays, sayDay } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { Loading } from '../../ui/layout.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn>
      <PersonWeek />
    </SignedIn>
  );
}

function PersonWeek(): ReactNode {
  const say = useWords('visits');
  const { session, may } = useSession();
  const { personId = '' } = useParams();
  const [search] = useSearchParams();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const monday = mondayOf(search.get('from'));
  const visits = useVisits({ from: monday, to: addDays(monday, 6), personId });
  if (visits.error) throw visits.error;
  const mayConfirm = may('visit.confirm');
  const own = session.roles.some((role) => role.personId === personId);
  const name = visits.data?.[0]?.personName;
  const row = (visit: Visit) => ({
    key: visit.id,
    time: clockOf(visit) ?? say('week.anyTime'),
    title: visit.worker
      ? say('week.whoWorker', {
          description: visit.description,
          worker: visit.worker,
          organisation: visit.organisationName,
        })
      : say('week.who', { description: visit.description, organisation: visit.organisationName }),
    note: (
      <TextLink
        href={paths.visit(visit.id)}
        about={say('week.seeAbout', { day: sayDay(visit.serviceDate), description: visit.description })}
      >
        {say('week.see')}
      </TextLink>
    ),
    state: <VisitStateTag visit={visit} reader="person" />,
    actions: mayConfirm && visit.state === 'recorded' && <VisitAnswer visit={visit} onAnswered={setAnswered} />,
  });
  return (
    <Frame
      title={own || name === undefined ? say('week.title') : say('week.titleOf', { name })}
      lead={say('week.range', { from: sayDay(monday), to: sayDay(addDays(monday, 6)) })}
    >
      <AnsweredNotice answered={answered} />
      <WeekSteps monday={monday} href={(from) => `${paths.personWeek(personId)}?from=${from}`} />
      {visits.isPending ? (
        <Loading lines={7}>{say('loading')}</Loading>
      ) : (
        <Week monday={monday} visits={visits.data} row={row} />
      )}
    </Frame>
  );
}
