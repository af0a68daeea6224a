import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { systemClock } from '../clock/clock.ts';
import { type OpenStore, openDatabase } from '../database/open-database.ts';
import { freshFile, type TestPlace } from '../database/testing.ts';
import { createLog } from '../log/log.ts';
import { keyRing, newKey } from '../secrets/key-ring.ts';
import { createValueCodec } from '../secrets/value-codec.ts';
import { createHttp } from './create-http.ts';
import { type StreamEvent, serveEventStream } from './event-stream.ts';
import type { Http } from './http.ts';
import { ProblemError } from './problem-error.ts';

describe('an event stream', () => {
  let place: TestPlace;
  let store: OpenStore;
  let http: Http;
  let address = '';
  const rows: StreamEvent[] = [];
  const accepted = new Set(['good', 'soon-over']);
  const bell = new EventEmitter();
  let over = false;
  const reached = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const say = (text: string) => {
    rows.push({ id: rows.length + 1, type: 'log', data: { text } });
    bell.emit('news');
  };

  before(async () => {
    place = await freshFile();
    store = await openDatabase({ store: place.store, migrations: [] });
    const actor = { id: 'u', name: 'li', roles: ['dba'], via: 'token' } as const;
    const refuse = async () => {
      throw new Error('nothing is written here');
    };
    http = await createHttp({
      db: store.db,
      clock: systemClock,
      log: createLog({ write: () => undefined }),
      codec: createValueCodec(keyRing([newKey()])),
      authenticate: async ({ value }) => (accepted.has(value) ? actor : undefined),
      audit: { begin: refuse, note: refuse, end: refuse },
      problems: [],
    });
    serveEventStream(http, {
      path: '/api/things/:id/stream',
      scope: 'thing',
      open: async ({ params }) => {
        if (params.id !== 'a') throw new ProblemError('NOT_FOUND', { path: params.id ?? '' });
        return {
          read: async (afterId) => rows.filter((row) => row.id > afterId).slice(0, 2),
          onNews: (wake) => {
            bell.on('news', wake);
            return () => bell.off('news', wake);
          },
          isOver: async () => over,
        };
      },
    });
    http.app.get('/api/slow', async () => {
      reached.resolve();
      await finish.promise;
      return 'done';
    });
    address = await http.app.listen({ host: '127.0.0.1', port: 0 });
  });
  after(async () => {
    await http.app.close();
    await store.close();
    await place.remove();
  });

  const listen = (headers: Record<string, string> = {}, id = 'a') =>
    fetch(`${address}/api/things/${id}/stream`, { headers: { authorization: 'Bearer good', ...headers } });

  async function readUntil(answer: Response, wanted: string): Promise<string> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const part of answer.body ?? []) {
      text += decoder.decode(part, { stream: true });
      if (text.includes(wanted)) break;
    }
    return text;
  }
  const idsIn = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));

  test('ends when its listener is shut out, before anything more is told', async () => {
    const answer = await listen({ authorization: 'Bearer soon-over' });
    assert.equal(answer.status, 200);
    accepted.delete('soon-over');
    say('not for them');
    assert.deepEqual(idsIn(await readUntil(answer, 'not for them')), []);
    rows.length = 0;
  });

  test('asks for a sign-in and refuses before it opens', async () => {
    assert.equal((await fetch(`${address}/api/things/a/stream`)).status, 401);
    assert.equal((await listen({}, 'b')).status, 404);
  });

  test('sends rows in order, then what comes, and goes on after a break without loss', async () => {
    for (const text of ['one', 'two', 'three']) say(text);
    const first = await listen();
    assert.equal(first.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    assert.equal(first.headers.get('x-content-type-options'), 'nosniff');
    const heard = readUntil(first, '"four"');
    say('four');
    assert.deepEqual(idsIn(await heard), [1, 2, 3, 4]);
    say('five');
    const again = await readUntil(await listen({ 'last-event-id': '4' }), '"five"');
    assert.deepEqual(idsIn(again), [5]);
  });

  test('lets go of a listener that has gone', async () => {
    const gone = new AbortController();
    const answer = await fetch(`${address}/api/things/a/stream?after=5`, {
      headers: { authorization: 'Bearer good' },
      signal: gone.signal,
    });
    await readUntil({ body: answer.body } as Response, 'retry').catch(() => undefined);
    gone.abort();
    const deadline = Date.now() + 5_000;
    while (bell.listenerCount('news') > 0 && Date.now() < deadline)
      await new Promise((resolve) => setImmediate(resolve));
    assert.equal(bell.listenerCount('news'), 0);
  });

  test('ends when nothing will follow', async () => {
    over = true;
    assert.match(await (await listen({ 'last-event-id': '4' })).text(), /id: 5\n[\s\S]*event: over\n/);
  });

  test('ends when the server stops, while a request being worked on gets its answer', async () => {
    over = false;
    const stream = await listen({ 'last-event-id': '5' });
    const slow = fetch(`${address}/api/slow`);
    await reached.promise;
    const stopped = http.app.close();
    await stream.text();
    finish.resolve();
    assert.equal(await (await slow).text(), 'done');
    await stopped;
  });
});
