// One exception: the cause on one side, the cure on the other; once it is settled the next one is a key away.
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useException, useExceptions, useSettlement } from '../../features/exceptions/api/exceptions.ts';
import { Cause, Cure } from '../../features/exceptions/components/cause-and-cure.tsx';
import { SecondOfficer } from '../../features/exceptions/components/second-officer.tsx';
import { sayDateOf } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { BackLink, Loading } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/use-words.ts';

function Next({ id }: { readonly id: string }): ReactNode {
  const say = useWords('exceptions');
  const { data } = useExceptions({ state: 'open' });
  const next = data?.items.find((one) => one.id !== id);
  return next ? (
    <LinkButton href={paths.financeException(next.id)}>{say('next', { name: next.personName })}</LinkButton>
  ) : (
    <LinkButton href={paths.paymentRuns()}>{say('toRuns')}</LinkButton>
  );
}

function Shown(): ReactNode {
  const say = useWords('exceptions');
  const { may } = useSession();
  const { id = '' } = useParams();
  const { data: exception, error } = useException(id);
  const { settle, propose, agree, refuse } = useSettlement(id);
  if (error) throw error;
  return (
    <Frame
      title={exception ? say('one.title', { name: exception.personName }) : say('title')}
      caption={exception && `${exception.organisationName} · ${say(`causes.${exception.kind}`)}`}
      width="wide"
      above={<BackLink href={paths.financeExceptions()}>{say('back')}</BackLink>}
    >
      {!exception && <Loading />}
      {exception?.state === 'settled' && (
        <Notice kind="success" live actions={<Next id={id} />}>
          <p>
            {say('done', {
              sumPence: exception.settledPence ?? exception.expectedPence,
              date: exception.settledAt ? sayDateOf(exception.settledAt) : '',
              name: exception.settledByName ?? '',
            })}
          </p>
          {exception.note !== '' && <p>{exception.note}</p>}
        </Notice>
      )}
      {exception && (
        <div className="sm-desk">
          <Cause exception={exception} />
          {exception.state === 'open' && may('exception.settle') && !exception.proposal && (
            <Cure key={id} exception={exception} onSettle={settle} onAsk={propose} />
          )}
          {exception.state === 'open' && may('exception.settle') && exception.proposal && (
            <SecondOfficer exception={exception} proposal={exception.proposal} onAgree={agree} onRefuse={refuse} />
          )}
        </div>
      )}
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="exception.view">
      <Shown />
    </SignedIn>
  );
}
