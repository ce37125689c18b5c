// Makes an answer take the same time whatever happened, so that the time it took tells a stranger nothing.

/** Runs `work`; answers or throws no sooner than after `millis`. Choose more than the work ever takes on a quiet day. */
export async function noSoonerThan<Value>(millis: number, work: () => Promise<Value>): Promise<Value> {
  const time = new Promise<void>((passed) => setTimeout(passed, millis));
  try {
    return await work();
  } finally {
    await time;
  }
}
