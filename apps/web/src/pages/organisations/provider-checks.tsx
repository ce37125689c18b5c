// What is asked of an organisation before it is trusted and paid: what is done, what lacks, why each is asked, and where it is said.
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { type OwnChecks, useCheckSteps, useOwnChecks } from '../../features/listings/api/own-checks.ts';
import { CheckTag } from '../../features/listings/components/check-tag.tsx';
import { OwnPart } from '../../features/listings/components/own-part.tsx';
import { sayDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { Button, ButtonRow, TextLink } from '../../ui/button.tsx';
import { DateField, dateFromParts, EMPTY_DATE, partsFromDate } from '../../ui/date-field.tsx';
import { BackLink, Section } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/lists.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const { id = '' } = useParams();
  return (
    <SignedIn action="organisation.edit">
      <Checks id={id} />
    </SignedIn>
  );
}

type Check = OwnChecks['checks'][number];

function Checks({ id }: { readonly id: string }): ReactNode {
  const say = useWords('listings');
  const { data, error } = useOwnChecks(id);
  if (error) throw error;
  if (!data) return <PageLoading />;
  const asks = (check: Check['check']): boolean => data.checks.some((one) => one.check === check);
  return (
    <Frame
      title={say('checks.title')}
      caption={data.name}
      lead={say('checks.lead')}
      width="reading"
      above={<BackLink href={paths.providerListings()} />}
    >
      <Section title={say('checks.list')}>
        <SummaryList
          rows={data.checks.map(({ check, need, state }) => ({
            key: check,
            label: say(`checks.names.${check}`),
            value: (
              <>
                <p>
                  <CheckTag state={state} />
                  {need !== 'always' && state === 'lacking' && ` ${say(`checks.needs.${need}`)}`}
                </p>
                <p className="sm-soft">{say(`checks.why.${check}`)}</p>
                <Elsewhere check={check} id={id} />
              </>
            ),
          }))}
        />
      </Section>
      <Say id={id} data={data} asks={asks} />
      {asks('self-billing') && <SelfBilling id={id} agreedOn={data.selfBillingAgreedOn} />}
    </Frame>
  );
}

/** What is said on another page. */
function Elsewhere({ check, id }: { readonly check: Check['check']; readonly id: string }): ReactNode {
  const say = useWords('listings');
  const href =
    check === 'bank'
      ? paths.bankAccount()
      : check === 'name' || check === 'contact'
        ? paths.providerOrganisation(id)
        : null;
  if (href === null) return null;
  return (
    <p>
      <TextLink href={href} about={say(`checks.names.${check}`)}>
        {say('own.change')}
      </TextLink>
    </p>
  );
}

const partsOf = (date: string | null) => (date === null ? EMPTY_DATE : partsFromDate(date));
const isEmpty = (parts: typeof EMPTY_DATE): boolean => Object.values(parts).every((part) => part.trim() === '');
const dateOf = (parts: typeof EMPTY_DATE): string | null => (isEmpty(parts) ? null : dateFromParts(parts));
const textOf = (text: string): string | null => text.trim() || null;

function Say({
  id,
  data,
  asks,
}: {
  readonly id: string;
  readonly data: OwnChecks;
  readonly asks: (check: Check['check']) => boolean;
}): ReactNode {
  const say = useWords('listings');
  const steps = useCheckSteps(id);
  const rows = [
    ['insuredUntil', say('checks.insuredUntil'), data.insuredUntil && sayDate(data.insuredUntil)],
    ['dbsCheckedOn', say('checks.dbsCheckedOn'), data.dbsCheckedOn && sayDate(data.dbsCheckedOn)],
    ...(asks('regulator') ? [['cqc', say('checks.cqc'), data.cqcLocationId] as const] : []),
    ...(asks('charity') ? [['charity', say('checks.charityNumber'), data.charityNumber] as const] : []),
    ...(asks('tax') ? [['tax', say('checks.taxReference'), data.taxReference] as const] : []),
  ] as const;
  return (
    <OwnPart
      title={say('checks.say')}
      savedText={say('checks.saved')}
      initial={{
        insuredUntil: partsOf(data.insuredUntil),
        dbsCheckedOn: partsOf(data.dbsCheckedOn),
        cqcLocationId: data.cqcLocationId ?? '',
        charityNumber: data.charityNumber ?? '',
        taxReference: data.taxReference ?? '',
      }}
      check={({ insuredUntil, dbsCheckedOn }) => ({
        ...(!isEmpty(insuredUntil) && dateFromParts(insuredUntil) === null && { insuredUntil: 'date.does_not_exist' }),
        ...(!isEmpty(dbsCheckedOn) && dateFromParts(dbsCheckedOn) === null && { dbsCheckedOn: 'date.does_not_exist' }),
      })}
      read={
        <>
          <p>{say('checks.saidNote')}</p>
          <SummaryList rows={rows.map(([key, label, value]) => ({ key, label, value: value || say('own.none') }))} />
        </>
      }
      fields={(form) => (
        <>
          <DateField
            label={say('checks.insuredUntil')}
            hint={say('checks.insuredHint')}
            optional
            {...form.field('insuredUntil')}
          />
          <DateField
            label={say('checks.dbsCheckedOn')}
            hint={say('checks.dbsHint')}
            optional
            {...form.field('dbsCheckedOn')}
          />
          {asks('regulator') && (
            <TextField
              label={say('checks.cqc')}
              hint={say('checks.cqcHint')}
              optional
              width={20}
              {...form.field('cqcLocationId')}
            />
          )}
          {asks('charity') && (
            <TextField
              label={say('checks.charityNumber')}
              hint={say('checks.charityHint')}
              optional
              width={10}
              {...form.field('charityNumber')}
            />
          )}
          {asks('tax') && (
            <TextField
              label={say('checks.taxReference')}
              hint={say('checks.taxHint')}
              optional
              width={20}
              {...form.field('taxReference')}
            />
          )}
        </>
      )}
      onSave={(values) =>
        steps.say({
          version: data.version,
          insuredUntil: dateOf(values.insuredUntil),
          dbsCheckedOn: dateOf(values.dbsCheckedOn),
          cqcLocationId: textOf(values.cqcLocationId),
          charityNumber: textOf(values.charityNumber),
          taxReference: textOf(values.taxReference),
        })
      }
    />
  );
}

function SelfBilling({ id, agreedOn }: { readonly id: string; readonly agreedOn: string | null }): ReactNode {
  const say = useWords('listings');
  const { agree } = useCheckSteps(id);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  if (fault) throw fault;
  return (
    <Section title={say('checks.agree')}>
      {agreedOn === null ? (
        <>
          <p>{say('checks.agreeText')}</p>
          <ButtonRow>
            <Button
              busy={busy}
              onPress={() => {
                setBusy(true);
                agree()
                  .catch(setFault)
                  .finally(() => setBusy(false));
              }}
            >
              {say('checks.agreeButton')}
            </Button>
          </ButtonRow>
        </>
      ) : (
        <p aria-live="polite">{say('checks.agreed', { date: sayDate(agreedOn) })}</p>
      )}
    </Section>
  );
}
