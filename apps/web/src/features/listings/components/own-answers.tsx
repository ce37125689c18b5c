// What stands over an organisation's own record: that it is still right, what files say otherwise, and where facts came from.
import { type ReactNode, useState } from 'react';
import { sayDate } from '../../../format/dates.ts';
import { Button, ButtonRow } from '../../../ui/button.tsx';
import { Details } from '../../../ui/layout.tsx';
import { DataTable } from '../../../ui/lists.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { OwnOrganisation, OwnSteps } from '../api/own-records.ts';

type Provenance = Pick<OwnOrganisation, 'origins' | 'fileValues' | 'confirmedOn'>;

function useFieldNames(): (field: string) => string {
  const say = useWords('listings');
  return (field) => say(`own.fields.${field}` as 'own.fields.name', { defaultValue: field.replaceAll('_', ' ') });
}

const dayOf = (instant: string): string => sayDate(instant.slice(0, 10));

export function OwnAnswers({
  record,
  steps,
  mayConfirm = true,
}: {
  /** A draft is confirmed by publishing it, and one that the council hides is not confirmed. */
  readonly mayConfirm?: boolean;
  readonly record: Provenance;
  readonly steps: Pick<OwnSteps<never>, 'confirm' | 'settle'>;
}): ReactNode {
  const say = useWords('listings');
  const fieldName = useFieldNames();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  if (fault) throw fault;
  const run = (work: () => Promise<void>): void => {
    setBusy(true);
    work()
      .catch(setFault)
      .finally(() => setBusy(false));
  };
  return (
    <>
      {done && (
        <Notice kind="success" live>
          <p>{say('own.confirmed')}</p>
        </Notice>
      )}
      {mayConfirm && (
        <>
          <p>
            {record.confirmedOn
              ? say('own.confirmedOn', { date: sayDate(record.confirmedOn) })
              : say('own.notConfirmed')}
          </p>
          <ButtonRow>
            <Button
              busy={busy}
              onPress={() =>
                run(async () => {
                  await steps.confirm();
                  setDone(true);
                })
              }
            >
              {say('own.confirm')}
            </Button>
          </ButtonRow>
        </>
      )}
      {record.fileValues.map((one) => (
        <Notice key={one.field} kind="warn" title={say('own.fileTitle', { field: fieldName(one.field) })}>
          <p>
            {say('own.fileSays', {
              source: one.councilName ?? '',
              date: dayOf(one.saidAt),
              value: one.value,
            })}
          </p>
          <ButtonRow>
            <Button
              look="secondary"
              busy={busy}
              about={fieldName(one.field)}
              onPress={() => run(() => steps.settle(one.field, true))}
            >
              {say('own.takeFile')}
            </Button>
            <Button
              look="secondary"
              busy={busy}
              about={fieldName(one.field)}
              onPress={() => run(() => steps.settle(one.field, false))}
            >
              {say('own.keepOwn')}
            </Button>
          </ButtonRow>
        </Notice>
      ))}
      {record.origins.length > 0 && (
        <Details summary={say('own.origins')}>
          <DataTable
            caption={say('own.origins')}
            columns={[
              { key: 'what', heading: say('own.what'), rowHeading: true, cell: ({ field }) => fieldName(field) },
              {
                key: 'who',
                heading: say('own.who'),
                cell: (one) =>
                  one.by === 'provider'
                    ? say('own.byYou')
                    : [
                        one.councilName,
                        one.fileName,
                        one.reference && say('own.reference', { reference: one.reference }),
                      ]
                        .filter(Boolean)
                        .join(', '),
              },
              { key: 'when', heading: say('own.when'), cell: ({ saidAt }) => dayOf(saidAt) },
            ]}
            rows={record.origins}
            rowKey={({ field }) => field}
          />
        </Details>
      )}
    </>
  );
}
