// Which entries of the audit trail are looks and which are changes, by the verb of their event, so that a person who reads
// the trail can tell the one from the other.

export type EntryKind = 'look' | 'change';

/** Verbs of events in which nothing was altered. Every other event is a change: an unknown one must not pass as a look. */
const LOOKS: readonly string[] = [
  'viewed',
  'listed',
  'searched',
  'downloaded',
  'exported',
  'previewed',
  'read',
  'verified',
];

/** Of `invoice.viewed` a look, of `invoice.billed` a change. */
export function entryKind(event: string): EntryKind {
  return LOOKS.includes(event.slice(event.lastIndexOf('.') + 1)) ? 'look' : 'change';
}
