// How a worker is called in a list: by name, and by reference too where there is one.
import type { Worker } from '../api/workers.ts';

export function calledInList({ name, reference }: Pick<Worker, 'name' | 'reference'>): string {
  return reference === null ? name : `${name} (${reference})`;
}
