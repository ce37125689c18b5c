// What this run of the journeys names its own things by, so that it can be repeated on a product that has seen others.

/** Small letters and digits, at most eight: another one each millisecond. */
export const RUN = Date.now().toString(36);
