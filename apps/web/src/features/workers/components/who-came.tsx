// Who came to a visit: one of the organisation's workers, or a name that is typed because it is not on the list yet.
import { isBlank } from '@support-market/domain/shared/visible-text';
import { workerNameKey } from '@support-market/domain/workers/worker-names';
import type { ReactNode } from 'react';
import { Select } from '../../../ui/choice-field.tsx';
import { TextField, type TextFieldProps } from '../../../ui/text-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { Worker } from '../api/workers.ts';
import { calledInList } from './worker-name.ts';

const SOMEBODY_ELSE = 'else';

/** What the form holds: the id of a worker, or that it is somebody else and the name. */
export type WhoCame = { readonly worker: string; readonly workerName: string };

/** Whom the form begins with: who was recorded before, else the reader where they are a worker themselves. */
export function firstWhoCame(
  workers: readonly Worker[],
  recorded: { readonly workerId: string | null; readonly worker: string | null },
  readerName: string,
): WhoCame {
  if (workers.length === 0) return { worker: SOMEBODY_ELSE, workerName: recorded.worker ?? readerName };
  if (recorded.workerId !== null) {
    const listed = workers.some(({ id }) => id === recorded.workerId);
    // somebody who has left since is not on the list
    return listed
      ? { worker: recorded.workerId, workerName: '' }
      : { worker: SOMEBODY_ELSE, workerName: recorded.worker ?? '' };
  }
  const called = workers.filter(({ name }) => workerNameKey(name) === workerNameKey(readerName));
  const [own] = called;
  return { worker: own !== undefined && called.length === 1 ? own.id : '', workerName: '' };
}

export function checkWhoCame({ worker, workerName }: WhoCame): Partial<Record<keyof WhoCame, string>> {
  if (worker === '') return { worker: 'actuals.worker_missing' };
  if (worker === SOMEBODY_ELSE && isBlank(workerName)) return { workerName: 'actuals.worker_missing' };
  return {};
}

/** As the API takes it. */
export function saidWhoCame({ worker, workerName }: WhoCame): { workerId: string } | { worker: string } {
  return worker === SOMEBODY_ELSE ? { worker: workerName.trim() } : { workerId: worker };
}

type Bound = Pick<TextFieldProps, 'id' | 'name' | 'value' | 'onChange' | 'error'>;

export function WhoCameFields({
  workers,
  worker,
  workerName,
}: {
  readonly workers: readonly Worker[];
  readonly worker: Bound;
  readonly workerName: Bound;
}): ReactNode {
  const say = useWords('workers');
  if (workers.length === 0) {
    return <TextField label={say('whoCame')} hint={say('otherHint')} width={20} autoComplete="off" {...workerName} />;
  }
  return (
    <>
      <Select
        label={say('whoCame')}
        {...worker}
        choices={[
          { value: '', label: say('choose') },
          ...workers.map((one) => ({ value: one.id, label: calledInList(one) })),
          { value: SOMEBODY_ELSE, label: say('somebodyElse') },
        ]}
      />
      {worker.value === SOMEBODY_ELSE && (
        <TextField label={say('otherName')} hint={say('otherHint')} width={20} autoComplete="off" {...workerName} />
      )}
    </>
  );
}
