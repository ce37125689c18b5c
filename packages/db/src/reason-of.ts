// Says in one line why something failed, for an operator who has no use for a trace.

export function reasonOf(error: unknown): string {
  // Node tries every address of a name, and keeps each one's fault apart beside an empty message.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
