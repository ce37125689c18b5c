// A program that holds an embedded server, for tests that kill it: prints the address, then waits to be told to stop.

import { connectOrStart } from './embedded-postgres.ts';

const [dataDir = ''] = process.argv.slice(2);
const server = await connectOrStart({ dataDir });
console.log(JSON.stringify({ url: server.url, startedHere: server.startedHere }));
process.stdin.resume();
process.stdin.once('end', async () => {
  await server.stop();
  process.exit(0);
});
