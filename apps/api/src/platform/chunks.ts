// Long lists of rows are written in parts, because one statement takes only so many parameters.

const CHUNK = 1_000;

export function* chunksOf<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += CHUNK) yield items.slice(start, start + CHUNK);
}
