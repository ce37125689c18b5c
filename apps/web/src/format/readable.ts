// What somebody put into an address, without signs that are no text: they would stand on the page and in its links.

import { isBlank, withoutTurning } from '@support-market/domain/shared/visible-text';

export function readableText(text: string | null): string {
  const readable = withoutTurning((text ?? '').replace(/\p{Cc}+/gu, ' ')).trim();
  return isBlank(readable) ? '' : readable;
}
