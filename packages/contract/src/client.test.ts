import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { z } from 'zod';
import { createClient, NoAnswer, ProblemAnswer, urlOf } from './client.ts';
import { endpoint } from './endpoint.ts';

const renameThing = endpoint({
  id: 'thing.rename',
  method: 'POST',
  path: '/api/things/:thingId/name',
  summary: 'Rename a thing',
  params: z.object({ thingId: z.string() }),
  query: z.object({ dry: z.boolean().optional() }),
  body: z.object({ name: z.string() }),
  response: z.object({ id: z.string(), name: z.string() }),
});

async function serve(status: number, body: string, seen: { url?: string; headers?: object; body?: string } = {}) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    Object.assign(seen, { url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
const input = { params: { thingId: 'a/b' }, query: { dry: true }, body: { name: '名' }, idempotencyKey: 'k-1' };

test('a call fills the address, sends the body and its key, and gives the parsed answer', async () => {
  const seen: { url?: string; headers?: Record<string, string>; body?: string } = {};
  await using server = await serve(200, '{"id":"a/b","name":"名","stray":1}', seen);
  const client = createClient({ baseUrl: server.baseUrl, headers: { authorization: 'Bearer t' } });
  assert.deepEqual(await client.call(renameThing, input), { id: 'a/b', name: '名' });
  assert.equal(seen.url, '/api/things/a%2Fb/name?dry=true');
  assert.equal(seen.body, '{"name":"名"}');
  assert.equal(seen.headers?.['idempotency-key'], 'k-1');
  assert.equal(seen.headers?.authorization, 'Bearer t');
});

test('a problem is thrown as the platform said it', async () => {
  const problem = {
    type: 'about:blank',
    code: 'NAME_TAKEN',
    status: 409,
    title: 'Taken',
    words: { en: 'Taken.', zh: '已被占用。' },
    faults: [{ path: 'name', words: { en: 'Taken.', zh: '已被占用。' } }],
  };
  await using server = await serve(409, JSON.stringify(problem));
  const call = createClient({ baseUrl: server.baseUrl }).call(renameThing, input);
  await assert.rejects(call, (error) => error instanceof ProblemAnswer && error.problem.faults?.[0]?.path === 'name');
});

test('an answer that is not the platform’s own is a problem too, and silence is NoAnswer', async () => {
  for (const [status, body] of [
    [502, '<html>bad gateway</html>'],
    [200, '<html>a page</html>'],
  ] as const) {
    await using server = await serve(status, body);
    const call = createClient({ baseUrl: server.baseUrl }).call(renameThing, input);
    await assert.rejects(call, (error) => error instanceof ProblemAnswer && error.problem.code === 'STRANGE_ANSWER');
  }
  const server = await serve(200, '{}');
  await server[Symbol.asyncDispose]();
  await assert.rejects(createClient({ baseUrl: server.baseUrl }).call(renameThing, input), NoAnswer);
});

test('what may be asked twice is asked once more over a new connection where the kept one was cut', async () => {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    if (asked % 2 === 1) request.socket.destroy();
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"a","name":"n"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = createClient({ baseUrl: `http://127.0.0.1:${port}` });
  try {
    const getThing = endpoint({ ...renameThing, id: 'thing.get', method: 'GET', body: undefined });
    const { params, body } = input;
    assert.deepEqual(await client.call(getThing, { params, query: {} }), { id: 'a', name: 'n' });
    assert.equal((await client.call(renameThing, { ...input, idempotencyKey: 'k-2' })).id, 'a');
    assert.equal(asked, 4);
    await assert.rejects(client.call(renameThing, { params, query: {}, body }), NoAnswer);
    assert.equal(asked, 5, 'a write without a key is never sent twice');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('an address with a missing parameter is a mistake of the caller', () => {
  assert.throws(() => urlOf(renameThing, {}), /thingId is missing/);
});
