// What an operator reads when the port is taken.

import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { assertPortFree } from './free-port.ts';

test('a taken port is refused in words that name it, and is free again once the other program has gone', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(assertPortFree({ host: '127.0.0.1', port })).rejects.toThrow(
    `Another program already uses port ${port}.`,
  );
  other.close();
  await once(other, 'close');
  await expect(assertPortFree({ host: '127.0.0.1', port })).resolves.toBeUndefined();
});

test('a port that is closed while we wait is taken as free', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const waiting = assertPortFree({ host: '127.0.0.1', port });
  setTimeout(() => other.close(), 300);
  await expect(waiting).resolves.toBeUndefined();
});

test('an address that is not of this machine is refused in words', async () => {
  await expect(assertPortFree({ host: '192.0.2.1', port: 0 })).rejects.toThrow('may not listen on 192.0.2.1');
});
