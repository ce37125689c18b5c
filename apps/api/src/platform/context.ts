// Everything a feature may reach, handed to it by the composition root: no feature imports an adapter itself.

import type { Db } from '@support-market/db/pool';
import type { Config } from '../config.ts';
import type { Clock } from '../ports/clock/clock.ts';
import type { FileStore } from '../ports/files/file-store.ts';
import type { MailPort } from '../ports/mail/mail.ts';
import type { CardPaymentsPort } from '../ports/payments/card-payments.ts';

export interface AppContext {
  readonly config: Config;
  readonly db: Db;
  /** For public reads and trends, which may be a little old: a pool apart, so that work that waits for a lock does not stop them. */
  readonly reads: Db;
  /** For asking who somebody is: a few connections that no work can take. */
  readonly identities: Db;
  readonly clock: Clock;
  readonly mail: MailPort;
  readonly cards: CardPaymentsPort;
  readonly files: FileStore;
}
