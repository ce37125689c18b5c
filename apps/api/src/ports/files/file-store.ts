// The port through which documents that must never change (bank files, invoices, remittances) are kept and read back.

import type { Result } from '@support-market/domain/shared/result';

/** What a kept file is: the hash of its bytes (64 hexadecimal digits) and their number. */
export type StoredFile = { readonly sha256: string; readonly size: number };

export type FileStore = {
  /**
   * Keeps bytes under a key for good. The same key and bytes again give the same answer and change nothing;
   * other bytes under a taken key are refused with `file.key_taken`, because a document that was sent must
   * always be the one that is shown. Throws RangeError for a key that `isFileKey` rejects.
   */
  readonly put: (key: string, bytes: Uint8Array) => Promise<Result<StoredFile, 'file.key_taken'>>;
  /** The bytes under a key, after checking that they still have the hash they were kept with. */
  readonly get: (
    key: string,
  ) => Promise<Result<StoredFile & { readonly bytes: Uint8Array }, 'file.not_found' | 'file.damaged'>>;
};

const KEY = /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/;

/** Keys read like paths ("payment-runs/run_01…/pain001.xml"): lower case, at most 200 characters, no dots alone. */
export function isFileKey(key: string): boolean {
  return key.length <= 200 && KEY.test(key);
}
