// How much may be asked in one search; said in one place to the page, which tells the reader, and to the API, which refuses.

/** As many letters as a question may have. */
export const LONGEST_SEARCH = { what: 1_000, near: 60 } as const;
