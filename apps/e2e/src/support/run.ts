// What this run of the journeys names its own things by, so that it can be repeated on a product that has seen others.

import { randomBytes } from 'node:crypto';

/** Eight small letters and digits. */
export const RUN = randomBytes(4).toString('hex');
