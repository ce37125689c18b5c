// Columns whose names are known only while the program runs. A state is never among those that are changed: it moves
// through the one door alone (tools/state-writes.test.ts holds every such writer to this).

/** The names without `state`. */
export function withoutState(names: readonly string[]): readonly string[] {
  return names.filter((name) => name !== 'state');
}
