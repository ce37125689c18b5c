// Whether a record is the viewer's own: looking at one's own affairs leaves no trace.

import type { Viewer } from '@support-market/domain/access/roles';

export function isOwnRecord(viewer: Viewer, personId: string): boolean {
  return viewer.memberships.some((membership) => membership.personId === personId);
}
