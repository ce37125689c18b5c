// Finds what of the demonstration's people stands in files that were built: none of it may in those that serve a council.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EN_PLAIN } from '@support-market/words/generated/en-plain';
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from '../accounts.ts';

function textsIn(words: object): string[] {
  return Object.values(words).flatMap((inner) => (typeof inner === 'string' ? [inner] : textsIn(inner)));
}

/** What tells the demonstration's people from all others. A title such as "Broker" is a word of the product too. */
export function ofTheDemonstration(): readonly string[] {
  const product = new Set(textsIn(EN_PLAIN));
  const told = DEMONSTRATION_ACCOUNTS.flatMap(({ email, title, description }) => [
    email,
    // However an address is put together, this part of it stands somewhere.
    email.slice(email.indexOf('@')),
    description,
    ...(product.has(title) ? [] : [title]),
  ]);
  return [...new Set([DEMONSTRATION_PASSWORD, ...told])];
}

/** As people read it: builds write "’" as it is or as \u2019. */
function readable(text: string): string {
  return text.replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Every file below a folder that has one of the texts in it, as "file: text"; throws where there is no file at all. */
export function tracesIn(folder: string, texts: readonly string[]): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  if (files.length === 0) throw new Error(`nothing was built in ${folder}`);
  return files.flatMap((path) => {
    const text = readable(readFileSync(join(folder, path), 'utf8'));
    return texts.filter((one) => text.includes(one)).map((one) => `${path}: ${one}`);
  });
}
