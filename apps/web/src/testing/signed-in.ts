// Who is at the screen in a page test.
import type { SessionAnswer } from '../shell/session.tsx';

type Held = SessionAnswer['roles'][number];

/** The session of somebody in one role; `personId` for those who act for one person. */
export function signedInAs(role: string, personId: string | null = null): SessionAnswer {
  return {
    signedIn: true,
    // Monday 2 November 2026, 9:00 in London, whatever the day of the test.
    now: '2026-11-02T09:00:00Z',
    accountId: 'acc_1',
    name: 'Sam',
    email: 'sam@harbourside.example',
    signInName: null,
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
    lookAround: false,
  };
}
