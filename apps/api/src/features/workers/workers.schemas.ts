// What a worker looks like on the wire.

import { MOST_WORKER_NAME, MOST_WORKER_REFERENCE } from '@support-market/domain/workers/worker-names';
import { WORKER_STATES } from '@support-market/domain/workers/worker-states';
import { type Static, Type } from 'typebox';
import {
  closed,
  DateIn,
  DateOut,
  Id,
  InstantOut,
  NeededLine,
  NeededText,
  oneOf,
  orNull,
  PageQuery,
  pageOf,
} from '../../http/schemas.ts';

const WORKER = {
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  name: Type.String({ description: 'as it was written' }),
  reference: orNull(Type.String({ description: 'tells two of one name apart' })),
  state: oneOf(WORKER_STATES),
  lastDate: orNull(DateOut),
  sameName: Type.Boolean({ description: 'Whether another worker of the organisation has this name' }),
};

export const WorkersPage = pageOf(closed(WORKER));

export const WorkersQuery = closed({
  state: Type.Optional(oneOf(WORKER_STATES)),
  organisationId: Type.Optional(Id),
  ...PageQuery,
});
export type WorkersQuery = Static<typeof WorkersQuery>;

export const WorkerDetailOut = closed({
  worker: closed(WORKER),
  visits: Type.Integer({ description: 'that were recorded for them' }),
  history: Type.Array(
    closed({
      event: oneOf(['worker.added', 'worker.met', 'worker.changed', 'worker.ended', 'worker.came-back']),
      at: InstantOut,
      byName: orNull(Type.String({ description: 'the account; null where a file of the council did it' })),
      name: orNull(Type.String({ description: 'the name that they had from then on' })),
      reference: orNull(Type.String()),
    }),
    { description: 'What happened to the record, the newest first' },
  ),
});

const NAME = {
  name: NeededLine(MOST_WORKER_NAME),
  reference: orNull(NeededText(MOST_WORKER_REFERENCE)),
};
export const WorkerIn = closed({
  ...NAME,
  organisationId: Type.Optional(
    Type.Unsafe<string>({ ...Id, description: 'for somebody who works for more than one organisation' }),
  ),
});
export type WorkerIn = Static<typeof WorkerIn>;
export const WorkerChangeIn = closed(NAME);
export type WorkerChangeIn = Static<typeof WorkerChangeIn>;
export const WorkerEndIn = closed({ lastDate: DateIn });
export const WorkerOut = closed({ id: Id });
