import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { startDeadline } from './limits.ts';

const where = { hop: 0, hopName: 'db' };

test('what arrived while this process was held up is no delay of the other end', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [there] = (await once(server, 'connection')) as [Socket];
  if (client.connecting) await once(client, 'connect');
  const answered = once(client, 'data').then(() => 'answered');
  await new Promise((resolve) => setImmediate(resolve)); // The client listens.
  using deadline = startDeadline(where, 'the statement', { timeoutSeconds: 0.02 });
  there.write('an answer');
  for (const end = performance.now() + 60; performance.now() < end; );
  const first = await Promise.race([answered, deadline.over.then(() => 'late')]);
  for (const socket of [client, there]) socket.destroy();
  server.close();
  assert.equal(first, 'answered');
});

test('silence is late, and a caller who gives up is told so', async () => {
  using late = startDeadline(where, 'the statement', { timeoutSeconds: 0.01 });
  assert.equal((await late.over).code, 'TIMED_OUT');
  const giveUp = new AbortController();
  using aborted = startDeadline(where, 'the statement', { signal: giveUp.signal });
  giveUp.abort();
  assert.equal((await aborted.over).code, 'ABORTED');
});
