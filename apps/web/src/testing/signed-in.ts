// Who is at the screen in a page test.
import type { Session } from '../shell/session.tsx';

type Held = Session['roles'][number];

/** The session of somebody in one role; `personId` for whoever acts for one person. */
export function signedInAs(role: string, personId: string | null = null): Session {
  return {
    signedIn: true,
    accountId: 'acc_1',
    name: 'Sam',
    email: 'sam@harbourside.example',
    councilId: 'cncl_1',
    councilSlug: 'harbourside',
    councilName: 'Harbourside',
    councils: [],
    roles: [
      { role: role as Held['role'], personId, organisationId: null, organisationName: null, organisationSlug: null },
    ],
    csrfToken: 'token',
    renewable: false,
    demonstration: false,
  };
}
